/* agg: what the parts of gir-agg share, and how its two kinds of input are read.
 */
#ifndef GIR_AGG_H
#define GIR_AGG_H

#include "cmd/gir-agg/codebook.h"
#include "cmd/gir-agg/groups.h"
#include "cmd/gir-agg/keys.h"
#include "cmd/gir-agg/panel.h"
#include "cmd/gir-agg/places.h"

/* A group total of the report at hand, so far. */
struct pending {
	size_t seen, numbers; /* members met, and those of them in state num */
	struct dec sum;
	enum verdict verdict;
};

/* By cell number. */
struct seen {
	size_t report; /* the last report that had it */
	size_t next;   /* the cell that came after it then: most often it does again */
};

/* The report at hand: consecutive lines of one doc in which no cell comes twice. */
struct report {
	size_t number; /* 1-based, 0 before the first */
	struct buf doc;
	bool consolidated;
	const struct totals *totals; /* of its form, or NULL */
	struct pending *pending;     /* one for each of them */
	size_t pending_room;
	struct seen *seen;
	size_t seen_room;
	size_t last;     /* cell number of the line before */
	bool placed;     /* its groups have been found: */
	struct buf span; /* for the line whose key columns read so */
	size_t group[LEVEL_COUNT];
	size_t groups;
};

struct agg {
	struct keys keys;
	bool reconcile;
	struct panel *panel; /* NULL unless --panel; then nothing is summed */
	struct divisions divisions;
	struct forms forms;
	struct codebook book;
	struct groups groups;
	struct report report;
	struct buf room; /* for a name or key being put together */
};

/* What reading a file came to. */
enum reading {
	READ_DONE,
	READ_TROUBLE, /* told; some of it is left out */
	READ_NOTHING, /* told; it could not be opened, or its header lacks what is needed */
	READ_OVERFLOW /* told; the sums are of no use */
};

/* Reads a cells stream, whose header has been read. A report may go on in the next file. */
enum reading cells_read(struct agg *a, struct tsv *t);
/* Ends the last report. */
enum reading cells_finish(struct agg *a);

/* Whether the stream is gir-agg's own output. */
bool merge_wants(const struct tsv *t);
/* Reads such a stream. */
enum reading merge_read(struct agg *a, struct tsv *t);

/* Puts into a->room the key of the line at hand, whose key columns are `key`; level and region are
 * those of `place` where given. */
void agg_key(struct agg *a, const struct tsv *t, const size_t *key, const struct place *place);

/* Tells that a sum of the cell is too large; READ_OVERFLOW. */
enum reading agg_overflow(const struct agg *a, const struct tsv *t, size_t cell);

#endif
