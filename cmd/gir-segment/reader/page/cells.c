#include "cmd/gir-segment/reader/page/cells.h"

#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/page/glyphs.h"
#include "cmd/gir-segment/reader/page/wordlines.h"
#include "common/alloc.h"

/* Shares of a digit's width. */
static const double CLOSE = 0.6;    /* digits no further apart are of one number */
static const double OVERLAP = -0.5; /* digits that lie on each other are of two */
static const double OVER = 0.6;     /* what a number may reach over its cell's side */
static const double CENTRED = 1.5;  /* how far from the cell's middle it is still in the middle */

static const double WORD_GAP = 0.3; /* of the font's size */

/* Points. The strokes of a large character may cross, too; in the rest of a row that a page break
 * cuts there may be one text only. */
enum { LEAST_WIDTH = 40, LONE_WIDTH = 100 };
enum { PARAGRAPH = 150 }; /* characters: no label of a form is so long */

/* A word and its cell. */
struct placed {
	size_t cell;
	struct page_word word;
};

static int by_cell(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return (x->cell > y->cell) - (x->cell < y->cell);
}

/* Whether two words side by side may be pieces of a number. */
static bool may_be_number(const struct page_word *a, const struct page_word *b)
{
	return glyphs_is_number(a->s) || glyphs_is_number(b->s) ||
	       (glyphs_digit_last(a->s) && glyphs_digit_first(b->s));
}

/* Letter spacing puts digits apart by less than one; what is further apart may be two numbers. */
static void put_gap(const struct page_word *a, const struct page_word *b, struct buf *to)
{
	double gap = b->box.x0 - a->box.x1, size = fmin(a->size, b->size), digit = size / 2;

	if (!may_be_number(a, b)) {
		if (gap > WORD_GAP * size)
			buf_putc(to, ' ');
		return;
	}
	if (gap < OVERLAP * digit || gap >= digit ||
	    (gap >= CLOSE * digit && (a->glyphs > 1 || b->glyphs > 1)))
		buf_putc(to, '\n');
}

/* Where a number reaches over a side of its cell, it may be two that touch: the bytes before that
 * side; 0 where it does not, or where it is too wide for its cell and stands in its middle. */
static size_t cut_at_side(const struct page_word *w, const struct box *cell)
{
	double wide = w->box.x1 - w->box.x0, digit = wide / (double)w->glyphs, side;
	double off = fabs((w->box.x0 + w->box.x1 - cell->x0 - cell->x1) / 2);
	size_t bytes = w->glyphs ? w->s.n / w->glyphs : 0, at;

	if (!glyphs_is_number(w->s) || w->glyphs < 2 || w->s.n % w->glyphs != 0)
		return 0;
	if (w->box.x1 - cell->x1 > OVER * digit)
		side = cell->x1;
	else if (cell->x0 - w->box.x0 > OVER * digit)
		side = cell->x0;
	else
		return 0;
	if (off <= CENTRED * digit && wide > (cell->x1 - cell->x0) * 0.9)
		return 0;
	at = (size_t)fmax(round((side - w->box.x0) / digit), 1);
	return (at < w->glyphs ? at : w->glyphs - 1) * bytes;
}

static void put_word(const struct page_word *w, const struct box *cell, struct buf *to)
{
	size_t cut = cut_at_side(w, cell);

	buf_put(to, str_sub(w->s, 0, cut));
	if (cut)
		buf_putc(to, '\n');
	buf_put(to, str_from(w->s, cut));
}

/* The text of one cell from its words. */
static struct cell_text read_cell(struct page_word *word, size_t n, const struct box *cell,
				  struct wordlines *lines, struct buf *room)
{
	struct cell_text t = {.s = STR_EMPTY};
	size_t i, k;

	lines->n = 0;
	buf_clear(room);
	wordlines_find(word, n, 0, lines);
	for (i = 0; i < lines->n; i++) {
		const struct wordline *l = &lines->v[i];

		if (i)
			buf_putc(room, '\n');
		for (k = 0; k < l->n; k++) {
			const struct page_word *w = &word[l->from + k];

			if (k)
				put_gap(w - 1, w, room);
			put_word(w, cell, room);
		}
		t.full = cell->x1 - l->box.x1 < l->size * 1.5;
	}
	t.s = buf_str(room);
	t.figure = glyphs_has_digit(t.s) && (n == 0 || glyphs_is_number(word[0].s));
	return t;
}

struct cell_text *cells_read(const struct grid *g, struct page_word *word, size_t n,
			     struct pool *pool)
{
	struct cell_text *text = xcalloc(g->cells, sizeof *text);
	struct placed *placed = xcalloc(n + 1, sizeof *placed);
	struct wordlines lines = {NULL, 0, 0};
	struct buf room = BUF_INIT;
	size_t i, from = 0;

	for (i = 0; i < n; i++) {
		const struct box *b = &word[i].box;

		placed[i].word = word[i];
		placed[i].cell = grid_cell_at(g, (b->x0 + b->x1) / 2, (b->y0 + b->y1) / 2);
	}
	if (n)
		qsort(placed, n, sizeof *placed, by_cell);
	for (i = 0; i < n; i++)
		word[i] = placed[i].word;
	for (i = 0; i < g->cells; i++) {
		struct box cell = grid_cell_box(g, &g->cell[i]);
		size_t end = from;

		while (end < n && placed[end].cell == i)
			end++;
		text[i] = read_cell(word + from, end - from, &cell, &lines, &room);
		text[i].s = pool_dup(pool, text[i].s);
		from = end;
	}
	free(placed);
	free(lines.v);
	buf_free(&room);
	return text;
}

bool cells_are_table(const struct grid *g, const struct cell_text *text)
{
	size_t i, texts = 0;
	double wide;

	for (i = 0; i < g->cells; i++) {
		texts += text[i].s.n > 0;
		if (str_has(text[i].s, STR("。")) && glyphs_count(text[i].s) > PARAGRAPH)
			return false;
	}
	wide = g->x[g->cols] - g->x[0];
	return texts >= 2 ? wide >= LEAST_WIDTH : texts && wide >= LONE_WIDTH;
}
