/* charset: the encodings that reports come in: their names, reading them, guessing them.
 */
#ifndef GIR_CHARSET_H
#define GIR_CHARSET_H

#include "common/buf.h"
#include "common/pairs.h"

enum charset {
	CHARSET_UTF8,
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_GB18030,
	CHARSET_BIG5,
	CHARSET_COUNT
};

/* utf-8, utf-16le ... */
extern const char *const charset_names[CHARSET_COUNT];

/* CHARSET_COUNT where `name` (any case; aliases such as gb2312, cp936) is none of them. */
enum charset charset_named(const char *name);

struct usual; /* guess.c */

/* What reading them takes, made when it is first needed and used for many texts. */
struct charsets {
	struct usual *usual;
	struct pairs *pairs[CHARSET_COUNT];
};

#define CHARSETS_INIT ((struct charsets){.usual = NULL})
void charsets_free(struct charsets *c);

/* The characters of GB18030 or Big5. */
struct pairs *charset_pairs(struct charsets *c, enum charset charset);

/* The code point of the UTF-16 at s.p[*i], which moves behind it. Needs *i < s.n. *bad gets the
 * count of bytes passed that are no character, else 0. */
uint32_t charset_next_wide(struct str s, size_t *i, bool big, size_t *bad);

/* Appends `s` as UTF-8. Every byte that cannot be decoded becomes one U+FFFD; returns how many. */
size_t charset_convert(struct charsets *c, enum charset charset, struct str s, struct buf *to);

struct charset_guess {
	enum charset charset;
	int score; /* thousandths of the sampled characters that are usual, faults taken off */
};

enum { CHARSET_BEST = 10000 }; /* more than any score: all encodings are tried */

/* From samples of the bytes, which are not valid UTF-8 or hold NULs. The first encoding whose score
 * is `enough` is taken. */
void charset_guess(struct charsets *c, struct str bytes, enum charset declared, int enough,
		   struct charset_guess *guess);

#endif
