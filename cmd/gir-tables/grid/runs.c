#include "cmd/gir-tables/grid/runs.h"

#include <stdlib.h>

#include "common/alloc.h"

struct walk {
	struct runs *out;
	const struct items *items;
	struct run *run;            /* the one that is open, or NULL */
	size_t run_row;             /* the source row of its label */
	const struct label *before; /* the label read last, NULL behind other text */
	bool rows_seen;
	size_t header_from;      /* the column labels above the rows to come */
	bool values_seen;        /* since the last column label */
	bool last_year;          /* a column of the year before has a head here, too */
	size_t row_from, row_to; /* the items of the source row at hand */
};

static void open_run(struct walk *w, const struct label *label, size_t i)
{
	struct runs *r = w->out;
	const struct item *item = &w->items->v[i];

	if (r->n == RUNS_MAX) {
		w->run = NULL;
		return;
	}
	r->v = grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	r->v[r->n] = (struct run){label, i + 1,          i + 1,      0,
				  false, w->header_from, r->headers, item->from->line};
	w->run = &r->v[r->n++];
	w->run_row = item->row;
	w->rows_seen |= label->kind == LABEL_ROW;
}

/* A text that is no part of any label: a head, or a row, that no form has. */
static bool is_strange(const struct item *item)
{
	return item->kind == ITEM_TEXT && !item->part;
}

static bool is_number(const struct item *item)
{
	return item->kind == ITEM_VALUE || item->kind == ITEM_GLUED || item->kind == ITEM_NOISE;
}

/* Whether among the heads around the one at `i`, in the row [from, to) of the source, are heads of
 * columns that the form lacks: a text, the year before, or the same column again. The row's first
 * cell heads the labels. */
static bool has_strange(const struct item *v, size_t from, size_t to, size_t i)
{
	size_t k, low = i, high = i;

	while (low > from + 1 && !is_number(&v[low - 1]))
		low--;
	while (high < to && !is_number(&v[high]))
		high++;
	for (k = low; k < high; k++) {
		const struct label *group = v[k].hits->of[LABEL_GROUP];

		if (is_strange(&v[k]) || (group && str_is(group->name, "last_year")) ||
		    (k != i && v[k].kind == ITEM_LABEL && v[k].hits->v[0] == v[i].hits->v[0]))
			return true;
	}
	return false;
}

/* The first head behind values heads other rows than the heads before it. */
static void begin_heads(struct walk *w)
{
	if (w->values_seen) {
		w->header_from = w->out->headers;
		w->last_year = false;
	}
	w->values_seen = false;
}

static void add_header(struct walk *w, const struct label *label, size_t i)
{
	const struct item *v = w->items->v;
	size_t from = w->row_from, to = w->row_to;
	struct runs *r = w->out;

	begin_heads(w);
	r->header = grow(r->header, &r->header_cap, r->headers + 1, sizeof *r->header);
	r->header[r->headers++] =
		(struct header){label,    v[i].text, v[i].row,
				i - from, to - from, w->last_year || has_strange(v, from, to, i)};
	w->run = NULL;
}

/* The next item behind `i` that is no blank, or NULL. */
static const struct item *next_said(const struct walk *w, size_t i)
{
	for (i++; i < w->items->n; i++)
		if (w->items->v[i].kind != ITEM_BLANK)
			return &w->items->v[i];
	return NULL;
}

/* 其他处理 is a row in one form and a group in the other: a group's first row follows it. */
static bool is_row_here(const struct walk *w, size_t i, const struct label *group)
{
	const struct item *next = next_said(w, i);
	const struct label *row;

	if (next &&
	    next->kind == ITEM_TEXT) /* 171*: a number with a mark is a value all the same */
		return next->text.n && next->text.p[0] >= '0' && next->text.p[0] <= '9';
	if (!next || next->kind != ITEM_LABEL)
		return next != NULL;
	row = next->hits->of[LABEL_ROW];
	return !(row && str_starts(row->name, group->name) && row->name.n > group->name.n);
}

static bool is_before_values(const struct walk *w, size_t i)
{
	const struct item *v = w->items->v;
	size_t k;

	for (k = i + 1; k < w->row_to; k++)
		if (v[k].kind == ITEM_VALUE)
			return true;
	return i + 1 < w->items->n && v[i + 1].kind != ITEM_LABEL && v[i + 1].kind != ITEM_TEXT;
}

/* Which of the labels that the item may be it is here. */
static const struct label *resolve(const struct walk *w, size_t i)
{
	const struct label_hits *h = w->items->v[i].hits;
	const struct label *row = h->of[LABEL_ROW];
	const struct label *column = h->of[LABEL_COLUMN];
	const struct label *group = h->of[LABEL_GROUP];

	if (row &&
	    column) { /* 其他, 总计: a column's above the rows and where a page repeats the head */
		bool behind_column = w->before && w->before->kind == LABEL_COLUMN;

		return w->rows_seen && !behind_column && is_before_values(w, i) ? row : column;
	}
	if (row && group)
		return is_row_here(w, i, group) ? row : group;
	return row ? row : h->v[0];
}

static void take_label(struct walk *w, size_t i)
{
	const struct label *label = resolve(w, i);

	if (label->kind == LABEL_GROUP && str_is(label->name, "last_year")) {
		begin_heads(w);
		w->last_year = true;
		if (w->before && w->before->kind == LABEL_COLUMN)
			w->out->header[w->out->headers - 1].strange = true;
	}
	w->before = label;
	if (label->kind == LABEL_ROW || label->kind == LABEL_GROUP) {
		open_run(w, label, i);
	} else if (label->kind == LABEL_COLUMN) {
		add_header(w, label, i);
	} else {
		w->run = NULL;
		w->header_from = w->out->headers;
		w->last_year = false;
	}
}

static void take_value(struct walk *w, size_t i)
{
	const struct item *item = &w->items->v[i];

	if (w->run &&
	    w->run->label->kind == LABEL_ROW) /* a page's number among heads is no value */
		w->values_seen |= item->kind == ITEM_VALUE || item->kind == ITEM_GLUED;
	if (!w->run)
		return;
	if (item->row == w->run_row) {
		w->run->own++;
		w->run->marked = true;
	}
	w->run->to = i + 1;
}

/* One row of the source, items [from, to). */
static void take_row(struct walk *w, size_t from, size_t to)
{
	const struct item *v = w->items->v;
	size_t i = from, text = from;

	w->row_from = from;
	w->row_to = to;
	while (text < to && v[text].kind != ITEM_LABEL && v[text].kind != ITEM_TEXT)
		text++;
	if (text < to) { /* what stands before a row's label is the space of a label above */
		if (to - from > 1 && v[text].kind == ITEM_TEXT)
			w->run = NULL; /* a row that no form has */
		i = text;
	}
	for (; i < to; i++) {
		if (v[i].kind == ITEM_LABEL) {
			take_label(w, i);
			continue;
		}
		if (is_strange(&v[i]) && w->before && w->before->kind == LABEL_COLUMN)
			w->out->header[w->out->headers - 1].strange = true;
		if (v[i].kind == ITEM_TEXT)
			w->before = NULL;
		take_value(w, i);
	}
}

void runs_find(struct runs *r, const struct items *items)
{
	struct walk w = {.out = r, .items = items};
	size_t i = 0;

	r->n = r->headers = 0;
	while (i < items->n) {
		size_t end = i + 1;

		while (end < items->n && items->v[end].row == items->v[i].row)
			end++;
		take_row(&w, i, end);
		i = end;
	}
}

void runs_free(struct runs *r)
{
	free(r->v);
	free(r->header);
	*r = (struct runs){.n = 0};
}
