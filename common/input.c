#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "common/input.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "common/diag.h"

enum { BLOCK = 256 * 1024 };

/* Appends the next block; the count of bytes, 0 at the end, -1 with errno set. */
static ssize_t fill(int fd, struct buf *b)
{
	ssize_t got;

	buf_reserve(b, BLOCK);
	do
		got = read(fd, b->p + b->n, BLOCK);
	while (got < 0 && errno == EINTR);
	if (got > 0)
		b->n += (size_t)got;
	return got;
}

void input_use(struct input *in, int fd, const char *name)
{
	*in = (struct input){.fd = fd, .name = name};
#ifdef F_SETPIPE_SZ
	/* A pipe of the default size costs more than parsing; refusal is harmless. */
	(void)fcntl(fd, F_SETPIPE_SZ, 4 * BLOCK);
#endif
}

int input_open(struct input *in, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return -1;
	input_use(in, fd, standard ? "<stdin>" : path);
	return 0;
}

int input_until(struct input *in, char end, struct str *line)
{
	size_t seen = in->pos;

	for (;;) {
		const char *at = NULL;
		ssize_t got;

		if (seen < in->buf.n)
			at = memchr(in->buf.p + seen, end, in->buf.n - seen);
		if (at || (in->eof && in->pos < in->buf.n)) {
			const char *stop = at ? at : in->buf.p + in->buf.n;

			*line = (struct str){in->buf.p + in->pos, 0};
			line->n = (size_t)(stop - line->p);
			in->pos += line->n + (at ? 1 : 0);
			in->line++;
			return 1;
		}
		if (in->eof)
			return 0;
		/* Only the unfinished line moves to the front, so every byte moves once. */
		if (in->pos > 0) {
			memmove(in->buf.p, in->buf.p + in->pos, in->buf.n - in->pos);
			in->buf.n -= in->pos;
			in->pos = 0;
		}
		seen = in->buf.n;
		got = fill(in->fd, &in->buf);
		if (got < 0)
			return -1;
		in->eof = got == 0;
	}
}

int input_line(struct input *in, struct str *line)
{
	return input_until(in, '\n', line);
}

int input_close(struct input *in)
{
	int status = in->fd == STDIN_FILENO ? 0 : close(in->fd);

	buf_free(&in->buf);
	in->fd = -1;
	return status;
}

int input_slurp(int fd, struct buf *to)
{
	ssize_t got;

	while ((got = fill(fd, to)) > 0)
		;
	return got < 0 ? -1 : 0;
}

int input_slurp_file(const char *path, struct buf *to)
{
	struct input in;
	int status;

	if (input_open(&in, path) != 0) {
		diag_errno(path, "cannot open");
		return -1;
	}
	status = input_slurp(in.fd, to);
	if (status != 0)
		diag_errno(in.name, "cannot read");
	(void)input_close(&in); /* nothing was written to it */
	return status;
}
