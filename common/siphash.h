/* siphash: a hash that nobody can aim at a table who does not know its key.
 *
 * Names in reports are strangers' words, and enough of them with one hash would make each lookup as
 * long as the table. SipHash-1-3, by Aumasson and Bernstein (public domain).
 */
#ifndef GIR_SIPHASH_H
#define GIR_SIPHASH_H

#include "common/str.h"

struct siphash_key {
	uint64_t k[2];
};

/* A key from the system's random numbers. What comes out of a program must not depend on it. */
struct siphash_key siphash_key(void);
uint64_t siphash(struct siphash_key key, struct str s);

#endif
