#include "cmd/gir-segment/identity/folded.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"

/* Room for `more` bytes. */
static void reserve(struct folded *f, size_t more)
{
	size_t cap = f->cap, need = f->text.n + more;

	if (need <= f->cap)
		return;
	f->from = grow(f->from, &cap, need, sizeof *f->from);
	f->to = grow(f->to, &f->cap, need, sizeof *f->to);
	buf_reserve(&f->text, f->cap - f->text.n);
}

static void put(struct folded *f, uint32_t cp, size_t from, size_t to)
{
	size_t i = f->text.n;

	reserve(f, 4);
	f->text.n += utf8_write(f->text.p + i, cp);
	for (; i < f->text.n; i++) {
		f->from[i] = from;
		f->to[i] = to;
	}
}

/* Also the bytes of letters with marks of tone (U+00C0 to U+02BF); those of ideographs begin with
 * another byte. */
static bool is_latin(char c)
{
	unsigned char b = (unsigned char)c;

	return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == ':' || b == '_' ||
	       (b >= 0x80 && b < 0xcb);
}

/* Takes back a bracket just closed if nothing but Latin letters stands in it. */
static void drop_remark(struct folded *f)
{
	size_t i = f->text.n - 1;

	while (i > 0 && is_latin(f->text.p[i - 1]))
		i--;
	if (i > 0 && f->text.p[i - 1] == '(' && i < f->text.n - 1)
		f->text.n = i - 1;
}

void folded_set(struct folded *f, const struct fold *fold, struct str source)
{
	size_t i = 0;

	folded_clear(f);
	reserve(f, source.n); /* few characters get longer */
	while (i < source.n) {
		size_t from = i;
		uint32_t cp = fold_cp(fold, utf8_next(source, &i));

		if (cp == ' ' || cp == '*' || cp == '#' || cp == UTF8_BAD)
			continue;
		put(f, cp, from, i);
		if (cp == ')')
			drop_remark(f);
	}
}

void folded_append(struct folded *f, const struct folded *of, size_t i, size_t j)
{
	size_t at = f->text.n, n = j - i;

	reserve(f, n);
	buf_put(&f->text, str_sub(folded_str(of), i, j));
	if (n > 0) {
		memcpy(f->from + at, of->from + i, n * sizeof *f->from);
		memcpy(f->to + at, of->to + i, n * sizeof *f->to);
	}
}

void folded_clear(struct folded *f)
{
	buf_clear(&f->text);
}

void folded_free(struct folded *f)
{
	buf_free(&f->text);
	free(f->from);
	free(f->to);
	*f = (struct folded){.cap = 0};
}
