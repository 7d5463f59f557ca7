/* wordlines: words put together to the lines in which they are read.
 */
#ifndef GIR_WORDLINES_H
#define GIR_WORDLINES_H

#include "cmd/gir-segment/reader/page/page.h"

/* Words side by side, from left to right. */
struct wordline {
	size_t from, n; /* of the words */
	struct box box;
	double size;  /* of the font of the most of it */
	double gap;   /* the widest between two of its words */
	bool figure;  /* there is a digit in it */
	bool number;  /* a page's, */
	bool running; /* or text that stands on many pages at the same place */
};

struct wordlines {
	struct wordline *v;
	size_t n, cap;
};

/* Sorts `n` words into lines, from top to bottom; adds them to `lines`. Words drawn twice are taken
 * out. `first` is the number that the first of the words has for wordline.from. */
void wordlines_find(struct page_word *word, size_t n, size_t first, struct wordlines *lines);

/* Appends the line's words as a sentence: blanks where there are gaps. */
void wordline_put(const struct wordline *l, const struct page_word *word, struct buf *to);
/* Appends them at their places, `unit` wide a column, from `left` on. */
void wordline_put_placed(const struct wordline *l, const struct page_word *word, double left,
			 double unit, struct buf *to);

#endif
