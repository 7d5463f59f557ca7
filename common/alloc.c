#define _DEFAULT_SOURCE /* reallocarray */
#include "common/alloc.h"

#include <stdint.h>
#include <stdlib.h>

#include "common/diag.h"

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		die("out of memory");
	return p;
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		die("out of memory");
	return p;
}

void *xreallocarray(void *p, size_t count, size_t size)
{
	void *q = reallocarray(p, count ? count : 1, size ? size : 1);

	if (!q)
		die("out of memory");
	return q;
}

void *grow_more(void *p, size_t *cap, size_t need, size_t size)
{
	enum { LEAST = 256 }; /* bytes */
	size_t room = *cap;

	if (room < LEAST / size)
		room = LEAST / size;
	if (room < 16)
		room = 16;
	while (room < need)
		room = room > SIZE_MAX / 2 ? need : room * 2;
	p = xreallocarray(p, room, size);
	*cap = room;
	return p;
}
