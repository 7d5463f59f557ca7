/* suspect: the sums of a report as systems of equations, and what comes of them. */
#include "cmd/gir-check/suspect.h"

#include <stdlib.h>

#include "cmd/gir-check/localise.h"
#include "common/alloc.h"

/* The sums of a report: which can be tested, and the system of the group at hand. */
struct bench {
	struct check *c;
	struct report *r;
	const struct sums *sums;
	struct suspects *found;
	size_t *root;   /* of each cell: another of its group, itself for one */
	bool *equation; /* of each sum: it is exact, and all of its cells are numbers */
	size_t group;
	int scale;      /* values are multiples of 10^-scale */
	size_t *column; /* of each cell, in the system of the group */
	size_t *cell;   /* of each column */
	struct unknown *unknown;
	int *coefficient;
	int64_t *residual;
	size_t rows, columns, room;
};

static const struct identity *identity_of(const struct bench *b, size_t sum)
{
	return &b->c->identities[b->sums->v[sum].source];
}

static bool is_tested(const struct bench *b, size_t sum)
{
	const struct sum *s = &b->sums->v[sum];
	size_t m;

	if (b->c->rules.v[identity_of(b, sum)->rule].off)
		return false;
	for (m = s->first; m < s->first + s->count; m++)
		if (!b->r->slot[b->sums->member[m].cell].num)
			return false;
	return true;
}

static bool is_exact(const struct bench *b, size_t sum)
{
	const struct expression *e = &identity_of(b, sum)->expression;

	return e->relation == RELATION_EQUAL && e->tolerance.m == 0;
}

/* ---- groups ---- */

static size_t root_of(struct bench *b, size_t cell)
{
	while (b->root[cell] != cell)
		cell = b->root[cell] = b->root[b->root[cell]];
	return cell;
}

static void tie_cells(struct bench *b)
{
	size_t i, m;

	for (i = 0; i < b->r->form->cell_count; i++)
		b->root[i] = i;
	for (i = 0; i < b->sums->n; i++) {
		const struct sum *s = &b->sums->v[i];

		b->equation[i] = is_exact(b, i) && is_tested(b, i);
		for (m = s->first; b->equation[i] && m < s->first + s->count; m++)
			b->root[root_of(b, b->sums->member[m].cell)] =
				root_of(b, b->sums->member[s->first].cell);
	}
}

/* The group that a sum belongs to, by the root of its cells. */
static size_t root_of_sum(struct bench *b, size_t sum)
{
	return root_of(b, b->sums->member[b->sums->v[sum].first].cell);
}

/* ---- sums, as they are and as they would be ---- */

static struct dec repaired(const struct bench *b, size_t cell, const struct remedy *r)
{
	struct dec v = b->r->slot[cell].value, change;
	size_t i;

	for (i = 0; i < r->n; i++)
		if (b->cell[r->at[i]] == cell &&
		    (dec_shift((struct dec){r->change[i], 0}, -b->scale, &change) != 0 ||
		     dec_add(v, change, &v) != 0))
			return b->r->slot[cell].value;
	return v;
}

/* What a sum comes to, once the cells are repaired. 0, or -1 where it cannot be held. */
static int total_after(const struct bench *b, size_t sum, const struct remedy *r, struct dec *total)
{
	const struct sum *s = &b->sums->v[sum];
	size_t m;

	*total = s->constant;
	for (m = s->first; m < s->first + s->count; m++) {
		const struct member *member = &b->sums->member[m];

		if ((member->sign > 0 ? dec_add : dec_sub)(*total, repaired(b, member->cell, r),
							   total) != 0)
			return -1;
	}
	return 0;
}

static int total_now(const struct bench *b, size_t sum, struct dec *total)
{
	static const struct remedy none = {.n = 0};

	return total_after(b, sum, &none, total);
}

static bool is_broken(const struct bench *b, size_t sum)
{
	struct dec residual;

	return total_now(b, sum, &residual) == 0 && residual.m != 0;
}

/* ---- the system of one group ---- */

/* A decimal in units of 10^-scale; false where it is too large. */
static bool in_units(struct dec v, int scale, int64_t *units)
{
	struct dec d;

	if (dec_shift(v, scale, &d) != 0 || d.scale != 0)
		return false;
	*units = d.m;
	return d.m < LOCALISE_VALUE && d.m > -LOCALISE_VALUE;
}

static void find_scale(struct bench *b, size_t root)
{
	size_t i;

	b->scale = 0;
	for (i = 0; i < b->r->form->cell_count; i++)
		if (b->r->slot[i].num && root_of(b, i) == root &&
		    b->r->slot[i].value.scale > b->scale)
			b->scale = b->r->slot[i].value.scale;
	for (i = 0; i < b->sums->n; i++)
		if (b->equation[i] && root_of_sum(b, i) == root &&
		    b->sums->v[i].constant.scale > b->scale)
			b->scale = b->sums->v[i].constant.scale;
}

