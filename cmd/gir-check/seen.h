/* seen: which docs have gone by, 16 bytes each, so that a doc that comes back in pieces is noticed.
 */
#ifndef GIR_CHECK_SEEN_H
#define GIR_CHECK_SEEN_H

#include <stdint.h>

#include "common/str.h"

struct seen_doc {
	uint64_t doc;   /* hash of the name; 0 is an empty place */
	uint64_t shape; /* what the report had */
};

struct seen {
	struct seen_doc *v;
	size_t n, cap; /* cap is a power of two */
	uint64_t last; /* the doc just before */
};

/* Notes a report. False where its doc was seen before, with other docs in between, and this is not
 * another copy of the same cells. */
bool seen_add(struct seen *s, struct str doc, uint64_t shape);
void seen_free(struct seen *s);

#endif
