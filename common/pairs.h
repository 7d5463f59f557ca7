/* pairs: the characters of an encoding of one, two and four bytes, GB18030 or Big5.
 *
 * iconv(3) knows them, but takes its time for each. Nearly all have two bytes: those that begin
 * with the same one are asked for at once when the first is met, and are looked up from then on.
 */
#ifndef GIR_PAIRS_H
#define GIR_PAIRS_H

#include <iconv.h>
#include <stdint.h>

#include "common/str.h"

enum { PAIR_FIRST = 0x80 }; /* the least first byte */

struct pairs {
	iconv_t iconv;
	bool known[0x100 - PAIR_FIRST];
	/* By the two bytes; 0 where they are not one character of Unicode's first plane, or not
	 * asked for yet. */
	uint16_t cp[0x100 - PAIR_FIRST][0x100];
};

/* Of the encoding that iconv(3) calls `name`. */
struct pairs *pairs_new(const char *name);
void pairs_free(struct pairs *p);

/* pairs_next of what is not looked up. */
uint32_t pairs_next_rare(struct pairs *p, struct str s, size_t *i, size_t *bad);

/* The code point at s.p[*i], which moves behind it. Needs *i < s.n. *bad gets the count of bytes
 * passed that are no character, else 0. */
static inline uint32_t pairs_next(struct pairs *p, struct str s, size_t *i, size_t *bad)
{
	const unsigned char *b = (const unsigned char *)s.p + *i;
	uint32_t cp;

	*bad = 0;
	if (b[0] < PAIR_FIRST) {
		*i += 1;
		return b[0];
	}
	cp = s.n - *i >= 2 ? p->cp[b[0] - PAIR_FIRST][b[1]] : 0;
	if (cp == 0)
		return pairs_next_rare(p, s, i, bad);
	*i += 2;
	return cp;
}

#endif
