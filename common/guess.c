/* Which of the encodings gives readable Chinese (charset.h).
 *
 * Validity alone cannot tell: most GB2312 text is valid Big5 too, and any even count of bytes is
 * nearly valid UTF-16. Read the wrong way it is made of rare characters, though.
 */
#include "common/alloc.h"
#include "common/charset.h"
#include "common/data.h"
#include "common/diag.h"
#include "common/utf8.h"

enum {
	PIECES = 8,
	PIECE = 4096,  /* bytes of each sample */
	STEP = 128,    /* of them, those read before it is asked whether the rest can matter */
	ENOUGH = 100,  /* thousandths below which no reading is Chinese text */
	WIDE = 400,    /* the same for UTF-16, as which any text reads as ideographs */
	DECLARED = 30, /* what a declaration is worth, in thousandths */
	FAULT = 2      /* a fault costs as many usual characters */
};

enum kind {
	KIND_OTHER, /* as all beyond the first plane */
	KIND_ASCII,
	KIND_USUAL,
	KIND_FAULT,
	KINDS
};

struct usual {
	uint8_t kind[0x10000]; /* of each character */
};

/* What tells a wrong reading: control characters, those of private use, U+FFFD. */
static void mark_faults(struct usual *u)
{
	memset(u->kind, KIND_FAULT, 0x20);
	memset(&u->kind['\t'], KIND_ASCII, '\r' + 1 - '\t');
	memset(u->kind + 0x20, KIND_ASCII, 0x80 - 0x20);
	memset(u->kind + 0x80, KIND_FAULT, 0xa0 - 0x80);
	memset(u->kind + 0xe000, KIND_FAULT, 0xf900 - 0xe000);
	u->kind[UTF8_BAD] = KIND_FAULT;
}

static struct usual *load_usual(void)
{
	struct usual *u = xcalloc(1, sizeof *u);
	struct data d;

	mark_faults(u);
	if (data_open(&d, "usual.tsv", data_text("usual.tsv")) != 0)
		die("usual.tsv: cannot be read");
	while (data_next(&d)) {
		size_t i = 0;

		while (i < d.row.n) {
			uint32_t cp = utf8_next(d.row, &i) & 0xffff;

			if (u->kind[cp] != KIND_ASCII)
				u->kind[cp] = KIND_USUAL;
		}
	}
	return u;
}

/* What a sample says when it is read in some encoding. */
struct tally {
	int64_t usual, faults, all; /* characters */
};

/* Thousandths of the characters that are usual, if all of `bytes` more are usual characters of two
 * bytes. */
static int score_of(const struct tally *t, size_t bytes)
{
	int64_t more = (int64_t)(bytes / 2), all = t->all + more;

	return all ? (int)((t->usual + more - FAULT * t->faults) * 1000 / all) : 0;
}

/* Where the piece near `from` begins: at a byte that is no second half of a character in any of
 * the encodings of eight bits, before the next byte that is not ASCII. */
