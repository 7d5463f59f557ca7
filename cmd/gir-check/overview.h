/* overview: a line a report (--reports): who it is of, what file it stood in, and how many numbers
 * and findings it has. */
#ifndef GIR_CHECK_OVERVIEW_H
#define GIR_CHECK_OVERVIEW_H

#include "cmd/gir-check/check.h"

void overview_begin(struct output *to);
/* Writes a report that has been checked; c->found was `before` when that began. */
void overview_put(const struct check *c, const struct report *r, const size_t *before);

#endif
