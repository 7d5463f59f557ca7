#include "common/pairs.h"

#include <errno.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/utf8.h"

enum {
	SECOND = 0x40, /* the least second byte of a pair; of characters of four bytes it is less */
	SECONDS = 0x100 - SECOND,
	LONGEST = 4
};

struct pairs *pairs_new(const char *name)
{
	struct pairs *p = xcalloc(1, sizeof *p);

	p->iconv = iconv_open("UTF-8", name);
	if (p->iconv == (iconv_t)-1)
		die("this system's iconv cannot read %s", name);
	return p;
}

void pairs_free(struct pairs *p)
{
	if (!p)
		return;
	iconv_close(p->iconv);
	free(p);
}

/* Asks for the characters of a row, that of the first byte `first`. Each pair that is one gives one
 * character; where that does not hold the row stays as it is. */
static void read_row(struct pairs *p, unsigned char first)
{
	char pairs[2 * SECONDS], text[LONGEST * SECONDS];
	char *in = pairs, *out = text;
	size_t left = sizeof pairs, room = sizeof text, k, i;
	uint16_t row[SECONDS] = {0};

	for (k = 0; k < SECONDS; k++) {
		pairs[2 * k] = (char)first;
		pairs[2 * k + 1] = (char)(SECOND + k);
	}
	while (left > 0) {
		struct str got = {out, 0};
		size_t done;

		k = SECONDS - left / 2;
		errno = 0;
		done = iconv(p->iconv, &in, &left, &out, &room);
		got.n = (size_t)(out - got.p);
		for (i = 0; i < got.n && k < SECONDS; k++) {
			uint32_t cp = utf8_next(got, &i);

			row[k] = (uint16_t)(cp < 0x10000 ? cp : 0);
		}
		if (left % 2 || i < got.n || k != SECONDS - left / 2)
			return;
		if (done == (size_t)-1) {
			in += 2;
			left -= 2;
		}
	}
	memcpy(p->cp[first - PAIR_FIRST] + SECOND, row, sizeof row);
}

/* How many bytes a sequence takes that iconv refuses: both bytes of a pair that no character has,
 * but never an ASCII byte, which is more likely itself than the tail of a lost lead byte. */
static size_t refused(const unsigned char *p, size_t n)
{
	return n >= 2 && p[0] > 0x80 && p[1] >= 0x80 ? 2 : 1;
}

/* One character, as iconv reads it: from no more bytes than it takes, so that none follows. */
static uint32_t ask(struct pairs *p, struct str s, size_t *i, size_t *bad)
{
	const unsigned char *b = (const unsigned char *)s.p + *i;
	size_t n = s.n - *i;
	size_t take = n >= LONGEST && b[0] > 0x80 && b[1] < SECOND ? LONGEST : 1;

	*bad = 0;
	for (; take <= n && take <= LONGEST; take++) {
		char text[16], *out = text;
		char *in = (char *)(uintptr_t)b; /* iconv writes nothing there */
		size_t left = take, room = sizeof text, at = 0;

		errno = 0;
		if (iconv(p->iconv, &in, &left, &out, &room) != (size_t)-1 && out > text) {
			*i += take;
			return utf8_next((struct str){text, (size_t)(out - text)}, &at);
		}
		if (errno == EILSEQ)
			break;
	}
	*bad = take > n ? n : refused(b, n);
	*i += *bad;
	return UTF8_BAD;
}

uint32_t pairs_next_rare(struct pairs *p, struct str s, size_t *i, size_t *bad)
{
	unsigned char first = (unsigned char)s.p[*i];

	if (p->known[first - PAIR_FIRST])
		return ask(p, s, i, bad);
	p->known[first - PAIR_FIRST] = true;
	read_row(p, first);
	return pairs_next(p, s, i, bad);
}
