/* report: the report at hand: which cells it has had, the groups it counts in, and the totals of
 * its groups of rows (三（三）不予公开 ...), which no line of the stream holds.
 */
#ifndef GIR_AGG_REPORT_H
#define GIR_AGG_REPORT_H

#include "cmd/gir-agg/codebook.h"
#include "cmd/gir-agg/groups.h"

/* A group total of the report, so far. */
struct pending {
	size_t seen, numbers; /* members met, and those of them in state num */
	struct dec sum;
	enum verdict verdict;
};

/* What is known of a cell, or of the start of a report. */
struct seen {
	size_t report; /* the last report that had it */
	size_t next;   /* the cell that came after it then: most often it does again */
};

/* Consecutive lines of one doc in which no cell comes twice. */
struct report {
	size_t number; /* 1-based, 0 before the first */
	struct buf doc;
	bool consolidated;
	const struct totals *totals; /* of its form, or NULL */
	struct pending *pending;     /* one for each of them */
	size_t pending_room;
	struct seen *seen; /* by cell number + 1; first the start */
	size_t seen_room;
	size_t last;     /* which of these is the line before's */
	struct buf span; /* what the key columns of its lines read */
	bool placed;     /* the groups have been found: */
	struct groups_of groups;
};

/* What reading came to. */
enum reading {
	READ_DONE,
	READ_TROUBLE, /* told; some of it is left out */
	READ_NOTHING, /* told; it could not be opened, or its header lacks what is needed */
	READ_OVERFLOW /* told; the sums are of no use */
};

struct agg;
struct tsv;

/* Each of these is READ_DONE, or READ_OVERFLOW after a message; `t` is the stream being read, NULL
 * behind the last. Ends the report at hand, if there is one, and begins another: */
enum reading report_begin(struct agg *a, const struct tsv *t, struct str doc, struct str scope,
			  struct str form);
enum reading report_end(struct agg *a, const struct tsv *t);
/* The number of a cell of the report, or that it has none where `v` is NULL. */
enum reading report_add(struct agg *a, const struct tsv *t, size_t cell, const struct dec *v,
			enum verdict verdict);
void report_free(struct report *r);

/* The cell that came after the one before when a report last had it, or STR_NONE. */
static inline size_t report_expects(const struct report *r)
{
	return r->last < r->seen_room ? r->seen[r->last].next : STR_NONE;
}

/* Whether it has had the cell, of which report_learn knows. */
static inline bool report_has(const struct report *r, size_t cell)
{
	return r->seen[cell + 1].report == r->number;
}

/* That this cell came, another one than expected; `cells` is how many there are. */
void report_learn(struct report *r, size_t cell, size_t cells);

#endif
