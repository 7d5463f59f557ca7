/* mentions: the provinces and prefectures that a text speaks of, which settle between places of one
 * name.
 */
#ifndef GIR_MENTIONS_H
#define GIR_MENTIONS_H

#include "cmd/gir-segment/identity/place.h"

/* By the first four digits of their codes. */
struct mentions {
	uint8_t of[10000];
};

/* Adds those of folded text, by full names and, where `briefs`, by short ones, too. */
void mentions_add(const struct gazetteer *g, struct str s, bool briefs, struct mentions *m);
void mentions_add_code(struct str code, struct mentions *m);

/* Keeps the bearers whose parents are mentioned most. */
void place_narrow(struct place *place, const struct mentions *m);

#endif
