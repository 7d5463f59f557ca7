/* sums: the streams of gir-agg into the areas: sums of cells, and rates.
 */
#ifndef GIR_REPORT_SUMS_H
#define GIR_REPORT_SUMS_H

#include "cmd/gir-report/area/areas.h"
#include "common/tsv.h"

/* 0, or -1 after a message. */
int sums_read(struct areas *a, struct tsv *t);
int rates_read(struct areas *a, struct tsv *t);

#endif
