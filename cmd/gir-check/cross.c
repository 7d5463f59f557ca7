#include "cmd/gir-check/cross.h"

#include <stdlib.h>

#include "cmd/gir-check/succession.h"
#include "common/alloc.h"

bool cross_wanted(const struct cross *x)
{
	static const enum rule_name names[] = {RULE_DUPLICATE, RULE_CARRY,  RULE_IN_FORCE,
					       RULE_JUMP,      RULE_ROLLUP, RULE_COVERAGE};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (rule_is_on(x->c, names[i]))
			return true;
	return x->roster != NULL;
}

/* ---- finding reports ---- */

/* qsort has no argument for the reports, so the keys are copied beside their numbers. */
struct key {
	size_t home, unit, scope, number;
	int year;
};

static int by_key(const void *a, const void *b)
{
	const struct key *x = a, *y = b;

	if (x->home != y->home)
		return x->home < y->home ? -1 : 1;
	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	if (x->scope != y->scope)
		return x->scope < y->scope ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static struct key key_of(const struct history *h, size_t number)
{
	const struct past *p = &h->v[number];

	return (struct key){p->home, p->unit, p->scope, number, p->year};
}

static void make_index(struct cross *x)
{
	struct history *h = &x->history;
	struct key *keys = xcalloc(h->n, sizeof *keys);
	size_t i;

	for (i = 0; i < h->n; i++)
		keys[i] = key_of(h, i);
	if (h->n)
		qsort(keys, h->n, sizeof *keys, by_key);
	x->index = xcalloc(h->n, sizeof *x->index);
	for (i = 0; i < h->n; i++)
		x->index[i] = keys[i].number;
	free(keys);
}

size_t cross_find(const struct cross *x, size_t home, size_t unit, int year, size_t scope)
{
	const struct history *h = &x->history;
	struct key want = {home, unit, scope == STR_NONE ? 0 : scope, 0, year};
	size_t from = 0, to = h->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		struct key key = key_of(h, x->index[mid]);

		if (by_key(&key, &want) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	if (from < h->n) {
		struct key key = key_of(h, x->index[from]);

		if (key.home == home && key.unit == unit && key.year == year &&
		    (scope == STR_NONE || key.scope == scope))
			return x->index[from];
	}
	return STR_NONE;
}

size_t cross_home(const struct cross *x, struct str region, int year)
{
	return intern_find(&x->history.names, succession_last(&x->c->divisions, region, year));
}

/* Reports of a division under all of its codes are those of one place. */
static void settle_homes(struct cross *x)
{
	struct history *h = &x->history;
	size_t i;

	for (i = 0; i < h->n; i++) {
		struct past *p = &h->v[i];

		p->home =
			intern_add(&h->names, succession_last(&x->c->divisions,
							      history_name(h, p->region), p->year));
	}
}

/* Who somebody is must be known before reports can be his. */
static bool is_known(const struct history *h, const struct past *p)
{
	return p->year > 0 && history_name(h, p->region).n > 0 && history_name(h, p->org).n > 0;
}

static void link_reports(struct cross *x)
{
	struct history *h = &x->history;
	size_t i;

	for (i = 0; i < h->n; i++) {
		struct past *p = &h->v[i];

		if (!is_known(h, p))
			continue;
		p->same = cross_find(x, p->home, p->unit, p->year, p->scope);
		p->last = cross_find(x, p->home, p->unit, p->year - 1, p->scope);
	}
}

static void collect_years(struct cross *x)
{
	const bool *occurs = x->history.years;
	int year, most = sizeof x->history.years / sizeof *occurs;
	size_t cap = 0;

	for (year = 1; year < most; year++) {
		if (!occurs[year])
			continue;
		x->years = grow(x->years, &cap, x->year_count + 1, sizeof *x->years);
		x->years[x->year_count++] = year;
	}
}

/* ---- cells of the same name ---- */

static size_t *map_cells(const struct form *from, const struct form *to)
{
	size_t *map = xcalloc(from->cell_count, sizeof *map), i;

	for (i = 0; i < from->cell_count; i++) {
		const struct form_cell *c = &from->cells[i];

		map[i] = form_find_cell(to, str_of(table_names[c->table]), from->rows[c->row].name,
					from->columns[c->column].name);
	}
	return map;
}

static void make_maps(struct cross *x)
{
	const struct forms *forms = &x->c->forms;
	size_t i, j;

	x->same_cell = xcalloc(forms->n * forms->n, sizeof *x->same_cell);
	for (i = 0; i < forms->n; i++)
		for (j = 0; j < forms->n; j++)
			x->same_cell[i * forms->n + j] = map_cells(&forms->v[i], &forms->v[j]);
}

size_t cross_cell(const struct cross *x, const struct form *from, const struct form *to,
		  size_t cell)
{
	const struct forms *forms = &x->c->forms;
	size_t i = (size_t)(from - forms->v), j = (size_t)(to - forms->v);

	return x->same_cell[i * forms->n + j][cell];
}

/* ---- the findings, by region, org and year ---- */

/* A report that is there, or one that the roster misses. */
struct task {
	struct str region, org;
	int year;
	size_t past; /* STR_NONE: missing */
};

static int by_place(const void *a, const void *b)
{
	const struct task *x = a, *y = b;
	int c = str_cmp(x->region, y->region);

	if (c == 0)
		c = str_cmp(x->org, y->org);
	if (c == 0)
		c = (x->year > y->year) - (x->year < y->year);
	return c ? c : (x->past > y->past) - (x->past < y->past);
}

struct tasks {
	struct task *v;
	size_t n, cap;
};

static void add_task(struct tasks *t, struct task task)
{
	t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n++] = task;
}

static void add_reports(const struct cross *x, struct tasks *t)
{
	const struct history *h = &x->history;
	size_t i;

	for (i = 0; i < h->n; i++) {
		const struct past *p = &h->v[i];

		if (p->same != i || p->last != STR_NONE || p->gaps > 0)
			add_task(t, (struct task){history_name(h, p->region),
						  history_name(h, p->org), p->year, i});
	}
}

/* Every unit of the roster, for each year of the input in which it existed. */
static void add_missing(const struct cross *x, struct tasks *t)
{
	const struct intern *names = &x->history.names;
	size_t i, y;

	for (i = 0; x->roster && i < x->roster->n; i++) {
		const struct unit *u = &x->roster->v[i];
		size_t org = intern_find(names, u->org);

		for (y = 0; y < x->year_count; y++)
			if (x->years[y] >= u->from && x->years[y] <= u->to &&
			    cross_find(x, cross_home(x, u->region, x->years[y]), org, x->years[y],
				       STR_NONE) == STR_NONE)
				add_task(t,
					 (struct task){u->region, u->org, x->years[y], STR_NONE});
	}
}

static void find_duplicate(struct cross *x, const struct past *p)
{
	find(x->c, &x->view,
	     &FINDING(.name = RULE_DUPLICATE,
		      .args = {arg_same("first", x->history.v[p->same].doc)}));
}

static void find_gaps(struct cross *x, const struct past *p)
{
	struct held *cells = xcalloc(p->form->cell_count, sizeof *cells);
	size_t i;

	history_unpack(p, cells);
	for (i = p->first_gap; i < p->first_gap + p->gaps; i++) {
		const struct gap *g = &x->gaps[i];
		struct str organs = size_text(&x->view, p->organs);

		find(x->c, &x->view,
		     &CELL_FINDING(.name = RULE_ROLLUP, .when = p->complete ? NULL : "note",
				   .only_note = !p->complete, .cell = g->cell,
				   .expected = number_text(&x->view, g->expected),
				   .actual = number_text(&x->view, cells[g->cell].value),
				   .line = cells[g->cell].line
						   ? size_text(&x->view, cells[g->cell].line)
						   : STR_EMPTY,
				   .args = {arg_same("organs", organs)}));
	}
	free(cells);
}

static void run_report(struct cross *x, const struct past *p, size_t number)
{
	x->view.doc = p->doc;
	x->view.year = p->year_text;
	x->view.form = p->form;
	if (p->same != number) {
		find_duplicate(x, p);
		return;
	}
	if (p->last != STR_NONE)
		compare_years(x, p, &x->history.v[p->last]);
	if (p->gaps > 0)
		find_gaps(x, p);
}

static void run_task(struct cross *x, const struct task *task)
{
	x->view.region = task->region;
	x->view.org = task->org;
	if (task->past != STR_NONE) {
		run_report(x, &x->history.v[task->past], task->past);
	} else {
		x->view.doc = STR_EMPTY;
		x->view.year = size_text(&x->view, (size_t)task->year);
		x->view.form = NULL;
		find(x->c, &x->view,
		     &FINDING(.name = RULE_COVERAGE, .args = {arg_same("year", x->view.year)}));
	}
	pool_clear(&x->view.pool);
}

void cross_check(struct cross *x)
{
	struct tasks tasks = {NULL, 0, 0};
	size_t i;

	settle_homes(x);
	if (x->roster && roster_apply(x->roster, &x->history, &x->c->divisions) != 0)
		x->c->trouble = true;
	make_maps(x);
	make_index(x);
	link_reports(x);
	collect_years(x);
	rollup_find(x);
	add_reports(x, &tasks);
	add_missing(x, &tasks);
	if (tasks.n)
		qsort(tasks.v, tasks.n, sizeof *tasks.v, by_place);
	for (i = 0; i < tasks.n; i++)
		run_task(x, &tasks.v[i]);
	free(tasks.v);
}

void cross_free(struct cross *x)
{
	size_t i, maps = x->same_cell ? x->c->forms.n * x->c->forms.n : 0;

	for (i = 0; i < maps; i++)
		free(x->same_cell[i]);
	free(x->same_cell);
	free(x->index);
	free(x->years);
	free(x->gaps);
	history_free(&x->history);
	report_free(&x->view);
}
