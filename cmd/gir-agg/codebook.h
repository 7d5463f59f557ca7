/* codebook: numbers for the cells, in the order in which they are printed.
 *
 * The cells of all forms, and the rows of group totals (form_group.total), have the numbers from
 * 0 to known - 1 in form order; where forms differ, the rows of a later form stand behind the row
 * they follow there. Cells of no form that is loaded get numbers as they come.
 */
#ifndef GIR_AGG_CODEBOOK_H
#define GIR_AGG_CODEBOOK_H

#include "common/form.h"
#include "common/intern.h"

/* A cell of a group total in one form. */
struct total {
	size_t cell;    /* its number */
	size_t members; /* how many cells it is the sum of */
	size_t outer;   /* index of the total around it, or STR_NONE */
};

/* The group totals of one form. */
struct totals {
	struct str form;
	struct total *v;
	size_t n, cap;
	size_t *of; /* by cell number below codebook.known: the index of its total, or STR_NONE */
};

struct codebook {
	struct intern cells; /* "table\trow\tcol" by number */
	size_t known;
	struct totals *totals; /* one a form */
	size_t forms;
};

void codebook_init(struct codebook *b, const struct forms *forms);
void codebook_free(struct codebook *b);

/* The totals of the form of that name, or NULL. */
const struct totals *codebook_totals(const struct codebook *b, struct str form);

#endif
