/* formats: the renderers of all formats but text.
 *
 * The report comes as blocks, in reading order: paragraphs, headings, tables. A renderer appends
 * the bytes of the file. What it draws, it draws from r->ink, so that the report is the same in
 * all.
 */
#ifndef GIR_FORMATS_H
#define GIR_FORMATS_H

#include "tests/generate/generate.h"

struct block {
	enum block_kind kind;
	struct str text; /* '\n' where a title is broken */
	const struct grid *grid;
};
struct blocks {
	struct block *v;
	size_t n, cap;
};

/* blocks.c: the text by its marks. The caller frees. */
void blocks_cut(struct report *r, struct str text, struct blocks *b);
void blocks_free(struct blocks *b);
/* Texts and cells with the characters of the report's style. */
void blocks_style(struct encoder *e, struct report *r, struct blocks *b);

/* Any one of them; returns the name of the encoding used. */
const char *format_print(struct encoder *e, struct report *r, struct blocks *b, struct buf *to);

/* html.c; a break in a text becomes `gap`, NBSP an entity. */
void html_text(struct str s, const char *gap, struct buf *to);
/* Spans of a cell, as attributes. */
void html_spans(const struct grid *g, size_t i, size_t j, struct buf *to);
void print_html(struct report *r, const struct blocks *b, struct buf *to);
/* html_word.c, html_site.c */
void print_html_word(struct report *r, const struct blocks *b, struct buf *to);
void print_html_site(struct report *r, const struct blocks *b, struct buf *to);

/* docx.c, docx_table.c, docx_text.c */
void print_docx(struct report *r, const struct blocks *b, struct buf *to);

/* paper.c: pages of A4. Points, from the left lower corner, y of a text its base line. */
struct paper_text {
	size_t page;
	double x, y, size;
	struct str s;
};
struct paper_line {
	size_t page;
	double x1, y1, x2, y2;
};
struct paper {
	struct paper_text *text;
	struct paper_line *line;
	size_t texts, text_cap, lines, line_cap, pages;
};
enum { PAPER_WIDTH = 595, PAPER_HEIGHT = 842 };
void paper_set(struct report *r, const struct blocks *b, struct paper *p);
void paper_free(struct paper *p);
/* How wide a character or a text is, in parts of its size. */
double paper_advance(uint32_t cp);
double paper_width(struct str s);

/* pdf.c, ofd.c */
void print_pdf(struct report *r, const struct paper *p, struct buf *to);
void print_ofd(struct report *r, const struct paper *p, struct buf *to);

/* zip.c: a packed file, the same bytes each time. */
struct zip;
struct zip *zip_new(struct buf *to);
void zip_add(struct zip *z, const char *name, struct str content);
void zip_end(struct zip *z);

#endif
