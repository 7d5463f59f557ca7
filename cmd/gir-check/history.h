/* history: what the rules that compare reports need of each report, a few hundred bytes.
 *
 * The history owns all of it. Reports are numbered in the order in which they came.
 */
#ifndef GIR_CHECK_HISTORY_H
#define GIR_CHECK_HISTORY_H

#include "cmd/gir-check/report.h"
#include "common/intern.h"

struct past {
	struct str doc;
	struct str year_text;
	size_t region, org, scope; /* numbers of history->names */
	size_t home;               /* the last code of its division, which may not be `region` */
	size_t unit;               /* `org`, or the one of which the roster says it is an alias */
	int year;
	bool consolidated; /* scope region */
	const struct form *form;
	struct str cells; /* packed */
	size_t same;      /* the first report of this organ, year and scope; itself for that one */
	size_t last;      /* the organ's report of the year before, or STR_NONE */
	size_t first_gap, gaps; /* where a consolidated report is not the sum of its organs */
	bool complete;          /* all organs of the roster are in that sum */
	size_t organs;          /* in the sum */
};

struct history {
	struct past *v;
	size_t n, cap;
	struct intern names;
	struct pool pool;
	struct buf room;
	struct str province; /* only reports of such regions are kept: see history_wants */
	bool years[10000];   /* those that occur in the input, kept or not */
};

/* A cell of a past report. */
struct held {
	bool num;
	struct dec value;
	size_t line; /* 0 where the stream had none */
};

/* Whether a region is of the province, given by the first two digits of its code, "-" for reports
 * without a region. A province that is empty has all regions. */
bool history_wants(const struct history *h, struct str region);
/* Keeps what is needed of a report, if its region is wanted. */
void history_add(struct history *h, const struct report *r);
/* The same where only who it is of, year and form are set, and the cells are packed already. */
void history_take(struct history *h, const struct report *r, struct str packed);
/* A cell of a report at hand. */
struct held history_held(const struct report *r, size_t cell);
/* Packs the next cell; *last is the line of the number before, 0 at first. */
void history_pack(struct buf *b, const struct held *cell, size_t *last);
/* The cells of a past report, `to` having room for as many as its form has. */
void history_unpack(const struct past *p, struct held *to);
void history_free(struct history *h);

static inline struct str history_name(const struct history *h, size_t number)
{
	return h->names.v[number];
}

#endif
