/* Cells before bars: a row a line, or a cell a line (the bar may come on the next line). */
#include "cmd/gir-segment/layouts.h"

/* The rule under a head of a Markdown table: at least two runs of three dashes. A lone `--` is a
 * mark for not applicable. */
static bool is_separator(struct str s)
{
	size_t i, dashes = 0, runs = 0;

	for (i = 0; i < s.n; i++) {
		if (!memchr("|-:= \t", s.p[i], 6))
			return false;
		dashes = s.p[i] == '-' ? dashes + 1 : 0;
		runs += dashes == 3;
	}
	return runs >= 2;
}

/* A line `| a | b |` has two cells, and so have `a | b` and `a | b |`. */
static void cut_row(const struct piece *p, struct blocks *out)
{
	struct str rest = p->s, cell;

	rest = str_trim(rest);
	if (str_starts(rest, STR("|")))
		rest = str_from(rest, 1);
	blocks_row(out);
	while (str_cut(&rest, '|', &cell)) {
		if (!rest.p && str_trim(cell).n == 0) /* behind the last bar */
			break;
		blocks_cell(out, p->section, str_trim(cell), p->number);
	}
}

void layout_bar_rows(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = p[i].s;

		if (!s.n || !memchr(s.p, '|', s.n))
			layout_plain_line(f, &p[i], out);
		else if (!is_separator(s))
			cut_row(&p[i], out);
	}
}

/* The text before the next bar, gathered over lines. */
struct pending {
	struct buf text;
	size_t line;
	int section;
};

static void pend(struct pending *c, struct str s, const struct piece *p)
{
	s = str_trim(s);
	if (s.n == 0)
		return;
	if (c->text.n)
		buf_putc(&c->text, '\n');
	else
		c->line = p->number;
	c->section = p->section;
	buf_put(&c->text, s);
}

/* Text that no bar ever closed: a sentence, or a heading of the table. */
static void drop_pending(struct pending *c, struct blocks *out)
{
	blocks_text(out, "para", c->section, buf_str(&c->text), c->line);
	buf_clear(&c->text);
}

/* Every bar closes a cell; bars behind the first on a line pad the row that the cell ends. */
static void cut_cells(struct pending *c, const struct piece *p, struct blocks *out)
{
	struct str rest = p->s, cell;
	bool first = true;

	while (str_cut(&rest, '|', &cell)) {
		pend(c, cell, p);
		if (!rest.p)
			break;
		if (first)
			blocks_row(out);
		first = false;
		blocks_cell(out, p->section, buf_str(&c->text), c->text.n ? c->line : p->number);
		buf_clear(&c->text);
	}
}

void layout_bar_cells(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	struct pending cell = {.text = BUF_INIT};
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = p[i].s;
		bool bar = s.n && memchr(s.p, '|', s.n);

		if (is_separator(s))
			continue;
		if (bar) {
			cut_cells(&cell, &p[i], out);
		} else if (layout_is_sentence(s)) {
			drop_pending(&cell, out);
			blocks_text(out, "para", p[i].section, s, p[i].number);
		} else if (!layout_is_blank(f, s)) {
			pend(&cell, s, &p[i]);
		}
	}
	drop_pending(&cell, out);
	buf_free(&cell.text);
}
