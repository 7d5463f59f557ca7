/* input: lines from a file or a pipe, of any length, each byte read once.
 *
 * A slice returned by input_line is valid until the next call. NUL bytes are ordinary bytes; a
 * missing last newline is no error. EINTR and short reads are handled here.
 */
#ifndef GIR_INPUT_H
#define GIR_INPUT_H

#include "common/buf.h"
#include "common/str.h"

struct input {
	int fd;
	const char *name; /* for messages; not owned */
	size_t line;      /* number of the line last returned, 1-based */
	struct buf buf;
	size_t pos; /* where the next line begins in buf */
	bool eof;
};

/* Opens `path`; "-" is standard input. 0, or -1 with errno set. */
int input_open(struct input *in, const char *path);
/* Reads from an open descriptor, which input_close will close. */
void input_use(struct input *in, int fd, const char *name);
/* 1 and the next line without its line feed, 0 at the end, -1 with errno set. */
int input_line(struct input *in, struct str *line);
/* The same, cut at `end` (NUL for lists of names). */
int input_until(struct input *in, char end, struct str *line);
/* What is read and not returned yet: most often many lines, the last one cut off anywhere. */
static inline struct str input_ahead(const struct input *in)
{
	return (struct str){in->buf.p + in->pos, in->buf.n - in->pos};
}

/* Takes the first line from it, as input_line would; its line feed is the byte at `n`. */
static inline struct str input_take(struct input *in, size_t n)
{
	struct str line = {in->buf.p + in->pos, n};

	in->pos += n + 1;
	in->line++;
	return line;
}

/* 0, or -1 with errno set. */
int input_close(struct input *in);

/* Appends all that is left of `fd` to `to`. 0, or -1 with errno set. */
int input_slurp(int fd, struct buf *to);
/* Appends the whole file ("-": standard input). 0, or -1 after a message. */
int input_slurp_file(const char *path, struct buf *to);

#endif
