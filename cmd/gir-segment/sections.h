/* sections: finds the headings of the six sections, on lines of their own or inside longer ones.
 *
 * Source of the headings: common/data/headings.tsv. A list of contents, a heading repeated, or one
 * named in a sentence are told from the headings themselves by taking the chain of headings in
 * rising order that has the most weight, the first where two weigh the same: a second report in the
 * same text is told, not mixed in.
 */
#ifndef GIR_SECTIONS_H
#define GIR_SECTIONS_H

#include "cmd/gir-segment/text.h"
#include "common/fold.h"

enum { SECTIONS = 6 };

struct section_rules; /* the compiled data file */

struct section_rules *section_rules_new(const struct fold *fold);
void section_rules_free(struct section_rules *rules);

/* A run of a source line: a heading, or text between headings. Empty lines are kept. */
struct piece {
	struct str s;
	struct str outside; /* as in text.h */
	size_t line;        /* its index in the text, */
	size_t number;      /* and its number in the source */
	size_t page;
	struct text_cell cell;
	int section; /* 0 before the first heading */
	bool heading;
	bool page_number;
};

struct pieces {
	struct piece *v;
	size_t n, cap;
	size_t report;            /* the pieces from here on are another report's, */
	size_t inside;            /* and from here on the page's around this one */
	bool found[SECTIONS + 1]; /* which sections have a heading */
};

/* Cuts the lines at the headings of the best chain. */
void sections_find(const struct section_rules *rules, const struct text *text,
		   struct pieces *pieces);
void pieces_free(struct pieces *pieces);

/* The section whose table starts with this line though its heading may be missing, or 0. */
int section_anchor(const struct section_rules *rules, struct str line);

#endif
