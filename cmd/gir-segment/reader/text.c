/* Plain text and Markdown. */
#include "cmd/gir-segment/reader/readers.h"
#include "common/decode.h"

static bool ends_line(char c)
{
	return c == '\n' || c == '\r' || c == '\f';
}

/* The end of the line at `from`: the first byte that ends one, or s.n. */
static size_t line_end(struct str s, size_t from)
{
	static const char ends[] = {'\n', '\r', '\f'};
	size_t n = s.n - from, i;

	for (i = 0; i < sizeof ends && n > 0; i++) {
		const char *end = memchr(s.p + from, ends[i], n);

		n = end ? (size_t)(end - s.p) - from : n;
	}
	return from + n;
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

/* - 3 -, — 3 —, 第 3 页, P. 9: page numbers wherever they stand. */
static bool is_page_number(struct str s)
{
	static const struct {
		struct str before, behind;
	} marks[] = {{{"-", 1}, {"-", 1}},   {{"—", 3}, {"—", 3}},   {{"–", 3}, {"–", 3}},
		     {{"－", 3}, {"－", 3}}, {{"第", 3}, {"页", 3}}, {{"P.", 2}, {"", 0}}};
	size_t i;

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
	struct text_line *line;

	text_clear(t);
	t->unfinished = s.n && !ends_line(s.p[s.n - 1]);
	for (; from < s.n; from = i + 1) {
		i = line_end(s, from);
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

/* Markdown where it has headings or table rules of Markdown; else plain text. */
static const char *text_kind(const struct text *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		struct str s = t->line[i].s;
		size_t hashes = 0;

		while (hashes < s.n && s.p[hashes] == '#')
			hashes++;
		if (hashes >= 1 && hashes <= 6 && hashes < s.n && s.p[hashes] == ' ')
			return "markdown";
		if (s.n && memchr(s.p, '|', s.n) &&
		    (str_has(s, STR("|---")) || str_has(s, STR("| ---")) ||
		     str_has(s, STR("---|"))))
			return "markdown";
	}
	return "text";
}

bool read_text(struct reading *r, struct str bytes)
{
	struct decoded d;

	decode(bytes, NULL, &r->room, &d);
	r->encoding = d.encoding;
	r->undecodable = d.undecodable;
	split(&r->text, d.text);
	r->format = text_kind(&r->text);
	return true;
}
