/* place: the divisions that a piece of text names, and what settles which of a name's bearers.
 *
 * Names are read as a chain, 浙江省宁波市镇海区, each one below the one before. A name that many
 * bear keeps all of them until mentions of their parents elsewhere leave one.
 */
#ifndef GIR_PLACE_H
#define GIR_PLACE_H

#include "cmd/gir-segment/identity/names.h"
#include "cmd/gir-segment/identity/words.h"
#include "common/fold.h"

struct gazetteer {
	const struct fold *fold;
	const struct divisions *divisions;
	struct words words;
	struct names names, stems;
};

enum { PLACE_MOST = 32 };

struct place {
	const struct division *v[PLACE_MOST]; /* the bearers of the name in that year */
	size_t n;
	const struct division *stale[PLACE_MOST]; /* those of other years */
	size_t stale_n;
	bool named; /* a name was read; both lists are empty where none fits */
	bool full;  /* the last name was a full one, or the code */
	size_t end; /* offset behind it */
};

/* Reads the chain that starts at s.p[at], of folded text. Year 0: any. False where none does. */
bool place_read(const struct gazetteer *g, struct str s, size_t at, int year, struct place *out);

/* Whether a short name before `rest` is a name of its own, not the start of 平湖街道. */
bool place_stands_alone(const struct gazetteer *g, struct str rest);

/* The next byte at or behind which a name may start: 委员会宁波 names no 会宁, 东南通达 no 南通. */
size_t place_next(struct str s, size_t at);

/* The place of a six-digit code; false for one that is unknown. */
bool place_of_code(const struct gazetteer *g, struct str code, int year, struct place *out);

/* The division below `in` whose name without its kind is all of `s` (江北 within 宁波市). */
bool place_of_stem(const struct gazetteer *g, struct str s, int year, const struct place *in,
		   struct place *out);

/* Fills *out with the bearers of a name, the entries from `e` on, that lie in `in`. False where
 * there are none. */
bool place_take(const struct name_entry *e, const struct place *in, int year, struct place *out);

/* Keeps the bearers that lie in one of those of `in`, or are one of them. */
void place_within(struct place *place, const struct place *in);

/* True where `a` lies below `b`. */
bool place_below(const struct division *a, const struct division *b);

/* The one division left, or NULL. */
const struct division *place_only(const struct place *place);

#endif
