/* bars: the layouts with '|', as converters of web pages leave them. */
#include "tests/generate/generate.h"

enum { TAILS, NO_TAILS, OUTER_TAILS, OUTER_GRID, LEADING };

static void put_cell(struct report *r, const struct grid_row *row, const struct grid_cell *c,
		     struct buf *to)
{
	struct str text = c->text, piece;
	bool cut = row->row == STR_NONE && r->noise >= 2 && r->style.variant == 1, first = true;

	while (str_cut(&text, '\n', &piece)) {
		if (!first && cut)
			break;
		if (!first)
			buf_putc(to, ' ');
		buf_put(to, piece);
		first = false;
	}
}

static void put_bars(size_t n, struct buf *to)
{
	while (n--)
		buf_putc(to, '|');
}

static bool has_blank(const struct grid_row *row)
{
	size_t j;

	for (j = 0; j < row->n; j++)
		if (row->cell[j].kind == GRID_VALUE && row->cell[j].text.n == 0)
			return true;
	return false;
}

/* A row with a blank cell falls apart into lines. */
static void fallen_row(struct report *r, const struct grid *g, const struct grid_row *row,
		       bool tails, struct buf *to)
{
	size_t j;

	for (j = 0; j < row->n; j++) {
		if (row->cell[j].kind == GRID_ABOVE)
			continue;
		put_cell(r, row, &row->cell[j], to);
		buf_put(to, row->cell[j].text.n ? STR(" |\n") : STR("|\n"));
	}
	if (tails && grid_lack(g, row)) {
		put_bars(grid_lack(g, row), to);
		buf_putc(to, '\n');
	}
}

static void tail_row(struct report *r, const struct grid *g, const struct grid_row *row, int style,
		     struct buf *to)
{
	size_t j;

	if (style != OUTER_TAILS && has_blank(row)) {
		fallen_row(r, g, row, style == TAILS, to);
		return;
	}
	if (style == OUTER_TAILS)
		buf_put(to, STR("| "));
	for (j = 0; j < row->n; j++) {
		if (row->cell[j].kind == GRID_ABOVE)
			continue;
		put_cell(r, row, &row->cell[j], to);
		buf_put(to, STR(" | "));
	}
	if (style == NO_TAILS || grid_lack(g, row) == 0)
		to->n--;
	else
		put_bars(grid_lack(g, row), to);
	buf_putc(to, '\n');
}

/* Every column of the grid, merged ones empty; the first row is the header of the markdown. */
static void grid_row(struct report *r, const struct grid *g, size_t at, struct buf *to)
{
	const struct grid_row *row = &g->row[at];
	size_t j, k;

	buf_putc(to, '|');
	for (j = 0; j < row->n; j++) {
		for (k = 0; k < row->cell[j].span; k++) {
			buf_putc(to, ' ');
			if (k == 0)
				put_cell(r, row, &row->cell[j], to);
			buf_put(to, STR(" |"));
		}
	}
	buf_putc(to, '\n');
	for (k = 0; at == 0 && k < g->width; k++)
		buf_put(to, k ? STR(" --- |") : STR("| --- |"));
	if (at == 0)
		buf_putc(to, '\n');
}

/* No outer bar; what is covered from above leaves its bar. */
static void leading_row(struct report *r, const struct grid_row *row, struct buf *to)
{
	size_t j;

	for (j = 0; j < row->n; j++) {
		put_cell(r, row, &row->cell[j], to);
		if (row->cell[j].text.n)
			buf_putc(to, ' ');
		buf_put(to, j + 1 < row->n ? STR("| ") : STR("|\n"));
	}
}

void print_pipes(struct report *r, const struct grid *g, struct buf *to)
{
	int style = r->style.variant % 5;
	size_t i;

	for (i = 0; i < g->n; i++) {
		if (style == OUTER_GRID)
			grid_row(r, g, i, to);
		else if (style == LEADING)
			leading_row(r, &g->row[i], to);
		else
			tail_row(r, g, &g->row[i], style, to);
	}
	if (style == OUTER_GRID)
		buf_putc(to, '\n');
}

/* The bars of a row that lacks columns: in one line, a line each, or none. */
static void put_tail(struct report *r, size_t lack, struct buf *to)
{
	int style = r->style.variant % 3;

	if (lack == 0 || style == 2)
		return;
	if (style == 0) {
		put_bars(lack, to);
		buf_putc(to, '\n');
		return;
	}
	while (lack--)
		buf_put(to, STR("|\n"));
}

static void bar_cell(struct report *r, const struct grid_cell *c, struct buf *to)
{
	buf_put(to, c->text);
	if (c->text.n && str_has(c->text, STR("\n")) && r->style.variant % 2)
		buf_putc(to, '\n');
	else if (c->text.n)
		buf_putc(to, ' ');
	buf_put(to, STR("|\n"));
}

/* A cell a line with a closing bar. Variants 3 to 5 begin each row with a lone bar (B2), or keep
 * the rows with one wide value on one line (B3). */
void print_bars(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i, j;

	for (i = 0; i < g->n; i++) {
		const struct grid_row *row = &g->row[i];
		size_t lack = grid_lack(g, row), last = row->n - 1;
		bool wide = r->style.variant == 3 && lack && row->cell[last].kind == GRID_VALUE &&
			    g->table == TABLE_ACTIVE && row->cell[last].text.n;

		if (r->style.variant == 4)
			buf_put(to, STR("|\n"));
		for (j = 0; j < row->n; j++)
			if (row->cell[j].kind != GRID_ABOVE && !(wide && j == last))
				bar_cell(r, &row->cell[j], to);
		if (wide) {
			say(to, "%.*s | ", STR_ARG(row->cell[last].text));
			put_bars(lack, to);
			buf_putc(to, '\n');
		} else {
			put_tail(r, lack, to);
		}
	}
	if (r->noise >= 2 && random_chance(&r->random, 15))
		buf_put(to, STR("|\n|\n"));
}

/* The bar on a line of its own. */
void print_bar_lines(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i, j;

	for (i = 0; i < g->n; i++) {
		const struct grid_row *row = &g->row[i];

		for (j = 0; j < row->n; j++) {
			if (row->cell[j].kind == GRID_ABOVE)
				continue;
			if (row->cell[j].text.n)
				say(to, "%.*s\n", STR_ARG(row->cell[j].text));
			buf_put(to, STR("|\n"));
		}
		if (r->style.variant % 3 != 2 && grid_lack(g, row)) {
			put_bars(grid_lack(g, row), to);
			buf_putc(to, '\n');
		}
	}
}
