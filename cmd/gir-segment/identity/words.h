/* words: the word lists of common/data/identity.tsv.
 *
 * All words are folded and without spaces, as is the text that they are looked up in.
 */
#ifndef GIR_WORDS_H
#define GIR_WORDS_H

#include "common/str.h"

enum word_kind {
	WORD_TOPIC,
	WORD_REPORT,
	WORD_FILLER,
	WORD_NOTICE,
	WORD_OPENER,
	WORD_TAIL,
	WORD_CHROME,
	WORD_ORGAN,
	WORD_NATIONAL,
	WORD_STATELESS,
	WORD_JOINED,
	WORD_APART,
	WORD_TOWNSHIP,
	WORD_SHARED,
	WORD_CLINGING,
	WORD_WHOLE,
	WORD_BEFORE,
	WORD_VERB,
	WORD_PRONOUN,
	WORD_REPORTER,
	WORD_DATE,
	WORD_PEOPLE,
	WORD_SUBJECT,
	WORD_ALIAS,
	WORD_PAGE_TITLE,
	WORD_PAGE_DATE,
	WORD_KINDS
};

struct words {
	struct {
		struct str *v; /* the words point into the embedded file */
		size_t n;
	} kind[WORD_KINDS];
};

void words_load(struct words *w);
void words_free(struct words *w);

/* The length of the longest word that `s` starts or ends with; 0 for none. */
size_t words_start(const struct words *w, enum word_kind kind, struct str s);
size_t words_end(const struct words *w, enum word_kind kind, struct str s);
/* Whether a word of the kind stands anywhere in `s`. */
bool words_in(const struct words *w, enum word_kind kind, struct str s);
/* Whether `s` is one of the words. */
bool words_has(const struct words *w, enum word_kind kind, struct str s);

#endif
