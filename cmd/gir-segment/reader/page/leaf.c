#include "cmd/gir-segment/reader/page/leaf.h"

#include <math.h>
#include <stdlib.h>

#include "common/alloc.h"

static const double LEAST_UNIT = 2; /* points: half a character of a font that can be read */

static bool is_in(const struct box *outer, const struct box *b)
{
	double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;

	return x >= outer->x0 - 2 && x <= outer->x1 + 2 && y >= outer->y0 - 2 && y <= outer->y1 + 2;
}

static double area(const struct box *b)
{
	return (b->x1 - b->x0) * (b->y1 - b->y0);
}

/* The smallest grid that holds the word, or SIZE_MAX. */
static size_t grid_of(const struct grids *grids, const struct page_word *w)
{
	size_t i, best = SIZE_MAX;
	double least = 0;

	for (i = 0; i < grids->n; i++) {
		struct box b = grid_box(&grids->v[i]);

		if (!is_in(&b, &w->box) || (best != SIZE_MAX && area(&b) >= least))
			continue;
		best = i;
		least = area(&b);
	}
	return best;
}

/* Appends the words of grid `g` to `to`; how many. */
static size_t words_of(const struct page *page, const size_t *of, size_t g, struct page_word *to)
{
	size_t i, n = 0;

	for (i = 0; i < page->words; i++)
		if (of[i] == g)
			to[n++] = page->word[i];
	return n;
}

/* Reads the cells of each grid; words of grids that only lay out the page become free. */
static void read_grids(struct leaf *s, size_t *of, struct page_word *room, struct pool *pool)
{
	size_t g, i;

	s->text = xcalloc(s->grids.n + 1, sizeof *s->text);
	for (g = 0; g < s->grids.n; g++) {
		size_t n = words_of(s->page, of, g, room);

		s->text[g] = cells_read(&s->grids.v[g], room, n, pool);
		if (cells_are_table(&s->grids.v[g], s->text[g]))
			continue;
		for (i = 0; i < s->page->words; i++)
			of[i] = of[i] == g ? SIZE_MAX : of[i];
		free(s->text[g]);
		s->text[g] = NULL;
	}
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The value below which `share` of them lie. */
static double quantile(double *v, size_t n, double share)
{
	qsort(v, n, sizeof *v, by_value);
	return v[(size_t)((double)(n - 1) * share)];
}

enum { RUNNING_TEXT = 12 }; /* characters of a line that tells where the text begins and ends */

static void find_margins(struct leaf *s)
{
	double *v = xcalloc(s->page->words + s->lines.n + 1, sizeof *v);
	size_t i, n = 0;

	s->left = 0;
	s->right = s->page->width;
	s->unit = LEAST_UNIT;
	for (i = 0; i < s->lines.n; i++)
		n += s->lines.v[i].n > 0;
	for (i = 0, n = 0; i < s->lines.n; i++)
		if (s->lines.v[i].box.x1 - s->lines.v[i].box.x0 > RUNNING_TEXT * s->lines.v[i].size)
			v[n++] = s->lines.v[i].box.x1;
	if (n)
		s->right = quantile(v, n, 0.9);
	for (i = 0; i < s->lines.n; i++)
		v[i] = s->lines.v[i].box.x0;
	if (s->lines.n)
		s->left = quantile(v, s->lines.n, 0.1);
	for (i = 0, n = 0; i < s->page->words; i++)
		if (s->page->word[i].glyphs > 1) /* lone marks are narrow */
			v[n++] = s->page->word[i].size / 2;
	if (n)
		s->unit = fmax(quantile(v, n, 0.1), LEAST_UNIT);
	free(v);
}

void leaf_read(struct leaf *s, struct page *page, size_t *fields, struct pool *pool)
{
	size_t *of = xcalloc(page->words + 1, sizeof *of), i, n;

	*s = (struct leaf){.page = page, .grids = {.fields = *fields}};
	grids_find(page, &s->grids);
	*fields = s->grids.fields;
	for (i = 0; i < page->words; i++)
		of[i] = grid_of(&s->grids, &page->word[i]);
	s->word = xcalloc(page->words + 1, sizeof *s->word);
	read_grids(s, of, s->word, pool);
	n = words_of(page, of, SIZE_MAX, s->word);
	wordlines_find(s->word, n, 0, &s->lines);
	find_margins(s);
	free(of);
}

void leaf_free(struct leaf *s)
{
	size_t g;

	for (g = 0; s->text && g < s->grids.n; g++)
		free(s->text[g]);
	free(s->text);
	grids_free(&s->grids);
	free(s->lines.v);
	free(s->word);
	*s = (struct leaf){.page = NULL};
}
