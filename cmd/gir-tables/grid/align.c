#include "cmd/gir-tables/grid/align.h"

#include <stdlib.h>

#include "common/alloc.h"

/* So much of a row's label, in hundredths, must stand around its values. */
enum { LIKE_ENOUGH = 60 };

/* A source row that ends in values. */
struct line {
	size_t text;     /* where the items since the line before begin: its label, in part */
	size_t from, to; /* its values */
	size_t row;      /* of the form, STR_NONE while unknown */
};

struct lines {
	struct line *v;
	size_t n, cap;
};

static bool is_value(const struct item *item)
{
	return item->kind == ITEM_VALUE || item->kind == ITEM_BLANK;
}

/* Finds the lines of values; false where the source marks no rows. */
static bool find_lines(const struct items *items, struct lines *lines)
{
	size_t i = 0, end, text = 0;
	bool rows = false;

	for (; i < items->n; i = end) {
		size_t from, said = 0, k;

		for (end = i; end < items->n && items->v[end].row == items->v[i].row; end++)
			;
		for (from = end; from > i && is_value(&items->v[from - 1]); from--)
			;
		for (k = from; k < end; k++)
			said += items->v[k].kind == ITEM_VALUE;
		if (!said)
			continue;
		rows |= end - i > 1;
		lines->v = grow(lines->v, &lines->cap, lines->n + 1, sizeof *lines->v);
		lines->v[lines->n++] = (struct line){text, from, end, STR_NONE};
		text = end;
	}
	return rows;
}

/* Lines with their row's label before them are fixed points. */
static void anchor(struct lines *lines, const struct items *items, const struct form *form,
		   const struct runs *runs)
{
	size_t i, l = 0;

	for (i = 0; i < runs->n; i++) {
		const struct run *run = &runs->v[i];

		if (run->label->kind != LABEL_ROW || run->own == 0)
			continue;
		while (l < lines->n && lines->v[l].to <= run->from)
			l++;
		if (l < lines->n && items->v[run->from - 1].row == items->v[lines->v[l].from].row)
			lines->v[l].row = run->label->place[form->index].row;
	}
}

/* A label that is read as a whole belongs to the values below it only. */
static bool is_label_of(const struct item *item, const struct form_row *row)
{
	const struct label *label = item->hits->of[LABEL_ROW];

	return item->kind == ITEM_LABEL && label && str_eq(label->name, row->name);
}

static bool looks_like(const struct place *p, const struct labels *labels, const struct form *form,
		       const struct lines *lines, size_t l, size_t row)
{
	size_t to = l + 1 < lines->n ? lines->v[l + 1].from : p->items->n, i;
	struct buf around = BUF_INIT;
	bool like;

	for (i = lines->v[l].text; i < to; i++)
		if (p->items->v[i].kind == ITEM_TEXT ||
		    (i < lines->v[l].from && is_label_of(&p->items->v[i], &form->rows[row])))
			fold_label(p->fold, p->items->v[i].text, &around);
	like = around.n < 4096 &&
	       labels_likeness(labels, form->rows[row].table, form->rows[row].name,
			       buf_str(&around)) >= LIKE_ENOUGH;
	buf_free(&around);
	return like;
}

/* Whether nothing of the row is certain yet. */
static bool is_open(const struct form *form, size_t row, const struct cell *cell)
{
	const struct form_block *b = &form->blocks[form->rows[row].block];
	size_t first = form->rows[row].first_cell, c;

	for (c = 0; c < b->columns; c++)
		if (cell[first + c].state == STATE_NUM || cell[first + c].state == STATE_BLANK)
			return false;
	return true;
}

static void place_line(const struct place *p, const struct form *form, const struct line *line,
		       size_t row, struct cell *cell)
{
	const struct form_block *b = &form->blocks[form->rows[row].block];
	size_t first = form->rows[row].first_cell, c;

	if (!is_open(form, row, cell))
		return;
	for (c = 0; c < b->columns; c++)
		place_item(p, &p->items->v[line->from + c], form->cells[first + c].measure,
			   !p->doubt, &cell[first + c]);
}

/* Settles the lines [from, to) between two fixed points as the rows from `row` on. */
static void settle(const struct place *p, const struct labels *labels, const struct form *form,
		   const struct lines *lines, size_t from, size_t to, size_t row, struct cell *cell)
{
	bool open = false;
	size_t l;

	for (l = from; l < to; l++)
		open |= is_open(form, row + (l - from), cell);
	if (!open)
		return;
	for (l = from; l < to; l++) {
		const struct line *line = &lines->v[l];
		size_t at = row + (l - from);
		size_t width = form->blocks[form->rows[at].block].columns;

		if (line->to - line->from != width || !looks_like(p, labels, form, lines, l, at))
			return;
	}
	for (l = from; l < to; l++)
		place_line(p, form, &lines->v[l], row + (l - from), cell);
}

void align_rows(const struct place *p, const struct labels *labels, const struct form *form,
		enum table_id table, const struct runs *runs, struct cell *cell)
{
	struct lines lines = {NULL, 0, 0};
	size_t first = 0, end, l, next_line = 0, next_row;
	bool open = false;

	while (first < form->row_count && form->rows[first].table != table)
		first++;
	for (end = first; end < form->row_count && form->rows[end].table == table; end++)
		open |= is_open(form, end, cell);
	if (!open)
		return;
	if (table != TABLE_REVIEW && find_lines(p->items, &lines)) {
		anchor(&lines, p->items, form, runs);
		next_row = first;
		for (l = 0; l <= lines.n; l++) {
			size_t row = l < lines.n ? lines.v[l].row : end;

			if (row == STR_NONE)
				continue;
			if (row >= next_row && row - next_row == l - next_line)
				settle(p, labels, form, &lines, next_line, l, next_row, cell);
			next_line = l + 1;
			next_row = row + 1;
		}
	}
	free(lines.v);
}
