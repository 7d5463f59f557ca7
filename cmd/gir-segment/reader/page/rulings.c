#include "cmd/gir-segment/reader/page/rulings.h"

#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"

const double RULING_REACH = 3;

static const double DOUBLE = 3; /* between the two lines of a double one */
static const double SPREAD = 4; /* between the outer ones of many close ones */
static const double DASH = 4;   /* between dashes: less than any column is wide */

static int by_place(const void *a, const void *b)
{
	const struct ruling *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

static int by_start(const void *a, const void *b)
{
	const struct ruling *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

/* Puts together the pieces of one line; returns how many remain at `v`. */
static size_t join(struct ruling *v, size_t n)
{
	size_t i, kept = 0;
	double at = (v[0].at + v[n - 1].at) / 2;

	qsort(v, n, sizeof *v, by_start);
	for (i = 0; i < n; i++) {
		if (kept && v[i].from <= v[kept - 1].to + DASH)
			v[kept - 1].to = fmax(v[kept - 1].to, v[i].to);
		else
			v[kept++] = v[i];
		v[kept - 1].at = at;
	}
	return kept;
}

void rulings_merge(struct rulings *r)
{
	size_t i = 0, kept = 0;

	if (r->n > LIMIT_RULINGS)
		r->n = 0;
	if (r->n)
		qsort(r->v, r->n, sizeof *r->v, by_place);
	while (i < r->n) {
		size_t end = i + 1, n;

		while (end < r->n && r->v[end].at - r->v[end - 1].at <= DOUBLE &&
		       r->v[end].at - r->v[i].at <= SPREAD)
			end++;
		n = join(&r->v[i], end - i);
		memmove(&r->v[kept], &r->v[i], n * sizeof *r->v);
		kept += n;
		i = end;
	}
	r->n = kept > LIMIT_LINES ? 0 : kept;
}
