/* figures: the few by which pages compare reports and regions (common/data/site-figures.tsv).
 */
#ifndef GIR_REPORT_FIGURES_H
#define GIR_REPORT_FIGURES_H

#include "cmd/gir-report/phrases.h"

struct figure {
	struct str id;
	struct phrase name;
	struct str cells; /* table/row/col, joined by '+' */
	struct str rate;  /* the indicator behind it in tables, or empty */
	struct str of;    /* the indicator that it is a part of, or empty */
	struct str chart; /* the chart that it is a part of, or empty */
};

struct figures {
	struct figure *v;
	size_t n, cap;
};

void figures_load(struct figures *f);
void figures_free(struct figures *f);
/* The place of a figure in v; one that is not there is a fault of the program: die(). */
size_t figures_find(const struct figures *f, const char *id);

/* The next cell of a figure's `rest`; false once there is none. */
bool figure_cell(struct str *rest, struct str *table, struct str *row, struct str *col);

#endif
