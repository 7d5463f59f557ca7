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

struct phrase_element {
	bool class[WORD_CLASSES]; /* those it takes */
	bool many;                /* any number of them */
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

struct phrases {
	struct phrase *v;
	size_t n;
};

void phrases_load(struct phrases *p);
void phrases_free(struct phrases *p);

/* May it stand between two elements? */
bool word_is_fill(enum word_class class);

/* Whether `p` stands around the token `anchor`, within tokens low..high-1. *first gets the first
 * token that belongs to it, *last the last. */
bool phrase_match(const struct phrase *p, const struct lexer *x, size_t low, size_t high,
		  size_t anchor, size_t *first, size_t *last);

#endif
