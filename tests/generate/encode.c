#include <iconv.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"
#include "common/utf8.h"
#include "tests/generate/generate.h"

/* The simplified characters' traditional forms that Big5 holds, and converters. */
struct encoder {
	uint16_t traditional[0x10000];
	iconv_t gb18030, big5, utf16le, utf16be;
};

static iconv_t converter(const char *to)
{
	iconv_t c = iconv_open(to, "UTF-8");

	if (c == (iconv_t)-1)
		die("iconv: %s: not supported", to);
	return c;
}

/* False where a character has no code. */
static bool convert(iconv_t c, struct str s, struct buf *to)
{
	char *in = (char *)(uintptr_t)s.p, *out;
	size_t left = s.n, room;

	iconv(c, NULL, NULL, NULL, NULL);
	buf_reserve(to, 2 * s.n + 16);
	out = to->p + to->n;
	room = 2 * s.n + 16;
	if (iconv(c, &in, &left, &out, &room) == (size_t)-1)
		return false;
	to->n = (size_t)(out - to->p);
	return true;
}

static void load_traditional(struct encoder *e)
{
	struct data d;
	struct buf room = BUF_INIT;

	if (data_open(&d, "characters.tsv", data_text("characters.tsv")) != 0)
		die("characters.tsv: cannot be read");
	while (data_next(&d)) {
		size_t i = 0, j = 0;
		uint32_t from = utf8_next(data_get(&d, "from"), &i);
		uint32_t to = utf8_next(data_get(&d, "to"), &j);

		buf_clear(&room);
		if (from >= 0x4e00 && from < 0xa000 && !e->traditional[to & 0xffff] &&
		    convert(e->big5, data_get(&d, "from"), &room))
			e->traditional[to & 0xffff] = (uint16_t)from;
	}
	buf_free(&room);
}

struct encoder *encoder_new(void)
{
	struct encoder *e = xcalloc(1, sizeof *e);

	e->gb18030 = converter("GB18030");
	e->big5 = converter("BIG5");
	e->utf16le = converter("UTF-16LE");
	e->utf16be = converter("UTF-16BE");
	load_traditional(e);
	return e;
}

void encoder_free(struct encoder *e)
{
	iconv_close(e->gb18030);
	iconv_close(e->big5);
	iconv_close(e->utf16le);
	iconv_close(e->utf16be);
	free(e);
}

/* With the line ends and the characters of the document's style. */
static void styled(const struct encoder *e, const struct report *r, struct str text, struct buf *to)
{
	size_t i = 0;

	while (i < text.n) {
		uint32_t cp = utf8_next(text, &i);

		if (cp == '\n' && r->style.crlf)
			buf_putc(to, '\r');
		if (r->style.traditional && cp < 0x10000 && e->traditional[cp])
			cp = e->traditional[cp];
		buf_put_cp(to, cp);
	}
}

/* Which encodings are how common; a text that does not fit stays UTF-8. */
static const char *choose(struct encoder *e, struct report *r, struct str text, struct buf *to)
{
	unsigned which = r->noise ? (unsigned)random_below(&r->random, 100) : 99;
	bool big5 = r->style.traditional && which < 60;

	if (big5 && convert(e->big5, text, to))
		return "big5";
	buf_clear(to);
	if (!big5 && which < 25 && convert(e->gb18030, text, to))
		return "gb18030";
	buf_clear(to);
	if (!big5 && which >= 25 && which < 32) {
		buf_put(to, STR("\xff\xfe"));
		convert(e->utf16le, text, to);
		return "utf-16le";
	}
	if (!big5 && which >= 32 && which < 35) {
		buf_put(to, STR("\xfe\xff"));
		convert(e->utf16be, text, to);
		return "utf-16be";
	}
	if (which >= 35 && which < 45)
		buf_put(to, STR("\xef\xbb\xbf"));
	buf_put(to, text);
	return "utf-8";
}

const char *encode_gb18030(struct encoder *e, struct report *r, struct str text, struct buf *to)
{
	struct buf b = BUF_INIT;
	bool fits;

	styled(e, r, text, &b);
	fits = convert(e->gb18030, buf_str(&b), to);
	if (!fits) {
		buf_clear(to);
		buf_put(to, buf_str(&b));
	}
	buf_free(&b);
	return fits ? "gb18030" : "utf-8";
}

struct str encode_style(struct encoder *e, struct report *r, struct str text)
{
	struct buf b = BUF_INIT;
	bool crlf = r->style.crlf;
	struct str s;

	r->style.crlf = false;
	styled(e, r, text, &b);
	r->style.crlf = crlf;
	s = pool_dup(r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

const char *encode(struct encoder *e, struct report *r, struct str text, struct buf *to)
{
	struct buf b = BUF_INIT;
	const char *name;

	styled(e, r, text, &b);
	name = choose(e, r, buf_str(&b), to);
	buf_free(&b);
	return name;
}
