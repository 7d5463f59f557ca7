#include "common/format.h"

#include "common/decode.h"
#include "common/ole.h"

static const struct {
	struct str magic;
	const char *format;
} magics[] = {
	{{"%PDF-", 5}, "pdf"},
	{{"{\\rtf", 5}, "rtf"},
	{{"\x89PNG\r\n\x1a\n", 8}, "image"},
	{{"\xff\xd8\xff", 3}, "image"},
	{{"GIF8", 4}, "image"},
	{{"II*\0", 4}, "image"},
	{{"MM\0*", 4}, "image"},
	{{"\x1f\x8b\x08", 3}, "gzip"},
	{{"BZh", 3}, "bzip2"},
	{{"\xfd\x37zXZ\0", 6}, "xz"},
	{{"\x28\xb5\x2f\xfd", 4}, "zstd"},
	{{"7z\xbc\xaf\x27\x1c", 6}, "7z"},
	{{"Rar!\x1a\x07", 6}, "rar"},
};

static uint32_t little(struct str s, size_t at, int bytes)
{
	uint32_t v = 0;

	while (bytes-- > 0)
		v = v << 8 | (unsigned char)s.p[at + (size_t)bytes];
	return v;
}

/* Riff pictures and bitmaps carry their kind or size further on. */
static bool is_picture(struct str s)
{
	if (s.n >= 16 && str_starts(s, STR("RIFF")) && memcmp(s.p + 8, "WEBP", 4) == 0)
		return true;
	return s.n >= 26 && str_starts(s, STR("BM")) && little(s, 6, 4) == 0 &&
	       little(s, 10, 4) < s.n;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* ---- packed files ---- */

/* What the names of a zip's members, seen one by one, say about the whole. */
struct zip_signs {
	const char *format; /* told by one member, or NULL */
	const char *office; /* the kind of Office document, if it is one */
	bool types;         /* it has [Content_Types].xml, as every Office document */
};

static bool starts_as(struct str s, const char *prefix)
{
	size_t i;

	for (i = 0; prefix[i]; i++)
		if (i >= s.n ||
		    (lower(s.p[i]) != lower(prefix[i]) && !(prefix[i] == '/' && s.p[i] == '\\')))
			return false;
	return true;
}

static const char *mime_format(struct str content)
{
	if (str_starts(content, STR("application/vnd.oasis.opendocument.text")))
		return "odt";
	if (str_starts(content, STR("application/vnd.oasis.opendocument.")))
		return "odf";
	return str_starts(content, STR("application/epub+zip")) ? "epub" : NULL;
}

static void see_member(struct zip_signs *z, struct str name, struct str content)
{
	static const char *const offices[][2] = {
		{"word/", "docx"}, {"xl/", "xlsx"}, {"ppt/", "pptx"}};
	size_t i;

	if (str_starts(name, STR("/")))
		name = str_from(name, 1);
	z->types |= starts_as(name, "[Content_Types].xml");
	for (i = 0; !z->office && i < sizeof offices / sizeof *offices; i++)
		if (starts_as(name, offices[i][0]))
			z->office = offices[i][1];
	if (z->format)
		return;
	if (name.n == 17 && starts_as(name, "word/document.xml"))
		z->format = "docx";
	else if (str_is(name, "xl/workbook.xml"))
		z->format = "xlsx";
	else if (name.n == 7 && starts_as(name, "OFD.xml"))
		z->format = "ofd";
	else if (str_is(name, "META-INF/MANIFEST.MF"))
		z->format = "jar";
	else if (str_is(name, "mimetype"))
		z->format = mime_format(content);
}

/* Walks the central directory entries (PKWARE APPNOTE 4.3.12) from `at`. */
static void see_directory(struct zip_signs *z, struct str s, size_t at)
{
	while (!z->format && at + 46 <= s.n && memcmp(s.p + at, "PK\1\2", 4) == 0) {
		size_t name = little(s, at + 28, 2), rest = little(s, at + 30, 2);
		size_t local = little(s, at + 42, 4), data = s.n;

		if (local < s.n && s.n - local >= 30)
			data = local + 30 + little(s, local + 26, 2) + little(s, local + 28, 2);
		rest += little(s, at + 32, 2);
		see_member(z, str_sub(s, at + 46, at + 46 + name), str_from(s, data));
		at += 46 + name + rest;
	}
}

/* Walks the members themselves (4.3.7), for a zip that is cut off. Where the length of one is not
 * known beforehand, the mark of the next is looked for. */
static void see_members(struct zip_signs *z, struct str s)
{
	size_t at = 0;

	while (!z->format && at != STR_NONE && at + 30 <= s.n) {
		size_t packed = little(s, at + 18, 4), name = little(s, at + 26, 2);
		size_t data = at + 30 + name + little(s, at + 28, 2);
		bool known = !(little(s, at + 6, 2) & 8);

		see_member(z, str_sub(s, at + 30, at + 30 + name), str_from(s, data));
		at = known ? data + packed : str_find(s, STR("PK\3\4"), data);
		if (at == STR_NONE || at + 4 > s.n || memcmp(s.p + at, "PK\3\4", 4) != 0)
			break;
	}
}

static const char *zip_format(struct str s)
{
	struct zip_signs z = {NULL, NULL, false};
	size_t i, back = s.n < 65557 ? s.n : 65557;

	/* The end record may be followed by a comment, and is found from behind. */
	for (i = 22; i <= back && memcmp(s.p + s.n - i, "PK\5\6", 4) != 0; i++)
		;
	if (i <= back)
		see_directory(&z, s, little(s, s.n - i + 16, 4));
	if (!z.format && !z.office)
		see_members(&z, s);
	if (z.format)
		return z.format;
	return z.types ? (z.office ? z.office : "opc") : "zip";
}

/* A tar begins with the header of its first member, whose bytes are summed in it (POSIX, pax). */
static bool is_tar(struct str s)
{
	size_t i, sum = 0, stated = 0;

	if (s.n < 512 || s.p[0] == '\0')
		return false;
	for (i = 148; i < 156 && (s.p[i] == ' ' || (s.p[i] >= '0' && s.p[i] <= '7')); i++)
		if (s.p[i] != ' ')
			stated = stated * 8 + (size_t)(s.p[i] - '0');
	for (i = 0; i < 512 && stated; i++)
		sum += i >= 148 && i < 156 ? ' ' : (unsigned char)s.p[i];
	return stated && sum == stated;
}

bool format_is_archive(const char *format)
{
	static const char *const archives[] = {"zip",  "tar",   "7z", "rar",
					       "gzip", "bzip2", "xz", "zstd"};
	size_t i;

	for (i = 0; i < sizeof archives / sizeof *archives; i++)
		if (strcmp(format, archives[i]) == 0)
			return true;
	return false;
}

/* ---- text ---- */

static bool tag_is(struct str s, struct str name)
{
	size_t i;

	for (i = 0; i < name.n; i++)
		if (i >= s.n || lower(s.p[i]) != name.p[i])
			return false;
	return i == s.n || !((lower(s.p[i]) >= 'a' && lower(s.p[i]) <= 'z') || s.p[i] == '-');
}

/* Word's XML of 2003, and that of 2007 in one file: the instruction comes before any element. */
static bool is_wordml(struct str s)
{
	s = str_sub(s, 0, 1024);
	return str_has(s, STR("<?xml")) && str_has(s, STR("<?mso-application")) &&
	       str_has(s, STR("Word.Document"));
}

/* A web page with its pictures as one message (RFC 2557): headers of a letter. */
static bool is_mht(struct str s)
{
	char head[1024];
	struct str lowered;
	size_t i;

	s = str_sub(str_trim(s), 0, sizeof head);
	if (s.n == 0 || !memchr(s.p, '/', s.n)) /* of multipart/related, which text seldom has */
		return false;
	for (i = 0; i < s.n; i++)
		head[i] = lower(s.p[i]);
	lowered = (struct str){head, s.n};
	return (str_starts(lowered, STR("mime-version:")) ||
		str_has(lowered, STR("\nmime-version:"))) &&
	       str_has(lowered, STR("content-type: multipart/related"));
}

/* What a page may open with. */
static const char opening_tags[] =
	"!doctype html|html|head|body|meta|title|table|div|p|script|style|link|span|h1"
	"|h2|h3|center|font|br|form|section|article|main|ul|a|img|tr|tbody|td|b|strong"
	"|base|h4|h5|h6|ol|dl|header|nav|pre|thead|th|em|i|u|input|iframe";

/* Whether ASCII text, blanks cut off its start, opens with a tag of HTML. */
static bool opens_html(struct str s)
{
	struct str rest = str_of(opening_tags), tag;
	size_t end;

	for (s = str_trim(s); str_starts(s, STR("<!--")) || str_starts(s, STR("<?xml"));
	     s = str_trim(str_from(s, end + 1))) {
		end = str_starts(s, STR("<!--")) ? str_find(s, STR("-->"), 4) : 0;
		if (end == STR_NONE)
			return false;
		end = str_find(s, STR(">"), end);
		if (end == STR_NONE)
			return false;
	}
	while (str_starts(s, STR("<")) && str_cut(&rest, '|', &tag))
		if (tag_is(str_from(s, 1), tag))
			return true;
	return false;
}

/* Whether a page begins on a line further on: behind what a server said before it. */
static bool holds_html(struct str s)
{
	size_t i;

	for (i = str_find(s, STR("<"), 0); i != STR_NONE; i = str_find(s, STR("<"), i + 1))
		if (str_ends(str_sub(s, 0, i), STR("\n")) &&
		    (tag_is(str_from(s, i + 1), STR("html")) ||
		     tag_is(str_from(s, i + 1), STR("body")) ||
		     tag_is(str_from(s, i + 1), STR("!doctype html"))))
			return true;
	return false;
}

static bool is_html(struct str s)
{
	char plain[4096];
	size_t n = 0, i, end;

	if (str_starts(s, STR("\xef\xbb\xbf")))
		s = str_from(s, 3);
	if (str_starts(s, STR("\xff\xfe")) || str_starts(s, STR("\xfe\xff")))
		s = str_from(s, 2);
	for (s = str_trim(s); str_starts(s, STR("<!--")); s = str_trim(str_from(s, end + 3))) {
		end = str_find(s, STR("-->"), 4);
		if (end == STR_NONE)
			break;
	}
	s = str_sub(s, 0, sizeof plain);
	if (s.n && memchr(s.p, 0, s.n)) { /* UTF-16 becomes ASCII enough */
		for (i = 0; i < s.n; i++)
			if (s.p[i])
				plain[n++] = s.p[i];
		s = (struct str){plain, n};
	}
	return opens_html(s) || holds_html(s);
}

static bool is_blank(struct str s)
{
	size_t i;

	if (str_starts(s, STR("\xef\xbb\xbf")))
		s = str_from(s, 3);
	for (i = 0; i < s.n; i++)
		if (s.p[i] != ' ' && (s.p[i] < '\t' || s.p[i] > '\r'))
			return false;
	return true;
}

const char *format_of(struct charsets *c, struct str bytes)
{
	size_t i;

	if (is_blank(bytes))
		return "empty";
	for (i = 0; i < sizeof magics / sizeof *magics; i++)
		if (str_starts(bytes, magics[i].magic))
			return magics[i].format;
	if (str_starts(bytes, STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
		return ole_format(bytes);
	if (is_picture(bytes))
		return "image";
	if (str_starts(bytes, STR("PK\3\4")) || str_starts(bytes, STR("PK\5\6")))
		return zip_format(bytes);
	if (is_tar(bytes))
		return "tar";
	if (str_has(str_sub(bytes, 0, 1024), STR("%PDF-")) && looks_binary(c, bytes))
		return "pdf";
	if (is_wordml(bytes))
		return "wordml";
	if (is_mht(bytes)) /* it holds HTML */
		return "mht";
	if (is_html(bytes))
		return "html";
	return "text";
}
