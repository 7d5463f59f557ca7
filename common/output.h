/* output: one large buffer before a descriptor, and an error that cannot be lost.
 *
 * Writers do not test each put: the first failure is kept, later puts do nothing, and
 * output_close reports it. A closed pipe ends the program by SIGPIPE, quietly, as in any filter.
 */
#ifndef GIR_OUTPUT_H
#define GIR_OUTPUT_H

#include "common/buf.h"

struct output {
	int fd;
	int error; /* errno of the first failure, else 0 */
	const char *name;
	struct buf buf;
};

/* Writes to an open descriptor, which output_close closes. */
void output_use(struct output *out, int fd, const char *name);
/* Creates or truncates `path`; "-" is standard output. 0, or -1 with errno set. */
int output_open(struct output *out, const char *path);

void output_put(struct output *out, struct str s);
void output_putc(struct output *out, char c);
/* A field of a stream: backslash, tab, CR and LF escaped (Linear TSV), the rest as it is. */
void output_field(struct output *out, struct str s);
void output_size(struct output *out, size_t v);

/* Hands what is buffered to the system. */
void output_flush(struct output *out);

/* Flushes and closes. 0, or -1 after a message: `gir-x: <stdout>: cannot write: No space left ...`.
 */
int output_close(struct output *out);

#endif
