#include "cmd/gir-tables/grid/rows.h"

#include "cmd/gir-tables/grid/align.h"
#include "cmd/gir-tables/grid/evidence.h"
#include "cmd/gir-tables/grid/review.h"
#include "common/alloc.h"

/* The columns of a block that are read. */
enum { WIDEST = 64 };

/* What the heads above a run tell of it. */
struct heads {
	bool disorder, more;
	size_t column, cells; /* see evidence_of_heads */
};

/* A run in the report's form. */
struct run_place {
	size_t row; /* STR_NONE where it has none there */
	struct heads heads;
	struct window window; /* where it has one */
};

/* One table while its runs are placed. */
struct table_walk {
	struct tables_reader *r;
	const struct form *form;
	const struct runs *runs;
	struct place place;
	struct cell *cell;
	const struct form_block *measured; /* whose columns these are: */
	size_t width;
	enum measure measure[WIDEST];
	struct run_place *run; /* of each run */
	bool glued;            /* digits of several cells stand in one */
};

static const struct form_block *block_at(const struct table_walk *w, size_t row)
{
	return &w->form->blocks[w->form->rows[row].block];
}

/* The row's index in the report's form, where the run's block is printed in that form. */
static size_t row_of(const struct table_walk *w, const struct run *run)
{
	const struct form *seen = NULL;

	if (run->label->kind != LABEL_ROW)
		return STR_NONE;
	if (run->label->table == TABLE_ACTIVE)
		seen = evidence_of_run(w->r->forms, w->runs, run);
	return seen && seen != w->form ? STR_NONE : run->label->place[w->form->index].row;
}

/* Whether both runs are of rows of one block with the same heads above. */
static bool have_same_heads(const struct table_walk *w, const struct run *a, const struct run *b)
{
	size_t row = a->label->place[w->form->index].row;
	size_t other = b->label->place[w->form->index].row;

	return a->header_from == b->header_from && a->header_to == b->header_to &&
	       row != STR_NONE && other != STR_NONE &&
	       w->form->rows[row].block == w->form->rows[other].block;
}

static struct heads read_heads(const struct table_walk *w, const struct run *run)
{
	struct heads h = {.cells = 0};

	h.disorder = evidence_of_disorder(w->form, w->runs, run);
	h.more = evidence_of_more(w->runs, run);
	h.column = evidence_of_heads(w->form, w->runs, run, &h.cells);
	return h;
}

static void find_places(struct table_walk *w)
{
	const struct run *v = w->runs->v;
	size_t i, like = 0; /* the last run before of a row of the form */

	w->r->run = grow(w->r->run, &w->r->run_cap, w->runs->n, sizeof *w->r->run);
	w->run = w->r->run;
	for (i = 0; i < w->runs->n; i++) {
		struct run_place *here = &w->run[i];

		here->row = row_of(w, &v[i]);
		here->heads = like < i && have_same_heads(w, &v[like], &v[i])
				      ? w->run[like].heads
				      : read_heads(w, &v[i]);
		if (v[i].label->place[w->form->index].row != STR_NONE)
			like = i;
	}
}

static size_t set_measures(struct table_walk *w, size_t row)
{
	const struct form_block *b = block_at(w, row);
	size_t c;

	if (b == w->measured)
		return w->width;
	for (c = 0; c < b->columns && c < WIDEST; c++)
		w->measure[c] = w->form->cells[w->form->rows[row].first_cell + c].measure;
	w->measured = b;
	w->width = c;
	return c;
}

/* The rows of the block between `row` and the next one that a run names: their labels are lost. */
static size_t lost_rows(const struct table_walk *w, size_t i, size_t row)
{
	size_t next = w->form->row_count, j, lost = 0;

	for (j = i + 1; j < w->runs->n && next == w->form->row_count; j++) {
		size_t at = w->run[j].row;

		if (at != STR_NONE && at > row)
			next = at;
	}
	for (j = row + 1; j < next && w->form->rows[j].block == w->form->rows[row].block; j++)
		lost++;
	return lost;
}

/* Gives the values that follow a complete row to the rows whose labels are lost, if they are as
 * many as those rows need. `from` is the first such value. */
static void place_lost(struct table_walk *w, size_t first_row, size_t rows, size_t from,
		       size_t count)
{
	size_t row, c, width = set_measures(w, first_row);

	if (rows == 0 || count != rows * width)
		return;
	for (row = first_row; row < first_row + rows; row++)
		for (c = 0; c < width; c++)
			place_item(&w->place, &w->place.items->v[from++], w->measure[c],
				   !w->place.doubt, &w->cell[w->form->rows[row].first_cell + c]);
}

static bool has_values(const struct cell *cell, size_t width)
{
	size_t c;

	for (c = 0; c < width; c++)
		if (cell[c].has_value)
			return true;
	return false;
}

