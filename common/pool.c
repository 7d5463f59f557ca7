#include "common/pool.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

enum { CHUNK = 64 * 1024 };

struct pool_chunk {
	struct pool_chunk *next;
	size_t used, size;
	max_align_t data[];
};

static struct pool_chunk *add_chunk(struct pool *pool, size_t size)
{
	size_t room = size > CHUNK ? size : CHUNK;
	struct pool_chunk *c;

	if (size > SIZE_MAX - CHUNK)
		die("out of memory");
	c = xmalloc(sizeof *c + room);
	*c = (struct pool_chunk){pool->chunks, 0, room};
	pool->chunks = c;
	return c;
}

/* `unit` is a power of two. */
static char *take(struct pool *pool, size_t size, size_t unit)
{
	struct pool_chunk *c = pool->chunks;
	size_t at = c ? (c->used + unit - 1) & ~(unit - 1) : 0;

	if (!c || at > c->size || c->size - at < size) {
		c = add_chunk(pool, size);
		at = 0;
	}
	c->used = at + size;
	return (char *)c->data + at;
}

void *pool_alloc(struct pool *pool, size_t size)
{
	return take(pool, size, alignof(max_align_t));
}

char *pool_bytes(struct pool *pool, size_t size)
{
	return take(pool, size, 1);
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
	keep->used = 0;
	if (keep->size > CHUNK)
		pool_free(pool);
}

void pool_free(struct pool *pool)
{
	release(pool->chunks);
	pool->chunks = NULL;
}
