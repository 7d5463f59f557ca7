/* utf8: code points in and out of UTF-8 (RFC 3629: no surrogates, no overlong forms).
 */
#ifndef GIR_UTF8_H
#define GIR_UTF8_H

#include <stdint.h>

#include "common/str.h"

/* What a byte that starts no valid sequence reads as: U+FFFD, one byte long. */
#define UTF8_BAD 0xfffdU

/* utf8_next for what is not ASCII. */
uint32_t utf8_next_wide(struct str s, size_t *i);

/* The code point at s.p[*i]; moves *i behind it. Needs *i < s.n. */
static inline uint32_t utf8_next(struct str s, size_t *i)
{
	unsigned char c = (unsigned char)s.p[*i];

	if (c >= 0x80)
		return utf8_next_wide(s, i);
	++*i;
	return c;
}

/* Writes `cp` to `to` (room for 4 bytes) and returns how many bytes it took. */
size_t utf8_write(char *to, uint32_t cp);

/* How many bytes at the start of `s` are valid UTF-8; s.n when all are. */
size_t utf8_valid(struct str s);

/* The number of code points. */
size_t utf8_length(struct str s);

#endif
