#include "cmd/gir-report/report.h"

#include <stdlib.h>

#include "cmd/gir-report/figures.h"
#include "common/alloc.h"

int report_columns_find(const struct tsv *t, struct report_columns *at)
{
	at->verdict = tsv_find(t, "verdict");
	return cells_find(t, at->cell);
}

static struct str field(const struct tsv *t, const struct report_columns *at, enum cell_column c)
{
	return t->field[at->cell[c]];
}

bool report_ends(const struct report *r, const struct tsv *t, const struct report_columns *at)
{
	return r->doc.p && !str_eq(r->doc, field(t, at, CELL_DOC));
}

static void begin(struct report *r, const struct tsv *t, const struct report_columns *at,
		  const struct forms *forms)
{
	size_t i;

	r->doc = pool_dup(&r->pool, field(t, at, CELL_DOC));
	r->year = pool_dup(&r->pool, field(t, at, CELL_YEAR));
	r->region = pool_dup(&r->pool, field(t, at, CELL_REGION));
	r->org = pool_dup(&r->pool, field(t, at, CELL_ORG));
	r->scope = pool_dup(&r->pool, field(t, at, CELL_SCOPE));
	r->form_name = pool_dup(&r->pool, field(t, at, CELL_FORM));
	r->form = forms_named(forms, r->form_name);
	if (!r->form)
		return;
	r->cell = grow(r->cell, &r->cell_cap, r->form->cell_count, sizeof *r->cell);
	for (i = 0; i < r->form->cell_count; i++)
		r->cell[i] = (struct cell){.state = STATE_COUNT};
}

static void add_fact(struct report *r, const struct tsv *t, const struct report_columns *at,
		     struct fact **v, size_t *n, size_t *cap)
{
	*v = grow(*v, cap, *n + 1, sizeof **v);
	(*v)[(*n)++] = (struct fact){
		.row = pool_dup(&r->pool, field(t, at, CELL_ROW)),
		.col = pool_dup(&r->pool, field(t, at, CELL_COL)),
		.value = pool_dup(&r->pool, field(t, at, CELL_VALUE)),
		.raw = pool_dup(&r->pool, field(t, at, CELL_RAW)),
		.line = pool_dup(&r->pool, field(t, at, CELL_LINE)),
		.state = cell_state_of(field(t, at, CELL_STATE)),
	};
}

/* The cell of the form that the line is about, or STR_NONE. */
static size_t find_cell(struct report *r, struct str table, struct str row, struct str col)
{
	size_t i = r->next;

	if (i < r->form->cell_count) {
		const struct form_cell *c = &r->form->cells[i];

		if (str_eq(r->form->columns[c->column].name, col) &&
		    str_eq(r->form->rows[c->row].name, row) && str_is(table, table_names[c->table]))
			return i;
	}
	return form_find_cell(r->form, table, row, col);
}

void report_add(struct report *r, const struct tsv *t, const struct report_columns *at,
		const struct forms *forms)
{
	struct str table = field(t, at, CELL_TABLE);
	size_t i;

	if (!r->doc.p)
		begin(r, t, at, forms);
	if (str_is(table, "doc")) {
		add_fact(r, t, at, &r->fact, &r->facts, &r->fact_cap);
		return;
	}
	if (str_is(table, "text")) {
		add_fact(r, t, at, &r->figure, &r->figures, &r->figure_cap);
		return;
	}
	if (!r->form)
		return;
	i = find_cell(r, table, field(t, at, CELL_ROW), field(t, at, CELL_COL));
	if (i == STR_NONE)
		return;
	r->cell[i] = (struct cell){
		.state = cell_state_of(field(t, at, CELL_STATE)),
		.value = pool_dup(&r->pool, field(t, at, CELL_VALUE)),
		.raw = pool_dup(&r->pool, field(t, at, CELL_RAW)),
		.line = pool_dup(&r->pool, field(t, at, CELL_LINE)),
		.verdict = at->verdict == TSV_NONE ? STR_EMPTY
						   : pool_dup(&r->pool, t->field[at->verdict]),
	};
	r->next = i + 1;
}

void report_clear(struct report *r)
{
	pool_clear(&r->pool);
	r->doc = (struct str){NULL, 0};
	r->form = NULL;
	r->facts = r->figures = r->next = 0;
}

void report_free(struct report *r)
{
	pool_free(&r->pool);
	free(r->cell);
	free(r->fact);
	free(r->figure);
}

int report_year(const struct report *r)
{
	struct dec year;

	return dec_parse(r->year, &year) && year.scale == 0 && year.m > 0 && year.m < 10000
		       ? (int)year.m
		       : 0;
}

struct str report_fact(const struct report *r, const char *row)
{
	size_t i;

	for (i = 0; i < r->facts; i++)
		if (str_is(r->fact[i].row, row))
			return r->fact[i].raw;
	return STR_EMPTY;
}

static bool add_cell(const struct report *r, size_t cell, struct dec *sum)
{
	struct dec v;

	return cell != STR_NONE && r->cell[cell].state == STATE_NUM &&
	       dec_parse(r->cell[cell].value, &v) && dec_add(*sum, v, sum) == 0;
}

/* The cells of a column in the rows of a group. */
static bool add_group(const struct report *r, struct str table, struct str group, struct str col,
		      struct dec *sum)
{
	const struct form *f = r->form;
	size_t i, found = 0;

	for (i = 0; i < f->cell_count; i++) {
		const struct form_cell *c = &f->cells[i];

		if (!str_is(table, table_names[c->table]) ||
		    !str_eq(f->rows[c->row].group, group) ||
		    !str_eq(f->columns[c->column].name, col))
			continue;
		if (!add_cell(r, i, sum))
			return false;
		found++;
	}
	return found > 0;
}

bool report_sum(const struct report *r, struct str cells, struct dec *sum)
{
	struct str table, row, col;

	*sum = DEC_ZERO;
	if (!r->form)
		return false;
	while (figure_cell(&cells, &table, &row, &col)) {
		size_t at = form_find_cell(r->form, table, row, col);

		if (at == STR_NONE ? !add_group(r, table, row, col, sum) : !add_cell(r, at, sum))
			return false;
	}
	return true;
}
