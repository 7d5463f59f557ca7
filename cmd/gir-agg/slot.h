/* slot: an accumulator as groups hold it.
 *
 * Most groups are of few reports and most numbers are small, so that a third of the room does; what
 * does not fit has an accumulator elsewhere. Where groups are nearly as many as reports, it is
 * memory that takes the time.
 */
#ifndef GIR_AGG_SLOT_H
#define GIR_AGG_SLOT_H

#include "cmd/gir-agg/acc.h"
#include "cmd/gir-agg/slab.h"

struct slot {
	union {
		struct {
			int16_t sum, clean, min, max;
		};
		struct acc *acc; /* where it is `large`; then nothing else here is of use */
	};
	uint16_t reports, cells, flagged;
	bool unchecked, large;
};

static inline struct acc slot_acc(const struct slot *s)
{
	if (s->large)
		return *s->acc;
	return (struct acc){s->sum,   s->clean,   s->min, s->max,      s->reports,
			    s->cells, s->flagged, 0,      s->unchecked};
}

static inline bool slot_fits(int64_t amount)
{
	return amount == (int16_t)amount;
}

/* acc_merge where all that comes of it fits, as it nearly always does; else false, and nothing is
 * done. */
static inline bool slot_add(struct slot *to, const struct acc *more)
{
	int64_t sum, clean;
	uint64_t reports;

	if (to->large || more->scale)
		return false;
	sum = to->sum + more->sum;
	clean = to->clean + more->clean;
	reports = to->reports + (uint64_t)more->reports;
	if (!slot_fits(sum) || !slot_fits(clean) || !slot_fits(more->min) ||
	    !slot_fits(more->max) || reports > UINT16_MAX)
		return false;
	if (more->cells && (!to->cells || more->min < to->min))
		to->min = (int16_t)more->min;
	if (more->cells && (!to->cells || more->max > to->max))
		to->max = (int16_t)more->max;
	to->sum = (int16_t)sum;
	to->clean = (int16_t)clean;
	to->reports = (uint16_t)reports;
	to->cells = (uint16_t)(to->cells + more->cells); /* no more than reports */
	to->flagged = (uint16_t)(to->flagged + more->flagged);
	to->unchecked |= more->unchecked;
	return true;
}

/* slot_merge of what slot_add left. */
int slot_merge_any(struct slot *to, struct acc more, struct slab *slab);

/* acc_merge into it. */
static inline int slot_merge(struct slot *to, const struct acc *more, struct slab *slab)
{
	return slot_add(to, more) ? 0 : slot_merge_any(to, *more, slab);
}

/* The same of another slot. */
static inline int slot_merge_slot(struct slot *to, const struct slot *more, struct slab *slab)
{
	struct acc a;

	if (!more->large && to->reports == 0 && !to->large) {
		*to = *more;
		return 0;
	}
	a = slot_acc(more);
	return slot_merge(to, &a, slab);
}

#endif
