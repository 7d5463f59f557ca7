#define _DEFAULT_SOURCE /* scandir */
#include "common/form.h"

#include <dirent.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"
#include "common/input.h"
#include "common/output.h"

const char *const table_names[TABLE_COUNT] = {"active", "requests", "review"};

/* A form while its file is read: room of the arrays, and the place for messages. */
struct loader {
	struct form *form;
	struct data *data;
	size_t columns, blocks, rows, groups, cells, block_columns;
};

static int fault(const struct loader *l, const char *what)
{
	diag(l->data->name, l->data->line, "%s: \"%.*s\"", what, STR_ARG(l->data->row));
	return -1;
}

static enum table_id table_of(struct str s)
{
	enum table_id t = TABLE_ACTIVE;

	while (t < TABLE_COUNT && !str_is(s, table_names[t]))
		t++;
	return t;
}

/* A year in decimal digits; `otherwise` for an empty slice, -1 for anything else. */
static int year_of(struct str s, int otherwise)
{
	int year = 0;
	size_t i;

	if (s.n == 0)
		return otherwise;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i >= 4)
			return -1;
		year = year * 10 + (s.p[i] - '0');
	}
	return year;
}

static int add_form(struct loader *l, struct str name, struct str years)
{
	struct form *f = l->form;
	struct str from = years, to = STR_EMPTY;

	str_cut(&years, '-', &from);
	if (years.p)
		to = years;
	f->name = name;
	f->from = year_of(from, -1);
	f->to = years.p ? year_of(to, 9999) : f->from;
	return f->from < 0 || f->to < 0 || name.n == 0 ? fault(l, "a form needs a name and years")
						       : 0;
}

static int add_column(struct loader *l, enum table_id table, struct str name, struct str in,
		      struct str measure, struct str labels)
{
	struct form *f = l->form;
	struct form_column c = {name, labels, in, table, MEASURE_COUNT};

	if (str_is(measure, "change"))
		c.measure = MEASURE_CHANGE;
	else if (str_is(measure, "amount"))
		c.measure = MEASURE_AMOUNT;
	else if (!str_is(measure, "count"))
		return fault(l, "measure is none of count, change, amount");
	f->columns = grow(f->columns, &l->columns, f->column_count + 1, sizeof *f->columns);
	f->columns[f->column_count++] = c;
	return 0;
}

/* Which columns the block has is resolved later: a block may come before its columns. */
static int add_block(struct loader *l, enum table_id table, struct str name, struct str measure,
		     struct str labels)
{
	struct form *f = l->form;

	f->blocks = grow(f->blocks, &l->blocks, f->block_count + 1, sizeof *f->blocks);
	f->blocks[f->block_count++] =
		(struct form_block){name, labels, table, str_is(measure, "across"), 0, 0};
	return 0;
}

static int add_group(struct loader *l, enum table_id table, struct str name, struct str in,
		     struct str measure, struct str labels)
{
	struct form *f = l->form;

	f->groups = grow(f->groups, &l->groups, f->group_count + 1, sizeof *f->groups);
	f->groups[f->group_count++] =
		(struct form_group){name, labels, in, table, str_is(measure, "total")};
	return 0;
}

static int add_row(struct loader *l, enum table_id table, struct str name, struct str in,
		   struct str labels)
{
	struct form *f = l->form;
	struct form_row r = {name, labels, STR_EMPTY, 0, table, 0, 0};
	struct str block = in, rest = in;

	str_cut(&rest, ':', &block);
	if (rest.p)
		r.group = rest;
	while (r.block < f->block_count &&
	       !(f->blocks[r.block].table == table && str_eq(f->blocks[r.block].name, block)))
		r.block++;
	if (r.block == f->block_count)
		return fault(l, "the row's block is not defined above");
	f->rows = grow(f->rows, &l->rows, f->row_count + 1, sizeof *f->rows);
	f->rows[f->row_count++] = r;
	return 0;
}

static int add_line(struct loader *l)
{
	struct data *d = l->data;
	struct str what = data_get(d, "what"), name = data_get(d, "name"), in = data_get(d, "in");
	struct str measure = data_get(d, "measure"), labels = data_get(d, "labels");
	enum table_id table = table_of(data_get(d, "table"));

	if (str_is(what, "form"))
		return add_form(l, name, in);
	if (table == TABLE_COUNT)
		return fault(l, "table is none of active, requests, review");
	if (str_is(what, "column"))
		return add_column(l, table, name, in, measure, labels);
	if (str_is(what, "block"))
		return add_block(l, table, name, measure, labels);
	if (str_is(what, "group"))
		return add_group(l, table, name, in, measure, labels);
	if (str_is(what, "row"))
		return add_row(l, table, name, in, labels);
	return fault(l, "a line is none of form, block, column, group, row");
}

