/* naming: a phrase such as 宁波市镇海区机关事务管理局 taken apart into division and organ.
 */
#ifndef GIR_NAMING_H
#define GIR_NAMING_H

#include "cmd/gir-segment/identity/folded.h"
#include "cmd/gir-segment/identity/place.h"
#include "common/pool.h"

struct naming {
	struct place place; /* place.named is false where the phrase names no division */
	struct str org;     /* canonical; empty where the phrase names no organ */
	bool whole; /* the division itself reports, or its government; org is 人民政府 */
};

/* `phrase` is a folding of `source` without years. False where it names neither. The organ's
 * name is in the source's characters, simplified where `traditional`; it lives in `pool`. */
bool naming_read(const struct gazetteer *g, const struct folded *phrase, struct str source,
		 int year, bool traditional, struct pool *pool, struct naming *out);

/* Whether text is written in traditional characters: one alone may be a name's (乾县). */
bool is_traditional(const struct fold *fold, struct str source);

#endif
