#include "cmd/gir-segment/reader/page/grid.h"

#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/rulings.h"
#include "common/alloc.h"

static const double APART = 4;       /* points between two edges at least */
static const double DRAWN = 0.6;     /* the share of a field's side that is drawn, if it is */
static const double OVER_BORDER = 2; /* points that a word's centre may lie outside the table */

/* ---- which lines cross ---- */

/* Sets of lines: those across first, then those down. */
struct sets {
	size_t *parent;
	size_t across, n;
};

static size_t set_of(struct sets *s, size_t i)
{
	while (s->parent[i] != i) {
		s->parent[i] = s->parent[s->parent[i]];
		i = s->parent[i];
	}
	return i;
}

static bool meets(double at, const struct ruling *r)
{
	return at >= r->from - RULING_REACH && at <= r->to + RULING_REACH;
}

static void find_sets(const struct page *page, struct sets *s)
{
	size_t i, k;

	s->across = page->across.n;
	s->n = page->across.n + page->down.n;
	s->parent = xcalloc(s->n + 1, sizeof *s->parent);
	for (i = 0; i < s->n; i++)
		s->parent[i] = i;
	for (i = 0; i < page->across.n; i++)
		for (k = 0; k < page->down.n; k++)
			if (meets(page->down.v[k].at, &page->across.v[i]) &&
			    meets(page->across.v[i].at, &page->down.v[k]))
				s->parent[set_of(s, i)] = set_of(s, s->across + k);
}

/* The lines of set `set` among `all`, whose first one has the number `first`. */
static void members(struct sets *s, size_t set, const struct rulings *all, size_t first,
		    struct rulings *to)
{
	size_t i;

	to->n = 0;
	for (i = 0; i < all->n; i++) {
		if (set_of(s, first + i) != set)
			continue;
		to->v = grow(to->v, &to->cap, to->n + 1, sizeof *to->v);
		to->v[to->n++] = all->v[i];
	}
}

/* ---- edges ---- */

/* The least start or the greatest end of two lines at least: one alone may be drawn too long. */
static bool open_side(const struct rulings *r, bool end, double *side)
{
	double best = 0, next = 0;
	size_t i;

	for (i = 0; i < r->n; i++) {
		double v = end ? r->v[i].to : -r->v[i].from;

		if (i == 0 || v > best) {
			next = i ? best : v;
			best = v;
		} else if (i == 1 || v > next) {
			next = v;
		}
	}
	*side = end ? next : -next;
	return r->n >= 2;
}

/* The places of the lines, and the sides where lines that cross them run on beyond the last; NULL
 * where they are too many. *n is their count. */
static double *edges(const struct rulings *lines, const struct rulings *crossing, size_t most,
		     size_t *n)
{
	double *e = xcalloc(lines->n + 2, sizeof *e), side;
	size_t i, count = 0;

	if (open_side(crossing, false, &side) && side < lines->v[0].at - 2 * APART)
		e[count++] = side;
	for (i = 0; i < lines->n; i++)
		if (count == 0 || lines->v[i].at > e[count - 1] + APART)
			e[count++] = lines->v[i].at;
	if (open_side(crossing, true, &side) && side > e[count - 1] + 2 * APART)
		e[count++] = side;
	*n = count;
	if (count <= most + 1)
		return e;
	free(e);
	return NULL;
}

/* The field between edges that holds `at`; `slack` beyond the outer ones counts, too. */
static size_t between(const double *e, size_t fields, double at, double slack)
{
	size_t low = 0, high = fields;

	if (!(at >= e[0] - slack && at <= e[fields] + slack))
		return SIZE_MAX;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (at < e[middle])
			high = middle;
		else
			low = middle;
	}
	return low;
}

/* ---- walls ---- */

/* What is drawn: below field (row, col) at across[(row + 1) * cols + col], above the first row at
 * across[col]; to the right of it at down[row * (cols + 1) + col + 1]. */
struct walls {
	bool *across, *down;
};

static size_t edge_near(const double *e, size_t n, double at)
{
	size_t i;

	for (i = 0; i + 1 < n && fabs(e[i + 1] - at) <= fabs(e[i] - at); i++)
		;
	return i;
}

/* Marks the fields `line` runs along, where it covers the most of their side. */
static void mark(const struct ruling *line, const double *e, size_t fields, bool *first,
		 size_t step)
{
	size_t i;

	for (i = 0; i < fields; i++) {
		double from = fmax(line->from, e[i]), to = fmin(line->to, e[i + 1]);

		if (to - from >= DRAWN * (e[i + 1] - e[i]))
			first[i * step] = true;
	}
}

