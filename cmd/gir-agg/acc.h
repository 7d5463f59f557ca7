/* acc: what is kept of one cell over the reports of a group.
 *
 * Exact: integers times a power of ten that all four amounts share. A single report's cell, a line
 * of earlier output and a whole group are the same thing, so there is one operation, acc_merge,
 * and the order of merging does not matter.
 */
#ifndef GIR_AGG_ACC_H
#define GIR_AGG_ACC_H

#include "common/number.h"

struct acc {
	int64_t sum, clean, min, max; /* times 10^scale; zero where no cell counts */
	uint32_t reports, cells, flagged;
	unsigned char scale;
	bool unchecked; /* some report came without a verdict: clean and flagged are unknown */
};

enum verdict { VERDICT_NONE, VERDICT_OK, VERDICT_FLAGGED };

/* A report's cell: a number (`v` not NULL), or one that has none. */
static inline struct acc acc_of(const struct dec *v, enum verdict verdict)
{
	struct acc a = {.reports = 1, .unchecked = verdict == VERDICT_NONE};

	if (!v)
		return a;
	a.cells = 1;
	a.sum = a.min = a.max = v->m;
	a.scale = (unsigned char)v->scale;
	if (verdict == VERDICT_OK)
		a.clean = v->m;
	if (verdict == VERDICT_FLAGGED)
		a.flagged = 1;
	return a;
}

/* 0, or -1 where an amount would pass 18 digits; *to is then of no use. */
int acc_merge(struct acc *to, const struct acc *more);

/* An amount of `a` in lowest terms. */
struct dec acc_dec(const struct acc *a, int64_t amount);

/* Whether the sum, and the clean sum, are over anything at all. */
static inline bool acc_has_sum(const struct acc *a)
{
	return a->cells > 0;
}

static inline bool acc_has_clean(const struct acc *a)
{
	return !a->unchecked && a->cells > a->flagged;
}

#endif
