/* names: an index of the names that divisions go by, for leftmost-longest matching.
 *
 * Full names, the table's short names, and what everybody calls divisions with long names (恩施州,
 * 景宁县, 管城区, 科右前旗). Stems (江北 of 江北区) are apart: they serve only within a known
 * parent. The districts of Hong Kong and Macao are left out, but for names that the mainland has,
 * too: 南区, 北区 ... are street names here.
 */
#ifndef GIR_NAMES_H
#define GIR_NAMES_H

#include "cmd/gir-segment/identity/words.h"
#include "common/divisions.h"
#include "common/fold.h"
#include "common/pool.h"

enum name_kind { NAME_FULL, NAME_BRIEF, NAME_STEM };

struct name_entry {
	struct str key; /* folded */
	uint64_t hash;  /* of the key */
	enum name_kind kind;
	const struct division *division;
};

struct names {
	struct name_entry *v; /* those of one key together */
	size_t n, cap;
	size_t *slot; /* hash table of v's first entry of each key, plus one */
	size_t mask;
	uint32_t lengths[0x10000]; /* bit k: a key of k ideographs, by the first of them */
	struct pool pool;
};

/* `stems`: whether the index is of the stems only, or of all else. */
void names_build(struct names *names, const struct fold *fold, const struct words *words,
		 const struct divisions *divisions, bool stems);
void names_free(struct names *names);

/* The entries of the longest key, of at most `max` bytes, that stands at s.p[at]; their count in
 * *n, 0 for none. */
const struct name_entry *names_at(const struct names *names, struct str s, size_t at, size_t max,
				  size_t *n);

#endif
