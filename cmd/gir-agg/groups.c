#include "cmd/gir-agg/groups.h"

#include <stdlib.h>

#include "common/alloc.h"

size_t groups_number(struct groups *g, struct str key)
{
	size_t number = intern_add(&g->keys, key);

	if (number == g->n) {
		g->v = grow(g->v, &g->cap, g->n + 1, sizeof *g->v);
		g->v[g->n++] = (struct group){.v = NULL};
	}
	return number;
}

/* An array of *n elements made longer, the new ones zero; all cells known at the moment get room at
 * once, so that a group is seldom moved. */
static void *extend(void *p, size_t *n, size_t room, size_t size)
{
	if (*n && room < *n + *n / 2)
		room = *n + *n / 2;
	p = xreallocarray(p, room, size);
	memset((char *)p + *n * size, 0, (room - *n) * size);
	*n = room;
	return p;
}

struct acc *groups_acc(struct groups *g, size_t group, size_t cell, size_t room)
{
	struct group *at = &g->v[group];

	if (cell >= at->cells)
		at->v = extend(at->v, &at->cells, room, sizeof *at->v);
	return &at->v[cell];
}

void groups_publish(struct groups *g, size_t group, size_t cell, size_t room, const struct dec *v)
{
	struct group *at = &g->v[group];
	struct published new = {v ? PUBLISHED_NUM : PUBLISHED_MISSING, v ? *v : DEC_ZERO};
	struct published *old;

	if (cell >= at->published_cells)
		at->published =
			extend(at->published, &at->published_cells, room, sizeof *at->published);
	old = &at->published[cell];
	if (old->state == PUBLISHED_NOT || old->state == PUBLISHED_MISSING)
		*old = new;
	else if (v && dec_cmp(old->value, new.value) != 0)
		old->state = PUBLISHED_CONFLICT;
}

void groups_free(struct groups *g)
{
	size_t i;

	for (i = 0; i < g->n; i++) {
		free(g->v[i].v);
		free(g->v[i].published);
	}
	free(g->v);
	intern_free(&g->keys);
}
