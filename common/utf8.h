/* utf8: code points in and out of UTF-8 (RFC 3629: no surrogates, no overlong forms).
 */
#ifndef GIR_UTF8_H
#define GIR_UTF8_H

#include <stdint.h>

#include "common/str.h"

/* What a byte that starts no valid sequence reads as: U+FFFD, one byte long. */
#define UTF8_BAD 0xfffdU

/* Nearly all that is not ASCII in these texts is an ideograph or a mark of three bytes, from U+1000
 * on; only those from U+D000 to U+DFFF are left out, some of which are invalid. */
static inline bool utf8_is_three(const unsigned char *p, size_t room)
{
	return room >= 3 && p[0] >= 0xe1 && p[0] <= 0xef && p[0] != 0xed && (p[1] & 0xc0) == 0x80 &&
	       (p[2] & 0xc0) == 0x80;
}

/* utf8_next for what is neither that nor ASCII. */
uint32_t utf8_next_rare(struct str s, size_t *i);

/* The code point at s.p[*i]; moves *i behind it. Needs *i < s.n. */
static inline uint32_t utf8_next(struct str s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p + *i;

	if (p[0] < 0x80) {
		*i += 1;
		return p[0];
	}
	if (!utf8_is_three(p, s.n - *i))
		return utf8_next_rare(s, i);
	*i += 3;
	return (p[0] & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU);
}

/* Writes `cp` to `to` (room for 4 bytes) and returns how many bytes it took. */
size_t utf8_write(char *to, uint32_t cp);

/* How many bytes at the start of `s` are valid UTF-8; s.n when all are. */
size_t utf8_valid(struct str s);

/* The number of code points. */
size_t utf8_length(struct str s);

#endif
