/* items: the cells of a table told apart into labels and values.
 *
 * A label may be broken over several cells, or glued to its numbers; here it becomes one item. What
 * is no label and no value is text: a value that is none, or a label that nobody knows.
 */
#ifndef GIR_ITEMS_H
#define GIR_ITEMS_H

#include "cmd/gir-tables/grid/labels.h"
#include "cmd/gir-tables/report.h"
#include "common/cells.h"

enum item_kind {
	ITEM_LABEL, /* hits tells which */
	ITEM_VALUE, /* a number or a mark for not applicable */
	ITEM_BLANK,
	ITEM_GLUED, /* digits of several cells with nothing between them */
	ITEM_TEXT,
	ITEM_NOISE /* text glued to a label and a number: 约10, 注1 */
};

struct item {
	enum item_kind kind;
	struct str text;          /* as in the source */
	const struct token *from; /* the first cell that it stands in */
	size_t row;
	const struct label_hits *hits; /* never NULL */
	bool part; /* of a text: it stands in some label, so it may be a piece of one */
};

/* The items of one table in source order. */
struct items {
	struct item *v;
	size_t n, cap;
	bool yuan; /* a heading counts in 元, or has lost a character of 万元 */
};

struct tables_items {
	struct items table[TABLE_COUNT];
	bool serial; /* a head says that rows are numbered */
	struct buf room;
};

struct texts;

/* Sorts the report's cells into the three tables and reads them. A cell belongs to the table of
 * its section unless a label of another table stood before it. Replaces what was there. */
void items_read(struct tables_items *t, const struct report *report, struct texts *texts,
		const struct labels *labels, const struct fold *fold, struct pool *pool);
void items_free(struct tables_items *t);

#endif
