#include "common/charset.h"

#include <ctype.h>
#include <stdlib.h>

#include "common/utf8.h"

const char *const charset_names[CHARSET_COUNT] = {"utf-8", "utf-16le", "utf-16be", "gb18030",
						  "big5"};

/* What iconv(3) calls the two that it reads. */
static const char *const iconv_names[CHARSET_COUNT] = {
	[CHARSET_GB18030] = "GB18030", [CHARSET_BIG5] = "BIG5"};

enum charset charset_named(const char *name)
{
	static const struct {
		const char *prefix;
		enum charset charset;
	} known[] = {
		{"utf8", CHARSET_UTF8},          {"utf16be", CHARSET_UTF16BE},
		{"utf16", CHARSET_UTF16LE},      {"gb18030", CHARSET_GB18030},
		{"gbk", CHARSET_GB18030},        {"gb2312", CHARSET_GB18030},
		{"cp936", CHARSET_GB18030},      {"ms936", CHARSET_GB18030},
		{"xgbk", CHARSET_GB18030},       {"euccn", CHARSET_GB18030},
		{"hzgb2312", CHARSET_COUNT},     {"windows936", CHARSET_GB18030},
		{"big5", CHARSET_BIG5},          {"xbig5", CHARSET_BIG5},
		{"cp950", CHARSET_BIG5},         {"windows950", CHARSET_BIG5},
		{"csbig5", CHARSET_BIG5},        {"csgb2312", CHARSET_GB18030},
		{"csgb231280", CHARSET_GB18030},
	};
	char plain[32];
	size_t n = 0, i;

	for (; name && *name && n < sizeof plain; name++)
		if (isalnum((unsigned char)*name))
			plain[n++] = (char)tolower((unsigned char)*name);
	for (i = 0; i < sizeof known / sizeof *known; i++)
		if (str_starts((struct str){plain, n}, str_of(known[i].prefix)))
			return known[i].charset;
	return CHARSET_COUNT;
}

void charsets_free(struct charsets *c)
{
	size_t i;

	free(c->usual);
	for (i = 0; i < CHARSET_COUNT; i++)
		pairs_free(c->pairs[i]);
	*c = CHARSETS_INIT;
}

struct pairs *charset_pairs(struct charsets *c, enum charset charset)
{
	if (!c->pairs[charset])
		c->pairs[charset] = pairs_new(iconv_names[charset]);
	return c->pairs[charset];
}

static void put_bad(struct buf *to, size_t bytes)
{
	while (bytes-- > 0)
		buf_put_cp(to, UTF8_BAD);
}

static size_t from_utf8(struct str s, struct buf *to)
{
	size_t bad = 0, valid;

	for (;;) {
		valid = utf8_valid(s);
		buf_put(to, str_sub(s, 0, valid));
		if (valid == s.n)
			return bad;
		put_bad(to, 1);
		bad++;
		s = str_from(s, valid + 1);
	}
}

static uint32_t unit(struct str s, size_t i, bool big)
{
	unsigned char a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];

	return big ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

uint32_t charset_next_wide(struct str s, size_t *i, bool big, size_t *bad)
{
	size_t at = *i;
	uint32_t cp, low = 0;

	*i = at + 2;
	*bad = 0;
	if (s.n - at < 2) {
		*i = s.n;
		*bad = 1;
		return UTF8_BAD;
	}
	cp = unit(s, at, big);
	if (cp < 0xd800 || cp >= 0xe000)
		return cp;
	if (cp < 0xdc00 && at + 3 < s.n)
		low = unit(s, at + 2, big);
	if (low >= 0xdc00 && low < 0xe000) {
		*i = at + 4;
		return 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
	}
	*bad = 2;
	return UTF8_BAD;
}

static size_t from_utf16(struct str s, bool big, struct buf *to)
{
	size_t all = 0, bad, i = 0;

	while (i < s.n) {
		uint32_t cp = charset_next_wide(s, &i, big, &bad);

		if (bad)
			put_bad(to, bad);
		else
			buf_put_cp(to, cp);
		all += bad;
	}
	return all;
}

static size_t from_pairs(struct pairs *p, struct str s, struct buf *to)
{
	enum { PART = 4096, MOST = 3 /* bytes that one becomes */, LONGEST = 4 };
	size_t all = 0, i = 0, bad;

	while (i < s.n) {
		size_t end = s.n - i < PART ? s.n : i + PART;
		char *out;

		buf_reserve(to, MOST * (end - i) + LONGEST);
		out = to->p + to->n;
		while (i < end) {
			uint32_t cp = pairs_next(p, s, &i, &bad);

			if (bad)
				break;
			out += utf8_write(out, cp);
		}
		to->n = (size_t)(out - to->p);
		put_bad(to, bad);
		all += bad;
	}
	return all;
}

size_t charset_convert(struct charsets *c, enum charset charset, struct str s, struct buf *to)
{
	switch (charset) {
	case CHARSET_UTF16LE:
	case CHARSET_UTF16BE:
		return from_utf16(s, charset == CHARSET_UTF16BE, to);
	case CHARSET_GB18030:
	case CHARSET_BIG5:
		return from_pairs(charset_pairs(c, charset), s, to);
	default:
		return from_utf8(s, to);
	}
}
