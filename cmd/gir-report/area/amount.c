#include "cmd/gir-report/area/amount.h"

int amount_add(struct amount *to, const struct amount *more)
{
	if (more->is && dec_add(to->sum, more->sum, &to->sum) != 0)
		return -1;
	to->is |= more->is;
	to->reports += more->reports;
	to->cells += more->cells;
	to->flagged += more->flagged;
	to->missing += more->missing;
	return 0;
}

bool amount_change(const struct amount *now, const struct amount *then, struct dec *change,
		   int64_t *per_mille)
{
	struct dec thousandfold;

	*per_mille = INT64_MAX;
	if (!now || !then || !now->is || !then->is || dec_sub(now->sum, then->sum, change) != 0)
		return false;
	if (change->scale == 0 && then->sum.scale == 0 && then->sum.m > 0 &&
	    then->sum.m < INT64_MAX / 4 && dec_shift(*change, 3, &thousandfold) == 0) {
		int64_t half = thousandfold.m < 0 ? -(then->sum.m / 2) : then->sum.m / 2;

		*per_mille = (thousandfold.m + half) / then->sum.m;
	}
	return true;
}
