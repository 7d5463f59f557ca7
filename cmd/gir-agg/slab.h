/* slab: memory for many arrays that live as long as all of them, zero to begin with.
 *
 * It comes in large blocks, in large pages where the system has them: small ones, which it hands
 * out one after the other, took a tenth of the time of a run with as many groups as reports.
 */
#ifndef GIR_AGG_SLAB_H
#define GIR_AGG_SLAB_H

#include <stddef.h>

struct slab_block;
struct slab {
	struct slab_block *blocks; /* the newest first */
	char *free;                /* what is left of the newest */
	size_t left;
};

/* An array of `n` elements of `size` bytes, aligned for any object; valid until slab_free. */
void *slab_array(struct slab *s, size_t n, size_t size);
void slab_free(struct slab *s);

#endif