/* The same row twice with other numbers: neither is certain. */
static void compare_again(const struct table_walk *w, size_t first, size_t width,
			  const struct cell *before)
{
	size_t c;

	for (c = 0; c < width; c++) {
		struct cell *now = &w->cell[first + c];
		bool same = before[c].state == STATE_NUM && now->state == STATE_NUM &&
			    dec_cmp(now->value, before[c].value) == 0;

		if (!before[c].has_value || same)
			continue;
		if (now->has_value || before[c].state == STATE_UNSURE)
			now->state = STATE_UNSURE;
		else
			*now = before[c];
	}
}

/* The form counts amounts in 万元. A heading that says 元 is another unit or has lost a character:
 * an amount under it is certain only if it is zero or names its unit itself. */
static void doubt_yuan(const struct table_walk *w, size_t first, size_t width)
{
	size_t c;

	for (c = 0; w->place.items->yuan && c < width; c++) {
		struct cell *cell = &w->cell[first + c];

		if (w->measure[c] == MEASURE_AMOUNT && cell->state == STATE_NUM && cell->value.m &&
		    !str_has(cell->raw, STR("元")) && !str_has(cell->raw, STR("万")) &&
		    !str_has(cell->raw, STR("萬")))
			cell->state = STATE_UNSURE;
	}
}

static bool is_glued(const struct table_walk *w, const struct run *run)
{
	size_t i;

	for (i = run->from; i < run->to; i++)
		if (w->place.items->v[i].kind == ITEM_GLUED)
			return true;
	return false;
}

/* Whether the row's last column is the sum of the others. */
static bool has_total(const struct form *form, size_t row)
{
	const struct form_block *b = &form->blocks[form->rows[row].block];
	size_t last = b->columns ? form->block_columns[b->first_column + b->columns - 1] : 0;

	return b->columns > 1 && str_is(form->columns[last].name, "total");
}

/* How many rows' labels stand in one cell, the last of them at run `i`: their values follow
 * together. */
static size_t merged_labels(const struct table_walk *w, size_t i)
{
	const struct run *last = &w->runs->v[i];
	size_t n = 1;

	while (n <= i && w->runs->v[i - n].label->kind == LABEL_ROW &&
	       w->runs->v[i - n].from == w->runs->v[i - n].to &&
	       w->runs->v[i - n].line == last->line)
		n++;
	return n;
}

/* Gives the values behind a cell with several labels to their rows in turn; none where the values
 * are not as many as the rows need. */
static void place_merged(struct table_walk *w, size_t i, size_t labels)
{
	size_t from = w->runs->v[i].from, k, c;

	for (k = from; k < w->runs->v[i].to; k++)
		if (w->place.items->v[k].kind != ITEM_VALUE)
			return;
	for (k = i + 1 - labels; k <= i; k++) {
		size_t row = w->run[k].row, width;

		width = row == STR_NONE ? 0 : set_measures(w, row);
		if (width == 0 || w->runs->v[i].to - w->runs->v[i].from != labels * width)
			return;
		for (c = 0; c < width; c++)
			place_item(&w->place, &w->place.items->v[from++], w->measure[c],
				   !w->place.doubt, &w->cell[w->form->rows[row].first_cell + c]);
	}
}

static void place_row(struct table_walk *w, size_t i, size_t row)
{
	const struct run *run = &w->runs->v[i];
	size_t width = set_measures(w, row), first = w->form->rows[row].first_cell;
	size_t from, rest, lost;
	struct cell before[WIDEST];
	bool doubt = w->place.doubt, again = has_values(w->cell + first, width);

	if (again)
		memcpy(before, w->cell + first, width * sizeof *before);
	w->place.doubt |= w->run[i].heads.disorder;
	w->place.extra = w->run[i].heads.more;
	w->place.head_cells = w->run[i].heads.cells;
	w->place.head_column = w->run[i].heads.column;
	rest = place_rest(&w->place, run, width, &from);
	lost = rest ? lost_rows(w, i, row) : 0;
	if (rest && lost && rest == lost * width) {
		struct run own = *run;

		own.to = from;
		place_run(&w->place, window_of(w->place.items, &own, width),
			  w->form->rows[row].depth, w->measure, width, w->cell + first);
		if (w->cell[first].state != STATE_UNSURE)
			place_lost(w, row + 1, lost, from, rest);
	} else {
		place_run(&w->place,
			  width == block_at(w, row)->columns
				  ? w->run[i].window
				  : window_of(w->place.items, run, width),
			  w->form->rows[row].depth, w->measure, width, w->cell + first);
	}
	if (w->glued && is_glued(w, run) && has_total(w->form, row))
		place_confirm(w->cell + first, width);
	doubt_yuan(w, first, width);
	if (again)
		compare_again(w, first, width, before);
	w->place.doubt = doubt;
}

