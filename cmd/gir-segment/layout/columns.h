/* columns: where the columns of a page layout stand, so that blank cells can be told.
 *
 * pdftotext -layout keeps the place of each number on its line. The columns are those of the
 * nearest line that has all its values; where no line has, those of the heads above the values.
 */
#ifndef GIR_COLUMNS_H
#define GIR_COLUMNS_H

#include "cmd/gir-segment/layout/lines.h"
#include "cmd/gir-segment/sections.h"

struct columns {
	size_t *centre;   /* twice the centre of each, rising */
	size_t *of_value; /* after columns_find: the column of each value of the line */
	size_t n, centre_cap, of_value_cap;
	bool foreign; /* another page's */
};

/* Finds the column that each value of the line stands under. False where the line has none or all
 * of them, single spaces between them, or one that stands between columns. Text that stands under
 * a column is a value, too: then l->label moves. */
bool columns_find(struct columns *c, struct line *l);

/* The lines of a region, walked from first to last. */
struct page {
	const struct piece *piece;
	struct line *line; /* what each piece reads as; the words of all are in `word` */
	struct word *word;
	size_t n;
	size_t width; /* values of a full line; 0 where no two lines show it */
	struct columns heads, above, below;
	size_t heads_at;   /* a line of the page whose heads those are */
	size_t last, next; /* the full lines around the one asked for last; n for none */
};

void page_open(struct page *page, const struct fold *f, const struct piece *piece, size_t n);
/* The columns that hold for line `i`, not less than the one asked for before; NULL where the page
 * shows none. Valid until the next call. */
struct columns *page_columns(struct page *page, size_t i);
/* False where full lines of the page stand on both sides of line `i`, and the one that is not `c`
 * puts the values into other columns. To be asked after columns_find(c, l). */
bool page_confirms(struct page *page, size_t i, const struct columns *c, const struct line *l);
void page_close(struct page *page);

#endif
