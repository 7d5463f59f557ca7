#include "cmd/gir-tables/grid/tables.h"

#include <stdlib.h>

#include "cmd/gir-tables/grid/dropped.h"
#include "cmd/gir-tables/grid/evidence.h"
#include "cmd/gir-tables/grid/rows.h"
#include "cmd/gir-tables/grid/texts.h"
#include "common/alloc.h"

void tables_reader_init(struct tables_reader *r, const struct fold *fold, const struct forms *forms)
{
	*r = (struct tables_reader){.fold = fold, .forms = forms};
	r->labels = labels_new(fold, forms);
	r->texts = texts_new(fold, r->labels);
}

void tables_reader_free(struct tables_reader *r)
{
	int t;

	texts_free(r->texts);
	labels_free(r->labels);
	items_free(&r->items);
	for (t = 0; t < TABLE_COUNT; t++)
		runs_free(&r->runs[t]);
	shapes_free(&r->shapes);
	free(r->run);
	pool_free(&r->pool);
}

void tables_free(struct tables *t)
{
	free(t->cell);
	*t = (struct tables){NULL, NULL, 0, {{0}}};
}

/* ---- which form ---- */

static void note_form(struct table_found *found, const struct form *form)
{
	size_t i;

	for (i = 0; i < found->forms; i++)
		if (found->form[i] == form)
			return;
	if (form && found->forms < FORMS_MAX)
		found->form[found->forms++] = form;
}

/* Notes where each table begins and what forms its blocks follow. A table is there when a row of
 * it is. */
static void find_tables(struct tables_reader *r, struct tables *t)
{
	int table;
	size_t i;

	for (table = 0; table < TABLE_COUNT; table++) {
		const struct runs *runs = &r->runs[table];
		struct table_found *found = &t->table[table];

		*found = (struct table_found){.line = 0};
		for (i = 0; i < runs->n; i++)
			found->rows += runs->v[i].label->kind == LABEL_ROW;
		if (found->rows)
			found->line = r->items.table[table].v[0].from->line;
		if (table == TABLE_REQUESTS)
			note_form(found, evidence_of_rows(r->forms, runs));
		for (i = 0; table == TABLE_ACTIVE && i < runs->n; i++)
			note_form(found, evidence_of_run(r->forms, runs, &runs->v[i]));
	}
}

/* The form most runs of the active table follow. */
static const struct form *most_of(const struct tables_reader *r)
{
	const struct runs *runs = &r->runs[TABLE_ACTIVE];
	const struct form *best = NULL;
	size_t best_count = 0, f, i;

	for (f = 0; f < r->forms->n; f++) {
		size_t count = 0;

		for (i = 0; i < runs->n; i++)
			count += evidence_of_run(r->forms, runs, &runs->v[i]) == &r->forms->v[f];
		if (count > best_count)
			best = &r->forms->v[f];
		else if (count == best_count)
			best = NULL;
		if (count > best_count)
			best_count = count;
	}
	return best;
}

static const struct form *form_of(const struct tables_reader *r, const struct tables *t, int year)
{
	const struct form *form = NULL;

	if (t->table[TABLE_REQUESTS].forms)
		form = t->table[TABLE_REQUESTS].form[0];
	if (!form)
		form = most_of(r);
	if (!form)
		form = forms_of_year(r->forms, year);
	return form ? form : &r->forms->v[r->forms->n - 1];
}

void tables_read(struct tables_reader *r, const struct report *report, int year, struct tables *t)
{
	bool doubt;
	size_t i;
	int table;

	pool_clear(&r->pool);
	items_read(&r->items, report, r->texts, r->labels, r->fold, &r->pool);
	for (table = 0; table < TABLE_COUNT; table++)
		runs_find(&r->runs[table], &r->items.table[table]);
	find_tables(r, t);
	t->form = form_of(r, t, year);
	t->cell = grow(t->cell, &t->cell_cap, t->form->cell_count, sizeof *t->cell);
	for (i = 0; i < t->form->cell_count; i++)
		t->cell[i] = (struct cell){.state = STATE_ABSENT, .raw = STR_EMPTY};
	doubt = dropped_lines(&r->items);
	/* Rows called 规章 or 行政许可 without any heading of the form may be of another table. */
	rows_place(r, t, TABLE_ACTIVE, doubt || t->table[TABLE_ACTIVE].forms == 0);
	rows_place(r, t, TABLE_REQUESTS, doubt);
	rows_place(r, t, TABLE_REVIEW, doubt);
}
