/* text: a report as lines of text and cells of tables, in reading order.
 *
 * This is what readers make of a file, whatever its format, and all that the segmenter knows of it.
 * A line of plain text ends at LF, CR LF or CR; a form feed (a page break) ends one too. Readers of
 * other formats make a line of each paragraph and of each cell. The strings live wherever the
 * reader keeps them; the arrays belong to the struct.
 */
#ifndef GIR_TEXT_H
#define GIR_TEXT_H

#include "common/alloc.h"
#include "common/str.h"

/* Where a cell stands in its table, all from 1, and how many rows and columns it covers. */
struct text_cell {
	size_t table; /* 0: the line is no cell */
	size_t row, col, rows, cols;
};

struct text_line {
	struct str s;       /* empty where `outside` is not */
	struct str outside; /* text of the page around the report: menus, links, footers */
	size_t number;      /* 1-based line of the source, or ordinal of the paragraph */
	size_t page;        /* how many page breaks stand before it */
	size_t box;         /* the innermost box it stands in */
	bool page_number;   /* furniture: the number at the foot or head of a page */
	struct text_cell cell;
};

/* A part of the source that encloses lines: a page's <div>. Box 0 is the whole text. */
struct text_box {
	size_t parent; /* less than the box's own index */
	size_t end;    /* the first line behind it */
};

struct text {
	struct text_line *line;
	size_t n, cap;
	struct text_box *box;
	size_t boxes, box_cap;
	struct str whole; /* where all lines are parts of one string: that; else empty */
	bool unfinished;  /* the last line has no end: the text may be cut */
};

/* Takes all lines and boxes out; box 0 is there at once. */
void text_clear(struct text *t);
/* Adds a line; it stands in box 0 and is no cell. Valid until the next call. */
static inline struct text_line *text_add(struct text *t, struct str s, size_t number)
{
	struct text_line *line;

	t->line = grow(t->line, &t->cap, t->n + 1, sizeof *t->line);
	line = &t->line[t->n++];
	line->s = s;
	line->outside = STR_EMPTY;
	line->number = number;
	line->page = line->box = 0;
	line->page_number = false;
	line->cell = (struct text_cell){0, 0, 0, 0, 0};
	return line;
}
/* Opens a box within `parent` before the next line, and closes it behind the last one. */
size_t text_open(struct text *t, size_t parent);
void text_close(struct text *t, size_t box);
/* The innermost box that holds both. */
size_t text_common(const struct text *t, size_t a, size_t b);
void text_free(struct text *t);

#endif
