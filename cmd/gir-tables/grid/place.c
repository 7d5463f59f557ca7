#include "cmd/gir-tables/grid/place.h"

#include <stdlib.h>

#include "common/alloc.h"

/* The items of a run that may be cells of its row. */
struct window {
	size_t from, to;
	bool marked; /* the layout says that the row ends at `to` */
	bool text;   /* a text stands among the values */
};

/* Text that stood between a label and its number in one piece makes the number doubtful. */
static bool has_noise(const struct items *items, struct window w)
{
	size_t i;

	for (i = w.from; i < w.to; i++)
		if (items->v[i].kind == ITEM_NOISE)
			return true;
	return false;
}

static bool is_said(const struct item *item)
{
	return item->kind != ITEM_BLANK;
}

static bool is_bracketed(struct str s)
{
	s = str_trim(s);
	return str_starts(s, STR("(")) || str_starts(s, STR("（"));
}

/* Where the values begin behind a gloss on the label: all columns must have one. */
static size_t behind_gloss(const struct items *items, struct window w, size_t width)
{
	size_t from = w.from, i;

	while (from < w.to && items->v[from].kind == ITEM_TEXT && is_bracketed(items->v[from].text))
		from++;
	for (i = from; i < from + width; i++)
		if (i >= w.to || items->v[i].kind != ITEM_VALUE)
			return w.from;
	return from;
}

static bool is_before_label(const struct items *items, struct window w)
{
	size_t i = w.to;

	while (i < items->n && items->v[i].kind == ITEM_BLANK)
		i++;
	return w.to > w.from && i < items->n && items->v[i].kind == ITEM_LABEL &&
	       items->v[i].row == items->v[w.from].row;
}

/* What stands in the label's own row is the row; only where nothing does, all that follows up to
 * the next label: a page's number below the row is none of its cells. A text behind the last column
 * belongs to the next label. */
static struct window cells_of(const struct items *items, const struct run *run, size_t width)
{
	struct window w = {run->from, run->to, false, false};
	size_t i;

	if (run->own) {
		w.to = run->from + run->own;
		w.marked = true;
		/* Blanks before a label of the same source row are its own: no row end was marked.
		 */
		while (is_before_label(items, w) && items->v[w.to - 1].kind == ITEM_BLANK)
			w.to--;
	}
	w.from = behind_gloss(items, w, width);
	for (i = w.from; i < w.to; i++) {
		if (items->v[i].kind != ITEM_TEXT)
			continue;
		if (i - w.from >= width && !w.marked) {
			w.to = i;
			break;
		}
		w.text = true;
	}
	return w;
}

/* The extent of what is said: first and last item that are no blanks; false where all are. */
static bool extent(const struct items *items, struct window w, size_t *first, size_t *last,
		   size_t *said)
{
	size_t i;

	*said = 0;
	*first = *last = w.from;
	for (i = w.from; i < w.to; i++) {
		if (!is_said(&items->v[i]))
			continue;
		if (*said == 0)
			*first = i;
		*last = i;
		++*said;
	}
	return *said > 0;
}

/* How many cells the source row has in which the values begin. */
static size_t row_cells(const struct items *items, struct window w)
{
	size_t from = w.from, to = from;

	while (from > 0 && items->v[from - 1].row == items->v[w.from].row)
		from--;
	while (to < items->n && items->v[to].row == items->v[w.from].row)
		to++;
	return to - from;
}

void shapes_learn(struct shapes *s, const struct items *items, const struct run *run, size_t width,
		  int depth)
{
	struct window w = cells_of(items, run, width);
	struct shape v = {width, w.to - w.from, 0, 0, 0, depth, w.marked, false};
	size_t first, last, said;

	if (w.text || w.from == w.to)
		return;
	v.row_cells = row_cells(items, w);
	v.tail = v.cells;
	if (extent(items, w, &first, &last, &said))
		v.tail = w.to - 1 - last;
	if (said && last - first + 1 == width && (said == width || w.marked)) {
		v.certain = true;
		v.lead = first - w.from;
	}
	s->v = grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = v;
}

void shapes_free(struct shapes *s)
{
	free(s->v);
	*s = (struct shapes){NULL, 0, 0};
}

/* What the complete rows of this kind say of a row with so many cells. */
enum learned { LEARNED_NOTHING, LEARNED_LEAD, LEARNED_OTHERWISE };

