/* place: the divisions that a piece of text names, and what settles which of a name's bearers.
 *
 * Names are read as a chain, 浙江省宁波市镇海区, each one below the one before. A name that many
 * bear keeps all of them until mentions of their parents elsewhere leave one.
 */
#ifndef GIR_PLACE_H
#define GIR_PLACE_H

#include "cmd/gir-segment/identity/names.h"
#include "cmd/gir-segment/identity/words.h"

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

/* Looks in `s` from `at` for a division below *in that an organ's branch is of (公安局江北分局);
 * *in becomes it, or is left alone. */
void place_of_branch(const struct gazetteer *g, struct str s, size_t at, int year,
		     struct place *in);

/* The place of a six-digit code; false for one that is unknown. */
bool place_of_code(const struct gazetteer *g, struct str code, int year, struct place *out);

/* The division below `in` whose name without its kind is all of `s` (江北 within 宁波市). */
bool place_of_stem(const struct gazetteer *g, struct str s, int year, const struct place *in,
		   struct place *out);

/* Keeps the bearers that lie in one of those of `in`, or are one of them. */
void place_within(struct place *place, const struct place *in);

/* True where `a` lies below `b`. */
bool place_below(const struct division *a, const struct division *b);

/* ---- mentions ---- */

/* Which provinces and prefectures a text speaks of, by the first four digits of their codes. */
struct mentions {
	uint8_t of[10000];
};

/* Adds those of folded text. */
void mentions_add(const struct gazetteer *g, struct str s, struct mentions *m);
void mentions_add_code(struct str code, struct mentions *m);

/* Keeps the bearers whose parents are mentioned most. */
void place_narrow(struct place *place, const struct mentions *m);

/* The one division left, or NULL. */
const struct division *place_only(const struct place *place);

#endif
