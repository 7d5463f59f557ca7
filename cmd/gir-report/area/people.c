#include "cmd/gir-report/area/people.h"

#include <stdlib.h>

#include "common/alloc.h"

bool people_need(const struct listed *r)
{
	return r->form.n == 0 || r->unsure > 0 || r->errors > 0;
}

/* What could not be read first, then what is least sure, then what has most errors. */
static int by_need(const void *a, const void *b)
{
	const struct listed *const *x = a, *const *y = b;
	bool p = (*x)->form.n > 0, q = (*y)->form.n > 0;

	if (p != q)
		return p ? 1 : -1;
	if ((*x)->unsure != (*y)->unsure)
		return (*x)->unsure < (*y)->unsure ? 1 : -1;
	if ((*x)->errors != (*y)->errors)
		return (*x)->errors < (*y)->errors ? 1 : -1;
	return str_cmp((*x)->doc, (*y)->doc);
}

void people_find(struct people *p, const struct areas *a)
{
	size_t i;

	*p = (struct people){xcalloc(a->listed_n + 1, sizeof(const struct listed *)), 0};
	for (i = 0; i < a->listed_n; i++)
		if (people_need(&a->listed[i]))
			p->v[p->n++] = &a->listed[i];
	qsort(p->v, p->n, sizeof *p->v, by_need);
}

void people_free(struct people *p)
{
	free(p->v);
}