size_t form_find_column(const struct form *f, enum table_id table, struct str name)
{
	size_t i;

	for (i = 0; i < f->column_count; i++)
		if (f->columns[i].table == table && str_eq(f->columns[i].name, name))
			return i;
	return STR_NONE;
}

/* Second walk over the lines: which columns each block has. */
static int resolve_blocks(struct loader *l, struct str text)
{
	struct form *f = l->form;
	struct form_block *b = f->blocks;

	if (data_open(l->data, l->data->name, text) != 0)
		return -1;
	while (data_next(l->data)) {
		struct str names = data_get(l->data, "in"), name;

		if (!str_is(data_get(l->data, "what"), "block"))
			continue;
		b->first_column = f->block_column_count;
		while (str_cut(&names, ',', &name)) {
			size_t at = form_find_column(f, b->table, name);

			if (at == STR_NONE)
				return fault(l, "the block names a column that is not defined");
			f->block_columns =
				grow(f->block_columns, &l->block_columns, f->block_column_count + 1,
				     sizeof *f->block_columns);
			f->block_columns[f->block_column_count++] = at;
			b->columns++;
		}
		b++;
	}
	return 0;
}

static struct str cell_names(const struct form *f, struct form_cell c, struct pool *pool)
{
	struct buf b = BUF_INIT;
	struct str s;
	char *p;

	buf_put(&b, str_of(table_names[c.table]));
	buf_putc(&b, '\t');
	buf_put(&b, f->rows[c.row].name);
	buf_putc(&b, '\t');
	buf_put(&b, f->columns[c.column].name);
	buf_putc(&b, '\t');
	p = pool_bytes(pool, b.n + WRITE_PADDING);
	memset(p + b.n, 0, WRITE_PADDING);
	s = (struct str){p, b.n};
	memcpy(p, b.p, b.n);
	buf_free(&b);
	return s;
}

static void make_cells(struct loader *l, struct pool *pool)
{
	struct form *f = l->form;
	size_t r, c;

	for (r = 0; r < f->row_count; r++) {
		const struct form_block *b = &f->blocks[f->rows[r].block];

		f->rows[r].first_cell = f->cell_count;
		f->cells = grow(f->cells, &l->cells, f->cell_count + b->columns, sizeof *f->cells);
		for (c = 0; c < b->columns; c++) {
			size_t column = f->block_columns[b->first_column + c];
			struct form_cell cell = {b->table, r, column, f->columns[column].measure,
						 STR_EMPTY};

			cell.names = cell_names(f, cell, pool);
			f->cells[f->cell_count++] = cell;
		}
	}
}

static int depth_of(const struct form *form, size_t row)
{
	struct str group = form->rows[row].group;
	int depth = 0;
	size_t g;

	while (group.n && depth < 8) {
		struct str outer = STR_EMPTY;

		for (g = 0; g < form->group_count; g++)
			if (form->groups[g].table == form->rows[row].table &&
			    str_eq(form->groups[g].name, group))
				outer = form->groups[g].group;
		group = outer;
		depth++;
	}
	return depth;
}

static void find_depths(struct form *f)
{
	size_t r;

	for (r = 0; r < f->row_count; r++)
		f->rows[r].depth = depth_of(f, r);
}

/* `text` must live as long as the form, as does the pool. */
static int load_form(struct form *form, const char *name, struct str text, struct pool *pool)
{
	struct data d;
	struct loader l = {.form = form, .data = &d};

	if (data_open(&d, name, text) != 0)
		return -1;
	while (data_next(&d))
		if (add_line(&l) != 0)
			return -1;
	if (form->from == 0) {
		diag(name, 0, "no line \"form\" names the form and its years");
		return -1;
	}
	if (resolve_blocks(&l, text) != 0)
		return -1;
	make_cells(&l, pool);
	find_depths(form);
	return 0;
}