static void build_walls(const struct grid *g, const struct rulings *across,
			const struct rulings *down, struct walls *w)
{
	size_t i;

	w->across = xcalloc((g->rows + 1) * g->cols, sizeof *w->across);
	w->down = xcalloc(g->rows * (g->cols + 1), sizeof *w->down);
	for (i = 0; i < across->n; i++) {
		size_t at = edge_near(g->y, g->rows + 1, across->v[i].at);

		mark(&across->v[i], g->x, g->cols, &w->across[at * g->cols], 1);
	}
	for (i = 0; i < down->n; i++) {
		size_t at = edge_near(g->x, g->cols + 1, down->v[i].at);

		mark(&down->v[i], g->y, g->rows, &w->down[at], g->cols + 1);
	}
}

/* ---- cells ---- */

static void add_cell(struct grid *g, struct grid_cell c)
{
	size_t row, col;

	g->cell = grow(g->cell, &g->cell_cap, g->cells + 1, sizeof *g->cell);
	for (row = c.row; row < c.row + c.rows; row++)
		for (col = c.col; col < c.col + c.cols; col++)
			g->at[row * g->cols + col] = g->cells;
	g->cell[g->cells++] = c;
}

/* The fields that can be reached from `start` without a wall between, onto `stack`; marks them
 * seen. Returns how many. */
static size_t flood(const struct grid *g, const struct walls *w, size_t start, bool *seen,
		    size_t *stack)
{
	size_t n = 1, i;

	stack[0] = start;
	seen[start] = true;
	for (i = 0; i < n; i++) {
		size_t f = stack[i], row = f / g->cols, col = f % g->cols, k, found = 0, next[4];

		if (row > 0 && !w->across[row * g->cols + col])
			next[found++] = f - g->cols;
		if (row + 1 < g->rows && !w->across[(row + 1) * g->cols + col])
			next[found++] = f + g->cols;
		if (col > 0 && !w->down[row * (g->cols + 1) + col])
			next[found++] = f - 1;
		if (col + 1 < g->cols && !w->down[row * (g->cols + 1) + col + 1])
			next[found++] = f + 1;
		for (k = 0; k < found; k++) {
			if (seen[next[k]])
				continue;
			seen[next[k]] = true;
			stack[n++] = next[k];
		}
	}
	return n;
}

/* The least rectangle around `n` fields. */
static struct grid_cell around(const struct grid *g, const size_t *field, size_t n)
{
	size_t top = g->rows, left = g->cols, bottom = 0, right = 0, i;

	for (i = 0; i < n; i++) {
		size_t row = field[i] / g->cols, col = field[i] % g->cols;

		top = row < top ? row : top;
		bottom = row > bottom ? row : bottom;
		left = col < left ? col : left;
		right = col > right ? col : right;
	}
	return (struct grid_cell){top, left, bottom - top + 1, right - left + 1, false};
}

static int by_field(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* Fields that make no rectangle, because a piece of a line is missing: a cell each run within a
 * row. */
static void add_runs(struct grid *g, const struct walls *w, size_t *field, size_t n)
{
	size_t i = 0;

	qsort(field, n, sizeof *field, by_field);
	while (i < n) {
		size_t row = field[i] / g->cols, col = field[i] % g->cols, end = i + 1;

		while (end < n && field[end] == field[end - 1] + 1 && field[end] / g->cols == row &&
		       !w->down[row * (g->cols + 1) + field[end] % g->cols])
			end++;
		add_cell(g, (struct grid_cell){row, col, 1, end - i, false});
		i = end;
	}
}

static int by_row(const void *a, const void *b)
{
	const struct grid_cell *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->col > y->col) - (x->col < y->col);
}

/* Cells in the order of rows, and the fields that are theirs. */
static void sort_cells(struct grid *g)
{
	size_t i, row, col;

	if (g->cells)
		qsort(g->cell, g->cells, sizeof *g->cell, by_row);
	for (i = 0; i < g->cells; i++)
		for (row = g->cell[i].row; row < g->cell[i].row + g->cell[i].rows; row++)
			for (col = g->cell[i].col; col < g->cell[i].col + g->cell[i].cols; col++)
				g->at[row * g->cols + col] = i;
}

