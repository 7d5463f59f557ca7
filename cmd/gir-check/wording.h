/* wording: the message of a rule, cut up once: texts, and between them what a finding fills in.
 */
#ifndef GIR_CHECK_WORDING_H
#define GIR_CHECK_WORDING_H

#include "common/pool.h"

/* What stands in braces. */
enum blank {
	BLANK_NONE, /* behind the last text */
	BLANK_CELL,
	BLANK_ROW,
	BLANK_COL,
	BLANK_EXPECTED,
	BLANK_ACTUAL,
	BLANK_NAMED /* what the rule gives by a name */
};

/* A text as it goes into the stream, and what follows it. */
struct wording_part {
	struct str text;
	enum blank blank;
	struct str name;
};

struct wording {
	struct wording_part *part;
	size_t n, cap;
};

/* Reads "... {cell} ...". Texts that need escapes go into the pool, which must live as long; so
 * must the text itself. Released by wording_free. */
void wording_parse(struct wording *w, struct str text, struct pool *pool);
void wording_free(struct wording *w);

#endif