static int add_text(struct forms *forms, const char *name, struct str text)
{
	forms->v = xreallocarray(forms->v, forms->n + 1, sizeof *forms->v);
	forms->v[forms->n] = (struct form){.from = 0};
	return load_form(&forms->v[forms->n++], name, text, &forms->pool);
}

static int is_tsv(const struct dirent *e)
{
	return str_ends(str_of(e->d_name), STR(".tsv")) && e->d_name[0] != '.';
}

static int add_file(struct forms *forms, const char *dir, const char *name)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	int status;

	buf_put(&path, str_of(dir));
	buf_putc(&path, '/');
	buf_put(&path, (struct str){name, strlen(name) + 1});
	status = input_slurp_file(path.p, &text);
	if (status == 0)
		status = add_text(forms, pool_dup(&forms->pool, str_of(path.p)).p,
				  pool_dup(&forms->pool, buf_str(&text)));
	buf_free(&path);
	buf_free(&text);
	return status;
}

static int load_directory(struct forms *forms, const char *dir)
{
	struct dirent **names;
	int status = 0, i, n = scandir(dir, &names, is_tsv, alphasort);

	if (n < 0) {
		diag_errno(dir, "cannot read the directory of forms");
		return -1;
	}
	for (i = 0; i < n; i++) {
		if (status == 0)
			status = add_file(forms, dir, names[i]->d_name);
		free(names[i]);
	}
	free(names);
	if (n == 0) {
		diag(dir, 0, "no form (*.tsv) in this directory");
		status = -1;
	}
	return status;
}

static int load_embedded(struct forms *forms)
{
	size_t i;

	for (i = 0; i < embedded_count; i++)
		if (str_starts(str_of(embedded_files[i].name), STR("forms/")) &&
		    add_text(forms, embedded_files[i].name, embedded_files[i].text) != 0)
			return -1;
	return 0;
}

static int by_year(const void *a, const void *b)
{
	const struct form *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

int forms_load(struct forms *forms, const char *dir)
{
	size_t i;

	*forms = (struct forms){NULL, 0, POOL_INIT};
	if ((dir ? load_directory(forms, dir) : load_embedded(forms)) != 0) {
		forms_free(forms);
		return -1;
	}
	qsort(forms->v, forms->n, sizeof *forms->v, by_year);
	for (i = 0; i < forms->n; i++)
		forms->v[i].index = i;
	return 0;
}

void forms_free(struct forms *forms)
{
	size_t i;

	for (i = 0; i < forms->n; i++) {
		struct form *f = &forms->v[i];

		free(f->columns);
		free(f->blocks);
		free(f->rows);
		free(f->groups);
		free(f->cells);
		free(f->block_columns);
	}
	free(forms->v);
	pool_free(&forms->pool);
	*forms = (struct forms){NULL, 0, POOL_INIT};
}

const struct form *forms_named(const struct forms *forms, struct str name)
{
	size_t i;

	for (i = 0; i < forms->n; i++)
		if (str_eq(forms->v[i].name, name))
			return &forms->v[i];
	return NULL;
}

const struct form *forms_of_year(const struct forms *forms, int year)
{
	size_t i;

	for (i = 0; i < forms->n; i++)
		if (forms->v[i].from <= year && year <= forms->v[i].to)
			return &forms->v[i];
	return NULL;
}

const struct form_group *form_find_group(const struct form *form, enum table_id table,
					 struct str name)
{
	size_t i;

	for (i = 0; i < form->group_count; i++)
		if (form->groups[i].table == table && str_eq(form->groups[i].name, name))
			return &form->groups[i];
	return NULL;
}

size_t form_find_row(const struct form *form, enum table_id table, struct str name)
{
	size_t r;

	for (r = 0; r < form->row_count; r++)
		if (form->rows[r].table == table && str_eq(form->rows[r].name, name))
			return r;
	return STR_NONE;
}

size_t form_find_cell(const struct form *form, struct str table, struct str row, struct str col)
{
	enum table_id t = table_of(table);
	size_t r = t == TABLE_COUNT ? STR_NONE : form_find_row(form, t, row), i;
	const struct form_block *b;

	if (r == STR_NONE)
		return STR_NONE;
	b = &form->blocks[form->rows[r].block];
	for (i = 0; i < b->columns; i++)
		if (str_eq(form->columns[form->block_columns[b->first_column + i]].name, col))
			return form->rows[r].first_cell + i;
	return STR_NONE;
}
