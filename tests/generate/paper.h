/* paper: what the setting of paragraphs and of tables share. */
#ifndef GIR_PAPER_H
#define GIR_PAPER_H

#include "tests/generate/formats.h"

/* Points. */
enum { PAPER_LEFT = 60, PAPER_MEASURE = 475, PAPER_TOP = 772, PAPER_BOTTOM = 70 };

struct setter {
	struct report *r;
	struct paper *paper;
	size_t page;        /* from 0 */
	double y;           /* the top of what comes next */
	bool across, down;  /* which rulings tables have */
	size_t table_lines; /* where the lines of this table begin */
};

void paper_text(struct setter *s, double x, double y, double size, struct str text);
void paper_rule(struct setter *s, double x1, double y1, double x2, double y2);
/* Ends the page. */
void paper_turn(struct setter *s);
/* Cuts the next line from `rest`, as wide as `width` times the size of the type. */
struct str paper_cut(struct str *rest, double width);
/* paper_table.c */
void paper_table(struct setter *s, const struct grid *g);

#endif
