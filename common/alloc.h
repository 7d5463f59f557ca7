/* alloc: memory that is there, or the program ends with a message and status 2.
 *
 * No filter can do better without memory than say so, and what it had written so far lacks its
 * last lines, which status 2 tells. Sizes are checked for overflow. Freed with free().
 */
#ifndef GIR_ALLOC_H
#define GIR_ALLOC_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xreallocarray(void *p, size_t count, size_t size);

/* grow, where the room does not do. */
void *grow_more(void *p, size_t *cap, size_t need, size_t size);

/* Makes room for `need` elements of `size` bytes in an array of *cap, doubling; returns the array,
 * perhaps moved. Use: v = grow(v, &cap, n + 1, sizeof *v); v[n++] = ... */
static inline void *grow(void *p, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? p : grow_more(p, cap, need, size);
}

#endif
