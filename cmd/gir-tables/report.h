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
};

void report_clear(struct report *r);
void report_free(struct report *r);

/* The columns of a blocks stream. */
struct blocks_columns {
	size_t doc, line, sect, kind, pos, text;
};

/* 0, or -1 after a message for each column that is missing. */
int blocks_columns_find(const struct tsv *t, struct blocks_columns *c);

/* tsv_next; *ends tells whether the line begins another report than the one gathered. */
int blocks_next(struct tsv *t, const struct report *r, const struct blocks_columns *c, bool *ends);

/* Whether the line at hand is a block: of a kind that there is, with numbers where they belong. If
 * not, a message. */
bool blocks_valid(const struct tsv *t, const struct blocks_columns *c);

/* Adds the line at hand. */
void report_add(struct report *r, const struct tsv *t, const struct blocks_columns *c);

#endif
