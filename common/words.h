/* words: lists of words by kind, from a data file with the columns `kind` and `word`.
 *
 * The words point into the embedded file; the lists are released by words_free. Text is looked up
 * spelt as the file is: folded, without spaces.
 */
#ifndef GIR_WORDS_H
#define GIR_WORDS_H

#include "common/str.h"

struct word_list {
	struct str *v;
	size_t n, cap;
};

enum { WORD_BITS = 10 };

struct words {
	struct word_list *kind;
	size_t kinds;
	struct word *v; /* all of them, */
	size_t n, cap;
	uint32_t first[1 << WORD_BITS]; /* by kind and first character, */
	uint32_t last[1 << WORD_BITS];  /* and by kind and last: few texts begin or end so */
};

/* Reads the file of common/data; `names` are those of the kinds, by which the lists are found. Dies
 * on a kind that has no name there. */
void words_load(struct words *w, const char *file, const char *const *names, size_t kinds);
void words_free(struct words *w);

/* The length of the longest word that `s` starts or ends with; 0 for none. */
size_t words_start(const struct words *w, size_t kind, struct str s);
size_t words_end(const struct words *w, size_t kind, struct str s);
/* Whether a word of the kind stands anywhere in `s`. */
bool words_in(const struct words *w, size_t kind, struct str s);
/* Whether `s` is one of the words. */
bool words_has(const struct words *w, size_t kind, struct str s);

#endif
