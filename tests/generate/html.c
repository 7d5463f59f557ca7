/* html: a clean page, as a careful publisher would write it. */
#include "tests/generate/formats.h"

#include "common/utf8.h"

void html_text(struct str s, const char *gap, struct buf *to)
{
	size_t i = 0;

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (cp == '\n')
			buf_put(to, str_of(gap));
		else if (cp == '&')
			buf_put(to, STR("&amp;"));
		else if (cp == '<')
			buf_put(to, STR("&lt;"));
		else if (cp == '>')
			buf_put(to, STR("&gt;"));
		else if (cp == 0xa0)
			buf_put(to, STR("&nbsp;"));
		else
			buf_put_cp(to, cp);
	}
}

void html_spans(const struct grid *g, size_t i, size_t j, struct buf *to)
{
	size_t rows = grid_rows(g, i, j), span = g->row[i].cell[j].span;

	if (rows > 1)
		say(to, " rowspan=\"%zu\"", rows);
	if (span > 1)
		say(to, " colspan=\"%zu\"", span);
}

static void put_row(const struct grid *g, size_t i, const char *blank, struct buf *to)
{
	const struct grid_row *row = &g->row[i];
	size_t j;

	buf_put(to, STR("<tr>\n"));
	for (j = 0; j < row->n; j++) {
		const struct grid_cell *c = &row->cell[j];
		const char *tag = c->kind == GRID_VALUE ? "td" : "th";

		if (grid_covered(g, i, j))
			continue;
		say(to, "<%s", tag);
		html_spans(g, i, j, to);
		buf_putc(to, '>');
		html_text(c->text, "<br>", to);
		if (c->text.n == 0)
			buf_put(to, str_of(blank));
		say(to, "</%s>\n", tag);
	}
	buf_put(to, STR("</tr>\n"));
}

/* The rows of names before the first row of the form stand in a head of their own. */
static void put_table(struct report *r, const struct grid *g, struct buf *to)
{
	static const char *const blanks[] = {"", "", "&nbsp;", "\n", "<br>", "&#160;"};
	const char *blank = PICK(&r->ink, blanks);
	size_t head = 0, i;

	while (g->table != TABLE_ACTIVE && head < g->n && g->row[head].row == STR_NONE &&
	       head + 1 < g->n)
		head++;
	buf_put(to, STR("<table>\n"));
	for (i = 0; i < g->n; i++) {
		if (i == 0)
			buf_put(to, head ? STR("<thead>\n") : STR("<tbody>\n"));
		if (i == head && i)
			buf_put(to, STR("</thead>\n<tbody>\n"));
		put_row(g, i, blank, to);
	}
	buf_put(to, STR("</tbody>\n</table>\n"));
}

static void put_block(struct report *r, const struct block *b, struct buf *to)
{
	static const char *const tags[] = {"p", "p", "h1", "h2", "table", "p"};
	const char *tag = tags[b->kind];

	if (b->kind == BLOCK_TABLE) {
		put_table(r, b->grid, to);
		return;
	}
	say(to, "<%s%s>", tag, b->kind == BLOCK_SIGNATURE ? " class=\"signature\"" : "");
	html_text(b->text, "<br>\n", to);
	say(to, "</%s>\n", tag);
}

void print_html(struct report *r, const struct blocks *b, struct buf *to)
{
	static const char *const charsets[] = {"utf-8", "utf-8", "UTF-8", "gb2312"};
	size_t i;

	buf_put(to, STR("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"));
	if (r->noise == 0)
		buf_put(to, STR("<meta charset=\"utf-8\">\n"));
	else if (random_chance(&r->ink, 75))
		say(to, "<meta charset=\"%s\">\n", PICK(&r->ink, charsets));
	say(to, "<title>政府信息公开工作年度报告</title>\n"
		"<style>\ntable { border-collapse: collapse }\nth, td { border: 1px solid }\n"
		"</style>\n</head>\n<body>\n<article>\n");
	for (i = 0; i < b->n; i++)
		put_block(r, &b->v[i], to);
	buf_put(to, STR("</article>\n</body>\n</html>\n"));
}
