/* cross: the rules that compare reports, over the whole stream.
 */
#ifndef GIR_CHECK_CROSS_H
#define GIR_CHECK_CROSS_H

#include "cmd/gir-check/check.h"
#include "cmd/gir-check/history.h"
#include "cmd/gir-check/roster.h"

/* A cell in which a consolidated report is not the sum of its organs. */
struct gap {
	size_t cell;
	struct dec expected;
};

struct cross {
	struct check *c;
	struct history history;
	struct roster *roster; /* NULL without one */
	size_t *index;         /* the past reports by home, unit, year, scope, number */
	int *years;            /* that occur in the input, ascending */
	size_t year_count;
	struct gap *gaps;
	size_t gap_count, gap_cap;
	size_t **same_cell; /* [form * forms + other form][cell]: the other's cell of that name */
	struct report view; /* a past report as `find` wants it */
};

/* Whether a rule that compares reports is on, or a roster is to be told what is wrong with it. */
bool cross_wanted(const struct cross *x);
/* Compares all that the history holds, and writes the findings by region, org and year. */
void cross_check(struct cross *x);
void cross_free(struct cross *x);

/* ---- the parts ---- */

/* The number by which the reports of a region's division go, whatever its code was; STR_NONE where
 * there are none. */
size_t cross_home(const struct cross *x, struct str region, int year);
/* The first past report of a unit in a year, of one scope (or of any, STR_NONE), or STR_NONE. */
size_t cross_find(const struct cross *x, size_t home, size_t unit, int year, size_t scope);
/* The cell of the same name in another form, or STR_NONE. */
size_t cross_cell(const struct cross *x, const struct form *from, const struct form *to,
		  size_t cell);

/* Finds the gaps of all consolidated reports. */
void rollup_find(struct cross *x);
/* carry, in-force, jump: a report against that of the year before, `view` being the report. */
void compare_years(struct cross *x, const struct past *now, const struct past *then);

#endif