static bool add_unknown(struct bench *b, size_t cell)
{
	enum measure measure = b->r->form->cells[cell].measure;
	struct unknown *u = &b->unknown[b->columns];
	int i;

	*u = (struct unknown){.step = 1, .negative = measure == MEASURE_CHANGE};
	for (i = 0; i < b->scale && measure != MEASURE_AMOUNT; i++)
		u->step *= 10;
	if (!in_units(b->r->slot[cell].value, b->scale, &u->value))
		return false;
	u->must = (u->value < 0 && !u->negative) || u->value % u->step != 0;
	b->column[cell] = b->columns;
	b->cell[b->columns++] = cell;
	return true;
}

static bool add_unknowns(struct bench *b, size_t root)
{
	size_t i;

	b->columns = 0;
	for (i = 0; i < b->r->form->cell_count; i++)
		if (b->r->slot[i].num && root_of(b, i) == root && !add_unknown(b, i))
			return false;
	return true;
}

static bool add_row(struct bench *b, size_t sum)
{
	const struct sum *s = &b->sums->v[sum];
	int *row = &b->coefficient[b->rows * b->columns];
	struct dec residual;
	size_t m;

	memset(row, 0, b->columns * sizeof *row);
	for (m = s->first; m < s->first + s->count; m++) {
		int *at = &row[b->column[b->sums->member[m].cell]];

		*at += b->sums->member[m].sign;
		if (*at > LOCALISE_COEFFICIENT || *at < -LOCALISE_COEFFICIENT)
			return false;
	}
	if (total_now(b, sum, &residual) != 0 ||
	    !in_units(residual, b->scale, &b->residual[b->rows]))
		return false;
	b->rows++;
	return true;
}

static bool make_system(struct bench *b, size_t root, struct system *s)
{
	size_t i, rows = 0;

	find_scale(b, root);
	if (b->scale > 9 || !add_unknowns(b, root))
		return false;
	for (i = 0; i < b->sums->n; i++)
		rows += b->equation[i] && root_of_sum(b, i) == root;
	b->coefficient = grow(b->coefficient, &b->room, rows * b->columns, sizeof *b->coefficient);
	b->rows = 0;
	for (i = 0; i < b->sums->n; i++)
		if (b->equation[i] && root_of_sum(b, i) == root && !add_row(b, i))
			return false;
	*s = (struct system){b->rows, b->columns, b->coefficient, b->residual, b->unknown};
	return true;
}

/* ---- what else must hold ---- */

static bool holds_after(const struct bench *b, size_t sum, const struct remedy *r)
{
	struct dec total;

	return total_after(b, sum, r, &total) == 0 &&
	       identity_holds(&identity_of(b, sum)->expression, total);
}

/* Whether a rule that is no exact sum, and that has a cell of the group, holds after the repair as
 * it did (or, with `all`, even if it did not) before. */
static bool keeps_rules(const struct bench *b, const struct remedy *r, bool all)
{
	static const struct remedy none = {.n = 0};
	size_t i, m;

	for (i = 0; i < b->sums->n; i++) {
		const struct sum *s = &b->sums->v[i];
		bool touched = false;

		for (m = s->first; m < s->first + s->count; m++)
			touched = touched || b->column[b->sums->member[m].cell] != STR_NONE;
		if (touched && !b->equation[i] && is_tested(b, i) && !holds_after(b, i, r) &&
		    (all || holds_after(b, i, &none)))
			return false;
	}
	return true;
}

static bool fits(void *context, const struct remedy *r)
{
	return keeps_rules(context, r, false);
}

/* ---- one group ---- */

static void add_blame(struct bench *b, const struct remedy *r)
{
	struct suspects *s = b->found;
	struct blame *v = pool_alloc(&b->r->pool, (s->n + r->n) * sizeof *v);
	size_t i;

	if (s->n)
		memcpy(v, s->blame, s->n * sizeof *v);
	for (i = 0; i < r->n; i++) {
		size_t cell = b->cell[r->at[i]];

		v[s->n + i] = (struct blame){cell, b->group, repaired(b, cell, r), CAUSE_NONE};
	}
	causes_guess(b->r, b->sums, v + s->n, r->n);
	s->blame = v;
	s->n += r->n;
}

static void clear_columns(struct bench *b)
{
	size_t i;

	for (i = 0; i < b->r->form->cell_count; i++)
		b->column[i] = STR_NONE;
}

/* True where the group has a single smallest set. */
static bool blame_group(struct bench *b, size_t root)
{
	struct remedy r;
	struct system s;

	clear_columns(b);
	if (!make_system(b, root, &s) || !localise(&s, fits, b, &r) || !keeps_rules(b, &r, true))
		return false;
	add_blame(b, &r);
	return true;
}

