/* lines: the words of a line without tabs and bars, and which of them are values.
 */
#ifndef GIR_LINES_H
#define GIR_LINES_H

#include "common/fold.h"

/* A word and where it stands, in columns of a fixed-width font (an ideograph takes two). */
struct word {
	struct str s;
	size_t from, to;
};

struct line {
	struct word *word;
	size_t n, cap;
	size_t label; /* the words before this one are text, the rest are values */
};

/* A word apart by so many spaces begins a cell of its own. */
enum { GAP = 2 };

/* Reads `s`, replacing what the line held. */
void line_read(const struct fold *f, struct str s, struct line *l);
void line_free(struct line *l);

/* How many values the line ends in. */
static inline size_t line_values(const struct line *l)
{
	return l->n - l->label;
}

#endif
