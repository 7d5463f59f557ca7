/* Reading gir-agg's own output: each line is an accumulator of its group and cell. Lines that bear
 * a level merge with their like; sums by region alone (-g region,year) are summed by level.
 */
#include <stdlib.h>

#include "cmd/gir-agg/agg.h"
#include "common/alloc.h"
#include "common/diag.h"

enum column { TABLE, ROW, COL, REPORTS, CELLS, SUM, CLEAN, MIN, MAX, FLAGGED, MISSING, COLUMNS };

static const char *const column_names[COLUMNS] = {"table", "row", "col", "reports", "cells",  "sum",
						  "clean", "min", "max", "flagged", "missing"};

struct merge {
	struct tsv *t;
	size_t at[COLUMNS];
	size_t published; /* or TSV_NONE */
	size_t *key;
	bool raise; /* the lines are of single regions, not of levels, and go up to the levels */
	struct span keys;
	struct buf span; /* the key columns of the line before, and what they came to: */
	struct groups_of groups;
	size_t cell; /* of the line before */
};

bool merge_wants(const struct tsv *t)
{
	return tsv_find(t, "reports") != TSV_NONE && tsv_find(t, "cells") != TSV_NONE &&
	       tsv_find(t, "state") == TSV_NONE;
}

static int find_columns(const struct keys *k, struct tsv *t, struct merge *m)
{
	int failed = 0, c;

	*m = (struct merge){.t = t, .key = xcalloc(k->n, sizeof *m->key)};
	for (c = 0; c < COLUMNS; c++)
		m->at[c] = tsv_need(t, column_names[c], &failed);
	m->published = tsv_may(t, "published", &failed);
	m->raise = k->level != STR_NONE && tsv_find(t, "level") == TSV_NONE;
	if (keys_find(k, t, !m->raise, m->key) != 0)
		failed = -1;
	/* A report stands there once a level. */
	if (k->level == STR_NONE && tsv_find(t, "level") != TSV_NONE) {
		diag(t->file, 1, "sums by level merge only where -g has the key level");
		failed = -1;
	}
	m->keys = keys_span(k, m->key);
	return failed;
}

static bool read_count(struct str s, uint32_t *v)
{
	struct dec d;

	if (!dec_parse(s, &d) || d.scale || d.m < 0 || d.m > UINT32_MAX)
		return false;
	*v = (uint32_t)d.m;
	return true;
}

/* An amount of the line at the scale of `a`, which grows where need be. Empty reads as zero. */
static bool read_amount(struct acc *a, struct str s, int64_t *amount)
{
	struct acc one = {.cells = 0};
	struct dec d = DEC_ZERO;

	if (s.n && !dec_parse(s, &d))
		return false;
	one.scale = (unsigned char)d.scale;
	if (d.scale != a->scale && acc_merge(a, &one) != 0)
		return false;
	if (d.scale != a->scale && dec_shift((struct dec){d.m, 0}, a->scale - d.scale, &d) != 0)
		return false;
	*amount = d.m;
	return true;
}

/* What is wrong with the line, or NULL. */
static const char *read_acc(const struct merge *m, struct acc *a)
{
	const struct str *f = m->t->field;
	struct str flagged = f[m->at[FLAGGED]];
	uint32_t missing;

	*a = (struct acc){.unchecked = flagged.n == 0};
	if (!read_amount(a, f[m->at[SUM]], &a->sum) ||
	    !read_amount(a, f[m->at[CLEAN]], &a->clean) ||
	    !read_amount(a, f[m->at[MIN]], &a->min) || !read_amount(a, f[m->at[MAX]], &a->max))
		return "an amount is no number of up to 18 digits";
	if (!read_count(f[m->at[REPORTS]], &a->reports) ||
	    !read_count(f[m->at[CELLS]], &a->cells) || !read_count(f[m->at[MISSING]], &missing) ||
	    (flagged.n && !read_count(flagged, &a->flagged)))
		return "a count is no number";
	if (a->reports - a->cells != missing || a->cells > a->reports || a->flagged > a->cells)
		return "the counts do not add up: reports are cells and missing";
	if ((f[m->at[SUM]].n != 0) != acc_has_sum(a) || (f[m->at[MIN]].n != 0) != acc_has_sum(a) ||
	    (f[m->at[MAX]].n != 0) != acc_has_sum(a))
		return "sum, min and max stand there where cells are, and only there";
	if ((f[m->at[CLEAN]].n != 0) != acc_has_clean(a))
		return "a clean sum stands there where cells without flags are, and only there";
	return NULL;
}

