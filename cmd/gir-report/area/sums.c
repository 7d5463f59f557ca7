#include "cmd/gir-report/area/sums.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

/* A cell that a figure needs. */
struct wanted {
	struct str table, row, col;
	size_t figure;
	bool first; /* of the figure: its reports are those of the figure */
};

struct sums {
	struct areas *areas;
	struct wanted *v;
	size_t n, cap;
	size_t level, region, year; /* columns */
	struct buf group;           /* these fields of the line before */
	struct totals *to;          /* where its lines go; NULL: nowhere */
};

enum sum_column {
	LEVEL,
	REGION,
	YEAR,
	TABLE,
	ROW,
	COL,
	REPORTS,
	CELLS,
	SUM,
	FLAGGED,
	MISSING,
	SUM_COLUMNS
};
static const char *const sum_columns[SUM_COLUMNS] = {
	"level",   "region", "year", "table",   "row",     "col",
	"reports", "cells",  "sum",  "flagged", "missing",
};

static void find_wanted(struct sums *s)
{
	const struct figures *f = s->areas->figures;
	size_t i;

	for (i = 0; i < f->n; i++) {
		struct wanted w = {.figure = i};
		struct str rest = f->v[i].cells;

		w.first = true;
		while (figure_cell(&rest, &w.table, &w.row, &w.col)) {
			s->v = grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
			s->v[s->n++] = w;
			w.first = false;
		}
	}
}

/* Where the sums of a level go: an area's own level is all of it, county its very code. */
static struct totals *find_totals(struct areas *a, struct str level, struct str code, int year)
{
	enum division_level own = area_level(a->divisions, code, year);
	bool whole = str_is(level, level_names[own]);
	struct area_year *at;

	if (str_is(level, level_names[LEVEL_NATION]))
		return &areas_add_year(a, a->nation, year)->whole;

	if (!whole && !str_is(level, level_names[LEVEL_COUNTY]))
		return NULL;
	at = areas_add_year(a, areas_add(a, code), year);
	return whole ? &at->whole : &at->own;
}

/* The totals that the line at hand is about. */
static struct totals *totals_of(struct sums *s, const struct tsv *t)
{
	struct str level = t->field[s->level], region = t->field[s->region];
	struct str year = t->field[s->year], known = buf_str(&s->group);

	if (known.n == level.n + region.n + year.n + 2 && str_starts(known, level) &&
	    str_starts(str_from(known, level.n + 1), region) && str_ends(known, year) &&
	    known.p[level.n] == '\t' && known.p[level.n + 1 + region.n] == '\t')
		return s->to;
	buf_clear(&s->group);
	buf_put(&s->group, level);
	buf_putc(&s->group, '\t');
	buf_put(&s->group, region);
	buf_putc(&s->group, '\t');
	buf_put(&s->group, year);
	s->to = area_is_in(region, s->areas->province)
			? find_totals(s->areas, level, region, area_year_of(year))
			: NULL;
	return s->to;
}

static int add_sum(struct sums *s, const struct tsv *t, const size_t at[SUM_COLUMNS],
		   struct totals *to, const struct wanted *wanted)
{
	struct amount more = {
		.sum = DEC_ZERO,
		.reports = wanted->first ? dec_size(t->field[at[REPORTS]]) : 0,
		.cells = dec_size(t->field[at[CELLS]]),
		.flagged = dec_size(t->field[at[FLAGGED]]),
		.missing = dec_size(t->field[at[MISSING]]),
	};

	if (t->field[at[SUM]].n) {
		more.is = dec_parse(t->field[at[SUM]], &more.sum);
		if (!more.is) {
			diag(t->file, t->in.line, "\"%.*s\" is no number of up to 18 digits",
			     STR_ARG(t->field[at[SUM]]));
			return -1;
		}
	}
	if (!to->v)
		to->v = xcalloc(s->areas->figures->n, sizeof *to->v);
	if (amount_add(&to->v[wanted->figure], &more) == 0)
		return 0;
	diag(t->file, t->in.line, "the sum passes 18 digits");
	return -1;
}

/* Whether the line is about a cell of that figure. */
static bool is_of(const struct wanted *v, const struct tsv *t, const size_t at[SUM_COLUMNS])
{
	return str_eq(v->col, t->field[at[COL]]) && str_eq(v->row, t->field[at[ROW]]) &&
	       str_eq(v->table, t->field[at[TABLE]]);
}

static int read_line(struct sums *s, const struct tsv *t, const size_t at[SUM_COLUMNS])
{
	struct totals *to = totals_of(s, t);
	int status = 0;
	size_t i;

	for (i = 0; to && i < s->n; i++)
		if (is_of(&s->v[i], t, at) && add_sum(s, t, at, to, &s->v[i]) != 0)
			status = -1;
	return status;
}

static int find_keys(struct sums *s, const struct tsv *t)
{
	int failed = 0;

	s->level = tsv_need(t, "level", &failed);
	s->region = tsv_need(t, "region", &failed);
	s->year = tsv_need(t, "year", &failed);
	return failed;
}

int sums_read(struct areas *a, struct tsv *t)
{
	struct sums s = {.areas = a};
	size_t at[SUM_COLUMNS];
	int got = 0, failed = find_keys(&s, t), status = 0, c;

	for (c = 0; c < SUM_COLUMNS; c++)
		at[c] = tsv_need(t, sum_columns[c], &failed);
	if (failed)
		return -1;
	find_wanted(&s);
	while ((got = tsv_next(t)) > 0)
		if (read_line(&s, t, at) != 0)
			status = -1;
	free(s.v);
	buf_free(&s.group);
	return got < 0 || t->bad_lines ? -1 : status;
}

static void add_rate(struct sums *s, const struct tsv *t, struct str indicator, struct str value)
{
	const struct figures *f = s->areas->figures;
	struct totals *to;
	size_t i = 0;

	while (i < f->n && !(indicator.n && str_eq(f->v[i].rate, indicator)))
		i++;
	if (i < f->n && (to = totals_of(s, t)))
		areas_set_rate(s->areas, to, i, value);
}

int rates_read(struct areas *a, struct tsv *t)
{
	struct sums s = {.areas = a};
	int got = 0, failed = find_keys(&s, t);
	size_t indicator = tsv_need(t, "indicator", &failed), value = tsv_need(t, "value", &failed);

	if (failed)
		return -1;
	while ((got = tsv_next(t)) > 0)
		add_rate(&s, t, t->field[indicator], t->field[value]);
	buf_free(&s.group);
	return got < 0 || t->bad_lines ? -1 : 0;
}
