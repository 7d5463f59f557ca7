/* window: the items of a run that may be the cells of its row.
 */
#ifndef GIR_WINDOW_H
#define GIR_WINDOW_H

#include "cmd/gir-tables/grid/runs.h"

/* The items of a run that may be cells of its row. */
struct window {
	size_t from, to;
	bool marked;              /* the layout says that the row ends at `to` */
	bool text, noise;         /* such stands among the values */
	size_t first, last, said; /* the items that are no blanks, where there are any: how many */
};

/* What stands in the label's own row is the row; only where nothing does, all that follows up to
 * the next label: a page's number below the row is none of its cells. */
struct window window_of(const struct items *items, const struct run *run, size_t width);

/* How many cells the source row has in which the values begin. */
size_t window_row_cells(const struct items *items, struct window w);

/* Whether each cell of the row stands on a line of its own: then none can be padding. */
bool window_exact(const struct items *items, struct window w, size_t width);

static inline bool item_is_said(const struct item *item)
{
	return item->kind != ITEM_BLANK;
}

#endif
