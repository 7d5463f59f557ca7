#include "common/utf8.h"

/* The length of the valid sequence at p, 0 when there is none; *cp gets its code point. */
static inline size_t sequence(const unsigned char *p, size_t room, uint32_t *cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len, i;
	uint32_t v;

	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	len = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
	if (room < len)
		return 0;
	v = p[0] & (0xffU >> (len + 1));
	for (i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		v = v << 6 | (p[i] & 0x3fU);
	}
	if (v < least[len] || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
		return 0;
	*cp = v;
	return len;
}

uint32_t utf8_next_rare(struct str s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p + *i;
	uint32_t cp = UTF8_BAD;
	size_t len = sequence(p, s.n - *i, &cp);

	*i += len ? len : 1;
	return cp;
}

size_t utf8_write_rare(char *to, uint32_t cp)
{
	unsigned char *p = (unsigned char *)to;

	if (cp < 0x800) {
		p[0] = (unsigned char)(0xc0 | cp >> 6);
		p[1] = (unsigned char)(0x80 | (cp & 0x3f));
		return 2;
	}
	p[0] = (unsigned char)(0xf0 | cp >> 18);
	p[1] = (unsigned char)(0x80 | (cp >> 12 & 0x3f));
	p[2] = (unsigned char)(0x80 | (cp >> 6 & 0x3f));
	p[3] = (unsigned char)(0x80 | (cp & 0x3f));
	return 4;
}

/* Begins a character of three bytes: of any two that go on, but for e0 and ed. */
static unsigned char begins_three(unsigned char c)
{
	return (c & 0xf0) == 0xe0;
}

/* Where the whole steps from `i` on end that hold nothing but ASCII and characters of three bytes;
 * those before are valid, and the last one may be cut off. Each byte that goes on stands one or two
 * behind one that begins, and no other byte does. Compilers make vectors of the inner loop, as it
 * does not branch. Needs two bytes before `i`. */
static size_t plain_steps(const unsigned char *p, size_t i, size_t n)
{
	enum { STEP = 64 };
	size_t k;

	for (; n - i >= STEP; i += STEP) {
		const unsigned char *s = p + i;
		unsigned char bad = 0;

		for (k = 0; k < STEP; k++) {
			unsigned char begins = begins_three(s[k]), goes_on = (s[k] & 0xc0) == 0x80;
			unsigned char within = begins_three(s[k - 1]) | begins_three(s[k - 2]);

			bad |= (goes_on ^ within) | ((s[k] >= 0xc0) ^ begins);
			bad |= (s[k] == 0xe0) | (s[k] == 0xed);
		}
		if (bad)
			break;
	}
	return i;
}

/* Before the character that is cut off at `i`, if one is. */
static size_t before_cut(const unsigned char *p, size_t i)
{
	return begins_three(p[i - 1]) ? i - 1 : begins_three(p[i - 2]) ? i - 2 : i;
}

size_t utf8_valid(struct str s)
{
	enum { APART = 64 }; /* bytes read one by one before steps are tried again */
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, apart = 2, end;
	uint32_t cp;

	while (i < s.n) {
		size_t len = sequence(p + i, s.n - i, &cp);

		if (len == 0)
			return i;
		i += len;
		if (i < apart)
			continue;
		end = plain_steps(p, i, s.n);
		i = end > i ? before_cut(p, end) : i;
		apart = i + APART;
	}
	return i;
}

size_t utf8_length(struct str s)
{
	size_t n = 0, i = 0;

	for (; i < s.n; n++)
		utf8_next(s, &i);
	return n;
}
