#include "cmd/gir-tables/grid/place.h"

/* Whether a text stands in a row of its own before a row of values: the rest of a label, which is
 * no cell of theirs. */
static bool has_text_apart(const struct items *items, struct window w)
{
	size_t i;

	for (i = w.from; w.text && !w.marked && i + 2 < w.to; i++)
		if (items->v[i].kind == ITEM_TEXT && items->v[i].row != items->v[i + 1].row &&
		    items->v[i + 1].row == items->v[i + 2].row)
			return true;
	return false;
}

/* Whether the row is cut otherwise than the heads, where those show the grid: it has lost a cell.
 */
static bool is_unlike_heads(const struct place *p, struct window w)
{
	return w.marked && p->head_cells && window_row_cells(p->items, w) != p->head_cells &&
	       p->items->v[w.from].from->line == p->items->v[w.to - 1].from->line;
}

/* The cell under the head of the first column, in a row that is cut as the heads are. */
static size_t under_heads(const struct place *p, struct window w, size_t width)
{
	size_t start = w.from;

	if (!w.marked || p->head_cells == 0 || window_row_cells(p->items, w) != p->head_cells)
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

/* Whether all that is said stands within [at, at + width). */
static bool fits(struct window w, size_t at, size_t width)
{
	return at + width <= w.to && w.first >= at && w.last < at + width;
}

/* The index of the item in the first column, where that is certain; else STR_NONE. */
static size_t first_column(const struct place *p, struct window w, size_t width, int depth)
{
	size_t last = w.last, lead = 0, head, cells = w.to - w.from;
	enum learned known;

	if (cells < width || has_text_apart(p->items, w))
		return STR_NONE;
	if (p->extra)
		return under_heads(p, w, width);
	if (w.said == 0)
		return w.from; /* all blank, wherever the row begins */
	if (last - w.first + 1 == width && (w.said == width || cells == width || w.marked))
		return w.first;
	if (is_unlike_heads(p, w))
		return STR_NONE;
	if (window_exact(p->items, w, width))
		return w.from;
	if (!shapes_regular(p->shapes, p->items, w, width) ||
	    shapes_padded(p->shapes, p->items, w, last, width, depth))
		return STR_NONE;
	known = shapes_lead(p->shapes, w, width, depth, &lead);
	if (known == LEARNED_LEAD) {
		/* Bars that pad a row make up for a number that is lost, too: only a row whose last
		 * column is filled has lost none. */
		if (!w.marked && last != w.from + lead + width - 1)
			return STR_NONE;
		return fits(w, w.from + lead, width) ? w.from + lead : STR_NONE;
	}
	if (known == LEARNED_OTHERWISE)
		return STR_NONE;
	lead = shapes_grid(p->shapes, p->items, w, width);
	if (lead != STR_NONE)
		return fits(w, w.from + lead, width) ? w.from + lead : STR_NONE;
	head = ask_heads(p, w, width);
	if (head != STR_NONE)
		return fits(w, head, width) ? head : STR_NONE;
	if (cells == width && (w.marked || last + 1 == w.to))
		return w.from;
	/* Bars behind the last column pad the row. */
	return !w.marked && last + 1 == w.from + width ? w.from : STR_NONE;
}

/* A single digit is the same in all columns. */
static inline bool read_digit(struct str s, struct dec *v)
{
	return s.n == 1 && s.p[0] >= '0' && s.p[0] <= '9' && dec_parse(s, v);
}

void place_item(const struct place *p, const struct item *item, enum measure measure, bool sure,
		struct cell *cell)
{
	cell->value = DEC_ZERO;
	cell->state = read_digit(item->text, &cell->value)
			      ? STATE_NUM
			      : number_read(p->fold, item->text, measure, &cell->value);
	cell->has_value = cell->state == STATE_NUM;
	cell->raw = item->text;
	cell->line = item->from->line;
	cell->from = item->from;
	if (sure)
		return;
	if (cell->state == STATE_NUM)
		cell->state = STATE_UNSURE;
	else if (cell->state == STATE_BLANK)
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
		cell[i] = (struct cell){.state = STATE_UNSURE,
					.raw = item->text,
					.line = item->from->line,
					.from = item->from};
}

/* Without a place that is certain: the values in their order, none of them as num. */
static void place_unsure(const struct place *p, struct window w, const enum measure *measure,
			 size_t width, struct cell *cell)
{
	size_t i, c = 0;

	for (i = w.from; i < w.to && c < width; i++) {
		const struct item *item = &p->items->v[i];

		if (!item_is_said(item) || (item->kind == ITEM_TEXT && !w.marked))
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
		fraction |= cell[c].value.scale > 0 && measure[c] != MEASURE_AMOUNT &&
			    cell[c].state == STATE_NUM;
		blank |= cell[c].state == STATE_BLANK;
	}
	for (c = 0; fraction && blank && c < width; c++)
		if (cell[c].state == STATE_NUM)
			cell[c].state = STATE_UNSURE;
}

/* Whether a label follows in the same row of the source: the number before it may be its own. */
static bool is_followed(const struct items *items, struct window w)
{
	return w.to > w.from && w.to < items->n && items->v[w.to].row == items->v[w.to - 1].row;
}

void place_run(const struct place *p, struct window w, int depth, const enum measure *measure,
	       size_t width, struct cell *cell)
{
	size_t at, c;

	if (w.from < w.to && p->items->v[w.from].kind == ITEM_GLUED) {
		if (is_alone(p->items, w) && !p->extra && !p->serial)
			place_glued(p, &p->items->v[w.from], measure, width, cell);
		else
			place_unsure(p, w, measure, width, cell);
		return;
	}
	/* Text that stood between a label and its number in one piece makes it doubtful. */
	at = w.noise ? STR_NONE : first_column(p, w, width, depth);
	if (at == STR_NONE || p->doubt || (p->serial && (!w.marked || is_followed(p->items, w))) ||
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
