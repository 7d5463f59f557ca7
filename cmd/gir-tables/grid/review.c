#include "cmd/gir-tables/grid/review.h"

enum { WIDEST = 64 };

/* Whether the rows' labels stand in the form's order, and, where all columns' labels were read,
 * those too: a table in another order has its numbers elsewhere. */
static bool in_order(const struct runs *runs, size_t width)
{
	const struct label *last = NULL;
	size_t i;

	for (i = 0; i < runs->n; i++) {
		const struct label *label = runs->v[i].label;

		if (label->kind != LABEL_ROW)
			continue;
		if (last && label->order < last->order)
			return false;
		last = label;
	}
	for (i = 1; runs->headers == width && i < width; i++)
		/* In each group of columns the order rises; a new group starts over. */
		if (runs->header[i].label->order < runs->header[i - 1].label->order &&
		    runs->header[i].label != runs->header[0].label)
			return false;
	return true;
}

/* The items behind the last label: as one run whose own row is the first source row that has
 * `width` of them. */
static struct run values_of(const struct items *items, size_t width)
{
	struct run run = {.label = NULL};
	size_t i = items->n, end;

	while (i > 0 && items->v[i - 1].kind != ITEM_LABEL)
		i--;
	run.from = i;
	run.to = items->n;
	for (; i < items->n; i = end) {
		for (end = i; end < items->n && items->v[end].row == items->v[i].row; end++)
			;
		if (end - i < width || (i > 0 && items->v[i - 1].row == items->v[i].row))
			continue;
		run.from = i;
		run.to = end;
		run.own = end - i;
		run.marked = true;
		break;
	}
	return run;
}

/* Whether the line of values has as many cells as the widest line of labels, where that is as wide
 * as the form: a line with fewer has lost some, and its blanks do not tell which. */
static bool is_as_wide(const struct items *items, const struct run *run, size_t width)
{
	size_t i, end, widest = 0;

	for (i = 0; i < run->from; i = end) {
		for (end = i; end < run->from && items->v[end].row == items->v[i].row; end++)
			;
		if (end - i > widest)
			widest = end - i;
	}
	return widest < width || run->to - run->from == widest;
}

static bool has_blank(const struct items *items, const struct run *run)
{
	size_t i;

	for (i = run->from; i < run->to; i++)
		if (items->v[i].kind == ITEM_BLANK)
			return true;
	return false;
}

/* Glued digits must add up in each of the rows. */
static void confirm_rows(const struct form *form, struct cell *cell)
{
	size_t r;

	for (r = 0; r < form->row_count; r++)
		if (form->rows[r].table == TABLE_REVIEW)
			place_confirm(&cell[form->rows[r].first_cell],
				      form->blocks[form->rows[r].block].columns);
}

/* One blank before the values: the row's own bar, or a blank cell. */
static bool is_one_blank(const struct items *items, const struct run *run)
{
	return run->to - run->from > 1 && items->v[run->from].kind == ITEM_BLANK &&
	       items->v[run->from + 1].kind != ITEM_BLANK;
}

void review_read(const struct place *p, const struct runs *runs, const struct form *form,
		 struct cell *cell)
{
	enum measure measure[WIDEST];
	struct place here = *p;
	struct run run;
	size_t first = STR_NONE, width = 0, i;

	for (i = 0; i < form->cell_count; i++) {
		if (form->cells[i].table != TABLE_REVIEW)
			continue;
		if (first == STR_NONE)
			first = i;
		if (cell[i].state != STATE_ABSENT ||
		    width == WIDEST) /* a line a row, read before */
			return;
		measure[width++] = form->cells[i].measure;
	}
	if (width == 0 || (runs->n == 0 && runs->headers == 0))
		return;
	run = values_of(p->items, width);
	here.doubt |= !in_order(runs, width);
	here.doubt |= run.marked && has_blank(p->items, &run) && !is_as_wide(p->items, &run, width);
	while (!run.marked && run.from < run.to && p->items->v[run.from].kind == ITEM_TEXT)
		run.from++; /* what is left of a head */
	/* Where each row begins with a bar of its own, so does the line of values. */
	if (!run.marked && run.from < run.to && p->items->v[0].kind == ITEM_BLANK &&
	    p->items->v[run.from].kind == ITEM_BLANK)
		run.from++;
	if (run.to == run.from)
		return;
	here.doubt |= !run.marked && run.to - run.from == width && is_one_blank(p->items, &run);
	place_run(&here, window_of(p->items, &run, width), 0, measure, width, cell + first);
	if (p->items->v[run.from].kind == ITEM_GLUED)
		confirm_rows(form, cell);
}
