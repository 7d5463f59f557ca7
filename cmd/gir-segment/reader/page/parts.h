/* parts: tables that go on over page breaks, written as one.
 */
#ifndef GIR_PARTS_H
#define GIR_PARTS_H

#include "cmd/gir-segment/reader/page/cells.h"

/* The table written last. */
struct parts {
	size_t table, rows;      /* its number, and its rows so far */
	const struct grid *wide; /* the part of it with most columns */
	const struct grid *grid; /* its last part, NULL where it cannot go on */
	const struct cell_text *text;
	size_t first; /* the line of the last part's first cell */
};

/* Writes a grid's cells as lines, as more rows of the table before where it may be one of its
 * parts. *number is counted up, one a cell. */
void parts_put(struct parts *p, const struct grid *g, const struct cell_text *text, size_t page,
	       size_t *number, struct reading *r);
/* Something else was written: the next grid is another table. */
void parts_end(struct parts *p);

#endif
