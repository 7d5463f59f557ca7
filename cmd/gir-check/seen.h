/* seen: which docs have gone by, 8 bytes each, so that a doc that comes back in pieces is noticed.
 *
 * Of a doc's name a hash of 56 bits is kept. Two names of a stream have the same with a chance of 1
 * in 140,000 where it has a million reports; then the second one may be told of without need, and
 * the status is 2. No cell, verdict or finding depends on what is kept here.
 */
#ifndef GIR_CHECK_SEEN_H
#define GIR_CHECK_SEEN_H

#include <stdint.h>

#include "common/siphash.h"

/* What the reports had. A further shape has the number SEEN_SHAPES, and is like no other. */
enum { SEEN_SHAPE_BITS = 8, SEEN_SHAPES = (1 << SEEN_SHAPE_BITS) - 1 };

struct seen {
	uint64_t *old; /* docs, sorted; the lowest bits of each are the number of its shape */
	size_t n;
	uint64_t *recent; /* the same, those after them, as a hash table; 0 is an empty place */
	size_t recent_n;
	uint64_t shape[SEEN_SHAPES - 1]; /* of number 1, 2, ... */
	size_t shapes;
	uint64_t last; /* the doc just before, without a shape */
	struct siphash_key key;
};

/* Notes a report. False where its doc was seen before, with other docs in between, and this is not
 * another copy of the same cells. */
bool seen_add(struct seen *s, struct str doc, uint64_t shape);
void seen_free(struct seen *s);

#endif
