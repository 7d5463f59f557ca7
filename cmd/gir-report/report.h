/* report: one report as the stream of cells tells it.
 *
 * Its fields are those of the stream, escapes and all, in the report's pool; report_clear makes
 * room for the next.
 */
#ifndef GIR_REPORT_REPORT_H
#define GIR_REPORT_REPORT_H

#include "common/cells.h"
#include "common/form.h"
#include "common/number.h"

struct cell {
	enum cell_state state; /* STATE_COUNT: the stream had no such cell */
	struct str value, raw, line, verdict;
};

/* A fact about the report, or a figure that its prose states: a line of table doc or text. */
struct fact {
	struct str row, col, value, raw, line;
	enum cell_state state;
};

struct report {
	struct str doc, year, region, org, scope, form_name;
	const struct form *form; /* NULL: of no form, so without cells */
	struct cell *cell;       /* in the order of the form */
	size_t next;             /* the cell that most likely comes next */
	size_t cell_cap;
	struct fact *fact, *figure;
	size_t facts, fact_cap, figures, figure_cap;
	struct pool pool;
};

/* The columns of the stream; the verdict may be lacking. */
struct report_columns {
	size_t cell[CELL_COLUMNS], verdict;
};

/* 0, or -1 after a message. */
int report_columns_find(const struct tsv *t, struct report_columns *at);

/* Whether the line at hand is of another report than the one that has been gathered. */
bool report_ends(const struct report *r, const struct tsv *t, const struct report_columns *at);
void report_add(struct report *r, const struct tsv *t, const struct report_columns *at,
		const struct forms *forms);
void report_clear(struct report *r);
void report_free(struct report *r);

/* The year, 0 where it is none. */
int report_year(const struct report *r);
/* What the stream says about the report under that name (title, format ...), or nothing. */
struct str report_fact(const struct report *r, const char *row);
/* The sum of cells, `cells` as in site-figures.tsv; false unless each is a number. */
bool report_sum(const struct report *r, struct str cells, struct dec *sum);

#endif
