/* grid: the tables that the ruling lines of a page make.
 *
 * Lines that cross belong to one table. Its edges are the places of its lines; where a line is
 * missing between two fields they are one cell. Tables that are open at their sides, with no line
 * around them, end where their lines end.
 */
#ifndef GIR_GRID_H
#define GIR_GRID_H

#include "cmd/gir-segment/reader/page/page.h"

/* A cell; row and column from 0. */
struct grid_cell {
	size_t row, col, rows, cols;
	bool open; /* it has no outer side where other rows have one: their lines are all it has */
};

struct grid {
	double *x, *y;     /* the edges, rising */
	size_t cols, rows; /* one less than edges */
	struct grid_cell *cell;
	size_t cells, cell_cap;
	size_t *at; /* the cell of each field: rows times cols */
};

struct grids {
	struct grid *v;
	size_t n, cap;
	size_t fields; /* that further grids may have */
};

/* The grids of a page with two columns at least, from top to bottom. Merges the page's rulings.
 * The caller sets grids->fields. */
void grids_find(struct page *page, struct grids *grids);
void grids_free(struct grids *grids);

/* The cell that holds the place, or SIZE_MAX. */
size_t grid_cell_at(const struct grid *g, double x, double y);
struct box grid_box(const struct grid *g);
struct box grid_cell_box(const struct grid *g, const struct grid_cell *c);

#endif
