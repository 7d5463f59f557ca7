/* output: one large buffer before a descriptor, and an error that cannot be lost.
 *
 * Writers do not test each put: the first failure is kept, later puts do nothing, and
 * output_close reports it. A closed pipe ends the program by SIGPIPE, quietly, as in any filter.
 */
#ifndef GIR_OUTPUT_H
#define GIR_OUTPUT_H

#include "common/buf.h"

/* Where so much is buffered, it goes to the system. */
enum { OUTPUT_BLOCK = 256 * 1024 };

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

/* Hands what is buffered to the system. */
void output_flush(struct output *out);

static inline void output_put(struct output *out, struct str s)
{
	if (out->buf.n + s.n > OUTPUT_BLOCK)
		output_flush(out);
	buf_put(&out->buf, s);
}

static inline void output_putc(struct output *out, char c)
{
	if (out->buf.n >= OUTPUT_BLOCK)
		output_flush(out);
	buf_putc(&out->buf, c);
}

/* Room for `n` bytes to be written in place; what was written goes on with output_end, its end. */
static inline char *output_room(struct output *out, size_t n)
{
	if (out->buf.n + n > OUTPUT_BLOCK)
		output_flush(out);
	buf_reserve(&out->buf, n);
	return out->buf.p + out->buf.n;
}

/* Writes to such room: a string, a decimal number. Each returns where to go on. */
static inline char *write_str(char *to, struct str s)
{
	if (s.n)
		memcpy(to, s.p, s.n);
	return to + s.n;
}

/* write_str of a string behind which WRITE_PADDING bytes of any value stand, as many as are needed
 * behind the copy: blocks take less time than a length, as most strings are short. */
enum { WRITE_PADDING = 32 };
static inline char *write_padded(char *to, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i += WRITE_PADDING)
		memcpy(to + i, s.p + i, WRITE_PADDING);
	return to + s.n;
}

enum { WRITE_SIZE = 20 }; /* bytes of the longest number */

/* write_size of what is not one digit. */
char *write_digits(char *to, size_t v);
static inline char *write_size(char *to, size_t v)
{
	if (v >= 10)
		return write_digits(to, v);
	*to = (char)('0' + v); /* as most places in a table are */
	return to + 1;
}

/* write_field of what is not one usual byte. */
char *write_any_field(char *to, struct str s);
/* A field of a stream: backslash, tab, CR and LF escaped (Linear TSV), the rest as it is. Needs
 * FIELD_ROOM of its length. */
#define FIELD_ROOM(n) (2 * (n))
static inline char *write_field(char *to, struct str s)
{
	if (s.n != 1 || s.p[0] < ' ' || s.p[0] == '\\')
		return write_any_field(to, s);
	*to = s.p[0]; /* as most cells are */
	return to + 1;
}

static inline void output_end(struct output *out, const char *end)
{
	out->buf.n = (size_t)(end - out->buf.p);
}

/* A field that needs no escaping, and the tab behind it. */
static inline void output_tabbed(struct output *out, struct str s)
{
	output_put(out, s);
	output_putc(out, '\t');
}

/* A field of a stream, escaped. */
void output_field(struct output *out, struct str s);
void output_size(struct output *out, size_t v);

/* Flushes and closes. 0, or -1 after a message: `gir-x: <stdout>: cannot write: No space left ...`.
 */
int output_close(struct output *out);

#endif