/* A group whose rows were merged into one cell: their values follow its label all together. */
static void place_group(struct table_walk *w, const struct run *run)
{
	size_t row, first = STR_NONE, rows = 0, i, from = run->from;

	for (row = 0; row < w->form->row_count; row++) {
		if (w->form->rows[row].table != run->label->table ||
		    !str_eq(w->form->rows[row].group, run->label->name))
			continue;
		if (rows++ == 0)
			first = row;
	}
	while (from < run->to && w->place.items->v[from].kind == ITEM_TEXT)
		from++;
	for (i = from; i < run->to; i++)
		if (w->place.items->v[i].kind != ITEM_VALUE)
			return;
	if (first != STR_NONE && run->to > from)
		place_lost(w, first, rows, from, run->to - from);
}

static void learn_shapes(struct table_walk *w)
{
	size_t i;

	w->r->shapes.n = 0;
	for (i = 0; i < w->runs->n; i++) {
		size_t row = w->run[i].row, width;

		if (row == STR_NONE)
			continue;
		width = block_at(w, row)->columns;
		w->run[i].window = window_of(w->place.items, &w->runs->v[i], width);
		shapes_learn(&w->r->shapes, w->place.items, w->run[i].window, width,
			     w->form->rows[row].depth);
	}
}

static bool has_kind(const struct items *items, enum item_kind kind)
{
	size_t i;

	for (i = 0; i < items->n; i++)
		if (items->v[i].kind == kind)
			return true;
	return false;
}

static bool has_value(const struct table_walk *w, const struct run *run)
{
	size_t k = run->from;

	while (k < run->to && w->place.items->v[k].kind != ITEM_VALUE &&
	       w->place.items->v[k].kind != ITEM_GLUED)
		k++;
	return k < run->to;
}

/* Whether values stand behind at least two rows' labels: the table of reviews most often has all
 * its labels first. */
static bool is_by_rows(const struct table_walk *w)
{
	size_t i, rows = 0;

	for (i = 0; i < w->runs->n; i++)
		rows += w->runs->v[i].label->kind == LABEL_ROW && has_value(w, &w->runs->v[i]);
	return rows >= 2;
}

/* Whether rows of the table come again with values: last year's table beside this year's, or a
 * second report. Which is which cannot be told. */
static bool is_repeated(const struct table_walk *w)
{
	size_t i, j, repeated = 0;

	for (i = 0; i < w->runs->n; i++) {
		const struct run *a = &w->runs->v[i];

		for (j = i + 1; j < w->runs->n && a->label->kind == LABEL_ROW; j++)
			if (w->runs->v[j].label == a->label && has_value(w, a) &&
			    has_value(w, &w->runs->v[j]))
				break;
		repeated += a->label->kind == LABEL_ROW && j < w->runs->n;
	}
	return repeated >= 2;
}

static bool is_disordered(const struct table_walk *w)
{
	size_t i;

	for (i = 0; i < w->runs->n; i++)
		if (w->run[i].heads.disorder)
			return true;
	return false;
}

void rows_place(struct tables_reader *r, struct tables *t, enum table_id table, bool doubt)
{
	struct table_walk w = {.r = r,
			       .form = t->form,
			       .runs = &r->runs[table],
			       .cell = t->cell,
			       .glued = has_kind(&r->items.table[table], ITEM_GLUED)};
	size_t i;

	w.place = (struct place){
		.fold = r->fold,
		.items = &r->items.table[table],
		.shapes = &r->shapes,
		.pool = &r->pool,
		.doubt = doubt,
		.barred = has_kind(&r->items.table[table], ITEM_BLANK),
		.serial = r->items.serial,
	};
	find_places(&w);
	learn_shapes(&w);
	w.place.doubt |= w.runs->n >= RUNS_MAX || is_repeated(&w) ||
			 (table == TABLE_REQUESTS && is_disordered(&w));
	for (i = 0; i < w.runs->n && (table != TABLE_REVIEW || is_by_rows(&w)); i++) {
		size_t row = w.run[i].row;
		size_t labels = merged_labels(&w, i);

		if (w.runs->v[i].label->kind == LABEL_GROUP)
			place_group(&w, &w.runs->v[i]);
		else if (labels > 1)
			place_merged(&w, i, labels);
		else if (row != STR_NONE)
			place_row(&w, i, row);
	}
	if (table == TABLE_REVIEW)
		review_read(&w.place, w.runs, t->form, w.cell);
	w.place.doubt |= is_disordered(&w);
	align_rows(&w.place, r->labels, t->form, table, w.runs, w.cell);
}
