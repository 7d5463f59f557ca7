#define _DEFAULT_SOURCE /* madvise */
#include "cmd/gir-agg/slab.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "common/alloc.h"
#include "common/diag.h"

/* Sizes of blocks: the first does for a few groups; then each is twice the one before, up to MOST.
 */
enum { FIRST = 64 * 1024, LARGE_PAGE = 2 * 1024 * 1024, MOST = 16 * LARGE_PAGE };

struct slab_block {
	struct slab_block *next;
	size_t size; /* that can be had of it */
	max_align_t data[];
};

/* Where large pages begin, if the system takes the advice. */
static char *in_large_pages(char *p, size_t size)
{
	p += -(uintptr_t)p % LARGE_PAGE;
#ifdef MADV_HUGEPAGE
	(void)madvise(p, size, MADV_HUGEPAGE);
#else
	(void)size;
#endif
	return p;
}

static size_t next_size(const struct slab *s)
{
	if (!s->blocks)
		return FIRST;
	if (s->blocks->size < LARGE_PAGE)
		return LARGE_PAGE;
	return s->blocks->size < MOST ? 2 * s->blocks->size : MOST;
}

static void widen(struct slab *s, size_t need)
{
	size_t size = next_size(s), skipped = 0;
	struct slab_block *b;

	size = size < need ? need : size;
	if (size >= LARGE_PAGE)
		skipped = LARGE_PAGE; /* at most, to begin with a page; it is never touched */
	if (size > SIZE_MAX - LARGE_PAGE - sizeof *b)
		die("out of memory");
	b = xcalloc(1, sizeof *b + skipped + size);
	b->next = s->blocks;
	b->size = size;
	*s = (struct slab){b, (char *)b->data, size};
	if (skipped)
		s->free = in_large_pages(s->free, size);
}

void *slab_array(struct slab *s, size_t n, size_t size)
{
	const size_t unit = alignof(max_align_t);
	size_t bytes;
	char *p;

	if (__builtin_mul_overflow(n, size, &bytes) || bytes > SIZE_MAX - unit)
		die("out of memory");
	bytes = (bytes + unit - 1) / unit * unit;
	if (bytes > s->left)
		widen(s, bytes);
	p = s->free;
	s->free += bytes;
	s->left -= bytes;
	return p;
}

void slab_free(struct slab *s)
{
	while (s->blocks) {
		struct slab_block *next = s->blocks->next;

		free(s->blocks);
		s->blocks = next;
	}
	*s = (struct slab){.blocks = NULL};
}
