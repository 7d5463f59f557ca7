/* agg: what the parts of gir-agg share, and how its two kinds of input are read.
 */
#ifndef GIR_AGG_H
#define GIR_AGG_H

#include "cmd/gir-agg/keys.h"
#include "cmd/gir-agg/panel.h"
#include "cmd/gir-agg/places.h"
#include "cmd/gir-agg/report.h"

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

/* Reads a cells stream, whose header has been read. A report may go on in the next file. */
enum reading cells_read(struct agg *a, struct tsv *t);

/* Whether the stream is gir-agg's own output. */
bool merge_wants(const struct tsv *t);
/* Reads such a stream. */
enum reading merge_read(struct agg *a, struct tsv *t);

/* Puts into a->room the key of the line at hand, whose key columns are `key`; level and region are
 * those of `place` where given. */
void agg_key(struct agg *a, const struct tsv *t, const size_t *key, const struct place *place);

/* Adds the groups to those around them (groups_raise). READ_DONE, or READ_OVERFLOW after a message.
 */
enum reading agg_raise(struct agg *a);

/* Tells that a sum of the cell is too large; READ_OVERFLOW. `t` is NULL where no line is to blame.
 */
enum reading agg_overflow(const struct agg *a, const struct tsv *t, size_t cell);

#endif
