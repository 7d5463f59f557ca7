/* blocks: the stream that gir-segment writes (gir(7), "Blocks"), line by line.
 */
#ifndef GIR_BLOCKS_H
#define GIR_BLOCKS_H

#include "cmd/gir-tables/report.h"

/* The columns of a blocks stream. */
struct blocks_columns {
	size_t doc, line, sect, kind, pos, text;
	bool usual; /* they are all that there are, and in this order */
};

/* 0, or -1 after a message for each column that is missing. */
int blocks_columns_find(const struct tsv *t, struct blocks_columns *c);

/* tsv_next; *ends tells whether the line begins another report than the one gathered. */
int blocks_next(struct tsv *t, const struct report *r, const struct blocks_columns *c, bool *ends);

/* Whether the line at hand is a block: of a kind that there is, with numbers where they belong. If
 * not, a message. */
bool blocks_valid(const struct tsv *t, const struct blocks_columns *c);

#endif
