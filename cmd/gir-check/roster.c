#include "cmd/gir-check/roster.h"

#include <stdlib.h>

#include "cmd/gir-check/succession.h"
#include "common/alloc.h"
#include "common/diag.h"

/* A year, `otherwise` for an empty field, or -1 after a message. */
static int read_year(const struct roster *r, size_t row, size_t column, int otherwise)
{
	struct str s = str_trim(sheet_get(&r->sheet, row, column));
	int year = year_of(s);

	if (s.n == 0)
		return otherwise;
	if (year > 0)
		return year;
	diag(r->sheet.file, r->sheet.line[row], "\"%.*s\" is no year", STR_ARG(s));
	return -1;
}

static bool is_code(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 6;
}

static int add_unit(struct roster *r, size_t row, const size_t column[5])
{
	struct unit u = {
		.region = str_trim(sheet_get(&r->sheet, row, column[0])),
		.org = str_trim(sheet_get(&r->sheet, row, column[1])),
		.aliases = sheet_get(&r->sheet, row, column[2]),
		.from = read_year(r, row, column[3], 0),
		.to = read_year(r, row, column[4], 9999),
	};

	if (u.from < 0 || u.to < 0)
		return -1;
	if (!is_code(u.region) || u.org.n == 0) {
		diag(r->sheet.file, r->sheet.line[row],
		     "a unit needs a region of six digits and a name: \"%.*s\", \"%.*s\"",
		     STR_ARG(u.region), STR_ARG(u.org));
		return -1;
	}
	r->v = grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	r->v[r->n++] = u;
	return 0;
}

int roster_load(struct roster *r, const char *path)
{
	size_t column[5], row;
	int status = 0;

	*r = (struct roster){.n = 0};
	if (sheet_load(&r->sheet, path) != 0)
		return -1;
	column[0] = sheet_need(&r->sheet, "region", &status);
	column[1] = sheet_need(&r->sheet, "org", &status);
	column[2] = sheet_column(&r->sheet, "aliases");
	column[3] = sheet_column(&r->sheet, "from");
	column[4] = sheet_column(&r->sheet, "to");
	if (status != 0)
		return -1;
	for (row = 0; row < r->sheet.rows; row++)
		if (add_unit(r, row, column) != 0)
			status = -1;
	return status;
}

void roster_limit(struct roster *r, const struct history *h)
{
	size_t i, n = 0;

	for (i = 0; i < r->n; i++)
		if (history_wants(h, r->v[i].region))
			r->v[n++] = r->v[i];
	r->n = n;
}

void roster_free(struct roster *r)
{
	sheet_free(&r->sheet);
	free(r->v);
	free(r->alias);
}

static void add_alias(struct roster *r, struct history *h, const struct unit *u, struct str home,
		      struct str name)
{
	if (name.n == 0)
		return;
	r->alias = grow(r->alias, &r->alias_cap, r->alias_count + 1, sizeof *r->alias);
	r->alias[r->alias_count++] =
		(struct alias){intern_add(&h->names, home), intern_add(&h->names, name),
			       intern_add(&h->names, u->org)};
}

static int by_name(const void *a, const void *b)
{
	const struct alias *x = a, *y = b;

	if (x->home != y->home)
		return x->home < y->home ? -1 : 1;
	return (x->name > y->name) - (x->name < y->name);
}

static int tell_ambiguous(const struct roster *r, const struct history *h)
{
	int status = 0;
	size_t i;

	for (i = 1; i < r->alias_count; i++) {
		const struct alias *a = &r->alias[i - 1], *b = &r->alias[i];

		if (by_name(a, b) != 0 || a->org == b->org)
			continue;
		diag(r->sheet.file, 0, "\"%.*s\" is a name of two units of region %.*s",
		     STR_ARG(history_name(h, a->name)), STR_ARG(history_name(h, a->home)));
		status = -1;
	}
	return status;
}

int roster_apply(struct roster *r, struct history *h, const struct divisions *divisions)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		struct str rest = r->v[i].aliases, name;
		struct str home = succession_last(divisions, r->v[i].region, 0);

		add_alias(r, h, &r->v[i], home, r->v[i].org);
		while (rest.n && str_cut(&rest, '|', &name))
			add_alias(r, h, &r->v[i], home, str_trim(name));
	}
	if (r->alias_count)
		qsort(r->alias, r->alias_count, sizeof *r->alias, by_name);
	for (i = 0; i < h->n; i++) {
		struct alias key = {h->v[i].home, h->v[i].org, 0};
		const struct alias *hit = r->alias_count ? bsearch(&key, r->alias, r->alias_count,
								   sizeof key, by_name)
							 : NULL;

		if (hit)
			h->v[i].unit = hit->org;
	}
	return tell_ambiguous(r, h);
}
