/* figures: the few by which pages compare reports and regions (common/data/site-figures.tsv).
 */
#ifndef GIR_REPORT_FIGURES_H
#define GIR_REPORT_FIGURES_H

#include "cmd/gir-report/phrases.h"

struct figure {
	struct str id;
	struct phrase name;
	struct str cells; /* table/row/col, joined by '+' */
};

struct figures {
	struct figure *v;
	size_t n, cap;
};

void figures_load(struct figures *f);
void figures_free(struct figures *f);

/* The next cell of a figure's `rest`; false once there is none. */
bool figure_cell(struct str *rest, struct str *table, struct str *row, struct str *col);

#endif
