/* print: findings for people, in the manner of a compiler, grouped by report (--format text).
 *
 * A report's findings may come from two places, its own rules and those that compare reports, so
 * the text is held until listing_write: as much memory as the output is long.
 */
#ifndef GIR_CHECK_PRINT_H
#define GIR_CHECK_PRINT_H

#include "cmd/gir-check/suspect.h"

/* Adds a finding whose messages are made already: see finding_word. */
void print_finding(struct check *c, const struct report *r, const struct finding *f,
		   enum severity severity, struct str rule);
/* Adds a note about a cell that is to blame; nothing in another format. */
void print_blame(struct check *c, const struct report *r, const struct blame *b);

#endif
