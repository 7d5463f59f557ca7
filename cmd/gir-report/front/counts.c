#include "cmd/gir-report/front/counts.h"

#include <stdlib.h>

#include "common/alloc.h"

/* The most frequent first; words that do not occur come last. */
static int by_frequency(const void *a, const void *b)
{
	const struct count *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return str_cmp(x->word, y->word);
}

/* An area counts in those around it. */
static void add(struct count *c, const struct areas *a, const struct top *t, size_t area,
		const struct tallied *v)
{
	if (!c->by_area)
		c->by_area = xcalloc(t->n + 1, sizeof *c->by_area);
	c->n += v->n;
	c->reports += v->reports;
	for (; area != AREA_NONE; area = a->v[area].parent)
		if (t->of[area] != AREA_NONE)
			c->by_area[t->of[area]] += v->n;
}

static void add_tally(struct counts *c, const struct areas *a, const struct top *t, size_t area,
		      const struct tally *tally, enum words which)
{
	size_t i;

	for (i = 0; i < tally->n; i++)
		if (tally->v[i].which == which)
			add(&c->v[tally->v[i].word], a, t, area, &tally->v[i]);
}

void counts_find(struct counts *c, const struct areas *a, const struct top *t, enum words which)
{
	size_t i, k;

	*c = (struct counts){.v = xcalloc(a->words.n + 1, sizeof *c->v)};
	for (i = 0; i < a->words.n; i++)
		c->v[i].word = a->words.v[i];
	for (i = 0; i < a->codes.n; i++)
		for (k = 0; k < a->v[i].years; k++)
			add_tally(c, a, t, i, &a->v[i].year[k].tally, which);
	qsort(c->v, a->words.n, sizeof *c->v, by_frequency);
	while (c->n < a->words.n && c->v[c->n].n > 0)
		c->n++;
}

void counts_free(struct counts *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		free(c->v[i].by_area);
	free(c->v);
}
