#include "cmd/gir-check/seen.h"

#include <stdlib.h>

#include "common/alloc.h"

/* Where the doc is, or the empty place for it. */
static struct seen_doc *place_of(struct seen_doc *v, size_t cap, uint64_t doc)
{
	size_t i = doc & (cap - 1);

	while (v[i].doc != 0 && v[i].doc != doc)
		i = (i + 1) & (cap - 1);
	return &v[i];
}

static void widen(struct seen *s)
{
	size_t cap = s->cap ? s->cap * 2 : 1024, i;
	struct seen_doc *v = xcalloc(cap, sizeof *v);

	for (i = 0; i < s->cap; i++)
		if (s->v[i].doc != 0)
			*place_of(v, cap, s->v[i].doc) = s->v[i];
	free(s->v);
	s->v = v;
	s->cap = cap;
}

bool seen_add(struct seen *s, struct str doc, uint64_t shape)
{
	uint64_t hash = str_hash(doc) | 1, before = s->last;
	struct seen_doc *d;

	if (s->n >= s->cap / 2)
		widen(s);
	d = place_of(s->v, s->cap, hash);
	s->last = hash;
	if (d->doc == hash)
		return before == hash || d->shape == shape;
	*d = (struct seen_doc){hash, shape};
	s->n++;
	return true;
}

void seen_free(struct seen *s)
{
	free(s->v);
	*s = (struct seen){.n = 0};
}
