/* branch: the district that an organ of a city works in, where only the organ's name tells.
 */
#ifndef GIR_BRANCH_H
#define GIR_BRANCH_H

#include "cmd/gir-segment/identity/place.h"

/* Looks in `s` from `at` for a division below *in that an organ's branch is of (公安局江北分局,
 * 市场监督管理局南山监管局); *in becomes it, or is left alone. */
void place_of_branch(const struct gazetteer *g, struct str s, size_t at, int year,
		     struct place *in);

/* 宁波市江北教育局: the district's bureau. Moves *in to the district and behind its name if the
 * name at its end is that of one without its kind and a bureau's follows. */
void place_of_bureau(const struct gazetteer *g, struct str s, int year, struct place *in);

#endif
