/* groups: the sums, by group and cell.
 *
 * Memory grows with the groups and their cells, not with the reports. An accumulator that no report
 * has reached has reports == 0.
 */
#ifndef GIR_AGG_GROUPS_H
#define GIR_AGG_GROUPS_H

#include "cmd/gir-agg/acc.h"
#include "common/intern.h"

/* What the consolidated reports of an area say in one cell. */
struct published {
	enum { PUBLISHED_NOT, PUBLISHED_NUM, PUBLISHED_MISSING, PUBLISHED_CONFLICT } state;
	struct dec value;
};

struct group {
	struct acc *v; /* by cell number */
	size_t cells;
	struct published *published; /* by cell number */
	size_t published_cells;
};

struct groups {
	struct intern keys; /* by group number */
	struct group *v;
	size_t n, cap;
};

/* The number of the group with that key, new or old. */
size_t groups_number(struct groups *g, struct str key);
/* The accumulator of a cell; `room` is how many cells there are at the moment. */
struct acc *groups_acc(struct groups *g, size_t group, size_t cell, size_t room);
/* A consolidated report's cell; `v` is NULL where it is no number. Two numbers that differ are a
 * conflict. */
void groups_publish(struct groups *g, size_t group, size_t cell, size_t room, const struct dec *v);
void groups_free(struct groups *g);

#endif
