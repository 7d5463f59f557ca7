/* sums: the streams of gir-agg into the areas: sums of cells, and rates.
 */
#ifndef GIR_REPORT_SUMS_H
#define GIR_REPORT_SUMS_H

#include "cmd/gir-report/area/areas.h"
#include "common/output.h"
#include "common/tsv.h"

/* The header of a digest: the lines of the sums that pages are made from, which do instead of all.
 */
void sums_digest_begin(struct output *digest);

/* 0, or -1 after a message. What is kept of the sums goes to `digest` too, if there is one. */
int sums_read(struct areas *a, struct tsv *t, struct output *digest);
int rates_read(struct areas *a, struct tsv *t);

#endif
