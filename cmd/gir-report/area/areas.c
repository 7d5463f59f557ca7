#include "cmd/gir-report/area/areas.h"

#include <stdlib.h>

#include "common/alloc.h"

void areas_init(struct areas *a, const struct divisions *divisions, const struct figures *figures)
{
	*a = (struct areas){
		.divisions = divisions,
		.figures = figures,
		.new = figures_find(figures, "new"),
		.handled = figures_find(figures, "handled"),
	};
	a->nation = areas_add(a, STR("\t")); /* which is in no field */
}

void areas_free(struct areas *a)
{
	size_t i, k;

	for (i = 0; i < a->codes.n; i++) {
		for (k = 0; k < a->v[i].years; k++) {
			free(a->v[i].year[k].whole.v);
			free(a->v[i].year[k].own.v);
			tally_free(&a->v[i].year[k].tally);
		}
		free(a->v[i].year);
		free(a->v[i].child);
	}
	free(a->v);
	free(a->order);
	free(a->listed);
	free(a->lacking);
	intern_free(&a->codes);
	intern_free(&a->words);
	pool_free(&a->pool);
}

bool area_is_in(struct str code, const char *province)
{
	if (!province)
		return true;
	return strcmp(province, "-") == 0 ? code.n == 0 : str_starts(code, str_of(province));
}

int area_year_of(struct str field)
{
	struct dec v;

	return dec_parse(field, &v) && v.scale == 0 && v.m > 0 && v.m < 10000 ? (int)v.m : 0;
}

size_t areas_add(struct areas *a, struct str code)
{
	size_t known = a->codes.n, at = intern_add(&a->codes, code);

	if (at < known)
		return at;
	a->v = grow(a->v, &a->cap, at + 1, sizeof *a->v);
	a->v[at] = (struct area){.code = a->codes.v[at], .parent = AREA_NONE};
	return at;
}

/* Where the year is, or belongs. */
static size_t find_year(const struct area *v, int year)
{
	size_t i = v->years;

	while (i > 0 && v->year[i - 1].year >= year)
		i--;
	return i;
}

struct area_year *areas_add_year(struct areas *a, size_t area, int year)
{
	struct area *v = &a->v[area];
	size_t at = find_year(v, year);

	if (at < v->years && v->year[at].year == year)
		return &v->year[at];
	v->year = grow(v->year, &v->year_cap, v->years + 1, sizeof *v->year);
	memmove(v->year + at + 1, v->year + at, (v->years - at) * sizeof *v->year);
	v->year[at] = (struct area_year){.year = year};
	v->years++;
	return &v->year[at];
}

struct listed *areas_add_listed(struct areas *a)
{
	a->listed = grow(a->listed, &a->listed_cap, a->listed_n + 1, sizeof *a->listed);
	return &a->listed[a->listed_n++];
}

/* They count in the areas around it as well. */
void areas_add_lacking(struct areas *a, size_t area, int year, size_t n)
{
	const struct division *d = divisions_find(a->divisions, a->v[area].code, year);
	struct area_year *at;

	if (n == 0)
		return;
	at = areas_add_year(a, area, year);
	at->lacking += n;
	at->missing += n;
	areas_add_year(a, a->nation, year)->missing += n;
	while (d && (d = divisions_parent(a->divisions, d, year)) != NULL)
		areas_add_year(a, areas_add(a, d->code), year)->missing += n;
}

void areas_set_rate(struct areas *a, struct totals *t, size_t figure, struct str rate)
{
	size_t size = a->figures->n * sizeof *t->rate;

	if (!t->rate)
		t->rate = memset(pool_alloc(&a->pool, size), 0, size);
	t->rate[figure] = pool_dup(&a->pool, rate);
}

const struct area_year *area_find_year(const struct area *v, int year)
{
	size_t at = find_year(v, year);

	return at < v->years && v->year[at].year == year ? &v->year[at] : NULL;
}

int area_last_year(const struct area *v)
{
	size_t i = v->years;

	while (i > 0 && !v->year[i - 1].whole.v && v->year[i - 1].tally.count[TALLY_REPORTS] == 0)
		i--;
	i = i > 0 ? i : v->years;
	return i > 0 ? v->year[i - 1].year : 0;
}

struct tally areas_tally(const struct areas *a)
{
	struct tally sum = {.v = NULL};
	size_t i, k;

