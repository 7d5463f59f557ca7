#include <stdio.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "pipelines/shards/shards.h"

static int by_path(const void *a, const void *b)
{
	return str_cmp(((const struct report_file *)a)->path,
		       ((const struct report_file *)b)->path);
}

/* A name that no other shard has; two paths of one hash are told apart by letters. */
static struct str new_name(struct shards *s, const struct walk *w, size_t first, size_t n)
{
	struct buf name = BUF_INIT;
	char hash[17];
	size_t number;

	snprintf(hash, sizeof hash, "%016llx", n ? (unsigned long long)w->v[first].hash : 0);
	if (n == w->n)
		buf_put(&name, STR("all"));
	else
		buf_put(&name, first == 0 ? STR("0") : str_of(hash));
	while (intern_find(&s->names, buf_str(&name)) != STR_NONE)
		buf_putc(&name, 'x');
	number = intern_add(&s->names, buf_str(&name));
	buf_free(&name);
	return s->names.v[number];
}

static void add_shard(struct shards *s, const struct walk *w, size_t first, size_t n)
{
	s->v = grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = (struct shard){new_name(s, w, first, n), first, n};
}

/* Where to cut: before the greatest hash, but not at the beginning. */
static size_t cut_of(const struct walk *w, size_t first, size_t n)
{
	size_t i, cut = first + 1;

	for (i = cut + 1; i < first + n; i++)
		if (w->v[i].hash > w->v[cut].hash)
			cut = i;
	return cut;
}

/* The n reports from `first` on. */
static void split(struct shards *s, const struct walk *w, size_t first, size_t n)
{
	size_t cut;

	while (n > SHARD_MOST) {
		cut = cut_of(w, first, n);
		split(s, w, first, cut - first);
		n -= cut - first;
		first = cut;
	}
	add_shard(s, w, first, n);
}

void shards_deal(struct shards *s, struct walk *w)
{
	*s = (struct shards){.v = NULL};
	if (w->n > 0)
		qsort(w->v, w->n, sizeof *w->v, by_path);
	split(s, w, 0, w->n);
}

void shards_free(struct shards *s)
{
	free(s->v);
	intern_free(&s->names);
}

bool shards_has(const struct shards *s, struct str name)
{
	return intern_find(&s->names, name) != STR_NONE;
}
