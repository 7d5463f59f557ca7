#include "tests/generate/generate.h"

uint64_t random_next(struct random *r)
{
	uint64_t z = r->state += 0x9e3779b97f4a7c15U;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return z ^ (z >> 31);
}

size_t random_below(struct random *r, size_t n)
{
	return (size_t)(random_next(r) % n);
}

bool random_chance(struct random *r, unsigned percent)
{
	return random_next(r) % 100 < percent;
}
