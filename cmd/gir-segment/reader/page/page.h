/* page: a document as pages of placed words and ruling lines, made into lines and cells.
 *
 * The readers of PDF and OFD say what stands where; what is a table, a paragraph or a page's number
 * is found here, from the places alone, the same for both. Coordinates are points (1/72 inch) from
 * the upper left corner of the page as it is shown, y growing downwards.
 */
#ifndef GIR_PAGE_H
#define GIR_PAGE_H

#include "cmd/gir-segment/reader/reader.h"

struct box {
	double x0, y0, x1, y1;
};

/* A run of characters without a gap. */
struct page_word {
	struct str s;
	struct box box;
	double size;   /* of its font, about */
	size_t glyphs; /* characters */
};

/* A straight line along an axis: horizontal ones at y, vertical ones at x. */
struct ruling {
	double at, from, to;
};

struct rulings {
	struct ruling *v;
	size_t n, cap;
};

struct page {
	double width, height;
	struct page_word *word;
	size_t words, word_cap;
	struct rulings across, down;
};

/* Words' strings live in `pool`, which somebody else owns. */
struct pages {
	struct page *page;
	size_t n, cap;
	size_t words; /* on all of them; more than LIMIT_WORDS are not taken */
	struct pool *pool;
};

void pages_init(struct pages *p, struct pool *pool);
void pages_free(struct pages *p);

/* Begins a page; the words that follow stand on it. */
struct page *pages_add(struct pages *p, double width, double height);
/* Adds a word, copied. Blanks around it are cut off; a blank word, and one that stands outside the
 * page, is left out. */
void page_word(struct pages *p, struct page *page, struct str s, struct box box);
/* To be called when all words of the page are there, where its sides may have been told before it
 * was turned: they are exchanged where only then the words stand on the page. */
void page_turn(struct page *page);
/* Adds a line, horizontal where it is longer across than down. Lines that are neither are left out,
 * as are all lines of a page with so many that it is a picture. */
void page_line(struct page *page, double x0, double y0, double x1, double y1);

/* Fills r->text. */
void pages_read(struct pages *p, struct reading *r);

#endif
