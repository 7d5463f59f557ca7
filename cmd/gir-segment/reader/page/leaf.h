/* leaf: what stands on a page: its tables, and the lines of words beside them.
 */
#ifndef GIR_LEAF_H
#define GIR_LEAF_H

#include "cmd/gir-segment/reader/page/cells.h"
#include "cmd/gir-segment/reader/page/wordlines.h"

struct leaf {
	const struct page *page;
	struct grids grids;
	struct cell_text **text; /* of each grid's cells */
	struct wordlines lines;  /* of the words in no grid, from top to bottom; */
	struct page_word *word;  /* they are lines.v[i].from etc. of these */
	double left, right;      /* where the running text begins and ends */
	double unit;             /* the width of half a character of the smallest font */
};

/* Reads a page; *fields is how many fields of grids the document may still have. */
void leaf_read(struct leaf *s, struct page *page, size_t *fields, struct pool *pool);
void leaf_free(struct leaf *s);

/* Marks page numbers and running heads in the lines of all pages. */
void leaves_mark_margins(struct leaf *s, size_t n);

#endif
