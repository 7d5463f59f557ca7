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
	const struct text_line *source;
	size_t number;    /* the source's */
	bool page_number; /* furniture, as in text.h */
	bool heading;
	int section; /* 0 before the first heading */
};

struct pieces {
	struct piece *v;
	size_t n, cap;
	size_t report;            /* the pieces from here on are another report's, */
	size_t inside;            /* and from here on the page's around this one */
	bool found[SECTIONS + 1]; /* which sections have a heading */
};

/* Cuts the lines at the headings of the best chain. The pieces point into the text. */
void sections_find(const struct section_rules *rules, const struct text *text,
		   struct pieces *pieces);
void pieces_free(struct pieces *pieces);

/* piece_text of what may have bars or blanks around it. */
struct str piece_cut_bars(struct str s);
static inline bool piece_pads(char c)
{
	return c == '|' || (unsigned char)c <= ' ';
}

/* The text of a piece without the bars that pad it where a page was wrapped into a table. */
static inline struct str piece_text(const struct piece *p)
{
	struct str s = p->s;

	return s.n && (piece_pads(s.p[0]) || piece_pads(s.p[s.n - 1])) ? piece_cut_bars(s) : s;
}

/* The section whose table starts with this line though its heading may be missing, or 0. */
int section_anchor(const struct section_rules *rules, struct str line);

#endif
