/* words: what gir-check looks for in prose, by kind (common/data/check-words.tsv).
 */
#ifndef GIR_CHECK_WORDS_H
#define GIR_CHECK_WORDS_H

#include "common/words.h"

enum word_kind {
	WORD_TOWNSHIP,
	WORD_PLAN,
	WORD_NEXT,
	WORD_AGENDA,
	WORD_PAST,
	WORD_LEAD,
	WORD_NOTHING,
	WORD_HEADING,
	WORD_FEE,
	WORD_KINDS
};

void check_words_load(struct words *w);

#endif
