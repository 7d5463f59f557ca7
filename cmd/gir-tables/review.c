#include "cmd/gir-tables/review.h"

enum { WIDEST = 64 };

/* Whether the rows' labels and the columns' stand in the form's order; a form in which they did not
 * would have its numbers elsewhere. */
static bool in_order(const struct runs *runs)
{
	int last = -1;
	size_t i;

	for (i = 0; i < runs->n; i++) {
		if (runs->v[i].label->kind != LABEL_ROW)
			continue;
		if (runs->v[i].label->order < last)
			return false;
		last = runs->v[i].label->order;
	}
	for (i = 1; i < runs->headers; i++)
		/* In each group of columns the order rises; a new group starts over. */
		if (runs->header[i]->order < runs->header[i - 1]->order &&
		    !str_is(runs->header[i]->name, "upheld"))
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
	if (width == 0 || p->items->n == 0)
		return;
	run = values_of(p->items, width);
	here.doubt |= !in_order(runs);
	if (run.to > run.from)
		place_run(&here, &run, 0, measure, width, cell + first);
}