	for (i = 0; i < a->codes.n; i++)
		for (k = 0; k < a->v[i].years; k++)
			tally_sum(&sum, &a->v[i].year[k].tally);
	return sum;
}

struct str areas_rate(const struct totals *t, size_t figure)
{
	return t->rate && t->rate[figure].p ? t->rate[figure] : STR_EMPTY;
}

bool areas_rate_is_whole(const struct areas *a, const struct totals *t, size_t figure)
{
	const struct figure *v = a->figures->v;
	size_t i;

	for (i = 0; i < a->figures->n; i++)
		if (str_eq(v[i].of, v[figure].rate) && (!t->v || t->v[i].missing > 0))
			return false;
	return true;
}

enum division_level area_level(const struct divisions *d, struct str code, int year)
{
	const struct division *at = divisions_find(d, code, year);

	return at ? at->level : LEVEL_COUNTY;
}

/* ---- between reading and asking ---- */

static void add_child(struct areas *a, size_t parent, size_t child)
{
	struct area *v = &a->v[parent];
	size_t i;

	for (i = 0; i < v->children; i++)
		if (v->child[i] == child)
			return;
	v->child = grow(v->child, &v->child_cap, v->children + 1, sizeof *v->child);
	v->child[v->children++] = child;
}

/* The divisions around each area, year by year; those that are added have their turn later. */
static void find_parents(struct areas *a)
{
	size_t i, k;

	for (i = 0; i < a->codes.n; i++) {
		for (k = 0; k < a->v[i].years; k++) {
			int year = a->v[i].year[k].year;
			const struct division *d = divisions_find(a->divisions, a->v[i].code, year);
			const struct division *up =
				d ? divisions_parent(a->divisions, d, year) : NULL;
			size_t parent = up ? areas_add(a, up->code) : AREA_NONE;

			if (up) {
				(void)areas_add_year(a, parent, year);
				add_child(a, parent, i);
			}
			(void)areas_add_year(a, a->nation, year);
			a->v[i].parent = parent;
		}
	}
}

struct numbered {
	struct str code;
	size_t at;
};

static int by_code(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;

	return str_cmp(x->code, y->code);
}

static void sort_codes(const struct areas *a, size_t *at, size_t n)
{
	struct numbered *v = xcalloc(n + 1, sizeof *v);
	size_t i;

	for (i = 0; i < n; i++)
		v[i] = (struct numbered){a->v[at[i]].code, at[i]};
	qsort(v, n, sizeof *v, by_code);
	for (i = 0; i < n; i++)
		at[i] = v[i].at;
	free(v);
}

static int compare_size(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* Consolidated reports first, then organ by organ, year by year. */
static int by_organ(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;
	int order = compare_size(x->area, y->area);

	if (order == 0)
		order = (int)y->consolidated - (int)x->consolidated;
	if (order == 0)
		order = str_cmp(x->org, y->org);
	if (order == 0)
		order = x->year - y->year;
	return order ? order : str_cmp(x->doc, y->doc);
}

static int by_lack(const void *a, const void *b)
{
	const struct lacking *x = a, *y = b;
	int order = compare_size(x->area, y->area);

	if (order == 0)
		order = str_cmp(x->org, y->org);
	return order ? order : x->year - y->year;
}

static void find_runs(struct areas *a)
{
	size_t i;

	if (a->listed_n)
		qsort(a->listed, a->listed_n, sizeof *a->listed, by_organ);
	if (a->lacking_n)
		qsort(a->lacking, a->lacking_n, sizeof *a->lacking, by_lack);
	for (i = a->listed_n; i-- > 0;) {
		a->v[a->listed[i].area].report = i;
		a->v[a->listed[i].area].reports++;
	}
	for (i = a->lacking_n; i-- > 0;) {
		a->v[a->lacking[i].area].lack = i;
		a->v[a->lacking[i].area].lacks++;
	}
}

void areas_finish(struct areas *a, bool of_regions)
{
	size_t i;

	find_parents(a);
	if (of_regions)
		find_runs(a);
	for (i = 0; i < a->codes.n; i++)
		sort_codes(a, a->v[i].child, a->v[i].children);
	a->order = xcalloc(a->codes.n + 1, sizeof *a->order);
	for (i = 0; i < a->codes.n; i++)
		a->order[i] = i;
	sort_codes(a, a->order, a->codes.n);
}
