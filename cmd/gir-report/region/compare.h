/* compare: areas side by side, a row an area, in one year.
 */
#ifndef GIR_REPORT_COMPARE_H
#define GIR_REPORT_COMPARE_H

#include "cmd/gir-report/grid.h"

struct comparison {
	struct page *page;
	const struct areas *areas;
	int year;     /* of the figures */
	int from, to; /* of the trend */
};

/* Over the years of an area. */
struct comparison compare_of(struct page *p, const struct areas *a, const struct area *v);
/* grid_begin to grid_body, with the year behind the caption. */
void compare_begin(const struct comparison *c, const char *id, struct phrase caption);
/* The area or, if `own`, only the organs that stand under its very code. */
void compare_row(const struct comparison *c, const struct area *v, bool own);

#endif
