#include "cmd/gir-tables/grid/window.h"

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
	if (from == w.from)
		return from;
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
struct window window_of(const struct items *items, const struct run *run, size_t width)
{
	struct window w = {.from = run->from, .to = run->to};
	size_t i;

	if (run->own) {
		w.to = run->from + run->own;
		w.marked = true;
		/* Blanks before a label of the same source row are its own: no row end was marked.
		 */
		while (is_before_label(items, w) && items->v[w.to - 1].kind == ITEM_BLANK)
			w.to--;
	}
	w.from = w.first = w.last = behind_gloss(items, w, width);
	for (i = w.from; i < w.to; i++) {
		enum item_kind kind = items->v[i].kind;

		if (kind == ITEM_BLANK)
			continue;
		if (kind == ITEM_TEXT && i - w.from >= width && !w.marked) {
			w.to = i;
			break;
		}
		w.text |= kind == ITEM_TEXT;
		w.noise |= kind == ITEM_NOISE;
		if (w.said++ == 0)
			w.first = i;
		w.last = i;
	}
	return w;
}

size_t window_row_cells(const struct items *items, struct window w)
{
	size_t from = w.from, to = from;

	while (from > 0 && items->v[from - 1].row == items->v[w.from].row)
		from--;
	while (to < items->n && items->v[to].row == items->v[w.from].row)
		to++;
	return to - from;
}

bool window_exact(const struct items *items, struct window w, size_t width)
{
	size_t i;

	for (i = w.from + 1; i < w.to; i++)
		if (items->v[i].from->line == items->v[i - 1].from->line)
			return false;
	return w.marked && w.to - w.from == width;
}
