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

/* Appends a character where there is room for four bytes. */
static void put(struct folded *f, uint32_t cp, uint32_t start)
{
	size_t n = f->text.n;

	f->from[n] = f->from[n + 1] = f->from[n + 2] = f->from[n + 3] = start;
	f->text.n += utf8_write(f->text.p + n, cp);
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

static bool is_left_out(uint32_t cp)
{
	return cp < 0x80 ? cp == ' ' || cp == '*' || cp == '#' : cp == UTF8_BAD;
}

/* Appends the ideographs from source.p[i] on that stay as they are, where there is room for all the
 * rest of the source; returns where they end. They are nearly all of the text. */
static size_t append_ideographs(struct folded *f, const struct fold *fold, struct str source,
				size_t i)
{
	const unsigned char *p = (const unsigned char *)source.p;
	size_t n = f->text.n;

	for (; source.n - i >= 3 && p[i] >= 0xe4 && p[i] <= 0xe9; i += 3) {
		uint32_t b = p[i + 1] ^ 0x80U, c = p[i + 2] ^ 0x80U; /* below 0x40 in UTF-8 */
		uint32_t cp = (p[i] & 0xfU) << 12 | b << 6 | c;

		if ((b | c) >= 0x40 || fold_cp(fold, cp) != cp)
			break;
		memcpy(f->text.p + n, p + i, 3);
		f->from[n] = f->from[n + 1] = f->from[n + 2] = (uint32_t)i;
		n += 3;
	}
	f->text.n = n;
	return i;
}

void folded_set(struct folded *f, const struct fold *fold, struct str source)
{
	size_t i = 0;

	source = str_sub(source, 0, UINT32_MAX);
	folded_clear(f);
	while (i < source.n) {
		size_t start;
		uint32_t cp;

		reserve(f, source.n - i + 4); /* few characters get longer */
		start = i = append_ideographs(f, fold, source, i);
		if (i == source.n)
			break;
		cp = fold_cp(fold, utf8_next(source, &i));
		if (is_left_out(cp))
			continue;
		put(f, cp, (uint32_t)start);
		if (cp == ')')
			drop_remark(f);
	}
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
