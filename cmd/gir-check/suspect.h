/* suspect: which cells of a report are to blame for the sums that do not hold (--suspect).
 *
 * Cells that are tied together by sums are a group; each group with a broken sum is a system for
 * localise.h. Everything found lives in the report's pool, until report_clear.
 */
#ifndef GIR_CHECK_SUSPECT_H
#define GIR_CHECK_SUSPECT_H

#include "cmd/gir-check/check.h"

/* A cell that is to blame, and what it should be. */
struct blame {
	size_t cell, group;
	struct dec repair;
	enum cause cause;
};

/* What the findings of one group say, in the fields of the stream. */
struct suspicion {
	struct str suspect, repair, cause;
};

struct suspects {
	size_t *group_of;        /* of each cell of the form, or STR_NONE */
	struct suspicion *group; /* empty where there is no single smallest set */
	size_t groups;
	struct blame *blame; /* by cell */
	size_t n;
};

/* Finds the cells to blame in a report of which a sum is broken. */
void suspects_find(struct check *c, struct report *r, struct suspects *s);
/* What the finding about a sum says that names `cell`. */
struct suspicion suspects_of(const struct suspects *s, size_t cell);

/* cause.c: the likely cause of each blame, the cells of one group at a time. */
void causes_guess(const struct report *r, const struct sums *sums, struct blame *v, size_t n);

#endif
