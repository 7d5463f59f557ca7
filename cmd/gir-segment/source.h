/* source: the bytes of an operand. An archive may be larger than memory, and is read on from its
 * descriptor.
 */
#ifndef GIR_SOURCE_H
#define GIR_SOURCE_H

#include "common/buf.h"

struct source {
	struct buf bytes; /* all of them, or the first SOURCE_PART */
	bool all;
	int fd; /* open until source_close */
};

enum { SOURCE_PART = 64 << 20 };

/* Opens `path` ("-": standard input) and reads the first part. 0, or -1 with errno set and nothing
 * left open. Room of an earlier source is used anew. */
int source_open(struct source *s, const char *path);
/* Reads the rest. 0, or -1 with errno set. */
int source_finish(struct source *s);
void source_close(struct source *s);
void source_free(struct source *s);

#endif
