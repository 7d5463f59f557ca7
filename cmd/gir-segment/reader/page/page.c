#include "cmd/gir-segment/reader/page/page.h"

#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/glyphs.h"
#include "common/alloc.h"

static const double LARGEST = 14400; /* points: the sides of a page */
static const double SLANT = 1.0;     /* points that a straight line may rise */

void pages_init(struct pages *p, struct pool *pool)
{
	*p = (struct pages){.pool = pool};
}

void pages_free(struct pages *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		free(p->page[i].word);
		free(p->page[i].across.v);
		free(p->page[i].down.v);
	}
	free(p->page);
	*p = (struct pages){.page = NULL};
}

struct page *pages_add(struct pages *p, double width, double height)
{
	p->page = grow(p->page, &p->cap, p->n + 1, sizeof *p->page);
	width = width > 0 && width < LARGEST ? width : LARGEST;
	height = height > 0 && height < LARGEST ? height : LARGEST;
	p->page[p->n] = (struct page){.width = width, .height = height};
	return &p->page[p->n++];
}

/* The size of the font by the width of the characters, which letter spacing hardly changes; the
 * height of a box tells less, as fonts differ in it. */
static double font_size(const struct page_word *w)
{
	double height = w->box.y1 - w->box.y0, wide = w->box.x1 - w->box.x0;
	double size = wide * 2 / (double)glyphs_width(w->s);

	if (height > wide) {
		double swap = height;

		height = wide;
		wide = swap;
		size = w->glyphs > 1 ? wide * 2 / (double)glyphs_width(w->s) : height;
	}
	return fmin(fmax(size, height * 0.6), height * 1.2);
}

void page_word(struct pages *p, struct page *page, struct str s, struct box b)
{
	struct page_word w = {.s = glyphs_trim(s), .box = b};
	double side = fmax(page->width, page->height); /* it may be turned */

	if (w.s.n == 0 || !(b.x1 > b.x0 && b.y1 > b.y0) || !(b.x1 - b.x0 < LARGEST) ||
	    !(b.y1 - b.y0 < LARGEST) || !(b.x0 < side) || !(b.x1 > 0) || !(b.y0 < side) ||
	    !(b.y1 > 0))
		return;
	if (++p->words > LIMIT_WORDS)
		return;
	w.glyphs = glyphs_count(w.s);
	w.size = font_size(&w);
	w.s = pool_dup(p->pool, w.s);
	page->word = grow(page->word, &page->word_cap, page->words + 1, sizeof *page->word);
	page->word[page->words++] = w;
}

void page_turn(struct page *page)
{
	double right = 0, bottom = 0, width = page->width;
	size_t i;

	for (i = 0; i < page->words; i++) {
		right = fmax(right, page->word[i].box.x1);
		bottom = fmax(bottom, page->word[i].box.y1);
	}
	if ((right <= page->width && bottom <= page->height) || right > page->height ||
	    bottom > page->width)
		return;
	page->width = page->height;
	page->height = width;
}

static void add_ruling(struct rulings *r, double at, double a, double b)
{
	if (r->n > LIMIT_RULINGS) /* one more than the limit says that there were too many */
		return;
	r->v = grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	r->v[r->n++] = (struct ruling){at, fmin(a, b), fmax(a, b)};
}

void page_line(struct page *page, double x0, double y0, double x1, double y1)
{
	double dx = fabs(x1 - x0), dy = fabs(y1 - y0);

	if (!isfinite(dx) || !isfinite(dy))
		return;
	if (dy <= SLANT && dx > dy)
		add_ruling(&page->across, (y0 + y1) / 2, x0, x1);
	else if (dx <= SLANT && dy > dx)
		add_ruling(&page->down, (x0 + x1) / 2, y0, y1);
}
