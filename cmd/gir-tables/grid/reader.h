/* reader: what items.c and glued.c share while they read one report's cells.
 */
#ifndef GIR_READER_H
#define GIR_READER_H

#include "cmd/gir-tables/grid/texts.h"

/* What the reading of one report's cells shares. */
struct reader {
	const struct report *report;
	struct texts *texts;
	const struct labels *labels;
	const struct fold *fold;
	struct pool *pool;
	struct buf *room;
	struct items *out; /* of the table at hand */
	enum table_id table;
};

/* Adds an item to the table at hand, which the caller fills in. */
struct item *reader_add(struct reader *r);
void reader_put(struct reader *r, struct item item);
/* What the text of a cell of the report is; valid until another text is looked for. */
struct text *reader_text(struct reader *r, const struct token *t);
/* The text as labels are compared, in r->room until the next call. */
struct str reader_normalise(struct reader *r, struct str text);
/* The labels of the table at hand that the text is, or nearly is. */
const struct label_hits *reader_exact(struct reader *r, struct str text);
const struct label_hits *reader_near(struct reader *r, struct str text);

#endif
