/* totals: the key figures of an area, a line a year.
 */
#ifndef GIR_REPORT_TOTALS_H
#define GIR_REPORT_TOTALS_H

#include "cmd/gir-report/grid.h"

void totals_put(struct page *p, const struct areas *a, const struct area *v);

#endif
