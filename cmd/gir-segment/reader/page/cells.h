/* cells: the text of a table's cells, from the words that stand in them.
 */
#ifndef GIR_CELLS_OF_PAGE_H
#define GIR_CELLS_OF_PAGE_H

#include "cmd/gir-segment/reader/page/grid.h"

/* The text of a cell; '\n' between its lines, and between figures that may be two numbers. */
struct cell_text {
	struct str s;
	bool figure; /* a number stands in it */
	bool full;   /* its last line reaches the cell's right side: it may go on elsewhere */
};

/* The texts of the grid's cells, in their order: xmalloc'ed. `word` are the words in the grid, n of
 * them, which are sorted anew; strings go to `pool`. */
struct cell_text *cells_read(const struct grid *g, struct page_word *word, size_t n,
			     struct pool *pool);

/* Whether the grid is a table: a few of its cells say something, and no running text stands in
 * them, as it does where a grid lays out a page. */
bool cells_are_table(const struct grid *g, const struct cell_text *text);

#endif
