/* Lines without tabs and bars: a cell a line, labels with their numbers behind them, or columns set
 * apart by runs of spaces as pdftotext -layout prints them. */
#include "cmd/gir-segment/layout/columns.h"
#include "cmd/gir-segment/layout/layouts.h"
#include "cmd/gir-segment/layout/lines.h"

/* The words before the values, put together again where one space parts them. */
static void write_label(const struct line *l, const struct piece *p, struct blocks *out)
{
	size_t i = 0;

	while (i < l->label) {
		const struct word *w = &l->word[i++];
		struct str cell = w->s;

		while (i < l->label && l->word[i].from - l->word[i - 1].to < GAP) {
			cell.n = (size_t)(l->word[i].s.p + l->word[i].s.n - cell.p);
			i++;
		}
		blocks_cell(out, p->section, cell, p->number);
	}
}

/* A line as it stands: its blank cells, if it has any, cannot be told. */
static void write_line(const struct line *l, const struct piece *p, struct blocks *out)
{
	size_t i;

	blocks_row(out);
	if (l->n == 1) { /* with its spaces: lines that differ in them are not the same line */
		blocks_cell(out, p->section, p->s, p->number);
		return;
	}
	write_label(l, p, out);
	for (i = l->label; i < l->n; i++)
		blocks_cell(out, p->section, l->word[i].s, p->number);
}

/* A line whose values stand under columns: a blank where nothing does. */
static void write_columns(const struct columns *c, const struct line *l, const struct piece *p,
			  struct blocks *out)
{
	size_t at, i = 0;

	blocks_row(out);
	write_label(l, p, out);
	for (at = 0; at < c->n; at++) {
		bool there = i < line_values(l) && c->of_value[i] == at;

		blocks_cell(out, p->section, there ? l->word[l->label + i].s : STR(" "), p->number);
		i += there;
	}
}

void layout_plain_line(const struct fold *f, const struct piece *p, struct blocks *out)
{
	struct line l = {.word = NULL};

	if (layout_is_sentence(p->s)) {
		blocks_text(out, "para", p->section, p->s, p->number);
		return;
	}
	line_read(f, p->s, &l);
	if (l.n)
		write_line(&l, p, out);
	line_free(&l);
}

void layout_spaces(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	struct page page;
	size_t i;

	page_open(&page, f, p, n);
	for (i = 0; i < n; i++) {
		struct columns *columns = page_columns(&page, i);
		struct line l = page.line[i];

		if (layout_is_sentence(p[i].s)) {
			blocks_text(out, "para", p[i].section, p[i].s, p[i].number);
			continue;
		}
		if (columns && columns_find(columns, &l) && page_confirms(&page, i, columns, &l))
			write_columns(columns, &l, &p[i], out);
		else if (l.n)
			write_line(&l, &p[i], out);
	}
	page_close(&page);
}
