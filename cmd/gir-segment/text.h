/* text: a report's decoded text as lines.
 *
 * A line ends at LF, CR LF or CR; a form feed (a page break) ends one too. Lines point into the
 * text, which the caller keeps; the array belongs to the struct.
 */
#ifndef GIR_TEXT_H
#define GIR_TEXT_H

#include "common/str.h"

struct text_line {
	struct str s;
	size_t number;    /* 1-based line of the source */
	size_t page;      /* how many form feeds stand before it */
	bool page_number; /* furniture: the number at the foot or head of a page */
};

struct text {
	struct text_line *line;
	size_t n, cap;
	bool unfinished; /* the last line has no end: the text may be cut */
};

/* Cuts `s` into lines, replacing what the struct held. */
void text_split(struct text *t, struct str s);
void text_free(struct text *t);

#endif
