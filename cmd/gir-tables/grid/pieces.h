/* pieces: the items that a glued cell was cut into, remembered with its text (texts.h).
 *
 * Heads that an extractor has glued together and rows of zeros are the same in many reports.
 */
#ifndef GIR_PIECES_H
#define GIR_PIECES_H

#include "cmd/gir-tables/grid/reader.h"

/* More than these are not remembered. */
enum { PIECES_MAX = 32 };

struct pieces {
	bool behind_head; /* they were cut behind a column's label: see put_head in glued.c */
	size_t n;
	struct str text; /* the folded text that they are slices of, behind them */
	struct item v[];
};

/* A copy of `n` items, slices of `text`; the caller frees it. */
struct pieces *pieces_copy(const struct item *v, size_t n, struct str text);

/* Puts them as the items of cell `t`. */
void pieces_put(const struct pieces *p, struct reader *r, const struct token *t);

/* Whether the item read last is a column's label. */
bool pieces_behind_head(const struct items *items);

#endif
