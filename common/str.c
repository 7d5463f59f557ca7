#include "common/str.h"

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* The needle's last byte is looked for, as that of an ideograph is rarer than its first, which most
 * have in common. */
size_t str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;
	size_t last = needle.n - 1, i;

	if (from > s.n || needle.n > s.n - from)
		return STR_NONE;
	if (needle.n == 0)
		return from;
	for (i = from + last; i < s.n; i++) {
		hit = memchr(s.p + i, needle.p[last], s.n - i);
		if (!hit)
			break;
		i = (size_t)(hit - s.p);
		if (s.p[i - last] == needle.p[0] && memcmp(hit - last, needle.p, last) == 0)
			return i - last;
	}
	return STR_NONE;
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim_blanks(struct str s)
{
	while (s.n && is_blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool str_cut(struct str *rest, char sep, struct str *piece)
{
	const char *at;

	if (!rest->p)
		return false;
	at = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
	*piece = *rest;
	if (!at) {
		*rest = (struct str){NULL, 0};
		return true;
	}
	piece->n = (size_t)(at - rest->p);
	*rest = (struct str){at + 1, rest->n - piece->n - 1};
	return true;
}

/* Eight bytes at a time through a multiply and a fold (the mixing step of wyhash, public domain),
 * read as little endian so that every machine agrees. */
static uint64_t mix(uint64_t a, uint64_t b)
{
	uint64_t lo = (a & 0xffffffffU) * (b & 0xffffffffU);
	uint64_t hi = (a >> 32) * (b >> 32);
	uint64_t mid = (a >> 32) * (b & 0xffffffffU) ^ (a & 0xffffffffU) * (b >> 32);

	return lo ^ hi ^ (mid << 32 | mid >> 32);
}

static uint64_t load(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof v);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	v = __builtin_bswap64(v);
#endif
	return v;
}

/* Less than eight bytes. */
static uint64_t load_rest(const char *p, size_t n)
{
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | (unsigned char)p[n];
	return v;
}

uint64_t str_hash(struct str s)
{
	uint64_t h = 0x9e3779b97f4a7c15U ^ s.n;
	size_t i = 0;

	for (; s.n - i >= 8; i += 8)
		h = mix(h ^ load(s.p + i), 0xa0761d6478bd642fU);
	if (i < s.n)
		h = mix(h ^ load_rest(s.p + i, s.n - i), 0xe7037ed1a0b428dbU);
	h ^= h >> 32;
	return mix(h, 0x8ebc6af09c88c6e3U);
}
