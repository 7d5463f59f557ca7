/* groups: the sums, by group and cell.
 *
 * Memory grows with the groups and their cells, not with the reports. An accumulator that no report
 * has reached has reports == 0.
 *
 * A report counts in a group of each level, and these lie within one another. So it is put into the
 * innermost alone, and groups_raise, once all reports are there, adds each group to the one around
 * it.
 */
#ifndef GIR_AGG_GROUPS_H
#define GIR_AGG_GROUPS_H

#include "cmd/gir-agg/slot.h"
#include "common/divisions.h"
#include "common/intern.h"

/* What the consolidated reports of an area say in one cell. */
struct published {
	enum { PUBLISHED_NOT, PUBLISHED_NUM, PUBLISHED_MISSING, PUBLISHED_CONFLICT } state;
	struct dec value;
};

struct group {
	struct slot *v; /* by cell number */
	size_t cells;
	struct published *published; /* by cell number */
	size_t published_cells;
	enum division_level level;
	size_t outer; /* the group around it, or STR_NONE */
};

struct groups {
	struct intern keys; /* by group number */
	struct group *v;
	size_t n, cap;
	struct slab slab; /* of their arrays */
	bool raised;      /* what counts in a group is in it; what comes now goes into each */
};

/* The groups in which something counts, the innermost first. */
struct groups_of {
	size_t v[LEVEL_COUNT];
	size_t n;
};

/* Adds the group with that key, new or old, as the one around those that are there. */
void groups_add(struct groups *g, struct groups_of *to, struct str key, enum division_level level);
/* groups_merge where it is not one group that has room for the cell. */
int groups_merge_any(struct groups *g, const struct groups_of *of, size_t cell, size_t room,
		     struct acc more);
/* Merges `more` into the cell of these groups; `room` is how many cells there are at the moment.
 * 0, or -1 on overflow. */
static inline int groups_merge(struct groups *g, const struct groups_of *of, size_t cell,
			       size_t room, const struct acc *more)
{
	struct group *first = of->n && (of->n == 1 || !g->raised) ? &g->v[of->v[0]] : NULL;

	return first && cell < first->cells ? slot_merge(&first->v[cell], more, &g->slab)
					    : groups_merge_any(g, of, cell, room, *more);
}

/* What a cell of a group has come to. */
static inline struct acc group_acc(const struct group *g, size_t cell)
{
	return cell < g->cells ? slot_acc(&g->v[cell]) : (struct acc){.reports = 0};
}

/* Once; 0, or -1 where a sum of *cell would overflow. */
int groups_raise(struct groups *g, size_t *cell);
/* A consolidated report's cell; `v` is NULL where it is no number. Two numbers that differ are a
 * conflict. */
void groups_publish(struct groups *g, size_t group, size_t cell, size_t room, const struct dec *v);
void groups_free(struct groups *g);

#endif
