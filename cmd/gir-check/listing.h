/* listing: texts under their documents, written by document.
 *
 * The documents come in the order of their first text, what belongs to none last. The listing owns
 * copies of everything.
 */
#ifndef GIR_CHECK_LISTING_H
#define GIR_CHECK_LISTING_H

#include "common/intern.h"
#include "common/output.h"

struct listed {
	size_t doc, order; /* number of listing->docs */
	struct str text;
};

struct listing {
	struct intern docs;
	struct pool pool;
	struct listed *v;
	size_t n, cap;
};

void listing_add(struct listing *l, struct str doc, struct str text);
/* A blank line stands between documents. */
void listing_write(struct listing *l, struct output *to);
void listing_free(struct listing *l);

#endif
