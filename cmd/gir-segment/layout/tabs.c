/* Cells behind tabs: a cell a line (text saved from Word), or a row a line (from a spreadsheet). */
#include "cmd/gir-segment/layout/layouts.h"

/* A cell whose text may go on over the next lines. */
struct open_cell {
	struct buf text;
	size_t line;
	int section;
	bool open;
};

static void close_cell(struct open_cell *c, struct blocks *out)
{
	if (c->open)
		blocks_cell(out, c->section, buf_str(&c->text), c->line);
	c->open = false;
	buf_clear(&c->text);
}

static void open_new(struct open_cell *c, struct str text, const struct piece *p)
{
	buf_put(&c->text, text);
	c->line = p->number;
	c->section = p->section;
	c->open = true;
}

/* Each tab of the line begins a cell; the last one may go on. */
static void start_cells(struct open_cell *c, const struct piece *p, struct blocks *out)
{
	struct str rest = str_from(p->s, 1), cell;

	while (str_cut(&rest, '\t', &cell)) {
		close_cell(c, out);
		open_new(c, cell, p);
	}
}

void layout_tab_cells(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	struct open_cell cell = {.text = BUF_INIT};
	bool in_row = false;
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = p[i].s;

		if (s.n && s.p[0] == '\t') {
			if (!in_row)
				blocks_row(out);
			in_row = true;
			start_cells(&cell, &p[i], out);
		} else if (s.n == 0 || layout_is_blank(f, s)) {
			close_cell(&cell, out);
			in_row = false;
		} else if (cell.open) { /* a label broken in its cell goes on without a tab */
			buf_putc(&cell.text, '\n');
			buf_put(&cell.text, s);
		} else {
			blocks_text(out, "para", p[i].section, s, p[i].number);
		}
	}
	close_cell(&cell, out);
	buf_free(&cell.text);
}

void layout_tab_rows(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct str rest = p[i].s, cell;

		if (!rest.n || !memchr(rest.p, '\t', rest.n)) {
			layout_plain_line(f, &p[i], out);
			continue;
		}
		if (layout_is_blank(f, rest)) /* tabs alone: a blank row says nothing */
			continue;
		blocks_row(out);
		while (str_cut(&rest, '\t', &cell))
			blocks_cell(out, p[i].section, cell, p[i].number);
	}
}
