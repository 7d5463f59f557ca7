/* page: a page of HTML as its elements and text come, made into lines and cells.
 *
 * The parser's events go in (page_start, page_text, page_end); lines go to the reading's text. What
 * is the page's and not the report's is only marked while it is read, and set apart when the whole
 * page is known (outside.h); a table becomes cells or lines when it ends (tables.h).
 */
#ifndef GIR_HTML_PAGE_H
#define GIR_HTML_PAGE_H

#include <stdint.h>

#include "cmd/gir-segment/reader/html/tags.h"
#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/reader.h"

enum {
	PAGE_FRAMES = 4096,   /* open elements that are told apart; those within are plain text */
	PAGE_BOXES = 50000,   /* boxes told apart */
	PAGE_LINES = 300000,  /* a page with more, or more cells, is no report, */
	PAGE_BYTES = 16 << 20 /* nor is one with more bytes of text */
};

/* Of a line, until the page's end. */
enum mark {
	MARK_LINK = 1 << 0,    /* nothing in it but links */
	MARK_TITLE = 1 << 1,   /* it stands in a heading element */
	MARK_SECTION = 1 << 2, /* it heads a section */
	MARK_OUTSIDE = 1 << 3, /* it is the page's */
	MARK_HIDDEN = 1 << 4   /* it is not shown */
};

/* How an element looks, by its attributes. */
enum look {
	LOOK_HIDDEN = 1 << 0,  /* it is not shown, and takes no room */
	LOOK_UNSEEN = 1 << 1,  /* it is not shown, its room stays empty */
	LOOK_OUTSIDE = 1 << 2, /* by its class, it is the page's */
	LOOK_LINK = 1 << 3,    /* a link to another page */
	LOOK_BLOCK = 1 << 4,   /* an inline element shown as a block */
	LOOK_INLINE = 1 << 5   /* a block shown in the line */
};

/* An open element. */
struct frame {
	const struct tag *tag;
	unsigned look; /* set of enum look */
	size_t line;   /* the first line in it */
	size_t box;    /* the innermost box it stands in or is; 0: not looked for yet */
	bool own;      /* it is one */
};

struct cell {
	struct text_cell place;
	size_t from, to; /* its lines */
	size_t number;   /* of the source's line */
	bool hidden, unseen;
	bool picture; /* something is shown in it that is no text */
};

/* An open table. Its cells are the last ones of page.cell. */
struct table {
	size_t first;     /* line */
	size_t cell, box; /* how many there were before it */
	size_t region;
	size_t group; /* the first cell of the group of rows */
	size_t row, col;
	bool in_row, in_cell;
	bool row_hidden;
	bool holds_cells;               /* a table within it has become cells */
	size_t busy[LIMIT_COLUMNS + 1]; /* the row up to which a column is taken */
};

/* Lines that are the page's, or are not shown. */
struct region {
	size_t from, to;
	bool hidden, report; /* a hidden one may hold a report */
};

struct page {
	struct reading *r;
	struct text *t;
	size_t line; /* of the source, at the event */

	struct buf cur;  /* the text of the line that is read */
	bool gap, plain; /* a blank is due; some of it is no link */
	size_t cur_line;

	struct frame *frame;
	size_t frames, frame_cap;
	size_t beyond; /* open elements that have no frame */
	size_t drop;   /* 1 + the frame whose text is dropped, else 0 */
	size_t links, pre, titles, raised, lowered, outside, hidden; /* open elements of a kind */
	bool pre_start;
	bool in_head; /* within <title>, whose text is no line */

	unsigned char *mark;
	size_t mark_cap;
	struct table *table;
	size_t tables, table_cap, tables_made;
	struct cell *cell;
	size_t cells, cell_cap;
	struct region *region;
	size_t regions, region_cap;
	struct text_line *scratch_line; /* room in which a table is made */
	unsigned char *scratch_mark;
	size_t scratch_cap, scratch_mark_cap;
	size_t bytes; /* of text so far */
};

void page_init(struct page *p, struct reading *r);
void page_free(struct page *p);

/* An attribute list as of libxml2: names and values in turn, NULL behind them. */
void page_start(struct page *p, const struct tag *tag, const char *const *attributes);
void page_end(struct page *p);
/* Text that ends on line p->line of the source. */
void page_text(struct page *p, struct str s);
/* Ends all that is open, and tells the page from the report. */
void page_finish(struct page *p, bool cut);
/* Whether the page holds more than any report. */
bool page_is_large(const struct page *p);

/* Ends the line that is read. */
void page_flush(struct page *p);
void page_add(struct page *p, struct str s, size_t number, unsigned mark);
/* The innermost box, which is opened where it is not yet. */
size_t page_box(struct page *p);

unsigned look_of(const struct page *p, const struct tag *tag, const char *const *attributes);
/* Whether a style may say anything that look_of() asks. */
bool style_may_tell(struct str style);
/* The value of an attribute, one of those in asked.c; empty where there is none. */
struct str attribute(const char *const *attributes, const char *name);

void tables_open(struct page *p);
void tables_close(struct page *p);
void tables_row(struct page *p, unsigned look);
void tables_row_end(struct page *p);
void tables_group(struct page *p);
void tables_cell(struct page *p, unsigned look, const char *const *attributes);
void tables_cell_end(struct page *p);
/* A picture in the cell, if there is one: a number beside it may be but a part of what is shown. */
void tables_picture(struct page *p);

/* The lines of an element that was the page's by name, or was not shown. */
void outside_region(struct page *p, const struct frame *f);
/* Marks the lines of the regions from `from` on that are not shown. */
void outside_hide(struct page *p, size_t from);
void outside_finish(struct page *p);
/* What a <meta> says of the page. */
void outside_meta(struct page *p, const char *const *attributes);
void outside_title(struct page *p);

#endif
