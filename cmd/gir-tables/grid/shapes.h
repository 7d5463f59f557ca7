/* shapes: how the rows of a table are cut, learned from those whose place is certain.
 *
 * Extractors pad rows, merge cells and drop them, but each in one way throughout a table: a row
 * with blanks is read as its complete neighbours are.
 */
#ifndef GIR_SHAPES_H
#define GIR_SHAPES_H

#include "cmd/gir-tables/grid/window.h"

/* The shape of a row: so many cells behind the label, of them so many blank ones at the end; so
 * many in all of its source row; and where its place is certain by itself, so many before the
 * values. */
struct shape {
	size_t width, cells, tail, row_cells, lead;
	int depth;
	bool marked, certain;
};

struct shapes {
	struct shape *v;
	size_t n, cap;
};

/* Takes note of a run's window; one that has `width` values without a gap is certain by itself. */
void shapes_learn(struct shapes *s, const struct items *items, struct window w, size_t width,
		  int depth);
void shapes_free(struct shapes *s);

/* What the complete rows of this kind say of a row with so many cells: nothing, how many cells
 * stand before its values (*lead), or that complete rows have other counts of cells. */
enum learned { LEARNED_NOTHING, LEARNED_LEAD, LEARNED_OTHERWISE };
enum learned shapes_lead(const struct shapes *s, struct window w, size_t width, int depth,
			 size_t *lead);

/* Whether the row has as many cells as its like: a shorter one has lost some. */
bool shapes_regular(const struct shapes *s, const struct items *items, struct window w,
		    size_t width);

/* Whether blanks end the row, whose last value is `last`, where rows of its kind have values. */
bool shapes_padded(const struct shapes *s, const struct items *items, struct window w, size_t last,
		   size_t width, int depth);

/* How many cells stand before the values in a grid, by the place of the last column from the right;
 * STR_NONE where the rows disagree. */
size_t shapes_grid(const struct shapes *s, const struct items *items, struct window w,
		   size_t width);

#endif
