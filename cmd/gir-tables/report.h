/* report: the blocks of one report, gathered from the stream.
 */
#ifndef GIR_REPORT_H
#define GIR_REPORT_H

#include "common/pool.h"
#include "common/tsv.h"

enum { SECTIONS = 6 };

/* A cell as the segmenter cut it. */
struct token {
	struct str text;
	size_t line;
	size_t row; /* rises with each row of each table in the report */
	int section;
};

/* A title, heading or paragraph. */
struct passage {
	struct str text;
	size_t line;
	int section;
};

struct passages {
	struct passage *v;
	size_t n, cap;
};

/* All text lives in the pool until report_clear. Facts are empty where the stream has none. */
struct report {
	struct pool pool;
	struct str doc; /* still escaped, as it goes on */
	struct str format, encoding, undecodable, title, year, org, region, scope, published;
	size_t title_line;
	struct token *token;
	size_t tokens, token_cap;
	struct passages heads, paras;
	struct str last_pos; /* of the cell read last: TABLE.ROW */
	size_t rows;         /* the rows of the cells so far */
};

void report_clear(struct report *r);
void report_free(struct report *r);

struct blocks_columns;

/* Adds the line at hand. */
void report_add(struct report *r, const struct tsv *t, const struct blocks_columns *c);

/* Adds the cells that come next to the report gathered, nine of ten lines, without cutting them up.
 * It ends before the first line that is none of its cells, or that needs a second look: that is
 * left to blocks_next. */
void report_take_cells(struct report *r, struct tsv *t, const struct blocks_columns *c);

#endif
