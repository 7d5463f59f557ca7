/* front_page: index.html, on everything; quality_page.c: quality.html, on what was found.
 */
#ifndef GIR_REPORT_FRONT_PAGE_H
#define GIR_REPORT_FRONT_PAGE_H

#include "cmd/gir-report/area/areas.h"
#include "cmd/gir-report/chart/chart.h"

/* 0, or -1 after a message. */
int front_page_put(struct page *p, struct site *site, struct charts *charts, const struct areas *a);
int quality_page_put(struct page *p, struct site *site, const struct areas *a);

#endif
