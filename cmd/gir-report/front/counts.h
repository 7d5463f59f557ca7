/* counts: what was found in all reports, by rule, and what they are, by format and form.
 */
#ifndef GIR_REPORT_COUNTS_H
#define GIR_REPORT_COUNTS_H

#include "cmd/gir-report/front/top.h"

struct count {
	struct str word;
	size_t n, reports; /* how often it occurs, and in how many reports */
	size_t *by_area;   /* how often in each of the top areas; NULL: not counted */
};

struct counts {
	struct count *v; /* the most frequent first */
	size_t n, cap;
	struct intern words;
};

/* The rules of the findings in the reports. */
void counts_rules(struct counts *c, const struct areas *a, const struct top *t);
/* The reports' formats, and their forms. */
void counts_formats(struct counts *c, const struct areas *a);
void counts_forms(struct counts *c, const struct areas *a);
void counts_free(struct counts *c);

#endif
