#include "cmd/gir-tables/grid/shapes.h"

#include <stdlib.h>

#include "common/alloc.h"

void shapes_learn(struct shapes *s, const struct items *items, struct window w, size_t width,
		  int depth)
{
	struct shape v = {width, w.to - w.from, 0, 0, 0, depth, w.marked, false};

	if (w.text || w.from == w.to)
		return;
	v.row_cells = window_row_cells(items, w);
	v.tail = v.cells;
	if (w.said)
		v.tail = w.to - 1 - w.last;
	if (w.said && w.last - w.first + 1 == width && (w.said == width || w.marked)) {
		v.certain = true;
		v.lead = w.first - w.from;
	}
	s->v = grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = v;
}

void shapes_free(struct shapes *s)
{
	free(s->v);
	*s = (struct shapes){NULL, 0, 0};
}

enum learned shapes_lead(const struct shapes *s, struct window w, size_t width, int depth,
			 size_t *lead)
{
	enum learned known = LEARNED_NOTHING;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct shape *v = &s->v[i];

		if (!v->certain || v->width != width || v->depth != depth || v->marked != w.marked)
			continue;
		if (v->cells != w.to - w.from) {
			if (known == LEARNED_NOTHING)
				known = LEARNED_OTHERWISE;
		} else if (known == LEARNED_LEAD && v->lead != *lead) {
			return LEARNED_OTHERWISE;
		} else {
			known = LEARNED_LEAD;
			*lead = v->lead;
		}
	}
	return known;
}

/* How many of the table's rows are most often alike in `member`, of how many; the value they have.
 */
struct mode {
	size_t value, count, of;
};

static struct mode mode_of_cells(const struct shapes *s, size_t width)
{
	struct mode m = {0, 0, 0};
	size_t i, j;

	for (i = 0; i < s->n; i++) {
		size_t count = 0;

		if (!s->v[i].marked || s->v[i].width != width)
			continue;
		m.of++;
		for (j = 0; j < s->n; j++)
			count += s->v[j].marked && s->v[j].width == width &&
				 s->v[j].cells == s->v[i].cells;
		if (count > m.count)
			m = (struct mode){s->v[i].cells, count, m.of};
	}
	return m;
}

static struct mode mode_of_rows(const struct shapes *s)
{
	struct mode m = {0, 0, 0};
	size_t i, j;

	for (i = 0; i < s->n; i++) {
		size_t count = 0;

		if (!s->v[i].marked)
			continue;
		m.of++;
		for (j = 0; j < s->n; j++)
			count += s->v[j].marked && s->v[j].row_cells == s->v[i].row_cells;
		if (count > m.count)
			m = (struct mode){s->v[i].row_cells, count, m.of};
	}
	return m;
}

/* Whether the row has as many cells as its like. Rows are alike behind their labels, or as a whole,
 * labels that span columns padded with blanks; the table shows which. A row that is shorter has
 * lost a cell, and its blanks do not tell which. */
bool shapes_regular(const struct shapes *s, const struct items *items, struct window w,
		    size_t width)
{
	struct mode cells, rows;

	if (!w.marked)
		return true;
	cells = mode_of_cells(s, width);
	if (cells.of == 0) /* the only row of its kind */
		return true;
	rows = mode_of_rows(s);
	if (cells.count * rows.of >= rows.count * cells.of)
		return w.to - w.from == cells.value;
	return window_row_cells(items, w) == rows.value;
}

/* Whether blanks end the row where other rows of its kind have values: it may have lost a cell and
 * been padded. Cells on lines of their own, or blanks that are spaces, are no padding. */
enum { HABIT = 3 }; /* rows that end so are how this report is filled in, not accidents */

bool shapes_padded(const struct shapes *s, const struct items *items, struct window w, size_t last,
		   size_t width, int depth)
{
	const struct item *end = &items->v[w.to - 1];
	size_t tail = w.to - 1 - last, cells = window_row_cells(items, w), alike = 0, i;
	bool longer = false;

	if (!w.marked || last + 1 == w.to || end->text.n ||
	    end->from->line != items->v[w.from].from->line)
		return false;
	for (i = 0; i < s->n; i++) {
		const struct shape *v = &s->v[i];

		if (!v->marked || v->width != width || v->depth != depth)
			continue;
		alike += v->tail == tail && v->row_cells == cells;
		longer |= v->tail < tail;
	}
	return longer && alike < HABIT;
}

/* In a grid the last column stands at the same place from the right in all rows of as many cells,
 * however wide their labels are. STR_NONE where the rows disagree. */
size_t shapes_grid(const struct shapes *s, const struct items *items, struct window w, size_t width)
{
	size_t tail = STR_NONE, cells = window_row_cells(items, w), i;

	for (i = 0; i < s->n && w.marked; i++) {
		const struct shape *v = &s->v[i];
		size_t here = v->cells - v->lead - width;

		if (!v->certain || v->width != width || !v->marked || v->row_cells != cells)
			continue;
		if (tail != STR_NONE && tail != here)
			return STR_NONE;
		tail = here;
	}
	if (tail == STR_NONE || w.to - w.from < width + tail)
		return STR_NONE;
	return w.to - w.from - width - tail;
}