/* Every group with a broken sum; true where all of them have a single smallest set. */
static bool blame_groups(struct bench *b)
{
	bool all = true;
	size_t i, cell, root;

	for (i = 0; i < b->sums->n; i++) {
		if (!b->equation[i] || !is_broken(b, i))
			continue;
		root = root_of_sum(b, i);
		if (b->found->group_of[root] != STR_NONE)
			continue;
		b->group = b->found->groups++;
		for (cell = 0; cell < b->r->form->cell_count; cell++)
			if (root_of(b, cell) == root)
				b->found->group_of[cell] = b->group;
		if (!blame_group(b, root))
			all = false;
	}
	return all;
}

/* ---- the fields ---- */

struct fields {
	struct buf suspect, repair, cause;
};

static void put_blame(struct fields *f, const struct report *r, const struct blame *v)
{
	const struct form_cell *cell = &r->form->cells[v->cell];

	if (f->suspect.n) {
		buf_putc(&f->suspect, ',');
		buf_putc(&f->repair, ',');
		buf_putc(&f->cause, ',');
	}
	buf_put(&f->suspect, str_of(table_names[cell->table]));
	buf_putc(&f->suspect, '/');
	buf_put(&f->suspect, r->form->rows[cell->row].name);
	buf_putc(&f->suspect, '/');
	buf_put(&f->suspect, r->form->columns[cell->column].name);
	dec_put(v->repair, &f->repair);
	buf_put(&f->cause, str_of(cause_names[v->cause]));
}

/* Nothing but commas is nothing. */
static struct str cause_text(struct report *r, const struct fields *f)
{
	size_t i;

	for (i = 0; i < f->cause.n; i++)
		if (f->cause.p[i] != ',')
			return pool_dup(&r->pool, buf_str(&f->cause));
	return STR_EMPTY;
}

/* The cells of one group, or of all (STR_NONE). */
static struct suspicion tell(struct report *r, const struct suspects *s, size_t group)
{
	struct fields f = {BUF_INIT, BUF_INIT, BUF_INIT};
	struct suspicion text;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (group == STR_NONE || s->blame[i].group == group)
			put_blame(&f, r, &s->blame[i]);
	text.suspect = pool_dup(&r->pool, buf_str(&f.suspect));
	text.repair = pool_dup(&r->pool, buf_str(&f.repair));
	text.cause = cause_text(r, &f);
	buf_free(&f.suspect);
	buf_free(&f.repair);
	buf_free(&f.cause);
	return text;
}

static int by_cell(const void *a, const void *b)
{
	const struct blame *x = a, *y = b;

	return (x->cell > y->cell) - (x->cell < y->cell);
}

static void prepare(struct bench *b)
{
	size_t cells = b->r->form->cell_count, i;

	b->root = xcalloc(cells, sizeof *b->root);
	b->equation = xcalloc(b->sums->n, sizeof *b->equation);
	b->column = xcalloc(cells, sizeof *b->column);
	b->cell = xcalloc(cells, sizeof *b->cell);
	b->unknown = xcalloc(cells, sizeof *b->unknown);
	b->residual = xcalloc(b->sums->n, sizeof *b->residual);
	b->found->group_of = pool_alloc(&b->r->pool, cells * sizeof(size_t));
	for (i = 0; i < cells; i++)
		b->found->group_of[i] = STR_NONE;
}

static void finish(struct bench *b)
{
	free(b->root);
	free(b->equation);
	free(b->column);
	free(b->cell);
	free(b->unknown);
	free(b->coefficient);
	free(b->residual);
}

/* Where every group has its set, they are one set, that of the whole report. */
void suspects_find(struct check *c, struct report *r, struct suspects *s)
{
	struct bench b = {
		.c = c, .r = r, .sums = &c->tests[r->form - c->forms.v].identities, .found = s};
	size_t i;
	bool all;

	*s = (struct suspects){.n = 0};
	prepare(&b);
	tie_cells(&b);
	all = blame_groups(&b);
	if (s->n)
		qsort(s->blame, s->n, sizeof *s->blame, by_cell);
	s->group = pool_alloc(&r->pool, (s->groups + 1) * sizeof *s->group);
	for (i = 0; i < s->groups; i++)
		s->group[i] = tell(r, s, all ? STR_NONE : i);
	finish(&b);
}

struct suspicion suspects_of(const struct suspects *s, size_t cell)
{
	size_t group = s->group_of ? s->group_of[cell] : STR_NONE;

	return group == STR_NONE ? (struct suspicion){STR_EMPTY, STR_EMPTY, STR_EMPTY}
				 : s->group[group];
}
