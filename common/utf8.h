/* utf8: code points in and out of UTF-8 (RFC 3629: no surrogates, no overlong forms).
 */
#ifndef GIR_UTF8_H
#define GIR_UTF8_H

#include <stdint.h>

#include "common/str.h"

/* What a byte that starts no valid sequence reads as: U+FFFD, one byte long. */
#define UTF8_BAD 0xfffdU

/* utf8_next for what is neither ASCII nor as below. */
uint32_t utf8_next_rare(struct str s, size_t *i);

/* The code point at s.p[*i]; moves *i behind it. Needs *i < s.n. Nearly all that is not ASCII in
 * these texts is an ideograph or a mark of three bytes, from U+1000 on; only those from U+D000 to
 * U+DFFF are left out here, some of which are invalid. */
static inline uint32_t utf8_next(struct str s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p + *i;

	if (p[0] < 0x80) {
		*i += 1;
		return p[0];
	}
	if (s.n - *i >= 3) {
		uint32_t b = p[1] ^ 0x80U, c = p[2] ^ 0x80U; /* below 0x40 where they go on */
		uint32_t cp = (p[0] - 0xe0U) << 12 | b << 6 | c;

		if ((b | c) < 0x40 && cp - 0x1000 < 0xf000 && p[0] != 0xed) {
			*i += 3;
			return cp;
		}
	}
	return utf8_next_rare(s, i);
}

/* utf8_write of what takes two or four bytes. */
size_t utf8_write_rare(char *to, uint32_t cp);

/* Writes `cp` to `to` (room for 4 bytes) and returns how many bytes it took. */
static inline size_t utf8_write(char *to, uint32_t cp)
{
	if (cp < 0x80) {
		to[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800 || cp >= 0x10000)
		return utf8_write_rare(to, cp);
	to[0] = (char)(0xe0 | cp >> 12);
	to[1] = (char)(0x80 | (cp >> 6 & 0x3f));
	to[2] = (char)(0x80 | (cp & 0x3f));
	return 3;
}

/* How many bytes at the start of `s` are valid UTF-8; s.n when all are. */
size_t utf8_valid(struct str s);

/* The number of code points. */
size_t utf8_length(struct str s);

#endif
