#include "cmd/gir-check/listing.h"

#include <stdlib.h>

#include "common/alloc.h"

void listing_add(struct listing *l, struct str doc, struct str text)
{
	size_t number = doc.n ? intern_add(&l->docs, doc) : STR_NONE;

	l->v = grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	l->v[l->n] = (struct listed){number, l->n, pool_dup(&l->pool, text)};
	l->n++;
}

static int by_doc(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;

	if (x->doc != y->doc)
		return x->doc < y->doc ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

void listing_write(struct listing *l, struct output *to)
{
	size_t i;

	if (l->n)
		qsort(l->v, l->n, sizeof *l->v, by_doc);
	for (i = 0; i < l->n; i++) {
		if (i > 0 && l->v[i].doc != l->v[i - 1].doc)
			output_putc(to, '\n');
		output_put(to, l->v[i].text);
	}
}

void listing_free(struct listing *l)
{
	intern_free(&l->docs);
	pool_free(&l->pool);
	free(l->v);
	*l = (struct listing){.n = 0};
}
