#include "common/intern.h"

#include <stdlib.h>

#include "common/alloc.h"

/* The slot where `s` is, or the free one where it belongs. Needs a free slot. */
static size_t place(const struct intern *t, struct str s)
{
	size_t at = (size_t)siphash(t->key, s) & t->mask;

	while (t->slots[at] && !str_eq(t->v[t->slots[at] - 1], s))
		at = (at + 1) & t->mask;
	return at;
}

/* Doubles the slots. */
static void rehash(struct intern *t)
{
	size_t count = t->slots ? 2 * (t->mask + 1) : 64;
	size_t i;

	if (!t->slots)
		t->key = siphash_key();
	free(t->slots);
	t->slots = xcalloc(count, sizeof *t->slots);
	t->mask = count - 1;
	for (i = 0; i < t->n; i++)
		t->slots[place(t, t->v[i])] = i + 1;
}

size_t intern_find(const struct intern *t, struct str s)
{
	size_t at = t->slots ? t->slots[place(t, s)] : 0;

	return at ? at - 1 : STR_NONE;
}

size_t intern_add(struct intern *t, struct str s)
{
	size_t at;

	if (!t->slots || t->n * 2 > t->mask)
		rehash(t);
	at = place(t, s);
	if (t->slots[at])
		return t->slots[at] - 1;
	t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n] = pool_dup(&t->pool, s);
	t->slots[at] = ++t->n;
	return t->n - 1;
}

void intern_free(struct intern *t)
{
	free(t->v);
	free(t->slots);
	pool_free(&t->pool);
	*t = (struct intern){.v = NULL};
}
