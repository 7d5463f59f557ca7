/* Page numbers, and what stands at the head or foot of many pages. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/page/glyphs.h"
#include "cmd/gir-segment/reader/page/leaf.h"
#include "common/alloc.h"
#include "common/utf8.h"

static const double MARGIN = 0.12;    /* of the page's height, above and below */
static const double SAME_HEIGHT = 3;  /* points */
static const double STANDS_APART = 6; /* points from the next line */

enum { ENDS = 2, NUMBER_DIGITS = 3, RUNNING_LIMIT = 180 };

/* - 3 -, — 3 —, 第3页, 第 3 页 共 9 页, 3/9: the first number in a line of nothing else; 0 where
 * there is more. *bare where there is nothing but the number. */
static size_t page_number(struct str s, bool *bare)
{
	static const char marks[] = "-—–－―─·.第页共頁/P ";
	const struct str all = {marks, sizeof marks - 1};
	size_t i = 0, value = 0, digits = 0, numbers = 0, others = 0;
	bool in = false;

	while (i < s.n) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i);

		if (cp >= 0xff10 && cp <= 0xff19)
			cp -= 0xff10 - '0';
		if (cp >= '0' && cp <= '9') {
			numbers += !in;
			in = true;
			if (numbers == 1 && ++digits <= NUMBER_DIGITS)
				value = value * 10 + (cp - '0');
			continue;
		}
		in = false;
		others++;
		if (cp != 0x3000 && !str_has(all, str_sub(s, at, i)))
			return 0;
	}
	*bare = others == 0;
	return numbers >= 1 && numbers <= 2 && digits <= NUMBER_DIGITS ? value : 0;
}

static bool in_margin(const struct leaf *s, const struct wordline *l)
{
	return l->box.y1 < s->page->height * MARGIN || l->box.y0 > s->page->height * (1 - MARGIN);
}

/* Whether the first or last `ENDS` lines are asked for, and no table stands beyond. */
static bool at_end(const struct leaf *s, size_t i)
{
	const struct wordline *l = &s->lines.v[i];
	size_t g;

	if (!in_margin(s, l) || (i >= ENDS && i + ENDS < s->lines.n))
		return false;
	for (g = 0; g < s->grids.n; g++) {
		struct box b = grid_box(&s->grids.v[g]);

		if (s->text[g] &&
		    (l->box.y1 < s->page->height / 2 ? b.y0 < l->box.y0 : b.y1 > l->box.y1))
			return false;
	}
	return true;
}

static bool stands_apart(const struct leaf *s, size_t i)
{
	const struct wordline *v = s->lines.v;

	return (i == 0 || v[i].box.y0 - v[i - 1].box.y1 > STANDS_APART) &&
	       (i + 1 == s->lines.n || v[i + 1].box.y0 - v[i].box.y1 > STANDS_APART);
}

/* The number of the page that line `i` may be, less the page's index; *sure where it has the marks
 * of one. LONG_MIN for none. */
static long number_of(const struct leaf *s, size_t index, size_t i, struct buf *room, bool *sure)
{
	size_t value;
	bool bare = false;

	if (!at_end(s, i))
		return LONG_MIN;
	buf_clear(room);
	wordline_put(&s->lines.v[i], s->word, room);
	value = page_number(buf_str(room), &bare);
	*sure = !bare;
	return value && (!bare || stands_apart(s, i)) ? (long)value - (long)index : LONG_MIN;
}

/* A bare number is a page's where it counts with the pages. */
static void mark_numbers(struct leaf *s, size_t n)
{
	struct buf room = BUF_INIT;
	long *last = xcalloc(n + 1, sizeof *last);
	struct wordline **line = xcalloc(n + 1, sizeof *line);
	size_t p, i;
	bool sure;

	for (p = 0; p < n; p++) {
		for (i = 0; i < s[p].lines.n; i++) {
			long number = number_of(&s[p], p, i, &room, &sure);

			if (number == LONG_MIN)
				continue;
			s[p].lines.v[i].number = sure || (n == 1 && number == 1);
			last[p] = number;
			line[p] = &s[p].lines.v[i];
		}
		if (p && line[p] && line[p - 1] && last[p] == last[p - 1])
			line[p]->number = line[p - 1]->number = true;
	}
	free(last);
	free(line);
	buf_free(&room);
}

/* A line at the end of a page, to be compared with those of others. */
struct end {
	struct str s;
	struct wordline *line;
};

static int by_text(const void *a, const void *b)
{
	const struct end *x = a, *y = b;
	int order = str_cmp(x->s, y->s);

	if (order)
		return order;
	return (x->line->box.y0 > y->line->box.y0) - (x->line->box.y0 < y->line->box.y0);
}

/* Of `n` ends with one text, those at one height on three pages, or on both of two. */
static void mark_same(const struct end *e, size_t n, size_t pages)
{
	size_t i = 0, k, least = pages < 3 ? 2 : 3;

	while (i < n) {
		size_t end = i + 1;

		while (end < n && e[end].line->box.y0 - e[end - 1].line->box.y0 <= SAME_HEIGHT)
			end++;
		for (k = i; k < end && end - i >= least; k++)
			e[k].line->running = true;
		i = end;
	}
}

static void mark_running(struct leaf *s, size_t n)
{
	struct end *end = xcalloc(n * ENDS * 2 + 1, sizeof *end);
	struct pool pool = POOL_INIT;
	struct buf room = BUF_INIT;
	size_t p, i, ends = 0;

	for (p = 0; p < n; p++)
		for (i = 0; i < s[p].lines.n; i++) {
			if (!at_end(&s[p], i) || s[p].lines.v[i].number)
				continue;
			buf_clear(&room);
			wordline_put(&s[p].lines.v[i], s[p].word, &room);
			if (room.n <= RUNNING_LIMIT)
				end[ends++] = (struct end){pool_dup(&pool, buf_str(&room)),
							   &s[p].lines.v[i]};
		}
	if (ends)
		qsort(end, ends, sizeof *end, by_text);
	for (i = 0; i < ends; i = p) {
		for (p = i + 1; p < ends && str_eq(end[p].s, end[i].s); p++)
			;
		mark_same(&end[i], p - i, n);
	}
	free(end);
	pool_free(&pool);
	buf_free(&room);
}

void leaves_mark_margins(struct leaf *s, size_t n)
{
	mark_numbers(s, n);
	mark_running(s, n);
}
