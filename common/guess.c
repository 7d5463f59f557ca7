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
	STEP = 512,    /* of them, those read before it is asked whether the rest can matter */
	ENOUGH = 100,  /* thousandths below which no reading is Chinese text */
	WIDE = 400,    /* the same for UTF-16, as which any text reads as ideographs */
	DECLARED = 30, /* what a declaration is worth, in thousandths */
	FAULT = 2      /* a fault costs as many usual characters */
};

struct usual {
	uint8_t bit[0x10000 / 8];
};

static bool has(const struct usual *u, uint32_t cp)
{
	return cp < 0x10000 && (u->bit[cp >> 3] >> (cp & 7) & 1);
}

static struct usual *load_usual(void)
{
	struct usual *u = xcalloc(1, sizeof *u);
	struct data d;

	if (data_open(&d, "usual.tsv", data_text("usual.tsv")) != 0)
		die("usual.tsv: cannot be read");
	while (data_next(&d)) {
		size_t i = 0;

		while (i < d.row.n) {
			uint32_t cp = utf8_next(d.row, &i) & 0xffff;

			u->bit[cp >> 3] |= (uint8_t)(1U << (cp & 7));
		}
	}
	return u;
}

static bool is_fault(uint32_t cp)
{
	return cp == UTF8_BAD || (cp >= 0xe000 && cp < 0xf900) || (cp >= 0x80 && cp < 0xa0) ||
	       (cp < 0x20 && !(cp >= '\t' && cp <= '\r'));
}

/* What a sample says when it is read in some encoding. */
struct tally {
	int64_t usual, faults, all; /* characters */
};

/* ASCII counts where `ascii`. */
static inline void count(struct tally *t, const struct usual *u, uint32_t cp, bool ascii)
{
	if (cp < 0x80 && !is_fault(cp)) {
		t->usual += ascii;
		t->all += ascii;
		return;
	}
	if (has(u, cp))
		t->usual++;
	else if (is_fault(cp))
		t->faults++;
	t->all++;
}

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

/* Tallies a part of a sample, from *i on. ASCII tells no encoding from another but UTF-16. */
static void tally(struct tally *t, struct charsets *c, struct str s, enum charset charset,
		  size_t *i)
{
	struct pairs *pairs =
		is_wide(charset) || charset == CHARSET_UTF8 ? NULL : charset_pairs(c, charset);
	size_t end = s.n - *i < STEP ? s.n : *i + STEP, bad = 0;

	while (*i < end) {
		uint32_t cp = is_wide(charset)
				      ? charset_next_wide(s, i, charset == CHARSET_UTF16BE, &bad)
			      : pairs ? pairs_next(pairs, s, i, &bad)
				      : utf8_next(s, i);

		t->faults += (int64_t)bad;
		t->all += (int64_t)bad;
		if (!bad)
			count(t, c->usual, cp, is_wide(charset));
	}
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

static size_t count_high(struct str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += (unsigned char)s.p[i] >= 0x80;
	return n;
}

void charset_guess(struct charsets *c, struct str bytes, enum charset declared, int enough,
		   struct charset_guess *guess)
{
	static const enum charset order[] = {CHARSET_UTF8, CHARSET_GB18030, CHARSET_BIG5,
					     CHARSET_UTF16LE, CHARSET_UTF16BE};
	struct buf narrow = BUF_INIT, wide = BUF_INIT;
	size_t i;

	if (!c->usual)
		c->usual = load_usual();
	sample_bytes(bytes, &narrow);
	sample_units(bytes, &wide);
	*guess = (struct charset_guess){CHARSET_UTF8, ENOUGH - 1, count_high(buf_str(&wide))};
	for (i = 0; i < sizeof order / sizeof *order && guess->score < enough; i++) {
		struct str sample = buf_str(is_wide(order[i]) ? &wide : &narrow);
		int bonus =
			order[i] == declared ? DECLARED + (guess->score < ENOUGH ? ENOUGH : 0) : 0;
		int score = try(c, order[i], sample, guess->score - bonus);

		score += score >= 0 ? bonus : 0;
		if (score > guess->score && (!is_wide(order[i]) || score >= WIDE)) {
			guess->charset = order[i];
			guess->score = score;
		}
	}
	buf_free(&narrow);
	buf_free(&wide);
}
