/* keys: the columns by which lines are grouped (-g).
 *
 * The key `level` is no column of the cells: a report counts in a group of every level asked for,
 * and `region` then is the division of that level around the report's own.
 * A group's key is its fields joined by tabs; a level stands in it as a digit, so that keys sort.
 */
#ifndef GIR_AGG_KEYS_H
#define GIR_AGG_KEYS_H

#include "common/divisions.h"
#include "common/tsv.h"

struct keys {
	struct str *v; /* slices of the list given */
	size_t n;
	size_t level, region, year; /* which of v these are, or STR_NONE */
	unsigned levels;            /* a bit a level: those asked for */
	bool per_line;              /* some key may differ within a report */
};

/* From a comma list, which must live as long; table, row and col are keys of every line anyway and
 * left out. 0, or -1 after a message. */
int keys_parse(struct keys *k, const char *list);
void keys_free(struct keys *k);

/* Adds the levels of a comma list to k->levels. 0, or -1 after a message. */
int keys_add_levels(struct keys *k, const char *list);

/* The level of that name, or LEVEL_COUNT. */
enum division_level level_named(struct str name);

/* Finds the key columns of a stream (at[level] is TSV_NONE unless `own`: aggregates have one).
 * 0, or -1 after a message for each that is missing. */
int keys_find(const struct keys *k, const struct tsv *t, bool own, size_t *at);

/* A run of a line's columns; none where first > last. */
struct span {
	size_t first, last;
};

/* The least run of columns with all the keys: lines that agree in it are of one group. */
struct span keys_span(const struct keys *k, const size_t *at);
/* The bytes of the line at hand in these columns. */
struct str span_of(const struct tsv *t, struct span s);

/* Field `i` of a group's key. */
struct str key_field(struct str key, size_t i);

#endif
