/* docx_story: paragraphs and tables of a DOCX, and how they become lines and cells.
 *
 * A story is what runs on by itself: the body, a cell, a text box, a footnote. All of it lives in
 * the pool that it was made in.
 */
#ifndef GIR_DOCX_STORY_H
#define GIR_DOCX_STORY_H

#include "cmd/gir-segment/text.h"
#include "common/pool.h"

struct story_table;

struct story_block {
	struct story_block *next;
	struct story_table *table; /* NULL: a paragraph */
	struct str text, outside;  /* outside: hidden text */
	size_t number;             /* of the paragraph in the document */
};

struct story {
	struct story_block *first, *last;
};

enum story_merge { MERGE_NONE, MERGE_RESTART, MERGE_CONTINUE };

struct story_cell {
	struct story_cell *next;
	struct story story;
	size_t cols;                  /* grid columns that it covers */
	enum story_merge down, right; /* with the cell above, with that to the left */
	size_t number;                /* of its first paragraph */
	/* Found when the table is laid out: where it stands, and how many rows it covers. */
	size_t row, col, rows;
	bool merged; /* it is a part of another cell, or deleted */
};

struct story_row {
	struct story_row *next;
	struct story_cell *first, *last;
	size_t before; /* columns of the grid left free in front */
	bool deleted;
};

struct story_table {
	struct story_row *first, *last;
};

void story_add_paragraph(struct story *s, struct pool *pool, struct str text, struct str outside,
			 size_t number);
struct story_table *story_add_table(struct story *s, struct pool *pool);
struct story_row *story_add_row(struct story_table *t, struct pool *pool);
struct story_cell *story_add_cell(struct story_row *r, struct pool *pool);
/* Moves all of `from` behind what `to` has. */
void story_append(struct story *to, struct story *from);

/* Writes the story as lines and cells. *tables counts the tables written so far. */
void story_write(const struct story *s, struct pool *pool, struct text *to, size_t *tables);

#endif
