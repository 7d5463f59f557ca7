/* listing: the reports into the areas, from the list of their pages, and the organs without one.
 */
#ifndef GIR_REPORT_LISTING_H
#define GIR_REPORT_LISTING_H

#include "cmd/gir-report/area/areas.h"
#include "cmd/gir-report/findings.h"

/* A list of pages. 0, or -1 after a message. */
int listing_read(struct areas *a, struct tsv *t);
/* One line, as pages_line makes it. */
void listing_add(struct areas *a, struct str line);
/* Of the findings that name no report, those that say that there is none. */
void listing_add_lacking(struct areas *a, const struct finding *v, size_t n);

#endif
