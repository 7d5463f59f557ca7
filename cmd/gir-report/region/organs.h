/* organs: the organs that stand under an area's very code, with their reports year by year.
 */
#ifndef GIR_REPORT_ORGANS_H
#define GIR_REPORT_ORGANS_H

#include "cmd/gir-report/grid.h"

/* Where a table that goes on in further pages is. */
struct organs {
	struct page *page;
	const struct areas *areas;
	const struct area *area;
	size_t report, lack; /* the next of the area's, from 0 on */
};

struct organs organs_of(struct page *p, const struct areas *a, const struct area *v);
/* Whether there is one more to put. */
bool organs_left(const struct organs *o);
/* The table of those that are left, until the page is `most` bytes long; at least one. */
void organs_put(struct organs *o, size_t most);

/* A link to a report, marked by its errors and warnings; behind its year, where that is asked for.
 */
void organs_link(struct page *p, const struct listed *r, bool year);

#endif
