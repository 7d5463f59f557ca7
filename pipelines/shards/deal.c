#include <stdlib.h>

#include "common/alloc.h"
#include "pipelines/shards/shards.h"

static int by_hash(const void *a, const void *b)
{
	const struct report_file *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

static int by_path(const void *a, const void *b)
{
	return str_cmp(((const struct report_file *)a)->path,
		       ((const struct report_file *)b)->path);
}

static void add_shard(struct shards *s, struct walk *w, struct str bits, size_t first, size_t n)
{
	if (n > 0)
		qsort(w->v + first, n, sizeof *w->v, by_path);
	s->v = grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = (struct shard){pool_dup(&s->pool, bits.n ? bits : STR("all")), first, n};
}

/* The reports whose hashes begin with `bits`, of which there are n from `first` on. */
static void split(struct shards *s, struct walk *w, struct buf *bits, size_t first, size_t n)
{
	size_t zeros = 0;

	if (n <= SHARD_MOST || bits->n == 64) {
		add_shard(s, w, buf_str(bits), first, n);
		return;
	}
	while (zeros < n && !(w->v[first + zeros].hash >> (63 - bits->n) & 1))
		zeros++;
	buf_putc(bits, '0');
	if (zeros > 0)
		split(s, w, bits, first, zeros);
	bits->p[bits->n - 1] = '1';
	if (zeros < n)
		split(s, w, bits, first + zeros, n - zeros);
	bits->n--;
}

void shards_deal(struct shards *s, struct walk *w)
{
	struct buf bits = BUF_INIT;

	*s = (struct shards){.v = NULL};
	if (w->n > 0)
		qsort(w->v, w->n, sizeof *w->v, by_hash);
	split(s, w, &bits, 0, w->n);
	buf_free(&bits);
}

void shards_free(struct shards *s)
{
	free(s->v);
	pool_free(&s->pool);
}

static int by_name(const void *name, const void *shard)
{
	return str_cmp(*(const struct str *)name, ((const struct shard *)shard)->name);
}

bool shards_has(const struct shards *s, struct str name)
{
	return bsearch(&name, s->v, s->n, sizeof *s->v, by_name) != NULL;
}
