/* identity words: the kinds of common/data/identity.tsv.
 *
 * All words are folded and without spaces, as is the text that they are looked up in.
 */
#ifndef GIR_IDENTITY_WORDS_H
#define GIR_IDENTITY_WORDS_H

#include "common/words.h"

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

void identity_words_load(struct words *w);

#endif
