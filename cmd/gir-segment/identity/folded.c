#include "cmd/gir-segment/identity/folded.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"

/* Room for `more` bytes. */
static void reserve(struct folded *f, size_t more)
{
	size_t need = f->text.n + more;

	if (need <= f->cap)
		return;
	f->from = grow(f->from, &f->cap, need, sizeof *f->from);
	buf_reserve(&f->text, f->cap - f->text.n);
}

/* Writes a character where there is room for four bytes; returns how many it has. */
static inline size_t put(char *to, uint32_t *from, uint32_t cp, uint32_t start)
{
	from[0] = from[1] = from[2] = from[3] = start;
	if (cp < 0x800 || cp >= 0x10000)
		return utf8_write(to, cp);
	to[0] = (char)(0xe0 | cp >> 12); /* as most are */
	to[1] = (char)(0x80 | (cp >> 6 & 0x3f));
	to[2] = (char)(0x80 | (cp & 0x3f));
	return 3;
}

/* Also the bytes of letters with marks of tone (U+00C0 to U+02BF); those of ideographs begin with
 * another byte. */
static bool is_latin(char c)
{
	unsigned char b = (unsigned char)c;

	return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == ':' || b == '_' ||
	       (b >= 0x80 && b < 0xcb);
}

/* How much of text that ends in a closed bracket is left without it, if nothing but Latin letters
 * stands in it. */
static size_t without_remark(const char *text, size_t n)
{
	size_t i = n - 1;

	while (i > 0 && is_latin(text[i - 1]))
		i--;
	return i > 0 && text[i - 1] == '(' && i < n - 1 ? i - 1 : n;
}

static bool is_left_out(uint32_t cp)
{
	return cp < 0x80 ? cp == ' ' || cp == '*' || cp == '#' : cp == UTF8_BAD;
}

void folded_set(struct folded *f, const struct fold *fold, struct str source)
{
	size_t i = 0, n = 0;

	source = str_sub(source, 0, UINT32_MAX);
	folded_clear(f);
	reserve(f, source.n + 4); /* few characters get longer */
	while (i < source.n) {
		size_t start = i;
		uint32_t cp = fold_cp(fold, utf8_next(source, &i));

		if (is_left_out(cp))
			continue;
		if (f->cap - n < 4) {
			f->text.n = n;
			reserve(f, source.n - start + 4);
		}
		n += put(f->text.p + n, f->from + n, cp, (uint32_t)start);
		if (cp == ')')
			n = without_remark(f->text.p, n);
	}
	f->text.n = n;
}

struct str folded_source(const struct folded *f, struct str source, size_t i, size_t j)
{
	size_t end = f->from[j - 1];

	utf8_next(source, &end);
	return str_sub(source, f->from[i], end);
}

void folded_append(struct folded *f, const struct folded *of, size_t i, size_t j)
{
	size_t at = f->text.n, n = j - i;

	reserve(f, n);
	buf_put(&f->text, str_sub(folded_str(of), i, j));
	if (n > 0)
		memcpy(f->from + at, of->from + i, n * sizeof *f->from);
}

void folded_clear(struct folded *f)
{
	buf_clear(&f->text);
}

void folded_free(struct folded *f)
{
	buf_free(&f->text);
	free(f->from);
	*f = (struct folded){.cap = 0};
}
