/* prose_phrase: the phrases of prose.tsv, compiled, and the matching of one at its anchor.
 *
 * A phrase is matched outwards from its anchor, without going back: words of class fill may stand
 * between any two elements, and no element is a fill, so there is only one way to match.
 */
#ifndef GIR_PROSE_PHRASE_H
#define GIR_PROSE_PHRASE_H

#include "cmd/gir-tables/prose/lex.h"

enum { PHRASE_ELEMENTS = 8, PHRASE_ROWS = 2 };

enum phrase_flag {
	PHRASE_WHOLE = 1,
	PHRASE_CONTEXT = 2,
	PHRASE_ABOUT = 4,
	PHRASE_FOLLOW = 8,
	PHRASE_ANYYEAR = 16,
	PHRASE_FILE = 32,
	PHRASE_NIL = 64,
	PHRASE_WEAK = 128,
	PHRASE_NEAR = 256,
	PHRASE_CASES = 512,
	PHRASE_PAIR = 1024
};

/* A bit for each class. */
struct class_set {
	uint64_t bits[WORD_CLASSES / 64 + 1];
};

static inline bool class_in(const struct class_set *s, enum word_class class)
{
	return s->bits[class / 64] >> class % 64 & 1;
}

struct phrase_element {
	struct class_set takes;
	bool many; /* any number of them */
};

struct phrase {
	struct str rows[PHRASE_ROWS];
	size_t row_count;
	enum word_class anchor;
	unsigned flags;
	bool start, end;                                                     /* ^ and $ */
	struct phrase_element left[PHRASE_ELEMENTS], right[PHRASE_ELEMENTS]; /* outwards */
	size_t left_count, right_count;
};

enum { PHRASES_MAX = 128 };

/* A bit for each phrase. */
struct phrase_set {
	uint64_t bits[PHRASES_MAX / 64];
};

struct phrases {
	struct phrase *v;
	size_t n;
	/* Those with an anchor of each class, and those that may have a word of it as the first
	 * word on the left or right of it that is no fill; WORD_CLASSES where none is. */
	struct phrase_set anchor[WORD_CLASSES], left[WORD_CLASSES + 1], right[WORD_CLASSES + 1];
};

void phrases_load(struct phrases *p);
void phrases_free(struct phrases *p);

/* May it stand between two elements? */
bool word_is_fill(enum word_class class);

/* The phrases that may stand around the token `anchor`: most are told apart by the first words on
 * both sides. */
struct phrase_set phrases_around(const struct phrases *p, const struct lexer *x, size_t low,
				 size_t high, size_t anchor);

/* The first phrase of the set from `i` on; PHRASES_MAX for none. */
size_t phrase_next(const struct phrase_set *s, size_t i);

/* Whether `p` stands around the token `anchor`, within tokens low..high-1. *first gets the first
 * token that belongs to it, *last the last. */
bool phrase_match(const struct phrase *p, const struct lexer *x, size_t low, size_t high,
		  size_t anchor, size_t *first, size_t *last);

#endif
