#include "cmd/gir-agg/codebook.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/buf.h"

/* Names in an order that later forms add to. */
struct names {
	struct str *v;
	size_t n, cap;
};

/* Puts `name` at `at` unless the list has it; the place behind it. */
static size_t merge_name(struct names *l, struct str name, size_t at)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (str_eq(l->v[i], name))
			return i + 1;
	l->v = grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	memmove(l->v + at + 1, l->v + at, (l->n - at) * sizeof *l->v);
	l->v[at] = name;
	l->n++;
	return at + 1;
}

/* Whether `name` is the row itself or a group total that it is a member of. */
static bool row_counts_as(const struct form *f, const struct form_row *r, struct str name)
{
	const struct form_group *g = form_find_group(f, r->table, r->group);

	if (str_eq(r->name, name))
		return true;
	for (; g; g = form_find_group(f, g->table, g->group))
		if (g->total && str_eq(g->name, name))
			return true;
	return false;
}

/* The group totals around a row stand before it, the outermost first. */
static size_t merge_totals(const struct form *f, const struct form_group *g, struct names *rows,
			   size_t at)
{
	if (!g)
		return at;
	at = merge_totals(f, form_find_group(f, g->table, g->group), rows, at);
	return g->total ? merge_name(rows, g->name, at) : at;
}

/* The rows of one table over all forms. */
static void merge_rows(const struct forms *forms, enum table_id table, struct names *rows)
{
	size_t i, r;

	for (i = 0; i < forms->n; i++) {
		const struct form *f = &forms->v[i];
		size_t at = 0;

		for (r = 0; r < f->row_count; r++) {
			size_t group;

			if (f->rows[r].table != table)
				continue;
			/* Behind the last member of a total stands the next row, not the total
			 * again. */
			group = merge_totals(f, form_find_group(f, table, f->rows[r].group), rows,
					     at);
			at = merge_name(rows, f->rows[r].name, group > at ? group : at);
		}
	}
}

/* The columns of a row over all forms. */
static void merge_columns(const struct forms *forms, enum table_id table, struct str row,
			  struct names *columns)
{
	size_t i, r, c;

	for (i = 0; i < forms->n; i++) {
		const struct form *f = &forms->v[i];

		for (r = 0; r < f->row_count; r++) {
			const struct form_block *b = &f->blocks[f->rows[r].block];
			size_t at = columns->n;

			if (f->rows[r].table != table || !row_counts_as(f, &f->rows[r], row))
				continue;
			for (c = 0; c < b->columns; c++)
				at = merge_name(
					columns,
					f->columns[f->block_columns[b->first_column + c]].name, at);
		}
	}
}

static size_t cell_number(struct intern *cells, enum table_id table, struct str row, struct str col)
{
	struct buf name = BUF_INIT;
	size_t number;

	buf_put(&name, str_of(table_names[table]));
	buf_putc(&name, '\t');
	buf_put(&name, row);
	buf_putc(&name, '\t');
	buf_put(&name, col);
	number = intern_add(cells, buf_str(&name));
	buf_free(&name);
	return number;
}

static void number_table(struct codebook *b, const struct forms *forms, enum table_id table)
{
	struct names rows = {NULL, 0, 0};
	size_t r, c;

	merge_rows(forms, table, &rows);
	for (r = 0; r < rows.n; r++) {
		struct names columns = {NULL, 0, 0};

		merge_columns(forms, table, rows.v[r], &columns);
		for (c = 0; c < columns.n; c++)
			(void)cell_number(&b->cells, table, rows.v[r], columns.v[c]);
		free(columns.v);
	}
	free(rows.v);
}

/* The index of the total for cell `number`, new or old. */
static size_t total_at(struct totals *t, size_t number)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->v[i].cell == number)
			return i;
	t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n] = (struct total){number, 0, STR_NONE};
	return t->n++;
}

/* Enters one cell of the form into the totals around it. */
static void enter_cell(struct codebook *b, struct totals *t, const struct form *f, size_t cell)
{
	const struct form_row *r = &f->rows[f->cells[cell].row];
	const struct form_group *g = form_find_group(f, r->table, r->group);
	struct str col = f->columns[f->cells[cell].column].name;
	size_t number = cell_number(&b->cells, r->table, r->name, col);
	size_t inner = STR_NONE;

	for (; g; g = form_find_group(f, g->table, g->group)) {
		size_t total;

		if (!g->total)
			continue;
		total = total_at(t, cell_number(&b->cells, g->table, g->name, col));
		t->v[total].members++;
		if (inner == STR_NONE)
			t->of[number] = total;
		else
			t->v[inner].outer = total;
		inner = total;
	}
}

void codebook_init(struct codebook *b, const struct forms *forms)
{
	size_t i, c;
	int table;

	*b = (struct codebook){.forms = forms->n};
	for (table = 0; table < TABLE_COUNT; table++)
		number_table(b, forms, (enum table_id)table);
	b->known = b->cells.n;
	b->totals = xcalloc(forms->n, sizeof *b->totals);
	for (i = 0; i < forms->n; i++) {
		struct totals *t = &b->totals[i];

		t->form = forms->v[i].name;
		t->of = xreallocarray(NULL, b->known, sizeof *t->of);
		for (c = 0; c < b->known; c++)
			t->of[c] = STR_NONE;
		for (c = 0; c < forms->v[i].cell_count; c++)
			enter_cell(b, t, &forms->v[i], c);
	}
}

void codebook_free(struct codebook *b)
{
	size_t i;

	for (i = 0; i < b->forms; i++) {
		free(b->totals[i].v);
		free(b->totals[i].of);
	}
	free(b->totals);
	intern_free(&b->cells);
}

const struct totals *codebook_totals(const struct codebook *b, struct str form)
{
	size_t i;

	for (i = 0; i < b->forms; i++)
		if (str_eq(b->totals[i].form, form))
			return &b->totals[i];
	return NULL;
}
