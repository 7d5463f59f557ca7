/* counts: what was found in all reports, by rule, and what they are, by format, form and the like.
 */
#ifndef GIR_REPORT_COUNTS_H
#define GIR_REPORT_COUNTS_H

#include "cmd/gir-report/front/top.h"

struct count {
	struct str word;
	size_t n, reports; /* how often it occurs, and in how many reports */
	size_t *by_area;   /* how often in each of the top areas */
};

struct counts {
	struct count *v; /* the most frequent first */
	size_t n;
};

/* The words of a kind in all reports: rules, or what these are. */
void counts_find(struct counts *c, const struct areas *a, const struct top *t, enum words which);
void counts_free(struct counts *c);

#endif
