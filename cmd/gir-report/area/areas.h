/* areas: what the streams say about each area, by year: the sums and rates of its reports, what the
 * reports are like, the reports themselves, and the organs of which there is none.
 *
 * An area is a division, one code of no division ("000000": organs of the nation), the reports
 * without a region (""), and the nation with all of these, which has no code and no parts. Only the
 * key figures (figures.h) are kept. Everything lives until areas_free.
 */
#ifndef GIR_REPORT_AREAS_H
#define GIR_REPORT_AREAS_H

#include "cmd/gir-report/area/amount.h"
#include "cmd/gir-report/area/tally.h"
#include "cmd/gir-report/figures.h"
#include "common/divisions.h"
#include "common/intern.h"

#define AREA_NONE SIZE_MAX

struct totals {
	struct amount *v; /* by figure; NULL: no line of the sums was about them */
	struct str
		*rate; /* by the figure that it stands behind, in the pool; NULL: none is known */
};

struct area_year {
	int year;            /* 0: not known */
	struct totals whole; /* the division and all below it */
	struct totals own;   /* the organs that stand under the very code */
	size_t lacking;      /* organs of the very code of which there is no report */
	size_t missing;      /* these and those below it */
	struct tally tally;  /* the reports of the very code */
};

/* A report, from its line in the list of pages; fields of that stream. */
struct listed {
	size_t area;
	struct str page, doc, org, form, format;
	int year;
	bool consolidated;
	size_t unsure, errors, warnings;
	struct str new, handled;
	struct str *figure; /* of a consolidated report all, by figure; else NULL */
};

/* An organ that should have reported. */
struct lacking {
	size_t area;
	struct str org;
	int year;
};

struct area {
	struct str code;
	struct area_year *year; /* ascending */
	size_t years, year_cap;
	size_t parent;           /* in its last year, or AREA_NONE */
	size_t *child, children; /* in any year, by code */
	size_t child_cap;
	size_t report, reports; /* the run of `listed`, for pages of regions */
	size_t lack, lacks;     /* and that of `lacking` */
};

struct areas {
	const struct divisions *divisions;
	const struct figures *figures;
	const char *province; /* two digits, "-" or NULL: nothing else is kept */
	struct intern codes, words;
	struct area *v; /* by number of the code */
	size_t nation;
	size_t cap;
	size_t *order; /* all, by code */
	struct listed *listed;
	size_t listed_n, listed_cap;
	struct lacking *lacking;
	size_t lacking_n, lacking_cap;
	struct pool pool;
	size_t new, handled; /* these figures */
};

void areas_init(struct areas *a, const struct divisions *divisions, const struct figures *figures);
void areas_free(struct areas *a);

/* Whether a code is of the province, which may be NULL: any. */
bool area_is_in(struct str code, const char *province);
/* The year of a field, 0 where it is none. */
int area_year_of(struct str field);
/* An area in a year, made where it is new. Pointers to years hold until the next call. */
size_t areas_add(struct areas *a, struct str code);
struct area_year *areas_add_year(struct areas *a, size_t area, int year);
/* So many organs of the very code have no report. */
void areas_add_lacking(struct areas *a, size_t area, int year, size_t n);
/* A rate; its text is copied. */
void areas_set_rate(struct areas *a, struct totals *t, size_t figure, struct str rate);

/* One more report, for the caller to fill; holds until the next call. */
struct listed *areas_add_listed(struct areas *a);

/* What is needed between reading and asking: who lies in whom, and everything sorted; the reports
 * and the organs without one only for pages of regions. */
void areas_finish(struct areas *a, bool of_regions);

/* What there is on a year, or NULL. */
const struct area_year *area_find_year(const struct area *v, int year);
/* The reports of all areas as one tally, without words. */
struct tally areas_tally(const struct areas *a);
/* The rate behind a figure, as in the stream; empty where there is none. */
struct str areas_rate(const struct totals *t, size_t figure);
/* Whether no report lacks a number that it is made from. */
bool areas_rate_is_whole(const struct areas *a, const struct totals *t, size_t figure);
/* The last year of which there are reports, else the last that is known of; 0 where none is. */
int area_last_year(const struct area *v);
/* The level of its division in a year; county for what is none. */
enum division_level area_level(const struct divisions *d, struct str code, int year);

#endif
