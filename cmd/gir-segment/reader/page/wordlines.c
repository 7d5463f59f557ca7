#include "cmd/gir-segment/reader/page/wordlines.h"

#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/page/glyphs.h"
#include "common/alloc.h"

/* Shares of the font's size. */
static const double SAME_PLACE = 0.25; /* two words no further apart are one, drawn twice */
static const double WORD_GAP = 0.2;    /* a gap from here on is a blank */
static const double CELL_GAP = 0.9;    /* and from here on more than a blank */

enum { COLUMNS = 1000 }; /* of a line at most */

static double middle(const struct box *b)
{
	return (b->y0 + b->y1) / 2;
}

static int by_height(const void *a, const void *b)
{
	const struct page_word *x = a, *y = b;
	double i = middle(&x->box), k = middle(&y->box);

	if (i != k)
		return i < k ? -1 : 1;
	return (x->box.x0 > y->box.x0) - (x->box.x0 < y->box.x0);
}

static int by_left(const void *a, const void *b)
{
	const struct page_word *x = a, *y = b;

	if (x->box.x0 != y->box.x0)
		return x->box.x0 < y->box.x0 ? -1 : 1;
	return (x->box.y0 > y->box.y0) - (x->box.y0 < y->box.y0);
}

/* Whether the word stands beside the one that began the line. */
static bool beside(const struct page_word *first, const struct page_word *w)
{
	double top = fmax(first->box.y0, w->box.y0), bottom = fmin(first->box.y1, w->box.y1);
	double low = fmin(first->box.y1 - first->box.y0, w->box.y1 - w->box.y0);

	return bottom - top >= low / 2;
}

static bool is_double(const struct page_word *a, const struct page_word *b)
{
	double most = fmax(a->size, b->size) * SAME_PLACE;

	return str_eq(a->s, b->s) && fabs(a->box.x0 - b->box.x0) <= most &&
	       fabs(a->box.y0 - b->box.y0) <= most;
}

/* Takes out of the sorted words of a line those that are drawn twice; how many remain. */
static size_t without_doubles(struct page_word *word, size_t n)
{
	size_t i, k, kept = 0;

	for (i = 0; i < n; i++) {
		for (k = kept; k > 0 && word[i].box.x0 - word[k - 1].box.x0 < word[i].size; k--)
			if (is_double(&word[k - 1], &word[i]))
				break;
		if (k > 0 && is_double(&word[k - 1], &word[i]))
			continue;
		word[kept++] = word[i];
	}
	return kept;
}

static void add_line(struct page_word *word, size_t n, size_t first, struct wordlines *lines)
{
	struct wordline l = {.from = first, .n = n, .box = word[0].box, .size = word[0].size};
	size_t i, most = 0;

	for (i = 0; i < n; i++) {
		const struct box *b = &word[i].box;

		if (i)
			l.gap = fmax(l.gap, b->x0 - l.box.x1);
		l.box.x1 = fmax(l.box.x1, b->x1);
		l.box.y0 = fmin(l.box.y0, b->y0);
		l.box.y1 = fmax(l.box.y1, b->y1);
		l.figure |= glyphs_has_digit(word[i].s);
		/* Ideographs are square in all fonts, other characters only nearly half as wide. */
		if (glyphs_width(word[i].s) - word[i].glyphs > most) {
			most = glyphs_width(word[i].s) - word[i].glyphs;
			l.size = word[i].size;
		}
	}
	lines->v = grow(lines->v, &lines->cap, lines->n + 1, sizeof *lines->v);
	lines->v[lines->n++] = l;
}

void wordlines_find(struct page_word *word, size_t n, size_t first, struct wordlines *lines)
{
	size_t i = 0;

	if (n)
		qsort(word, n, sizeof *word, by_height);
	while (i < n) {
		size_t end = i + 1;

		while (end < n && beside(&word[i], &word[end]))
			end++;
		qsort(&word[i], end - i, sizeof *word, by_left);
		add_line(&word[i], without_doubles(&word[i], end - i), first + i, lines);
		i = end;
	}
}

void wordline_put(const struct wordline *l, const struct page_word *word, struct buf *to)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		const struct page_word *w = &word[l->from + i];

		if (i && w->box.x0 - w[-1].box.x1 > WORD_GAP * fmin(w->size, w[-1].size))
			buf_putc(to, ' ');
		buf_put(to, w->s);
	}
}

void wordline_put_placed(const struct wordline *l, const struct page_word *word, double left,
			 double unit, struct buf *to)
{
	size_t i, at = 0;

	for (i = 0; i < l->n; i++) {
		const struct page_word *w = &word[l->from + i];
		double gap = i ? w->box.x0 - w[-1].box.x1 : 0, size = l->size;
		double column = fmin(fmax(round((w->box.x0 - left) / unit), 0), COLUMNS);
		size_t least = at, want = (size_t)column;

		if (i && gap > WORD_GAP * size)
			least += gap > CELL_GAP * size ? 2 : 1;
		if (i && gap <= CELL_GAP * size)
			want = least;
		for (want = want > least ? want : least; at < want; at++)
			buf_putc(to, ' ');
		buf_put(to, w->s);
		at += glyphs_width(w->s);
	}
}
