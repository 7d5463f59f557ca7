#include "cmd/gir-agg/groups.h"

#include <stdlib.h>

#include "common/alloc.h"

void groups_add(struct groups *g, struct groups_of *to, struct str key, enum division_level level)
{
	size_t number = intern_add(&g->keys, key);

	if (number == g->n) {
		g->v = grow(g->v, &g->cap, g->n + 1, sizeof *g->v);
		g->v[g->n++] = (struct group){.level = level, .outer = STR_NONE};
	}
	if (to->n)
		g->v[to->v[to->n - 1]].outer = number;
	to->v[to->n++] = number;
}

/* An array of *n elements made longer, the new ones zero; all cells known at the moment get room at
 * once, so that a group is seldom moved. */
static void *extend(struct groups *g, void *p, size_t *n, size_t room, size_t size)
{
	void *to;

	if (*n && room < *n + *n / 2)
		room = *n + *n / 2;
	to = slab_array(&g->slab, room, size);
	if (*n)
		memcpy(to, p, *n * size);
	*n = room;
	return to;
}

int groups_merge_any(struct groups *g, const struct groups_of *of, size_t cell, size_t room,
		     struct acc more)
{
	size_t n = of->n > 1 && !g->raised ? 1 : of->n, i;

	for (i = 0; i < n; i++) {
		struct group *at = &g->v[of->v[i]];

		if (cell >= at->cells)
			at->v = extend(g, at->v, &at->cells, room, sizeof *at->v);
		if (slot_merge(&at->v[cell], &more, &g->slab) != 0)
			return -1;
	}
	return 0;
}

/* 0, or -1 where a sum of *cell would overflow. */
static int merge_group(struct groups *g, struct group *to, const struct group *more, size_t *cell)
{
	size_t i;

	if (to->cells < more->cells)
		to->v = extend(g, to->v, &to->cells, more->cells, sizeof *to->v);
	for (i = 0; i < more->cells; i++) {
		if (slot_merge_slot(&to->v[i], &more->v[i], &g->slab) == 0)
			continue;
		*cell = i;
		return -1;
	}
	return 0;
}

int groups_raise(struct groups *g, size_t *cell)
{
	int level;
	size_t i;

	if (g->raised)
		return 0;
	g->raised = true;
	for (level = LEVEL_COUNTY; level < LEVEL_NATION; level++)
		for (i = 0; i < g->n; i++)
			if ((int)g->v[i].level == level && g->v[i].outer != STR_NONE &&
			    merge_group(g, &g->v[g->v[i].outer], &g->v[i], cell) != 0)
				return -1;
	return 0;
}

void groups_publish(struct groups *g, size_t group, size_t cell, size_t room, const struct dec *v)
{
	struct group *at = &g->v[group];
	struct published new = {v ? PUBLISHED_NUM : PUBLISHED_MISSING, v ? *v : DEC_ZERO};
	struct published *old;

	if (cell >= at->published_cells)
		at->published =
			extend(g, at->published, &at->published_cells, room, sizeof *at->published);
	old = &at->published[cell];
	if (old->state == PUBLISHED_NOT || old->state == PUBLISHED_MISSING)
		*old = new;
	else if (v && dec_cmp(old->value, new.value) != 0)
		old->state = PUBLISHED_CONFLICT;
}

void groups_free(struct groups *g)
{
	free(g->v);
	slab_free(&g->slab);
	intern_free(&g->keys);
}
