/* digest: what the front page needs to know of a province, so that neither its reports nor its sums
 * have to be read for it: a line an area and year, and the reports that need a person most.
 */
#ifndef GIR_REPORT_DIGEST_H
#define GIR_REPORT_DIGEST_H

#include "cmd/gir-report/area/areas.h"
#include "common/output.h"
#include "common/tsv.h"

/* Of all areas but the nation; between areas_finish and areas_free. */
void digest_put(const struct areas *a, struct output *to);
/* 0, or -1 after a message. */
int digest_read(struct areas *a, struct tsv *t);

#endif
