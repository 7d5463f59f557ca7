#include "cmd/gir-segment/reader/page/parts.h"

#include <math.h>

static const double EDGE = 3; /* points between the edges of two parts of a table */

/* The edge of `wide` at the same place as edge `i` of `g`, or SIZE_MAX. Pages may be shifted. */
static size_t same_edge(const struct grid *wide, const struct grid *g, size_t i)
{
	size_t k;

	for (k = 0; k <= wide->cols; k++)
		if (fabs((wide->x[k] - wide->x[0]) - (g->x[i] - g->x[0])) <= EDGE)
			return k;
	return SIZE_MAX;
}

/* Whether all edges of the part with fewer columns are the other's, too, the outer ones the same.
 */
static bool same_columns(const struct grid *wide, const struct grid *g)
{
	size_t i;

	if (wide->cols < g->cols) {
		const struct grid *swap = wide;

		wide = g;
		g = swap;
	}
	for (i = 0; i <= g->cols; i++)
		if (same_edge(wide, g, i) == SIZE_MAX)
			return false;
	return same_edge(wide, g, g->cols) == wide->cols;
}

/* ---- a row that a page break cuts ---- */

/* 2. or （三） or 四、: a label that begins. */
static bool begins_label(struct str s)
{
	static const char numerals[] = "一二三四五六七八九十";
	const struct str all = {numerals, sizeof numerals - 1};
	size_t i = 0;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i > 0 || str_starts(s, STR("（")) || str_starts(s, STR("(")))
		return true;
	return s.n >= 6 && str_has(all, str_sub(s, 0, 3)) && str_is(str_sub(s, 3, 6), "、");
}

/* The cell of the last row of the part before that stands over cell `c`; SIZE_MAX for none. */
static size_t cell_over(const struct parts *p, const struct grid *g, const struct grid_cell *c)
{
	size_t i, left = same_edge(p->grid, g, c->col);
	size_t right = same_edge(p->grid, g, c->col + c->cols);

	for (i = 0; i < p->grid->cells; i++) {
		const struct grid_cell *o = &p->grid->cell[i];

		if (o->row + o->rows == p->grid->rows && o->col == left &&
		    o->col + o->cols == right)
			return i;
	}
	return SIZE_MAX;
}

/* Whether the first row of a part is the rest of the row before: labels that go on, and no figure.
 */
static bool is_rest(const struct parts *p, const struct grid *g, const struct cell_text *text)
{
	size_t i, labels = 0;

	for (i = 0; i < g->cells && g->cell[i].row == 0; i++) {
		size_t over = cell_over(p, g, &g->cell[i]);

		if (over == SIZE_MAX || text[i].figure)
			return false;
		if (text[i].s.n == 0)
			continue;
		if (g->cell[i].rows != 1 || !p->text[over].full || p->text[over].figure ||
		    begins_label(text[i].s))
			return false;
		labels++;
	}
	return labels > 0;
}

static void join_rest(const struct parts *p, const struct grid *g, const struct cell_text *text,
		      struct reading *r)
{
	struct buf room = BUF_INIT;
	size_t i;

	for (i = 0; i < g->cells && g->cell[i].row == 0; i++) {
		struct text_line *line;

		if (text[i].s.n == 0)
			continue;
		line = &r->text.line[p->first + cell_over(p, g, &g->cell[i])];
		buf_clear(&room);
		buf_put(&room, line->s);
		buf_putc(&room, '\n');
		buf_put(&room, text[i].s);
		line->s = pool_dup(&r->pool, buf_str(&room));
	}
	buf_free(&room);
}

/* ---- writing ---- */

/* The columns of the cell, as the part with most columns counts them. */
static void place(const struct parts *p, const struct grid *g, const struct grid_cell *c,
		  struct text_cell *at)
{
	size_t left = same_edge(p->wide, g, c->col);
	size_t right = same_edge(p->wide, g, c->col + c->cols);

	at->table = p->table;
	at->row = p->rows + c->row + 1;
	at->rows = c->rows;
	at->col = (left == SIZE_MAX ? c->col : left) + 1;
	at->cols = left == SIZE_MAX || right == SIZE_MAX ? c->cols : right - left;
}

void parts_put(struct parts *p, const struct grid *g, const struct cell_text *text, size_t page,
	       size_t *number, struct reading *r)
{
	bool more = p->grid && same_columns(p->wide, g), rest;
	size_t i, first = r->text.n, rows = p->rows;

	rest = more && is_rest(p, g, text);
	if (rest)
		join_rest(p, g, text, r);
	if (!more) {
		p->table++;
		p->rows = rows = 0;
	}
	if (!more || g->cols > p->wide->cols)
		p->wide = g;
	for (i = 0; i < g->cells; i++) {
		struct text_line *line;

		if ((rest && g->cell[i].row == 0 && g->cell[i].rows == 1) ||
		    (g->cell[i].open && text[i].s.n == 0))
			continue;
		line = text_add(&r->text, text[i].s, ++*number);
		line->page = page;
		place(p, g, &g->cell[i], &line->cell);
	}
	p->rows = rows + g->rows;
	p->grid = r->text.n - first == g->cells ? g : NULL;
	p->text = text;
	p->first = first;
}

void parts_end(struct parts *p)
{
	p->grid = NULL;
}
