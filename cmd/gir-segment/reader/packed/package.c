#include "cmd/gir-segment/reader/packed/package.h"

#include <stdlib.h>

#include "cmd/gir-segment/reader/archive/unpack.h"
#include "cmd/gir-segment/reader/limits.h"
#include "common/alloc.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_name(struct str a, struct str b)
{
	size_t i;

	for (i = 0; a.n == b.n && i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return a.n == b.n;
}

/* Without the dots and slashes in front; packers on Windows write backslashes. */
static void clean_name(struct str name, struct buf *to)
{
	size_t i;

	while (str_starts(name, STR("/")) || str_starts(name, STR("./")))
		name = str_from(name, name.p[0] == '/' ? 1 : 2);
	buf_clear(to);
	for (i = 0; i < name.n; i++)
		buf_putc(to, name.p[i] == '\\' ? '/' : name.p[i]);
}

/* The directory of a zip is held in memory as a whole, so that its entries are counted first. */
static bool has_many_parts(struct str bytes)
{
	size_t at = 0, n = 0;

	while ((at = str_find(bytes, STR("PK\1\2"), at)) != STR_NONE && n <= LIMIT_PARTS) {
		at += 4;
		n++;
	}
	return n > LIMIT_PARTS;
}

/* The place of a part in p->part: where one of its name is, else a new one. */
static struct package_part *place(struct package *p, struct str name)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (same_name(buf_str(&p->part[i].name), name))
			return &p->part[i];
	p->part = grow(p->part, &p->cap, p->n + 1, sizeof *p->part);
	p->part[p->n] = (struct package_part){BUF_INIT, BUF_INIT};
	return &p->part[p->n++];
}

static void drop(struct package *p, struct package_part *part)
{
	buf_free(&part->name);
	buf_free(&part->bytes);
	*part = p->part[--p->n];
}

/* Keeps the member at hand, which may take `room` bytes; *taken is what it took. False where that
 * is not enough. */
static bool keep_part(struct package *p, struct unpack *u, struct str name, size_t room,
		      size_t *taken)
{
	struct package_part *part = place(p, name);
	enum unpack_end end;

	buf_clear(&part->name);
	buf_put(&part->name, name);
	buf_clear(&part->bytes);
	end = unpack_data(u, room, &part->bytes);
	*taken = part->bytes.n;
	p->damaged = p->damaged || end == UNPACK_DAMAGED;
	p->encrypted = p->encrypted || end == UNPACK_ENCRYPTED;
	if (end != UNPACK_DONE)
		drop(p, part);
	return end != UNPACK_LARGE;
}

static size_t room_for(struct str bytes)
{
	if (bytes.n >= LIMIT_UNPACKED / LIMIT_RATIO)
		return LIMIT_UNPACKED;
	return bytes.n * LIMIT_RATIO > LIMIT_RATIO_FROM ? bytes.n * LIMIT_RATIO : LIMIT_RATIO_FROM;
}

static bool keep_parts(struct package *p, struct unpack *u, size_t room, package_wants *wants)
{
	struct buf name = BUF_INIT;
	bool fits = true;
	size_t members, taken;

	for (members = 0; fits && members <= LIMIT_PARTS; members++) {
		p->damaged |= unpack_next(u) != UNPACK_DONE;
		if (!u->entry)
			break;
		clean_name(unpack_name(u), &name);
		if (!unpack_is_file(u) || (wants && !wants(buf_str(&name))))
			continue;
		fits = keep_part(p, u, buf_str(&name), room, &taken);
		room -= fits ? taken : 0;
	}
	buf_free(&name);
	return fits && members <= LIMIT_PARTS;
}

bool package_open(struct package *p, struct str bytes, package_wants *wants)
{
	struct unpack u;
	bool fits;

	*p = (struct package){.part = NULL};
	if (has_many_parts(bytes))
		return false;
	unpack_init(&u);
	archive_read_support_format_zip(u.archive);
	if (archive_read_open_memory(u.archive, bytes.p, bytes.n) == ARCHIVE_OK) {
		fits = keep_parts(p, &u, room_for(bytes), wants);
	} else {
		p->damaged = true;
		fits = true;
	}
	if (!fits || u.starved)
		package_free(p);
	p->damaged |= u.starved;
	unpack_free(&u);
	return fits;
}

bool package_part(const struct package *p, struct str name, struct str *bytes)
{
	struct buf clean = BUF_INIT;
	size_t i;

	clean_name(name, &clean);
	for (i = 0; i < p->n && !same_name(buf_str(&p->part[i].name), buf_str(&clean)); i++)
		;
	buf_free(&clean);
	if (i < p->n)
		*bytes = buf_str(&p->part[i].bytes);
	return i < p->n;
}

void package_free(struct package *p)
{
	while (p->n > 0)
		drop(p, &p->part[p->n - 1]);
	free(p->part);
	*p = (struct package){.part = NULL};
}

/* Takes the last folder off, with the slash before it. */
static void leave_folder(struct buf *path)
{
	while (path->n > 0 && path->p[path->n - 1] != '/')
		path->n--;
	path->n -= path->n > 0;
}

void package_resolve(struct str from, struct str target, struct buf *to)
{
	struct buf clean = BUF_INIT;
	struct str rest, step;

	buf_clear(to);
	if (!str_starts(target, STR("/"))) {
		clean_name(from, &clean);
		buf_put(to, buf_str(&clean));
		leave_folder(to);
	}
	clean_name(target, &clean);
	rest = buf_str(&clean);
	while (str_cut(&rest, '/', &step)) {
		if (str_is(step, "..")) {
			leave_folder(to);
		} else if (step.n > 0 && !str_is(step, ".")) {
			if (to->n > 0)
				buf_putc(to, '/');
			buf_put(to, step);
		}
	}
	buf_putc(to, '\0');
	to->n--;
	buf_free(&clean);
}
