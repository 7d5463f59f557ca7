#include "cmd/gir-report/html.h"

#include "common/utf8.h"

static struct str entity_of(uint32_t cp)
{
	switch (cp) {
	case '&':
		return STR("&amp;");
	case '<':
		return STR("&lt;");
	case '>':
		return STR("&gt;");
	case '"':
		return STR("&quot;");
	case '\'':
		return STR("&#39;");
	default:
		return STR_EMPTY;
	}
}

/* Controls but tab and line feed, noncharacters, and what would turn or hide the text behind it. */
static bool is_unfit(uint32_t cp)
{
	return (cp < 0x20 && cp != '\t' && cp != '\n') || (cp >= 0x7f && cp < 0xa0) ||
	       cp == UTF8_BAD || cp == 0x200e || cp == 0x200f || (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2066 && cp <= 0x2069) || (cp >= 0xfdd0 && cp <= 0xfdef) ||
	       (cp & 0xfffe) == 0xfffe;
}

void html_text(struct buf *to, struct str text)
{
	size_t i = 0, from = 0;

	while (i < text.n) {
		size_t at = i;
		uint32_t cp = utf8_next(text, &i);
		struct str instead = is_unfit(cp) ? STR("\xef\xbf\xbd") : entity_of(cp);

		if (instead.n == 0)
			continue;
		buf_put(to, str_sub(text, from, at));
		buf_put(to, instead);
		from = i;
	}
	buf_put(to, str_from(text, from));
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

void field_bytes(struct buf *to, struct str field)
{
	static const char from[] = "tnr\\", bytes[] = "\t\n\r\\";
	size_t i;

	for (i = 0; i < field.n; i++) {
		const char *at = field.p[i] == '\\' && i + 1 < field.n
					 ? memchr(from, field.p[i + 1], sizeof from - 1)
					 : NULL;

		if (at) {
			buf_putc(to, bytes[at - from]);
			i++;
		} else if (field.p[i] == '\\' && i + 3 < field.n && field.p[i + 1] == 'x' &&
			   hex_of(field.p[i + 2]) >= 0 && hex_of(field.p[i + 3]) >= 0) {
			buf_putc(to, (char)(hex_of(field.p[i + 2]) << 4 | hex_of(field.p[i + 3])));
			i += 3;
		} else {
			buf_putc(to, field.p[i]);
		}
	}
}

void html_field(struct buf *to, struct str field)
{
	struct buf room = BUF_INIT;

	if (field.n == 0 || !memchr(field.p, '\\', field.n)) {
		html_text(to, field);
		return;
	}
	field_bytes(&room, field);
	html_text(to, buf_str(&room));
	buf_free(&room);
}

static bool is_plain(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~/!$()*+,;=", c));
}

void html_path(struct buf *to, struct str path)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t i;

	for (i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if (is_plain(c)) {
			buf_putc(to, path.p[i]);
			continue;
		}
		buf_putc(to, '%');
		buf_putc(to, digits[c >> 4]);
		buf_putc(to, digits[c & 15]);
	}
}
