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
#include "common/pool.h"

enum name_kind { NAME_FULL, NAME_BRIEF, NAME_STEM };

struct name_entry {
	struct str key; /* folded, as the table of divisions is */
	enum name_kind kind;
	const struct division *division;
	struct name_entry *next;  /* another division that goes by the key, or NULL */
	struct name_entry *other; /* the next key of its slot, not longer, or NULL */
};

enum { NAME_BITS = 13 };

struct names {
	struct name_entry *slot[1 << NAME_BITS]; /* by a hash of the first two ideographs */
	struct pool pool;
};

/* Fills two empty indexes: of the stems, and of all else. The divisions must outlive them. */
void names_build(struct names *names, struct names *stems, const struct words *words,
		 const struct divisions *divisions);
void names_free(struct names *names);

/* The first entry of the longest key, of at most `max` bytes, that stands at s.p[at]; NULL for
 * none. */
const struct name_entry *names_at(const struct names *names, struct str s, size_t at, size_t max);

#endif
