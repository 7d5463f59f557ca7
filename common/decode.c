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

static size_t count_high(struct str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += (unsigned char)s.p[i] >= 0x80;
	return n;
}

/* What is known of bytes before they are decoded. */
struct look {
	struct str text; /* without the byte order mark */
	enum charset mark;
	size_t valid; /* so many at the start are UTF-8 */
	bool guessed; /* on all of it */
	struct charset_guess guess;
};

static bool is_wide(enum charset charset)
{
	return charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE;
}

static struct look look_at(struct str bytes)
{
	struct look l = {.text = bytes, .guessed = false};

	l.mark = cut_mark(&l.text);
	l.valid = is_wide(l.mark) ? 0 : utf8_valid(l.text);
	return l;
}

static bool is_binary(struct charsets *c, struct look *l)
{
	struct str part = str_sub(l->text, 0, LOOK), sample = str_sub(part, 0, GUESS_LOOK);
	size_t bad = controls(part);
	bool many = bad > part.n / 3;
	/* A character may be cut off at the end of the part. */
	bool valid = l->valid >= part.n || (part.n == LOOK && part.n - l->valid < 4);

	if (part.n == 0 || is_wide(l->mark) || (bad == 0 && valid))
		return false;
	l->guessed = sample.n == l->text.n;
	charset_guess(c, sample, CHARSET_COUNT, l->guessed || many ? CHARSET_BEST : READABLE,
		      &l->guess);
	if (is_wide(l->guess.charset) && (!valid || may_be_wide(part)))
		return false;
	if (l->guess.score >= READABLE || valid)
		return many;
	return bad > part.n / 50 || count_high(sample) > sample.n / 3;
}

static void decode_as(struct charsets *c, struct look *l, const char *declared, struct buf *room,
		      struct decoded *out)
{
	enum charset charset = l->mark;

	*out = (struct decoded){l->text, charset_names[CHARSET_UTF8], 0};
	if (!is_wide(charset) && l->valid == l->text.n &&
	    (charset == CHARSET_UTF8 || !may_be_wide(str_sub(l->text, 0, LOOK))))
		return;
	if (charset == CHARSET_COUNT) {
		if (!l->guessed)
			charset_guess(c, l->text, charset_named(declared), CHARSET_BEST, &l->guess);
		charset = l->guess.charset;
	}
	buf_clear(room);
	out->undecodable = charset_convert(c, charset, l->text, room);
	out->text = buf_str(room);
	out->encoding = charset_names[charset];
}

bool looks_binary(struct charsets *c, struct str bytes)
{
	struct look l = look_at(bytes);

	return is_binary(c, &l);
}

void decode(struct charsets *c, struct str bytes, const char *declared, struct buf *room,
	    struct decoded *out)
{
	struct look l = look_at(bytes);

	decode_as(c, &l, declared, room, out);
}

bool decode_text(struct charsets *c, struct str bytes, struct buf *room, struct decoded *out)
{
	struct look l = look_at(bytes);

	if (is_binary(c, &l))
		return false;
	decode_as(c, &l, NULL, room, out);
	return true;
}
