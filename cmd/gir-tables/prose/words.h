/* prose_words: the classes of words that phrases are made of, and a trie to find words by.
 *
 * Source: common/data/prose-words.tsv. The trie owns its nodes; prose_words_free releases them.
 */
#ifndef GIR_PROSE_WORDS_H
#define GIR_PROSE_WORDS_H

#include <stdint.h>

#include "common/str.h"

/* Classes from WORD_FILL to WORD_PLAIN are named in the data; the others come from the lexer. */
enum word_class {
	WORD_TEXT, /* words of no class */
	WORD_FILL,
	WORD_SUM,
	WORD_CUMULATIVE,
	WORD_OWN,
	WORD_THEN,
	WORD_SINCE,
	WORD_UNTIL,
	WORD_SPAN,  /* a part of the year */
	WORD_WHOLE, /* the whole of it */
	WORD_RATE,
	WORD_COMPARE,
	WORD_VERSUS,
	WORD_APPROXIMATE,
	WORD_NONE,
	WORD_ZERO,
	WORD_RECEIVE,
	WORD_NEW,
	WORD_HANDLE,
	WORD_FINISH,
	WORD_REQUEST,
	WORD_ONREQUEST,
	WORD_BARE,
	WORD_CARRY,
	WORD_CARRIED_IN,
	WORD_CARRIED_OUT,
	WORD_OUTCOME,
	WORD_REVIEW,
	WORD_SUIT,
	WORD_BOTH,
	WORD_CAUSE,
	WORD_UNRELATED,
	WORD_TOPIC,
	WORD_ISSUE,
	WORD_NORMATIVE,
	WORD_DISCLOSE,
	WORD_OPEN,
	WORD_PUBLISH,
	WORD_INFO,
	WORD_INTRO,
	WORD_INTRO_LIST,
	WORD_INTRO_SOME,
	WORD_INNER,
	WORD_SCHEME,
	WORD_HALT,
	WORD_SHARE,
	WORD_EACH,
	WORD_VIA,
	WORD_AND,
	WORD_ETC,
	WORD_END,
	WORD_SO,
	WORD_SUBJECT,
	WORD_AREA,
	WORD_CHANNEL,
	WORD_APPLICANT,
	WORD_ALL,
	WORD_BLOCK,
	WORD_PLAIN,
	WORD_NUMBER, /* an amount with a unit, or at the end of a clause */
	WORD_YEAR_OWN,
	WORD_YEAR_BEFORE,
	WORD_YEAR_AFTER,
	WORD_YEAR_OTHER,
	WORD_YEAR_UNKNOWN, /* a year, where the report's is not known */
	WORD_MONTH,
	WORD_COLON,
	WORD_SEPARATOR, /* 、 */
	WORD_COMMA,
	WORD_STOP, /* ； and what else ends a clause */
	WORD_OPENING,
	WORD_CLOSING,
	WORD_CLASSES
};

/* What a number counts. */
enum word_unit { UNIT_NO, UNIT_BOTH, UNIT_INFO, UNIT_FILE, UNIT_CASE, UNIT_KINDS };

/* The nodes that may follow a node stand side by side: most of a match is the search among them. */
struct word_node {
	uint32_t child; /* the first of those that follow it, 0 for none */
	uint16_t cp;
	uint8_t value; /* class or unit of the word that ends here, 0 for none */
	bool last;     /* of those that follow one node */
};

struct word_trie {
	uint32_t *first; /* node of each code point that begins a word */
	struct word_node *nodes;
};

struct words {
	struct word_trie classes, units;
};

void prose_words_load(struct words *w);
void prose_words_free(struct words *w);

/* The class that the data calls `name`, or WORD_CLASSES. */
enum word_class word_class_named(struct str name);

/* Whether a word begins with the code point. */
static inline bool words_begin(const struct word_trie *t, uint32_t cp)
{
	return cp <= 0xffff && t->first[cp];
}

/* The longest word at the beginning of the `n` code points at `cp`: its
 * length, 0 for none, and its class or unit in *value. */
size_t words_match(const struct word_trie *t, const uint32_t *cp, size_t n, uint8_t *value);

#endif
