/* Plain text and Markdown. */
#include "cmd/gir-segment/reader/readers.h"
#include "common/decode.h"

static bool ends_line(char c)
{
	return c == '\n' || c == '\r' || c == '\f';
}

/* Where the next byte of each kind is that ends lines. Most texts have one kind only, and the
 * others are looked for once. */
struct line_ends {
	struct str s;
	size_t lf, cr, ff; /* s.n for none */
};

static size_t find(struct str s, char c, size_t from)
{
	const char *at = memchr(s.p + from, c, s.n - from);

	return at ? (size_t)(at - s.p) : s.n;
}

static struct line_ends line_ends(struct str s)
{
	if (s.n == 0)
		return (struct line_ends){s, 0, 0, 0};
	return (struct line_ends){s, find(s, '\n', 0), find(s, '\r', 0), find(s, '\f', 0)};
}

/* The end of the line at `from`, which is not before any asked for: the first byte that ends one,
 * or s.n. */
static size_t line_end(struct line_ends *e, size_t from)
{
	size_t end;

	if (e->lf < from)
		e->lf = find(e->s, '\n', from);
	if (e->cr < from)
		e->cr = find(e->s, '\r', from);
	if (e->ff < from)
		e->ff = find(e->s, '\f', from);
	end = e->cr < e->ff ? e->cr : e->ff;
	return e->lf < end ? e->lf : end;
}

/* A lone number of up to three digits, which is a page's where a form feed follows. */
static bool is_small_number(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n <= 3;
}

/* By its first byte: that of one of the marks below. */
static bool may_be_page_number(struct str s)
{
	unsigned char c = s.n ? (unsigned char)s.p[0] : 0;

	return c == '-' || c == 'P' || c == 0xe2 || c == 0xef || c == 0xe7;
}

/* - 3 -, — 3 —, 第 3 页, P. 9: page numbers wherever they stand. */
static bool is_page_number(struct str s)
{
	static const struct {
		struct str before, behind;
	} marks[] = {{{"-", 1}, {"-", 1}},   {{"—", 3}, {"—", 3}},   {{"–", 3}, {"–", 3}},
		     {{"－", 3}, {"－", 3}}, {{"第", 3}, {"页", 3}}, {{"P.", 2}, {"", 0}}};
	size_t i;

	if (!may_be_page_number(s))
		return false;
	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct str before = marks[i].before, behind = marks[i].behind;

		if (s.n > before.n + behind.n && str_starts(s, before) && str_ends(s, behind) &&
		    is_small_number(str_trim(str_sub(s, before.n, s.n - behind.n))))
			return true;
	}
	return false;
}

/* Before a form feed: the last line that says anything may be the page's number. `from` is where
 * the page begins. */
static void mark_page_end(struct text *t, size_t from)
{
	size_t i = t->n;

	while (i > from && str_trim(t->line[i - 1].s).n == 0)
		i--;
	if (i > from && is_small_number(str_trim(t->line[i - 1].s)))
		t->line[i - 1].page_number = true;
}

static void split(struct text *t, struct str s)
{
	size_t i, from = 0, number = 1, page = 0, page_from = 0;
	struct line_ends ends = line_ends(s);
	struct text_line *line;

	text_clear(t);
	t->whole = s;
	t->unfinished = s.n && !ends_line(s.p[s.n - 1]);
	for (; from < s.n; from = i + 1) {
		i = line_end(&ends, from);
		line = text_add(t, str_sub(s, from, i), number);
		line->page = page;
		line->page_number = is_page_number(str_trim(line->s));
		if (i < s.n && s.p[i] == '\f') {
			mark_page_end(t, page_from);
			page_from = t->n;
			page++;
		}
		if (i < s.n && s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
		if (i < s.n && s.p[i] != '\f') /* editors count no line at a page break */
			number++;
	}
}

/* A rule of dashes under the head of a table. */
static bool has_rule(struct str s)
{
	return str_has(s, STR("---")) &&
	       (str_has(s, STR("|---")) || str_has(s, STR("| ---")) || str_has(s, STR("---|")));
}

static bool is_heading(struct str s)
{
	size_t hashes = 0;

	while (hashes < s.n && s.p[hashes] == '#')
		hashes++;
	return hashes >= 1 && hashes <= 6 && hashes < s.n && s.p[hashes] == ' ';
}

/* Markdown where it has headings or table rules of Markdown; else plain text. */
static const char *text_kind(struct str s, const struct text *t)
{
	size_t i;

	if (has_rule(s))
		return "markdown";
	for (i = 0; i < t->n; i++)
		if (is_heading(t->line[i].s))
			return "markdown";
	return "text";
}

bool read_text(struct reading *r, struct str bytes)
{
	struct decoded d;

	if (!decode_text(&r->charsets, bytes, &r->room, &d)) {
		r->format = "binary";
		return false;
	}
	r->encoding = d.encoding;
	r->undecodable = d.undecodable;
	split(&r->text, d.text);
	r->format = text_kind(d.text, &r->text);
	return true;
}
