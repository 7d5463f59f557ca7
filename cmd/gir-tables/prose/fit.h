/* prose_fit: whether a phrase that stands at a number means what it says there.
 *
 * The flags of prose.tsv, and the scope and topic around the phrase.
 */
#ifndef GIR_PROSE_FIT_H
#define GIR_PROSE_FIT_H

#include "cmd/gir-tables/prose/phrase.h"
#include "cmd/gir-tables/prose/scope.h"

/* Where a phrase was found. */
struct place {
	const struct lexer *x;
	const struct topic *topic;
	const struct scope *scope;
	size_t anchor, first, last; /* tokens */
};

/* May `p` be looked for here at all? Needs no first and last. */
bool fit_flags(const struct phrase *p, const struct place *at);

/* Was disclosure spoken of, before the phrase or in it, where it must be? */
bool fit_about(const struct phrase *p, const struct place *at);

/* May the figure be told, as far as the words around it go? */
bool fit_scope(const struct phrase *p, const struct place *at);

/* What the phrase's figure is about. */
bool phrase_is_requests(const struct phrase *p);
bool phrase_is_disclosed(const struct phrase *p);

#endif
