/* pool: memory that is given back all at once.
 *
 * What a report or a table of data keeps is copied here; pool_clear makes the room free again for
 * the next report without returning it to the system, pool_free returns it.
 */
#ifndef GIR_POOL_H
#define GIR_POOL_H

#include "common/str.h"

struct pool_chunk;
struct pool {
	struct pool_chunk *chunks; /* the newest first */
	char *free;                /* what is left of the newest */
	size_t left;
};

#define POOL_INIT ((struct pool){NULL, NULL, 0})

/* pool_bytes, where what is left does not do. */
char *pool_widen(struct pool *pool, size_t size);

/* `size` bytes, aligned for any object, valid until pool_clear or pool_free. */
void *pool_alloc(struct pool *pool, size_t size);

/* The same without alignment: behind the bytes of the call before, unless a new chunk begins. */
static inline char *pool_bytes(struct pool *pool, size_t size)
{
	char *p = pool->free;

	if (size > pool->left)
		return pool_widen(pool, size);
	pool->free += size;
	pool->left -= size;
	return p;
}

/* A copy of `s`; a NUL byte stands behind it, so that .p serves as a C string. */
struct str pool_dup(struct pool *pool, struct str s);
void pool_clear(struct pool *pool);
void pool_free(struct pool *pool);

#endif
