#define _DEFAULT_SOURCE /* getentropy */
#include "common/siphash.h"

#include <unistd.h>

struct siphash_key siphash_key(void)
{
	static const struct siphash_key known = {{0x736f6d6570736575U, 0x646f72616e646f6dU}};
	struct siphash_key random;

	/* Where there are no random numbers, a key that can be known must do. */
	if (getentropy(random.k, sizeof random.k) != 0)
		return known;
	return random;
}

static uint64_t turn(uint64_t v, int bits)
{
	return v << bits | v >> (64 - bits);
}

static void stir(uint64_t v[4])
{
	v[0] += v[1];
	v[2] += v[3];
	v[1] = turn(v[1], 13) ^ v[0];
	v[3] = turn(v[3], 16) ^ v[2];
	v[0] = turn(v[0], 32) + v[3];
	v[2] += v[1];
	v[3] = turn(v[3], 21) ^ v[0];
	v[1] = turn(v[1], 17) ^ v[2];
	v[2] = turn(v[2], 32);
}

static void take(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	stir(v);
	v[0] ^= word;
}

uint64_t siphash(struct siphash_key key, struct str s)
{
	uint64_t v[4] = {key.k[0] ^ 0x736f6d6570736575U, key.k[1] ^ 0x646f72616e646f6dU,
			 key.k[0] ^ 0x6c7967656e657261U, key.k[1] ^ 0x7465646279746573U};
	uint64_t word;
	size_t i;

	/* In the order of the machine: the key is not the same twice anyhow. */
	for (i = 0; s.n - i >= sizeof word; i += sizeof word) {
		memcpy(&word, s.p + i, sizeof word);
		take(v, word);
	}
	word = 0;
	if (i < s.n)
		memcpy(&word, s.p + i, s.n - i);
	take(v, word);
	take(v, s.n);
	v[2] ^= 0xff;
	for (i = 0; i < 3; i++)
		stir(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}
