#include "cmd/gir-agg/places.h"

int year_number(struct str s)
{
	int year = 0;
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (i == 4 || s.p[i] < '0' || s.p[i] > '9')
			return 0;
		year = year * 10 + (s.p[i] - '0');
	}
	return year;
}

size_t places_of(const struct divisions *d, struct str region, int year,
		 struct place to[LEVEL_COUNT])
{
	const struct division *at = divisions_find(d, region, year);
	bool known = at || str_is(region, NATION_CODE);
	struct str around[LEVEL_COUNT] = {{NULL, 0}};
	size_t n = 0;
	int level;

	for (; at; at = divisions_parent(d, at, year))
		around[at->level] = at->code;
	to[n++] = (struct place){LEVEL_COUNTY, region};
	for (level = LEVEL_PREFECTURE; level < LEVEL_NATION; level++) {
		if (!known)
			around[level] = STR_EMPTY;
		if (around[level].p)
			to[n++] = (struct place){(enum division_level)level, around[level]};
	}
	to[n++] = (struct place){LEVEL_NATION, STR(NATION_CODE)};
	return n;
}

bool place_whole(const struct divisions *d, struct str region, int year, struct place *to)
{
	const struct division *at = divisions_find(d, region, year);

	if (str_is(region, NATION_CODE))
		*to = (struct place){LEVEL_NATION, STR(NATION_CODE)};
	else if (at)
		*to = (struct place){at->level, at->code};
	else
		return false;
	return true;
}

struct str place_name(const struct divisions *d, struct str region, int year)
{
	const struct division *at = divisions_find(d, region, year);

	if (str_is(region, NATION_CODE))
		return STR("全国");
	return at ? at->name : STR_EMPTY;
}
