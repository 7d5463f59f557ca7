#include "cmd/gir-segment/reader/page/glyphs.h"

#include "common/utf8.h"

bool glyph_is_blank(uint32_t cp)
{
	return cp <= ' ' || cp == 0xa0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200d) ||
	       cp == 0x202f || cp == 0xfeff || cp == 0xad;
}

static bool is_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 0xff10 && cp <= 0xff19);
}

static bool is_latin(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

static uint32_t first(struct str s)
{
	size_t i = 0;

	return s.n ? utf8_next(s, &i) : 0;
}

static uint32_t last(struct str s)
{
	size_t i = s.n;

	while (i > 0 && ((unsigned char)s.p[i - 1] & 0xc0) == 0x80)
		i--;
	if (i == 0)
		return 0;
	i--;
	return utf8_next(s, &i);
}

size_t glyphs_count(struct str s)
{
	return utf8_length(s);
}

size_t glyphs_width(struct str s)
{
	size_t i = 0, width = 0;

	while (i < s.n)
		width += utf8_next(s, &i) >= 0x1100 ? 2 : 1;
	return width ? width : 1;
}

size_t glyphs_unmapped(struct str s)
{
	size_t i = 0, n = 0;

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		n += cp == UTF8_BAD || (cp >= 0xe000 && cp <= 0xf8ff) || cp >= 0xf0000;
	}
	return n;
}

struct str glyphs_trim(struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		size_t next = i;

		if (!glyph_is_blank(utf8_next(s, &next)))
			break;
		i = next;
	}
	s = str_from(s, i);
	while (s.n && glyph_is_blank(last(s)))
		for (s.n--; s.n && ((unsigned char)s.p[s.n] & 0xc0) == 0x80; s.n--)
			;
	return s;
}

bool glyphs_digit_first(struct str s)
{
	return is_digit(first(s));
}

bool glyphs_digit_last(struct str s)
{
	return is_digit(last(s));
}

bool glyphs_has_digit(struct str s)
{
	size_t i = 0;

	while (i < s.n)
		if (is_digit(utf8_next(s, &i)))
			return true;
	return false;
}

bool glyphs_is_number(struct str s)
{
	static const char marks[] = ".,-+";
	size_t i = 0;

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (!is_digit(cp) && (cp >= 0x80 || !strchr(marks, (int)cp)) && cp != 0xff0e &&
		    cp != 0xff0c && cp != 0xff0d && cp != 0xff0b)
			return false;
	}
	return glyphs_has_digit(s);
}

bool glyphs_latin_first(struct str s)
{
	return is_latin(first(s));
}

bool glyphs_latin_last(struct str s)
{
	return is_latin(last(s));
}
