#include "cmd/gir-agg/acc.h"

/* The most that dec_parse reads back. */
static const int64_t limit = 999999999999999999;

static int scale_amount(int64_t *amount, int places)
{
	struct dec d;

	if (dec_shift((struct dec){*amount, 0}, places, &d) != 0)
		return -1;
	*amount = d.m;
	return 0;
}

static int rescale(struct acc *a, unsigned char scale)
{
	int places = scale - a->scale;

	if (scale_amount(&a->sum, places) != 0 || scale_amount(&a->clean, places) != 0 ||
	    scale_amount(&a->min, places) != 0 || scale_amount(&a->max, places) != 0)
		return -1;
	a->scale = scale;
	return 0;
}

static int add(int64_t *sum, int64_t more)
{
	int64_t s;

	if (__builtin_add_overflow(*sum, more, &s) || s > limit || s < -limit)
		return -1;
	*sum = s;
	return 0;
}

/* `more` is at the scale of `to`. */
static int merge_amounts(struct acc *to, const struct acc *more)
{
	if (more->cells && (!to->cells || more->min < to->min))
		to->min = more->min;
	if (more->cells && (!to->cells || more->max > to->max))
		to->max = more->max;
	return add(&to->sum, more->sum) != 0 || add(&to->clean, more->clean) != 0 ? -1 : 0;
}

int acc_merge(struct acc *to, const struct acc *more)
{
	struct acc scaled = *more;

	if (scaled.scale < to->scale && rescale(&scaled, to->scale) != 0)
		return -1;
	if (to->scale < scaled.scale && rescale(to, scaled.scale) != 0)
		return -1;
	if (merge_amounts(to, &scaled) != 0)
		return -1;
	to->unchecked |= more->unchecked;
	return __builtin_add_overflow(to->reports, more->reports, &to->reports) ||
			       __builtin_add_overflow(to->cells, more->cells, &to->cells) ||
			       __builtin_add_overflow(to->flagged, more->flagged, &to->flagged)
		       ? -1
		       : 0;
}

struct dec acc_dec(const struct acc *a, int64_t amount)
{
	struct dec d = {amount, a->scale};

	(void)dec_shift(d, 0, &d); /* drops trailing zeros; by no place nothing overflows */
	return d;
}
