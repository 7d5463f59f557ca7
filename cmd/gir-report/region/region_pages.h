/* region_pages: a page an area, of what is in it and beside it, and of nothing else: so that a new
 * report changes the pages of its own county, prefecture and province only.
 */
#ifndef GIR_REPORT_REGION_PAGES_H
#define GIR_REPORT_REGION_PAGES_H

#include "cmd/gir-report/area/areas.h"
#include "cmd/gir-report/chart/chart.h"

/* The pages of the areas of a province (NULL: all). 0, or -1 after a message. */
int region_pages_put(struct page *p, struct site *site, struct charts *charts,
		     const struct areas *a, const char *province);

#endif
