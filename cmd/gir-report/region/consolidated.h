/* consolidated: what an area's consolidated reports say, against the sums of its organs.
 */
#ifndef GIR_REPORT_CONSOLIDATED_H
#define GIR_REPORT_CONSOLIDATED_H

#include "cmd/gir-report/grid.h"

void consolidated_put(struct page *p, const struct areas *a, const struct area *v);

#endif
