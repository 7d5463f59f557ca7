#include "cmd/gir-check/wording.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/buf.h"

static enum blank blank_of(struct str name)
{
	static const char *const names[BLANK_NAMED] = {
		[BLANK_CELL] = "cell",         [BLANK_ROW] = "row",       [BLANK_COL] = "col",
		[BLANK_EXPECTED] = "expected", [BLANK_ACTUAL] = "actual",
	};
	enum blank b = BLANK_CELL;

	while (b < BLANK_NAMED && !str_is(name, names[b]))
		b++;
	return b;
}

/* Wordings are lines of a data file: of what has an escape, they can hold these two. */
static struct str escape(struct str s, struct pool *pool)
{
	struct buf b = BUF_INIT;
	size_t i;

	if (s.n == 0 || (!memchr(s.p, '\\', s.n) && !memchr(s.p, '\r', s.n)))
		return s;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' || s.p[i] == '\r')
			buf_putc(&b, '\\');
		buf_putc(&b, s.p[i] == '\r' ? 'r' : s.p[i]);
	}
	s = pool_dup(pool, buf_str(&b));
	buf_free(&b);
	return s;
}

static void add(struct wording *w, struct str text, enum blank blank, struct str name)
{
	w->part = grow(w->part, &w->cap, w->n + 1, sizeof *w->part);
	w->part[w->n++] = (struct wording_part){text, blank, name};
}

void wording_parse(struct wording *w, struct str text, struct pool *pool)
{
	size_t open, end;

	*w = (struct wording){.n = 0};
	while ((open = str_find(text, STR("{"), 0)) != STR_NONE &&
	       (end = str_find(text, STR("}"), open)) != STR_NONE) {
		struct str name = str_sub(text, open + 1, end);

		add(w, escape(str_sub(text, 0, open), pool), blank_of(name), name);
		text = str_from(text, end + 1);
	}
	add(w, escape(text, pool), BLANK_NONE, STR_EMPTY);
}

void wording_free(struct wording *w)
{
	free(w->part);
	*w = (struct wording){.n = 0};
}
