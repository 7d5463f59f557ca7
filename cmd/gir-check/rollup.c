/* rollup: consolidated reports against the sums of the organs in their divisions, a year at a time.
 */
#include <stdlib.h>

#include "cmd/gir-check/cross.h"
#include "common/alloc.h"

/* A cell summed; `broken` once some organ does not have it as a number. */
struct tally {
	struct dec sum;
	bool broken;
};

struct total {
	size_t past; /* the consolidated report */
	struct tally *cell;
	size_t organs;
	size_t units, missing; /* of the roster */
};

/* The totals of one year, found by the number of their region's name. */
struct totals {
	struct cross *x;
	int year;
	struct total *v;
	size_t n, cap;
	size_t *of_region; /* index + 1, or 0 */
	struct held *room;
};

/* Whether a cell is compared: those of `requests` and `review`. */
static bool is_summed(const struct form *f, size_t cell)
{
	return f->cells[cell].table != TABLE_ACTIVE;
}

static void collect_totals(struct totals *t)
{
	struct history *h = &t->x->history;
	size_t i;

	for (i = 0; i < h->n; i++) {
		const struct past *p = &h->v[i];

		if (!p->consolidated || p->year != t->year || !p->form || p->same != i ||
		    t->of_region[p->region])
			continue;
		t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
		t->v[t->n++] = (struct total){
			.past = i, .cell = xcalloc(p->form->cell_count, sizeof(struct tally))};
		t->of_region[p->region] = t->n;
	}
}

/* The totals of a region and all around it; at most one a level, and the region's own. */
static size_t totals_around(struct totals *t, struct str region, struct total *around[LEVEL_COUNT])
{
	const struct divisions *all = &t->x->c->divisions;
	const struct division *d = divisions_find(all, region, t->year);
	struct str code = region;
	size_t n = 0;

	while (n < LEVEL_COUNT) {
		size_t name = intern_find(&t->x->history.names, code);

		if (name != STR_NONE && t->of_region[name])
			around[n++] = &t->v[t->of_region[name] - 1];
		d = d ? divisions_parent(all, d, t->year) : NULL;
		if (!d)
			break;
		code = d->code;
	}
	return n;
}

static void add_cells(struct totals *t, struct total *total, const struct past *organ)
{
	const struct form *form = t->x->history.v[total->past].form;
	size_t i;

	total->organs++;
	for (i = 0; i < form->cell_count; i++) {
		struct tally *tally = &total->cell[i];
		size_t cell = STR_NONE;

		if (!is_summed(form, i))
			continue;
		if (organ->form)
			cell = cross_cell(t->x, form, organ->form, i);
		if (cell == STR_NONE || !t->room[cell].num ||
		    dec_add(tally->sum, t->room[cell].value, &tally->sum) != 0)
			tally->broken = true;
	}
}

static void add_organs(struct totals *t)
{
	struct history *h = &t->x->history;
	struct total *around[LEVEL_COUNT];
	size_t i, n;

	for (i = 0; i < h->n; i++) {
		const struct past *p = &h->v[i];

		if (p->consolidated || p->year != t->year || p->same != i)
			continue;
		n = totals_around(t, history_name(h, p->region), around);
		if (n > 0)
			history_unpack(p, t->room);
		while (n-- > 0)
			add_cells(t, around[n], p);
	}
}

/* Which organs of the roster are there; consolidated reports are no organs. */
static void count_units(struct totals *t)
{
	struct history *h = &t->x->history;
	struct total *around[LEVEL_COUNT];
	size_t i;

	for (i = 0; t->x->roster && i < t->x->roster->n; i++) {
		const struct unit *u = &t->x->roster->v[i];
		size_t home = cross_home(t->x, u->region, t->year);
		size_t n = totals_around(t, u->region, around);
		size_t organ = intern_find(&h->names, STR("organ"));
		bool there;

		if (t->year < u->from || t->year > u->to || str_is(u->org, "人民政府"))
			continue;
		there = organ != STR_NONE && cross_find(t->x, home, intern_find(&h->names, u->org),
							t->year, organ) != STR_NONE;
		while (n-- > 0) {
			around[n]->units++;
			around[n]->missing += !there;
		}
	}
}

static void keep_gaps(struct totals *t, struct total *total)
{
	struct cross *x = t->x;
	struct past *p = &x->history.v[total->past];
	size_t i;

	p->first_gap = x->gap_count;
	p->organs = total->organs;
	p->complete = total->units > 0 && total->missing == 0;
	if (total->organs == 0)
		return;
	history_unpack(p, t->room);
	for (i = 0; i < p->form->cell_count; i++) {
		const struct tally *tally = &total->cell[i];

		if (!is_summed(p->form, i) || tally->broken || !t->room[i].num ||
		    dec_cmp(tally->sum, t->room[i].value) == 0)
			continue;
		x->gaps = grow(x->gaps, &x->gap_cap, x->gap_count + 1, sizeof *x->gaps);
		x->gaps[x->gap_count++] = (struct gap){i, tally->sum};
		p->gaps++;
	}
}

static void roll_up(struct totals *t)
{
	size_t i;

	collect_totals(t);
	if (t->n > 0) {
		add_organs(t);
		count_units(t);
	}
	for (i = 0; i < t->n; i++) {
		keep_gaps(t, &t->v[i]);
		t->of_region[t->x->history.v[t->v[i].past].region] = 0;
		free(t->v[i].cell);
	}
	t->n = 0;
}

void rollup_find(struct cross *x)
{
	struct totals t = {.x = x};
	size_t i, most = 0;

	for (i = 0; i < x->c->forms.n; i++)
		if (x->c->forms.v[i].cell_count > most)
			most = x->c->forms.v[i].cell_count;
	t.room = xcalloc(most, sizeof *t.room);
	t.of_region = xcalloc(x->history.names.n, sizeof *t.of_region);
	for (i = 0; i < x->year_count; i++) {
		t.year = x->years[i];
		roll_up(&t);
	}
	free(t.v);
	free(t.room);
	free(t.of_region);
}
