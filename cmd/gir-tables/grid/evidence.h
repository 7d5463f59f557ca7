/* evidence: which form a block of a table is printed in, from its labels alone.
 */
#ifndef GIR_EVIDENCE_H
#define GIR_EVIDENCE_H

#include "cmd/gir-tables/grid/runs.h"

/* The form whose columns stand above the run, or the only one that has its row; NULL where the
 * labels do not tell. */
const struct form *evidence_of_run(const struct forms *forms, const struct runs *runs,
				   const struct run *run);

/* The form whose rows the runs of a table are; NULL where two forms fit as well. */
const struct form *evidence_of_rows(const struct forms *forms, const struct runs *runs);

/* Whether the column labels above the run stand in another order than the form's. */
bool evidence_of_disorder(const struct form *form, const struct runs *runs, const struct run *run);

/* The cell of its source row in which the head of the block's first column stands, where the head
 * of the last one stands so many cells behind it as the block has columns, in rows of as many cells
 * (*row_cells). STR_NONE where they do not. */
size_t evidence_of_heads(const struct form *form, const struct runs *runs, const struct run *run,
			 size_t *row_cells);

/* Whether heads stand beside the block's own that no form has: the table has columns more. */
bool evidence_of_more(const struct runs *runs, const struct run *run);

#endif
