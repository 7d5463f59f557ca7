#include "common/pool.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

enum { CHUNK = 64 * 1024 };

struct pool_chunk {
	struct pool_chunk *next;
	size_t size;
	max_align_t data[];
};

static void use(struct pool *pool, struct pool_chunk *c)
{
	pool->chunks = c;
	pool->free = (char *)c->data;
	pool->left = c->size;
}

char *pool_widen(struct pool *pool, size_t size)
{
	size_t room = size > CHUNK ? size : CHUNK;
	struct pool_chunk *c;

	if (size > SIZE_MAX - CHUNK)
		die("out of memory");
	c = xmalloc(sizeof *c + room);
	*c = (struct pool_chunk){pool->chunks, room};
	use(pool, c);
	return pool_bytes(pool, size);
}

void *pool_alloc(struct pool *pool, size_t size)
{
	const size_t unit = alignof(max_align_t);
	size_t skip = -(uintptr_t)pool->free % unit;

	if (skip > pool->left || size > pool->left - skip)
		return pool_widen(pool, size);
	(void)pool_bytes(pool, skip);
	return pool_bytes(pool, size);
}

struct str pool_dup(struct pool *pool, struct str s)
{
	char *p = pool_bytes(pool, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){p, s.n};
}

static void release(struct pool_chunk *c)
{
	while (c) {
		struct pool_chunk *next = c->next;

		free(c);
		c = next;
	}
}

/* Keeps one chunk of the usual size: the next report most often fits into it. */
void pool_clear(struct pool *pool)
{
	struct pool_chunk *keep = pool->chunks;

	if (!keep)
		return;
	release(keep->next);
	keep->next = NULL;
	if (keep->size > CHUNK)
		pool_free(pool);
	else
		use(pool, keep);
}

void pool_free(struct pool *pool)
{
	release(pool->chunks);
	*pool = POOL_INIT;
}