/* The places of the line: that of its own level, or all around its region. The count; 0 where its
 * level is none (then *wrong). */
static size_t read_places(const struct agg *a, const struct merge *m, struct place *places,
			  const char **wrong)
{
	const struct keys *k = &a->keys;
	const struct str *field = m->t->field;
	int year = k->year == STR_NONE ? 0 : year_number(field[m->key[k->year]]);
	enum division_level level;

	if (m->raise)
		return places_of(&a->divisions, field[m->key[k->region]], year, places);
	level = level_named(field[m->key[k->level]]);
	if (level == LEVEL_COUNT) {
		*wrong = "the level is none of county, prefecture, province, nation";
		return 0;
	}
	places[0] = (struct place){level, field[m->key[k->region]]};
	return 1;
}

static void add_group(struct agg *a, struct merge *m, const struct place *place)
{
	if (place && !(a->keys.levels & 1U << place->level))
		return;
	agg_key(a, m->t, m->key, place);
	groups_add(&a->groups, &m->groups, buf_str(&a->room), place ? place->level : LEVEL_COUNTY);
}

/* The groups of the line, none where its level is not asked for or is none (then *wrong). */
static void read_groups(struct agg *a, struct merge *m, const char **wrong)
{
	struct str span = span_of(m->t, m->keys);
	struct place places[LEVEL_COUNT];
	size_t i, count;

	if (m->groups.n && str_eq(span, buf_str(&m->span)))
		return;
	m->groups.n = 0;
	buf_clear(&m->span);
	buf_put(&m->span, span);
	if (a->keys.level == STR_NONE) {
		add_group(a, m, NULL);
		return;
	}
	count = read_places(a, m, places, wrong);
	for (i = 0; i < count; i++)
		add_group(a, m, &places[i]);
}

static size_t read_cell(struct agg *a, struct merge *m)
{
	size_t guess = m->cell + 1; /* lines come in the order of the cells */
	int c;

	buf_clear(&a->room);
	for (c = TABLE; c <= COL; c++) {
		if (c != TABLE)
			buf_putc(&a->room, '\t');
		buf_put(&a->room, m->t->field[m->at[c]]);
	}
	if (guess >= a->book.cells.n || !str_eq(buf_str(&a->room), a->book.cells.v[guess]))
		guess = intern_add(&a->book.cells, buf_str(&a->room));
	m->cell = guess;
	return guess;
}

static enum reading read_line(struct agg *a, struct merge *m)
{
	struct acc line;
	const char *wrong = read_acc(m, &line);
	size_t cell, room;
	struct dec d;

	read_groups(a, m, &wrong);
	if (wrong) {
		diag(m->t->file, m->t->in.line, "%s", wrong);
		return READ_TROUBLE;
	}
	if (m->groups.n == 0)
		return READ_DONE;
	cell = read_cell(a, m);
	room = a->book.cells.n;
	if (groups_merge(&a->groups, &m->groups, cell, room, &line) != 0)
		return agg_overflow(a, m->t, cell);
	if (a->reconcile && m->published != TSV_NONE && !m->raise)
		groups_publish(&a->groups, m->groups.v[0], cell, room,
			       dec_parse(m->t->field[m->published], &d) ? &d : NULL);
	return READ_DONE;
}

enum reading merge_read(struct agg *a, struct tsv *t)
{
	enum reading status = READ_DONE;
	bool trouble = false;
	struct merge m;
	int got = 0;

	if (a->panel) {
		diag(t->file, 1, "these are sums; the lines of a panel are made from cells");
		return READ_NOTHING;
	}
	if (find_columns(&a->keys, t, &m) != 0)
		status = READ_NOTHING;
	else if (!m.raise) /* each line is all that there is of its own group, and of no other */
		status = agg_raise(a);
	if (status == READ_DONE)
		while (status != READ_OVERFLOW && (got = tsv_next(t)) > 0) {
			status = read_line(a, &m);
			trouble |= status == READ_TROUBLE;
		}
	free(m.key);
	buf_free(&m.span);
	if (status == READ_DONE && (got < 0 || trouble || t->bad_lines))
		status = READ_TROUBLE;
	return status;
}
