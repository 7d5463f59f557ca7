/* baseline: the findings of a former run, so that only new ones are told (--baseline).
 *
 * A finding is an old one where doc, rule, table, row, col and actual are the same; what else it
 * says (a line that moved, a message in another language) does not matter.
 */
#ifndef GIR_CHECK_BASELINE_H
#define GIR_CHECK_BASELINE_H

#include "common/buf.h"
#include "common/intern.h"

enum baseline_field {
	BASELINE_DOC,
	BASELINE_RULE,
	BASELINE_TABLE,
	BASELINE_ROW,
	BASELINE_COL,
	BASELINE_ACTUAL,
	BASELINE_FIELDS
};

struct baseline {
	struct intern keys;
	struct buf room;
};

/* Reads a file of findings ("-": standard input). 0, or -1 after a message. */
int baseline_load(struct baseline *b, const char *path);
void baseline_free(struct baseline *b);
/* The fields are as they stand in the stream. */
bool baseline_has(struct baseline *b, const struct str field[BASELINE_FIELDS]);

#endif
