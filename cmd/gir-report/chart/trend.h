/* trend: a figure of an area by year as a line small enough for a table.
 */
#ifndef GIR_REPORT_TREND_H
#define GIR_REPORT_TREND_H

#include "cmd/gir-report/grid.h"

/* A cell with the line over the years `from` to `to`; its numbers are its text alternative. */
void trend_put(struct page *p, const struct area *v, bool own, size_t figure, int from, int to);

#endif
