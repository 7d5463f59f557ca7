#include "cmd/gir-agg/keys.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

enum division_level level_named(struct str name)
{
	enum division_level l = LEVEL_COUNTY;

	while (l < LEVEL_COUNT && !str_is(name, level_names[l]))
		l++;
	return l;
}

static bool is_one_of(struct str s, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_is(s, names[i]))
			return true;
	return false;
}

static size_t key_named(const struct keys *k, const char *name)
{
	size_t i;

	for (i = 0; i < k->n; i++)
		if (str_is(k->v[i], name))
			return i;
	return STR_NONE;
}

int keys_parse(struct keys *k, const char *list)
{
	static const char *const always[] = {"table", "row", "col"};
	static const char *const report[] = {"level", "doc",   "year", "region",
					     "org",   "scope", "form"};
	struct str rest = str_of(list), name;
	size_t cap = 0;

	*k = (struct keys){.v = NULL};
	while (str_cut(&rest, ',', &name)) {
		if (name.n == 0 || is_one_of(name, always, 3))
			continue;
		k->v = grow(k->v, &cap, k->n + 1, sizeof *k->v);
		k->v[k->n++] = name;
		k->per_line |= !is_one_of(name, report, sizeof report / sizeof *report);
	}
	k->level = key_named(k, "level");
	k->region = key_named(k, "region");
	k->year = key_named(k, "year");
	if (k->level == STR_NONE || k->region != STR_NONE)
		return 0;
	diag(NULL, 0, "-g: the key level needs the key region beside it");
	return -1;
}

void keys_free(struct keys *k)
{
	free(k->v);
}

int keys_add_levels(struct keys *k, const char *list)
{
	struct str rest = str_of(list), name;

	while (str_cut(&rest, ',', &name)) {
		enum division_level l = level_named(name);

		if (l == LEVEL_COUNT) {
			diag(NULL, 0,
			     "-l: \"%.*s\" is none of county, prefecture, province, nation",
			     STR_ARG(name));
			return -1;
		}
		k->levels |= 1U << l;
	}
	return 0;
}

int keys_find(const struct keys *k, const struct tsv *t, bool own, size_t *at)
{
	int failed = 0;
	size_t i;

	for (i = 0; i < k->n; i++) {
		struct buf name = BUF_INIT;

		at[i] = TSV_NONE;
		if (i == k->level && !own)
			continue;
		buf_put(&name, k->v[i]);
		buf_putc(&name, '\0');
		at[i] = tsv_need(t, name.p, &failed);
		buf_free(&name);
	}
	return failed;
}

struct str key_field(struct str key, size_t i)
{
	struct str field = STR_EMPTY;

	while (str_cut(&key, '\t', &field) && i > 0)
		i--;
	return field;
}

struct span keys_span(const struct keys *k, const size_t *at)
{
	struct span s = {SIZE_MAX, 0};
	size_t i;

	for (i = 0; i < k->n; i++) {
		if (at[i] == TSV_NONE)
			continue;
		s.first = at[i] < s.first ? at[i] : s.first;
		s.last = at[i] > s.last ? at[i] : s.last;
	}
	return s;
}

struct str span_of(const struct tsv *t, struct span s)
{
	const struct str *from, *to;

	if (s.first > s.last)
		return STR_EMPTY;
	from = &t->field[s.first];
	to = &t->field[s.last];
	return (struct str){from->p, (size_t)(to->p + to->n - from->p)};
}
