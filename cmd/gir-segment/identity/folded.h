/* folded: text as it is compared, with the way back to the source.
 *
 * Folded (fold.h), without spaces, marks of Markdown, and the Latin remarks in brackets that
 * editors and mirror sites leave ([bookmark: _GoBack], 公(gong)開). Owns its arrays; start from
 * zeroes, reuse at will.
 */
#ifndef GIR_FOLDED_H
#define GIR_FOLDED_H

#include "common/fold.h"

struct folded {
	struct buf text;
	uint32_t *from; /* of each byte: where its character starts in the source */
	size_t cap;
};

/* Replaces what it held with the folded `source`, of at most 4 GiB. */
void folded_set(struct folded *f, const struct fold *fold, struct str source);
/* The part of the source that bytes [i, j) come from; they are not none. */
struct str folded_source(const struct folded *f, struct str source, size_t i, size_t j);
/* Appends bytes [i, j) of another folding of the same source. */
void folded_append(struct folded *f, const struct folded *of, size_t i, size_t j);
void folded_clear(struct folded *f);
void folded_free(struct folded *f);

static inline struct str folded_str(const struct folded *f)
{
	return buf_str(&f->text);
}

#endif
