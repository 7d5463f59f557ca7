#include "common/divisions.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

const char *const level_names[LEVEL_COUNT] = {"county", "prefecture", "province", "nation"};

static int year_or(struct str s, int otherwise)
{
	int year = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		year = year * 10 + (s.p[i] - '0');
	return s.n ? year : otherwise;
}

static enum division_level level_of(struct str s)
{
	enum division_level level = LEVEL_COUNTY;

	while (level < LEVEL_NATION && !str_is(s, level_names[level]))
		level++;
	return level;
}

void divisions_load(struct divisions *d)
{
	enum { CODE, NAME, SHORT, LEVEL, PARENT, FROM, TO, COLUMNS };
	struct str field[COLUMNS];
	struct data file;
	size_t cap = 0;

	*d = (struct divisions){NULL, 0};
	if (data_open(&file, "divisions.tsv", data_text("divisions.tsv")) != 0)
		die("divisions.tsv: cannot be read");
	if (!str_is(file.columns, "code\tname\tshort\tlevel\tparent\tfrom\tto"))
		die("divisions.tsv: other columns are wanted");
	while (data_next(&file)) {
		data_fields(&file, field, COLUMNS);
		d->v = grow(d->v, &cap, d->n + 1, sizeof *d->v);
		d->v[d->n++] = (struct division){
			.code = field[CODE],
			.name = field[NAME],
			.brief = field[SHORT],
			.parent = field[PARENT],
			.level = level_of(field[LEVEL]),
			.from = year_or(field[FROM], 0),
			.to = year_or(field[TO], 9999),
		};
	}
}

void divisions_free(struct divisions *d)
{
	free(d->v);
	*d = (struct divisions){NULL, 0};
}

/* The first row whose code is not below `code`. */
static size_t lower_bound(const struct divisions *d, struct str code)
{
	size_t from = 0, to = d->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (str_cmp(d->v[mid].code, code) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* How far `year` lies outside the row's years; 0 inside, or for any year. */
static int distance(const struct division *v, int year)
{
	if (year == 0)
		return 0;
	return year < v->from ? v->from - year : year > v->to ? year - v->to : 0;
}

const struct division *divisions_find(const struct divisions *d, struct str code, int year)
{
	const struct division *best = NULL;
	size_t i;

	for (i = lower_bound(d, code); i < d->n && str_eq(d->v[i].code, code); i++)
		if (!best || distance(&d->v[i], year) <= distance(best, year))
			best = &d->v[i];
	return best;
}

const struct division *divisions_parent(const struct divisions *d, const struct division *of,
					int year)
{
	return of->level == LEVEL_PROVINCE ? NULL : divisions_find(d, of->parent, year);
}