static enum learned ask_shapes(const struct shapes *s, struct window w, size_t width, int depth,
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
static bool is_regular(const struct shapes *s, const struct items *items, struct window w,
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
	return row_cells(items, w) == rows.value;
}

/* Whether blanks end the row where other rows of its kind have values: it may have lost a cell and
 * been padded. Cells on lines of their own, or blanks that are spaces, are no padding. */
enum { HABIT = 3 }; /* rows that end so are how this report is filled in, not accidents */

static bool is_padded(const struct shapes *s, const struct items *items, struct window w,
		      size_t last, size_t width, int depth)
{
	const struct item *end = &items->v[w.to - 1];
	size_t tail = w.to - 1 - last, cells = row_cells(items, w), alike = 0, i;
	bool longer = false;

	if (!w.marked || last + 1 == w.to || end->text.n || end->line != items->v[w.from].line)
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

/* Whether each cell of the row stands on a line of its own: then none can be padding. */
static bool is_exact(const struct items *items, struct window w, size_t width)
{
	size_t i;

	for (i = w.from + 1; i < w.to; i++)
		if (items->v[i].line == items->v[i - 1].line)
			return false;
	return w.marked && w.to - w.from == width;
}

/* Whether the row is cut otherwise than the heads, where those show the grid: it has lost a cell.
 */
static bool is_unlike_heads(const struct place *p, struct window w)
{
	return w.marked && p->head_cells && row_cells(p->items, w) != p->head_cells &&
	       p->items->v[w.from].line == p->items->v[w.to - 1].line;
}

/* The cell under the head of the first column, in a row that is cut as the heads are. */
static size_t under_heads(const struct place *p, struct window w, size_t width)
{
	size_t start = w.from;

	if (!w.marked || p->head_cells == 0 || row_cells(p->items, w) != p->head_cells)
		return STR_NONE;
	while (start > 0 && p->items->v[start - 1].row == p->items->v[w.from].row)
		start--;
	start += p->head_column;
	return start >= w.from && start + width <= w.to ? start : STR_NONE;
}

/* The same, where no complete row of that kind knows better. */
static size_t ask_heads(const struct place *p, struct window w, size_t width)
{
	size_t i;

	for (i = 0; i < p->shapes->n; i++)
		if (p->shapes->v[i].certain && p->shapes->v[i].row_cells == p->head_cells)
			return STR_NONE;
	return under_heads(p, w, width);
}

/* In a grid the last column stands at the same place from the right in all rows of as many cells,
 * however wide their labels are. STR_NONE where the rows disagree. */
static size_t ask_grid(const struct shapes *s, const struct items *items, struct window w,
		       size_t width)
{
	size_t tail = STR_NONE, cells = row_cells(items, w), i;

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

/* Whether all that is said stands within [at, at + width). */
static bool fits(struct window w, size_t at, size_t width, size_t first, size_t last)
{
	return at + width <= w.to && first >= at && last < at + width;
}

/* The index of the item in the first column, where that is certain; else STR_NONE. */
static size_t first_column(const struct place *p, struct window w, size_t width, int depth)
{
	size_t first, last, said, lead = 0, head, cells = w.to - w.from;
	enum learned known;

	if (cells < width)
		return STR_NONE;
	if (p->extra)
		return under_heads(p, w, width);
	if (!extent(p->items, w, &first, &last, &said))
		return w.from; /* all blank, wherever the row begins */
	if (last - first + 1 == width && (said == width || cells == width || w.marked))
		return first;
	if (is_unlike_heads(p, w))
		return STR_NONE;
	if (is_exact(p->items, w, width))
		return w.from;
	if (!is_regular(p->shapes, p->items, w, width) ||
	    is_padded(p->shapes, p->items, w, last, width, depth))
		return STR_NONE;
	known = ask_shapes(p->shapes, w, width, depth, &lead);
	if (known == LEARNED_LEAD) {
		/* Bars that pad a row make up for a number that is lost, too: only a row whose last
		 * column is filled has lost none. */
		if (!w.marked && last != w.from + lead + width - 1)
			return STR_NONE;
		return fits(w, w.from + lead, width, first, last) ? w.from + lead : STR_NONE;
	}
	if (known == LEARNED_OTHERWISE)
		return STR_NONE;
	lead = ask_grid(p->shapes, p->items, w, width);
	if (lead != STR_NONE)
		return fits(w, w.from + lead, width, first, last) ? w.from + lead : STR_NONE;
	head = ask_heads(p, w, width);
	if (head != STR_NONE)
		return fits(w, head, width, first, last) ? head : STR_NONE;
	if (cells == width && (w.marked || last + 1 == w.to))
		return w.from;
	/* Bars behind the last column pad the row. */
	return !w.marked && last + 1 == w.from + width ? w.from : STR_NONE;
}

void place_item(const struct place *p, const struct item *item, enum measure measure, bool sure,
		struct cell *cell)
{
	struct dec v = DEC_ZERO;
	enum cell_state state = number_read(p->fold, item->text, measure, &v);

	*cell = (struct cell){state, v, state == STATE_NUM, item->text, item->line};
	if (sure)
		return;
	if (state == STATE_NUM)
		cell->state = STATE_UNSURE;
	else if (state == STATE_BLANK)
		*cell = (struct cell){.state = STATE_ABSENT, .raw = STR_EMPTY};
}

static bool is_all_digits(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

/* Digits with nothing between them: certain where there is one for each column, or one column. */
static void place_glued(const struct place *p, const struct item *item, const enum measure *measure,
			size_t width, struct cell *cell)
{
	size_t i;

	if (width == 1 || (item->text.n == width && is_all_digits(item->text))) {
		for (i = 0; i < width; i++) {
			struct item digit = *item;

			if (width > 1)
				digit.text = str_sub(item->text, i, i + 1);
			place_item(p, &digit, measure[i], !p->doubt, &cell[i]);
		}
		return;
	}
	for (i = 0; i < width; i++)
		cell[i] = (struct cell){STATE_UNSURE, DEC_ZERO, false, item->text, item->line};
}

/* Without a place that is certain: the values in their order, none of them as num. */
static void place_unsure(const struct place *p, struct window w, const enum measure *measure,
			 size_t width, struct cell *cell)
{
	size_t i, c = 0;

	for (i = w.from; i < w.to && c < width; i++) {
		const struct item *item = &p->items->v[i];

		if (!is_said(item) || (item->kind == ITEM_TEXT && !w.marked))
			continue;
		place_item(p, item, measure[c], false, &cell[c]);
		c++;
	}
}

/* A shorter text may be a part of a number: 减, 约. */
enum { LABEL_BYTES = 12 };

/* Whether nothing follows the first item but text that may be labels. */
static bool is_alone(const struct items *items, struct window w)
{
	size_t i;

	for (i = w.from + 1; i < w.to; i++)
		if (items->v[i].kind != ITEM_TEXT || items->v[i].text.n < LABEL_BYTES)
			return false;
	return true;
}

/* Where no row ends are marked, a text is a cell only if bars close cells, and if it is not the
 * last: the last may be the next row's label. */
static bool is_text_in_stream(const struct place *p, struct window w, size_t at, size_t width)
{
	return !w.marked && w.text && (!p->barred || p->items->v[at + width - 1].kind == ITEM_TEXT);
}

/* A fraction where the form counts, in a row with blanks: the row may have lost a cell. */
static void doubt_fractions(const enum measure *measure, size_t width, struct cell *cell)
{
	bool fraction = false, blank = false;
	size_t c;

	for (c = 0; c < width; c++) {
		fraction |= measure[c] != MEASURE_AMOUNT && cell[c].state == STATE_NUM &&
			    cell[c].value.scale > 0;
		blank |= cell[c].state == STATE_BLANK;
	}
	for (c = 0; fraction && blank && c < width; c++)
		if (cell[c].state == STATE_NUM)
			cell[c].state = STATE_UNSURE;
}

void place_run(const struct place *p, const struct run *run, int depth, const enum measure *measure,
	       size_t width, struct cell *cell)
{
	struct window w = cells_of(p->items, run, width);
	size_t at, c;

	if (w.from < w.to && p->items->v[w.from].kind == ITEM_GLUED) {
		if (is_alone(p->items, w) && !p->extra && !p->serial)
			place_glued(p, &p->items->v[w.from], measure, width, cell);
		else
			place_unsure(p, w, measure, width, cell);
		return;
	}
	at = has_noise(p->items, w) ? STR_NONE : first_column(p, w, width, depth);
	if (at == STR_NONE || p->doubt || (p->serial && !w.marked) ||
	    is_text_in_stream(p, w, at, width)) {
		place_unsure(p, w, measure, width, cell);
		return;
	}
	for (c = 0; c < width; c++)
		place_item(p, &p->items->v[at + c], measure[c], true, &cell[c]);
	doubt_fractions(measure, width, cell);
}

void place_confirm(struct cell *cell, size_t width)
{
	struct dec sum = DEC_ZERO;
	bool whole = true;
	size_t c;

	for (c = 0; c < width; c++)
		whole &= cell[c].state == STATE_NUM;
	for (c = 0; whole && c + 1 < width; c++)
		if (dec_add(sum, cell[c].value, &sum) != 0)
			return;
	for (c = 0; whole && dec_cmp(sum, cell[width - 1].value) != 0 && c < width; c++)
		cell[c].state = STATE_UNSURE;
}

size_t place_rest(const struct place *p, const struct run *run, size_t width, size_t *from)
{
	size_t i;

	*from = run->own >= width ? run->from + run->own : run->from + width;
	for (i = *from; i < run->to; i++)
		if (p->items->v[i].kind != ITEM_VALUE)
			return 0;
	return run->to > *from ? run->to - *from : 0;
}
