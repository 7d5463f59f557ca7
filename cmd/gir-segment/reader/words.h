/* words: the words that tell a page's menus and footers from the report in it
 * (common/data/html-chrome.tsv).
 */
#ifndef GIR_READER_WORDS_H
#define GIR_READER_WORDS_H

#include "common/str.h"

enum page_words_kind { PAGE_CLASS, PAGE_ROLE, PAGE_HEADING, PAGE_WORDS };

struct page_words {
	struct {
		struct str *v; /* the words point into the embedded file; in order */
		size_t n, cap;
	} kind[PAGE_WORDS];
};

struct page_words *page_words_new(void);
void page_words_free(struct page_words *w);

/* Whether a part of a class or an id, as of mainNav, main-nav and nav_2, is a word of the kind. */
bool page_words_part(const struct page_words *w, enum page_words_kind kind, struct str names);
/* Whether the line heads a section of a report. */
bool page_words_heading(const struct page_words *w, struct str line);

#endif
