/* report: the blocks of one report, gathered from the stream.
 */
#ifndef GIR_REPORT_H
#define GIR_REPORT_H

#include "cmd/gir-tables/blocks.h"
#include "common/pool.h"

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
	struct buf row; /* of the cell read last: TABLE.ROW. */
	size_t rows;    /* of the cells so far */
};

void report_clear(struct report *r);
void report_free(struct report *r);

/* Adds a block of the report `doc`. */
void report_add(struct report *r, struct str doc, struct block b);

/* Adds the blocks that come next, up to the first that may be of another report, or that
 * blocks_read_ahead does not know. */
void report_take(struct report *r, struct tsv *t, const struct blocks_columns *c);

#endif
