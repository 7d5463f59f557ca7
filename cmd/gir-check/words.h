/* words: what gir-check looks for in prose, by kind (common/data/check-words.tsv).
 */
#ifndef GIR_CHECK_WORDS_H
#define GIR_CHECK_WORDS_H

#include "common/str.h"

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

struct word_list {
	struct str *v;
	size_t n, cap;
};

struct words {
	struct word_list of[WORD_KINDS];
};

void words_load(struct words *w);
void words_free(struct words *w);
/* The length of the longest word of the list that `s` begins (ends) with, or 0. */
size_t words_begin(const struct word_list *list, struct str s);
size_t words_end(const struct word_list *list, struct str s);
bool words_in(const struct word_list *list, struct str s);
bool words_is(const struct word_list *list, struct str s);

#endif
