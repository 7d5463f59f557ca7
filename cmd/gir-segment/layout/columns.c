#include "cmd/gir-segment/layout/columns.h"

#include <stdlib.h>

#include "cmd/gir-segment/layout/layouts.h"
#include "common/alloc.h"

enum {
	TABLE_WIDTH = 5, /* fewer values than this in a line show no columns */
	HEAD_WIDTH = 8,  /* a wider head spans columns */
	HEAD_WORDS = 64,
	EXACT = 2 /* twice a column of the font */
};

static size_t centre_of(const struct word *w)
{
	return w->from + w->to;
}

static size_t apart(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* Whether every gap before and between the values is a run of spaces: single ones show nothing. */
static bool has_gaps(const struct line *l)
{
	size_t i;

	for (i = l->label ? l->label : 1; i < l->n; i++)
		if (l->word[i].from - l->word[i - 1].to < GAP)
			return false;
	return true;
}

static size_t nearest(const struct columns *c, size_t at, size_t from)
{
	size_t best = from, i;

	for (i = from; i < c->n; i++)
		if (apart(at, c->centre[i]) < apart(at, c->centre[best]))
			best = i;
	return best;
}

/* A third of the way to a neighbour is as far as a number may stray from its column; under columns
 * of another page, which may be shifted, it must stand exactly. */
static bool is_under(const struct columns *c, size_t at, size_t column)
{
	size_t away = apart(at, c->centre[column]);

	if (c->foreign)
		return away <= EXACT;
	away *= 3;
	return (column == 0 || away <= c->centre[column] - c->centre[column - 1]) &&
	       (column + 1 == c->n || away <= c->centre[column + 1] - c->centre[column]);
}

/* Where the words under columns begin: a text may stand in a cell, too. */
static size_t first_under(const struct columns *c, const struct line *l)
{
	size_t label = l->label, gap = c->n > 1 ? c->centre[1] - c->centre[0] : 0;

	while (label > 0 && centre_of(&l->word[label - 1]) + gap / 2 > c->centre[0])
		label--;
	return label;
}

/* The column of each word from l->label on, as columns_find. */
static bool find_each(struct columns *c, const struct line *l)
{
	size_t i, next = 0;

	if (line_values(l) == 0 || line_values(l) >= c->n || !has_gaps(l))
		return false;
	c->of_value = grow(c->of_value, &c->of_value_cap, c->n, sizeof *c->of_value);
	for (i = 0; i < line_values(l); i++) {
		size_t at = centre_of(&l->word[l->label + i]);
		size_t column = next < c->n ? nearest(c, at, next) : c->n;

		if (column == c->n || !is_under(c, at, column))
			return false;
		c->of_value[i] = column;
		next = column + 1;
	}
	return true;
}

bool columns_find(struct columns *c, struct line *l)
{
	size_t label = l->label;

	if (line_values(l) == 0)
		return false;
	l->label = first_under(c, l);
	if (find_each(c, l))
		return true;
	l->label = label;
	return false;
}

static void columns_free(struct columns *c)
{
	free(c->centre);
	free(c->of_value);
}

static void add_column(struct columns *c, size_t centre)
{
	c->centre = grow(c->centre, &c->centre_cap, c->n + 1, sizeof *c->centre);
	c->centre[c->n++] = centre;
}

/* ---- the columns of full lines ---- */

/* The greatest count of values that two lines have, if it makes a table; else 0. */
static size_t full_width(const struct page *page)
{
	size_t i, width = 0, once = 0;

	for (i = 0; i < page->n; i++) {
		const struct line *l = &page->line[i];

		if (line_values(l) < TABLE_WIDTH || !has_gaps(l) ||
		    layout_is_sentence(page->piece[i].s))
			continue;
		if (line_values(l) == once && once > width)
			width = once;
		if (line_values(l) > once)
			once = line_values(l);
	}
	return width;
}

/* The next full line from `i` on, its columns into `c`; its index, or page->n. */
static size_t next_full(const struct page *page, size_t i, struct columns *c)
{
	size_t k;

	for (; i < page->n; i++) {
		const struct line *l = &page->line[i];

		if (line_values(l) != page->width || !has_gaps(l) ||
		    layout_is_sentence(page->piece[i].s))
			continue;
		c->n = 0;
		for (k = l->label; k < l->n; k++)
			add_column(c, centre_of(&l->word[k]));
		break;
	}
	return i;
}

static bool same_page(const struct page *page, size_t a, size_t b)
{
	return a < page->n && b < page->n &&
	       page->piece[a].source->page == page->piece[b].source->page;
}

/* ---- the columns of the heads ---- */

/* The heads gathered from the lowest line upwards: a word over one that is there already is the
 * upper part of the same head. */
struct heads {
	struct word v[HEAD_WORDS];
	size_t n;
};

static void add_head(struct heads *h, const struct word *w)
{
	size_t i, over = 0, which = 0;

	for (i = 0; i < h->n; i++) {
		if (w->from >= h->v[i].to || h->v[i].from >= w->to)
			continue;
		over++;
		which = i;
	}
	if (over == 1) {
		struct word *head = &h->v[which];

		head->from = w->from < head->from ? w->from : head->from;
		head->to = w->to > head->to ? w->to : head->to;
	} else if (over == 0 && h->n < HEAD_WORDS) {
		h->v[h->n++] = *w;
	}
}

/* The heads of one line, which stand behind the labels; words that one space parts are one head. */
static void add_heads(struct heads *h, const struct line *l, size_t labels)
{
	size_t k;

	for (k = 0; k < l->n; k++) {
		struct word w = l->word[k];

		while (k + 1 < l->n && l->word[k + 1].from - w.to < GAP)
			w.to = l->word[++k].to;
		if (w.to - w.from <= HEAD_WIDTH && w.from >= labels)
			add_head(h, &w);
	}
}

static int by_place(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

/* The narrow words above the first line with values on the page of line `from`, as columns; none
 * where they are too few. */
static void read_heads(struct page *page, size_t from)
{
	struct heads h;
	size_t end = from, labels = 0, i;

	h.n = 0;
	page->heads.n = 0;
	page->heads_at = from;
	for (; same_page(page, from, end); end++) {
		const struct line *l = &page->line[end];

		if (line_values(l) && l->label) {
			labels = l->word[l->label - 1].to;
			break;
		}
	}
	for (i = same_page(page, from, end) ? end : from; i > from; i--)
		if (line_values(&page->line[i - 1]) == 0)
			add_heads(&h, &page->line[i - 1], labels);
	qsort(h.v, h.n, sizeof *h.v, by_place);
	for (i = 0; i < h.n && h.n >= TABLE_WIDTH && h.n < HEAD_WORDS; i++)
		add_column(&page->heads, centre_of(&h.v[i]));
}

static void read_lines(struct page *page, const struct fold *f)
{
	struct line l = {.word = NULL};
	size_t words = 0, cap = 0, i;

	page->line = xcalloc(page->n, sizeof *page->line);
	for (i = 0; i < page->n; i++) {
		line_read(f, page->piece[i].s, &l);
		page->line[i] = (struct line){.n = l.n, .label = l.label};
		page->word = grow(page->word, &cap, words + l.n, sizeof *page->word);
		if (l.n)
			memcpy(page->word + words, l.word, l.n * sizeof *l.word);
		words += l.n;
	}
	line_free(&l);
	for (i = page->n; i > 0; i--) {
		words -= page->line[i - 1].n;
		page->line[i - 1].word = page->word ? page->word + words : NULL;
	}
}

void page_open(struct page *page, const struct fold *f, const struct piece *piece, size_t n)
{
	*page = (struct page){.piece = piece, .n = n, .last = n, .next = n};
	read_lines(page, f);
	page->width = full_width(page);
	if (n)
		read_heads(page, 0);
	if (page->heads.n > page->width) /* a column that is blank in all lines has a head only */
		page->width = 0;
	else if (page->width)
		page->next = next_full(page, 0, &page->below);
}

/* The columns of the heads on the page of line `i`, or of the page before where it has none. */
static struct columns *heads_of_page(struct page *page, size_t i)
{
	if (!same_page(page, i, page->heads_at)) {
		struct columns kept = page->heads;

		page->heads = (struct columns){.n = 0};
		read_heads(page, i);
		if (page->heads.n >= kept.n) {
			columns_free(&kept);
		} else {
			columns_free(&page->heads);
			page->heads = kept;
			page->heads.foreign = true;
		}
	}
	return page->heads.n && page->heads.n >= page->width ? &page->heads : NULL;
}

/* The nearer of the full lines around line `i`; one of its own page before one of another. */
static struct columns *nearer(struct page *page, size_t i)
{
	bool above = same_page(page, i, page->last), below = same_page(page, i, page->next);

	page->above.foreign = !above;
	page->below.foreign = !below;
	if (above != below)
		return above ? &page->above : &page->below;
	if (page->last == page->n || (page->next < page->n && page->next - i < i - page->last))
		return &page->below;
	return &page->above;
}

struct columns *page_columns(struct page *page, size_t i)
{
	if (page->width == 0)
		return heads_of_page(page, i);
	while (page->next <= i && page->next < page->n) {
		struct columns swap = page->above;

		page->above = page->below;
		page->below = swap;
		page->last = page->next;
		page->next = next_full(page, page->last + 1, &page->below);
	}
	return nearer(page, i);
}

bool page_confirms(struct page *page, size_t i, const struct columns *c, const struct line *l)
{
	struct columns *other = c == &page->above ? &page->below : &page->above;
	size_t k;

	if (page->width == 0 || !same_page(page, i, page->last) ||
	    !same_page(page, i, page->next) || !find_each(other, l))
		return true;
	for (k = 0; k < line_values(l) && c->of_value[k] == other->of_value[k]; k++)
		;
	return k == line_values(l);
}

void page_close(struct page *page)
{
	columns_free(&page->heads);
	columns_free(&page->above);
	columns_free(&page->below);
	free(page->line);
	free(page->word);
}
