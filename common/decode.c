#include "common/decode.h"

#include "common/utf8.h"

enum {
	LOOK = 65536,      /* bytes that tell a binary file */
	GUESS_LOOK = 4096, /* of them, those whose charset is guessed: decode() guesses on all */
	READABLE = 300     /* the score of a text that is none by accident */
};

static const struct {
	struct str mark;
	enum charset charset;
} marks[] = {
	{{"\xef\xbb\xbf", 3}, CHARSET_UTF8},
	{{"\xff\xfe", 2}, CHARSET_UTF16LE},
	{{"\xfe\xff", 2}, CHARSET_UTF16BE},
};

/* The charset of a byte order mark, which is cut off *bytes, or CHARSET_COUNT. */
static enum charset cut_mark(struct str *bytes)
{
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (str_starts(*bytes, marks[i].mark)) {
			*bytes = str_from(*bytes, marks[i].mark.n);
			return marks[i].charset;
		}
	}
	return CHARSET_COUNT;
}

/* ASCII in UTF-16 is valid UTF-8 too, but every other byte of it is NUL. */
static bool may_be_wide(struct str s)
{
	size_t nuls = 0, i;

	if (!s.n || !memchr(s.p, 0, s.n))
		return false;
	for (i = 0; i < s.n; i++)
		nuls += s.p[i] == 0;
	return nuls > s.n / 3;
}

void decode(struct charsets *c, struct str bytes, const char *declared, struct buf *room,
	    struct decoded *out)
{
	struct str text = bytes;
	enum charset charset = cut_mark(&text);
	bool wide = charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE;

	*out = (struct decoded){text, charset_names[CHARSET_UTF8], 0};
	if (!wide && utf8_valid(text) == text.n &&
	    (charset == CHARSET_UTF8 || !may_be_wide(str_sub(text, 0, LOOK))))
		return;
	if (charset == CHARSET_COUNT) {
		struct charset_guess guess;

		charset_guess(c, text, charset_named(declared), CHARSET_BEST, &guess);
		charset = guess.charset;
	}
	buf_clear(room);
	out->undecodable = charset_convert(c, charset, text, room);
	out->text = buf_str(room);
	out->encoding = charset_names[charset];
}

/* A byte that no text has but by accident. */
static bool is_control(char byte)
{
	unsigned char c = (unsigned char)byte;

	return (c < '\t') | ((c > '\r') & (c < 0x20) & (c != 0x1b)) | (c == 0x7f);
}

/* How many there are; compilers make vectors of the inner loop, which does not branch. */
static size_t controls(struct str s)
{
	enum { STEP = 64 };
	size_t n = 0, i, k;

	for (i = 0; s.n - i >= STEP; i += STEP) {
		unsigned char step = 0;

		for (k = 0; k < STEP; k++)
			step += is_control(s.p[i + k]);
		n += step;
	}
	for (; i < s.n; i++)
		n += is_control(s.p[i]);
	return n;
}

/* Valid but for a character cut off at the end of the part that is looked at. */
static bool starts_valid(struct str s)
{
	size_t valid = utf8_valid(s);

	return valid == s.n || (s.n == LOOK && s.n - valid < 4);
}

static size_t count_high(struct str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += (unsigned char)s.p[i] >= 0x80;
	return n;
}

bool looks_binary(struct charsets *c, struct str bytes)
{
	struct str text = bytes, part, sample;
	enum charset mark = cut_mark(&text);
	struct charset_guess guess;
	size_t bad;

	part = str_sub(text, 0, LOOK);
	bad = controls(part);
	if (part.n == 0 || (mark != CHARSET_COUNT && mark != CHARSET_UTF8))
		return false;
	if (bad == 0 && starts_valid(part))
		return false;
	sample = str_sub(part, 0, GUESS_LOOK);
	charset_guess(c, sample, CHARSET_COUNT, bad > part.n / 3 ? CHARSET_BEST : READABLE, &guess);
	if ((guess.charset == CHARSET_UTF16LE || guess.charset == CHARSET_UTF16BE) &&
	    (!starts_valid(part) || may_be_wide(part)))
		return false;
	if (guess.score >= READABLE || starts_valid(part))
		return bad > part.n / 3;
	return bad > part.n / 50 || count_high(sample) > sample.n / 3;
}
