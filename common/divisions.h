/* divisions: China's administrative divisions, county level and above, with years of validity.
 *
 * Source: common/data/divisions.tsv (provenance in common/data/README.md). A row holds for report
 * year Y when from <= Y <= to; in the year of a change both the old and the new row do.
 */
#ifndef GIR_DIVISIONS_H
#define GIR_DIVISIONS_H

#include "common/str.h"

enum division_level { LEVEL_COUNTY, LEVEL_PREFECTURE, LEVEL_PROVINCE, LEVEL_NATION, LEVEL_COUNT };
extern const char *const level_names[LEVEL_COUNT];

struct division {
	struct str code;   /* six digits */
	struct str name;   /* official full name */
	struct str brief;  /* without its suffix where that is safe alone, else empty */
	struct str parent; /* code, or "0" for provinces */
	enum division_level level;
	int from, to; /* report years, 0 and 9999 for open ends */
};

struct divisions {
	struct division *v; /* sorted by code, then from */
	size_t n;
};

/* Fills from the embedded table, whose text the entries point into. */
void divisions_load(struct divisions *d);
void divisions_free(struct divisions *d);

/* The division with that code in `year` (0: any): of two rows that hold, the one that lasts
 * longer; where none holds in the year, the one nearest to it. NULL for an unknown code. */
const struct division *divisions_find(const struct divisions *d, struct str code, int year);
/* The division around it in that year, or NULL for a province. */
const struct division *divisions_parent(const struct divisions *d, const struct division *of,
					int year);

#endif