/* Marks the cells at the outer edge `edge` whose side is not drawn there, if most rows' is. */
static void mark_open(struct grid *g, const struct walls *w, size_t edge)
{
	size_t row, i, drawn = 0;

	for (row = 0; row < g->rows; row++)
		drawn += w->down[row * (g->cols + 1) + edge];
	for (i = 0; i < g->cells && drawn * 2 > g->rows; i++) {
		struct grid_cell *c = &g->cell[i];

		if (c->col == edge || (edge && c->col + c->cols == edge))
			c->open |= !w->down[c->row * (g->cols + 1) + edge];
	}
}

static void find_cells(struct grid *g, const struct walls *w)
{
	size_t fields = g->rows * g->cols, f;
	bool *seen;
	size_t *stack;

	if (g->cols == 0) /* cannot be: grids have two columns or more */
		return;
	seen = xcalloc(fields, sizeof *seen);
	stack = xcalloc(fields, sizeof *stack);
	g->at = xcalloc(fields, sizeof *g->at);
	for (f = 0; f < fields; f++) {
		struct grid_cell c;
		size_t n;

		if (seen[f])
			continue;
		n = flood(g, w, f, seen, stack);
		c = around(g, stack, n);
		if (c.rows * c.cols == n)
			add_cell(g, c);
		else
			add_runs(g, w, stack, n);
	}
	sort_cells(g);
	free(seen);
	free(stack);
}

/* ---- grids ---- */

static void grid_free(struct grid *g)
{
	free(g->x);
	free(g->y);
	free(g->cell);
	free(g->at);
}

/* Adds the grid of lines that cross, if it has two columns or more. */
static void add_grid(struct grids *grids, const struct rulings *across, const struct rulings *down)
{
	struct grid g = {.x = NULL};
	struct walls w = {NULL, NULL};
	size_t xs = 0, ys = 0;

	if (across->n == 0 || down->n == 0)
		return;
	g.x = edges(down, across, LIMIT_COLUMNS, &xs);
	g.y = edges(across, down, LIMIT_ROWS, &ys);
	if (g.x && g.y && xs >= 3 && ys >= 2 && (xs - 1) * (ys - 1) <= grids->fields) {
		g.cols = xs - 1;
		g.rows = ys - 1;
		grids->fields -= g.cols * g.rows;
		build_walls(&g, across, down, &w);
		find_cells(&g, &w);
		mark_open(&g, &w, 0);
		mark_open(&g, &w, g.cols);
	}
	free(w.across);
	free(w.down);
	if (g.cells < 2) {
		grid_free(&g);
		return;
	}
	grids->v = grow(grids->v, &grids->cap, grids->n + 1, sizeof *grids->v);
	grids->v[grids->n++] = g;
}

static int by_top(const void *a, const void *b)
{
	const struct grid *x = a, *y = b;

	if (x->y[0] != y->y[0])
		return x->y[0] < y->y[0] ? -1 : 1;
	return (x->x[0] > y->x[0]) - (x->x[0] < y->x[0]);
}

void grids_find(struct page *page, struct grids *grids)
{
	struct sets s;
	struct rulings across = {NULL, 0, 0}, down = {NULL, 0, 0};
	size_t i;

	rulings_merge(&page->across);
	rulings_merge(&page->down);
	find_sets(page, &s);
	for (i = 0; i < s.n; i++) {
		if (set_of(&s, i) != i)
			continue;
		members(&s, i, &page->across, 0, &across);
		members(&s, i, &page->down, s.across, &down);
		add_grid(grids, &across, &down);
	}
	if (grids->n)
		qsort(grids->v, grids->n, sizeof *grids->v, by_top);
	free(s.parent);
	free(across.v);
	free(down.v);
}

void grids_free(struct grids *grids)
{
	size_t i;

	for (i = 0; i < grids->n; i++)
		grid_free(&grids->v[i]);
	free(grids->v);
	*grids = (struct grids){.v = NULL};
}

size_t grid_cell_at(const struct grid *g, double x, double y)
{
	size_t col = between(g->x, g->cols, x, OVER_BORDER);
	size_t row = between(g->y, g->rows, y, OVER_BORDER);

	return row == SIZE_MAX || col == SIZE_MAX ? SIZE_MAX : g->at[row * g->cols + col];
}

struct box grid_box(const struct grid *g)
{
	return (struct box){g->x[0], g->y[0], g->x[g->cols], g->y[g->rows]};
}

struct box grid_cell_box(const struct grid *g, const struct grid_cell *c)
{
	return (struct box){g->x[c->col], g->y[c->row], g->x[c->col + c->cols],
			    g->y[c->row + c->rows]};
}
