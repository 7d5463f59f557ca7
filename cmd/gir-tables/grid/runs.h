/* runs: the values that stand behind each row's label.
 *
 * A run is a label and the items from it to the next label. Where the layout marks rows, what
 * stands in the label's own row is told from what follows it.
 */
#ifndef GIR_RUNS_H
#define GIR_RUNS_H

#include "cmd/gir-tables/grid/items.h"

struct run {
	const struct label *label;     /* of a row, or of a group whose rows' labels are lost */
	size_t from, to;               /* its items */
	size_t own;                    /* of them, in the label's own row of the source */
	bool marked;                   /* the label's row in the source holds more than the label */
	size_t header_from, header_to; /* the column labels above it */
	size_t line;
};

/* A column's label, and all that its cell says: the unit may stand there. */
struct header {
	const struct label *label;
	struct str text;
	size_t row;             /* its source row, */
	size_t cell, row_cells; /* its place there, the cells of that row, */
	bool strange;           /* and whether a head of no form stands beside it there */
};

/* No form has so many rows; a table that has is read no further, and doubted. */
enum { RUNS_MAX = 400 };

struct runs {
	struct run *v;
	size_t n, cap;
	struct header *header; /* in source order */
	size_t headers, header_cap;
};

/* Replaces what was there. */
void runs_find(struct runs *r, const struct items *items);
void runs_free(struct runs *r);

#endif
