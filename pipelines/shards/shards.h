/* shards: which reports a corpus holds, and how they are dealt into shards.
 *
 * A shard is a run of reports in the order of their paths, so reports of one directory stay
 * together and tables by shard make tables by path. Where there are more than SHARD_MOST, the run
 * is cut before the report whose path has the greatest hash, and each part likewise. So the shards
 * depend on the names in the corpus alone, and a report that comes or goes touches its own shard
 * and seldom another.
 */
#ifndef GIR_SHARDS_H
#define GIR_SHARDS_H

#include <sys/stat.h>

#include "common/buf.h"
#include "common/intern.h"

enum { SHARD_MOST = 400 }; /* so the mean is about 200 */

struct report_file {
	struct str path; /* below the corpus, "./" first */
	uint64_t hash;
	struct timespec modified, changed;
	long long size;
};

struct walk {
	struct report_file *v;
	size_t n, cap;
	struct pool pool; /* the paths */
};

/* Every report below the working directory, in no order: regular files and links to such, and what
 * could not be looked at, so that it will be a finding. Left out are names that begin with a dot,
 * the directory `out`, and manifest.* and roster.* at the top. 0, or -1 after a message. */
int walk_corpus(struct walk *w, const struct stat *out);
void walk_free(struct walk *w);

struct shard {
	struct str name; /* the hash of its first path in hexadecimal; "0" begins, "all" is alone */
	size_t first, n; /* a run of walk->v, sorted by path */
};

struct shards {
	struct shard *v; /* by path */
	size_t n, cap;
	struct intern names;
};

/* Deals; sorts w->v. There is always a shard, if an empty one. */
void shards_deal(struct shards *s, struct walk *w);
void shards_free(struct shards *s);
bool shards_has(const struct shards *s, struct str name);

/* Writes .work/list/NAME for each shard and .work/shards below the directory `out`, each only
 * where it differs from what is there, and removes what belongs to shards that are no more and what
 * a killed run left behind. 0, or -1 after a message. */
int lists_write(const struct shards *s, const struct walk *w, int out);

#endif
