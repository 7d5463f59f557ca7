/* blocks: writes the stream that gir-segment makes (gir(7), "Blocks").
 */
#ifndef GIR_BLOCKS_H
#define GIR_BLOCKS_H

#include "cmd/gir-segment/text.h"
#include "common/output.h"

struct blocks {
	struct output *out;
	struct buf doc;         /* the report's name, escaped, with the tab behind it */
	size_t table, row, col; /* of the cell written last in this report */
};

void blocks_init(struct blocks *b, struct output *out);
void blocks_free(struct blocks *b);
/* Writes the header line. */
void blocks_header(struct blocks *b);
/* Starts a report. */
void blocks_report(struct blocks *b, struct str doc);
/* A fact; line 0 where it stands on none. */
void blocks_meta(struct blocks *b, const char *key, struct str value, size_t line);
/* Running text: kind is title, head, para or other. Blank text is left out. */
void blocks_text(struct blocks *b, const char *kind, int section, struct str text, size_t line);

/* Cells: a table, its rows, the cells of each from left to right. */
void blocks_table(struct blocks *b);
void blocks_row(struct blocks *b);
void blocks_cell(struct blocks *b, int section, struct str text, size_t line);
/* A cell whose place in the table is known. */
void blocks_cell_at(struct blocks *b, int section, const struct text_cell *at, struct str text,
		    size_t line);

#endif
