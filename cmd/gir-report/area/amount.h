/* amount: a sum over the reports of an area, and how far it may be trusted.
 */
#ifndef GIR_REPORT_AMOUNT_H
#define GIR_REPORT_AMOUNT_H

#include "common/number.h"

struct amount {
	struct dec sum;
	size_t reports, cells;   /* that have the cell; that have a number in it */
	size_t flagged, missing; /* cells that are numbers and break a rule; that are none */
	bool is;                 /* there is a sum: no number is not zero */
};

/* Adds what is summed elsewhere. 0, or -1 where the sum would pass 18 digits. */
int amount_add(struct amount *to, const struct amount *more);

/* now - then, and that as thousandths of then, rounded half away from zero; false where one of them
 * is not known. *per_mille is INT64_MAX where there is no telling. */
bool amount_change(const struct amount *now, const struct amount *then, struct dec *change,
		   int64_t *per_mille);

#endif
