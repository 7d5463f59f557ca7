/* indicators: derived rates as data (common/data/indicators.tsv): numerator and denominator.
 *
 * Columns: id; numerator, denominator: cells `table/row/col` joined by + or -, where `#` before a
 * cell counts the reports that have it as a number; factor (100 for per cent); places, the decimals
 * that are kept; meaning, for people.
 */
#ifndef GIR_AGG_INDICATORS_H
#define GIR_AGG_INDICATORS_H

#include "cmd/gir-agg/groups.h"

struct term {
	size_t cell; /* number, or STR_NONE where no report has it */
	bool minus, count;
};

struct expression {
	struct term *v;
	size_t n, cap;
};

struct indicator {
	struct str id;
	struct expression numerator, denominator;
	struct dec factor;
	int places;
};

struct indicators {
	struct indicator *v;
	size_t n, cap;
	struct buf text; /* of the file, where it is not the embedded one */
};

/* From `path`, or from the embedded file where NULL. 0, or -1 after a message. */
int indicators_load(struct indicators *l, const char *path, const struct intern *cells);
void indicators_free(struct indicators *l);

enum quantity { QUANTITY_KNOWN, QUANTITY_UNKNOWN, QUANTITY_OVERFLOW };

/* The sum of an expression in a group; unknown where a cell has no number in it. */
enum quantity indicator_sum(const struct expression *e, const struct group *g, struct dec *v);

/* n * factor / d, rounded half away from zero; unknown where d is 0. */
enum quantity indicator_rate(const struct indicator *i, struct dec n, struct dec d, struct dec *v);

#endif
