#include "cmd/gir-check/seen.h"

#include <stdlib.h>

#include "common/alloc.h"

/* Places for recent docs; half are used. */
enum { PLACES = 1 << 17 };

/* Without its shape. */
static uint64_t name_of(uint64_t doc)
{
	return doc >> SEEN_SHAPE_BITS;
}

static uint64_t number_of(struct seen *s, uint64_t shape)
{
	size_t i = 0;

	while (i < s->shapes && s->shape[i] != shape)
		i++;
	if (i == s->shapes && i < SEEN_SHAPES - 1)
		s->shape[s->shapes++] = shape;
	return i + 1;
}

static int by_name(const void *a, const void *b)
{
	const uint64_t x = name_of(*(const uint64_t *)a), y = name_of(*(const uint64_t *)b);

	return (x > y) - (x < y);
}

/* Where the doc is among the recent ones, or the empty place for it. */
static uint64_t *place_of(const struct seen *s, uint64_t doc)
{
	size_t i = name_of(doc) % PLACES;

	while (s->recent[i] != 0 && name_of(s->recent[i]) != name_of(doc))
		i = (i + 1) % PLACES;
	return &s->recent[i];
}

/* The recent docs go in between the old ones, from the end on, so that this takes no other room. */
static void merge(struct seen *s)
{
	size_t i, to, from = s->n, count = 0;

	for (i = 0; i < PLACES; i++)
		if (s->recent[i] != 0)
			s->recent[count++] = s->recent[i];
	qsort(s->recent, count, sizeof *s->recent, by_name);
	s->n += count;
	s->old = xreallocarray(s->old, s->n, sizeof *s->old);
	for (to = s->n; count > 0; to--)
		if (from > 0 && name_of(s->old[from - 1]) > name_of(s->recent[count - 1]))
			s->old[to - 1] = s->old[--from];
		else
			s->old[to - 1] = s->recent[--count];
	memset(s->recent, 0, PLACES * sizeof *s->recent);
	s->recent_n = 0;
}

bool seen_add(struct seen *s, struct str doc, uint64_t shape)
{
	uint64_t before = s->last, number = number_of(s, shape), hash, now;
	const uint64_t *then = NULL;
	uint64_t *place;

	if (!s->recent) {
		s->recent = xcalloc(PLACES, sizeof *s->recent);
		s->key = siphash_key();
	}
	hash = siphash(s->key, doc) >> SEEN_SHAPE_BITS;
	now = hash << SEEN_SHAPE_BITS | number;
	s->last = hash;
	place = place_of(s, now);
	if (*place != 0)
		then = place;
	else if (s->n > 0)
		then = bsearch(&now, s->old, s->n, sizeof *s->old, by_name);
	if (then)
		return before == hash || (*then == now && number < SEEN_SHAPES);
	*place = now;
	if (++s->recent_n == PLACES / 2)
		merge(s);
	return true;
}

void seen_free(struct seen *s)
{
	free(s->old);
	free(s->recent);
	*s = (struct seen){.n = 0};
}