static size_t piece_start(struct str s, size_t from)
{
	size_t i = from;

	while (i > 0 && i < s.n && i - from < PIECE && (unsigned char)s.p[i] >= 0x30)
		i++;
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

/* Pieces from all over the text, for the encodings of eight bits, each closed by a line feed. */
static void sample_bytes(struct str s, struct buf *sample)
{
	size_t k, i = 0;

	for (k = 0; k < PIECES; k++) {
		size_t from = s.n / PIECES * k;

		i = piece_start(s, from > i ? from : i);
		buf_put(sample, str_sub(s, i, i + PIECE));
		buf_putc(sample, '\n');
		i = i + PIECE < s.n ? i + PIECE : s.n;
	}
}

/* The same for UTF-16: whole units. */
static void sample_units(struct str s, struct buf *sample)
{
	size_t k, i = 0;

	for (k = 0; k < PIECES; k++) {
		size_t from = s.n / PIECES * k & ~(size_t)1;

		i = from > i ? from : i;
		buf_put(sample, str_sub(s, i, i + PIECE));
		i = i + PIECE < s.n ? i + PIECE : s.n;
	}
}

static bool is_wide(enum charset charset)
{
	return charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE;
}

/* How many characters of each kind a part of a sample has, from *i on. */
static void count(struct charsets *c, struct str s, enum charset charset, size_t *i,
		  int64_t kinds[KINDS])
{
	const uint8_t *kind = c->usual->kind;
	size_t end = s.n - *i < STEP ? s.n : *i + STEP, bad = 0;
	struct pairs *pairs;
	uint32_t cp;

	if (charset == CHARSET_UTF8) {
		while (*i < end) {
			cp = utf8_next(s, i);
			kinds[cp < 0x10000 ? kind[cp] : KIND_OTHER]++;
		}
		return;
	}
	pairs = is_wide(charset) ? NULL : charset_pairs(c, charset);
	while (*i < end) {
		cp = pairs ? pairs_next(pairs, s, i, &bad)
			   : charset_next_wide(s, i, charset == CHARSET_UTF16BE, &bad);
		if (bad)
			kinds[KIND_FAULT] += (int64_t)bad;
		else
			kinds[cp < 0x10000 ? kind[cp] : KIND_OTHER]++;
	}
}

/* Tallies a part of a sample, from *i on. ASCII tells nothing but UTF-16. */
static void tally(struct tally *t, struct charsets *c, struct str s, enum charset charset,
		  size_t *i)
{
	int64_t kinds[KINDS] = {0};

	count(c, s, charset, i, kinds);
	if (is_wide(charset))
		kinds[KIND_USUAL] += kinds[KIND_ASCII];
	t->usual += kinds[KIND_USUAL];
	t->faults += kinds[KIND_FAULT];
	t->all += kinds[KIND_USUAL] + kinds[KIND_FAULT] + kinds[KIND_OTHER];
}

/* The score of a sample. Where it cannot get above `least` any more, something that is no higher.
 */
static int try(struct charsets *c, enum charset charset, struct str sample, int least)
{
	struct tally t = {0, 0, 0};
	size_t i = 0;

	while (i < sample.n && score_of(&t, sample.n - i) > least)
		tally(&t, c, sample, charset, &i);
	return score_of(&t, sample.n - i);
}

void charset_guess(struct charsets *c, struct str bytes, enum charset declared, int enough,
		   struct charset_guess *guess)
{
	/* Most texts that are not UTF-8 are GB18030, behind which the others are given up soon.
	 * What a declaration is worth depends on whether UTF-8 would do. */
	static const enum charset orders[][CHARSET_COUNT] = {
		{CHARSET_GB18030, CHARSET_UTF8, CHARSET_BIG5, CHARSET_UTF16LE, CHARSET_UTF16BE},
		{CHARSET_UTF8, CHARSET_GB18030, CHARSET_BIG5, CHARSET_UTF16LE, CHARSET_UTF16BE}};
	const enum charset *order = orders[declared != CHARSET_COUNT];
	struct buf narrow = BUF_INIT, wide = BUF_INIT;
	size_t i;

	if (!c->usual)
		c->usual = load_usual();
	sample_bytes(bytes, &narrow);
	sample_units(bytes, &wide);
	*guess = (struct charset_guess){CHARSET_UTF8, ENOUGH - 1};
	for (i = 0; i < CHARSET_COUNT && guess->score < enough; i++) {
		struct str sample = buf_str(is_wide(order[i]) ? &wide : &narrow);
		int bonus =
			order[i] == declared ? DECLARED + (guess->score < ENOUGH ? ENOUGH : 0) : 0;
		int beaten = guess->score - (order[i] == CHARSET_UTF8); /* it wins a tie */
		int score = try(c, order[i], sample, beaten - bonus);

		score += score >= 0 ? bonus : 0;
		if (score > beaten && (!is_wide(order[i]) || score >= WIDE)) {
			guess->charset = order[i];
			guess->score = score;
		}
	}
	buf_free(&narrow);
	buf_free(&wide);
}
