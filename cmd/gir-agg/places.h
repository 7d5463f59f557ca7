/* places: the divisions in which a report of a region counts.
 */
#ifndef GIR_AGG_PLACES_H
#define GIR_AGG_PLACES_H

#include "common/divisions.h"

struct place {
	enum division_level level;
	struct str region;
};

#define NATION_CODE "000000"

/* A year of a stream; 0 where it is none. */
int year_number(struct str s);

/* At county the region itself, whatever its own level; above, each division around it or equal to
 * it; last the nation. A level at which the region has no division has no place (counties right
 * below their province). A region that is empty or unknown stands under an empty code at the levels
 * between. Returns the count. */
size_t places_of(const struct divisions *d, struct str region, int year,
		 struct place to[LEVEL_COUNT]);

/* The level and code of the whole area that a consolidated report is about; false where the region
 * is unknown. */
bool place_whole(const struct divisions *d, struct str region, int year, struct place *to);

/* The name valid in that year, or empty. */
struct str place_name(const struct divisions *d, struct str region, int year);

#endif
