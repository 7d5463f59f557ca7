#include "cmd/gir-report/front/top.h"

#include <stdlib.h>

#include "common/alloc.h"

static bool is_province(const struct areas *a, const struct area *v)
{
	const struct division *d = divisions_find(a->divisions, v->code, area_last_year(v));

	return d && d->level == LEVEL_PROVINCE;
}

static void add(struct top *t, const struct areas *a, size_t area, size_t depth, bool open)
{
	const struct area *v = &a->v[area];
	size_t i;

	if (t->of[area] != AREA_NONE)
		return;
	t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->of[area] = t->n;
	t->v[t->n++] = (struct top_area){area, depth};
	for (i = 0; open && i < v->children; i++)
		add(t, a, v->child[i], depth + 1, true);
}

void top_find(struct top *t, const struct areas *a)
{
	size_t provinces = 0, i;

	*t = (struct top){.v = NULL};
	t->of = xcalloc(a->codes.n + 1, sizeof *t->of);
	for (i = 0; i < a->codes.n; i++) {
		t->of[i] = AREA_NONE;
		provinces += is_province(a, &a->v[i]);
	}
	for (i = 0; i < a->codes.n; i++) {
		if (a->order[i] != a->nation && a->v[a->order[i]].parent == AREA_NONE)
			add(t, a, a->order[i], 0, provinces == 1);
	}
}

void top_free(struct top *t)
{
	free(t->v);
	free(t->of);
}
