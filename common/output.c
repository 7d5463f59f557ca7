#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "common/output.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "common/diag.h"

void output_use(struct output *out, int fd, const char *name)
{
	*out = (struct output){.fd = fd, .name = name};
	buf_reserve(&out->buf, OUTPUT_BLOCK);
#ifdef F_SETPIPE_SZ
	(void)fcntl(fd, F_SETPIPE_SZ, 4 * OUTPUT_BLOCK);
#endif
}

int output_open(struct output *out, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = STDOUT_FILENO;

	if (!standard)
		fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return -1;
	output_use(out, fd, standard ? "<stdout>" : path);
	return 0;
}

void output_flush(struct output *out)
{
	size_t done = 0;

	while (!out->error && done < out->buf.n) {
		ssize_t put = write(out->fd, out->buf.p + done, out->buf.n - done);

		if (put >= 0)
			done += (size_t)put;
		else if (errno != EINTR)
			out->error = errno;
	}
	out->buf.n = 0;
}

/* The letter that stands for a byte behind a backslash, or 0. */
static const char escape_letter[256] = {['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\'};

/* Moves on by eight bytes while none of them is a control character or a backslash. A borrow can
 * only make it stop too early. */
static size_t skip_plain(struct str s, size_t i)
{
	const uint64_t ones = 0x0101010101010101U, high = 0x8080808080808080U;
	uint64_t eight, backslashes;

	for (; s.n - i >= sizeof eight; i += sizeof eight) {
		memcpy(&eight, s.p + i, sizeof eight);
		backslashes = eight ^ ones * '\\';
		if ((((eight - ones * ' ') & ~eight) | ((backslashes - ones) & ~backslashes)) &
		    high)
			break;
	}
	return i;
}

void output_field(struct output *out, struct str s)
{
	size_t i, from = 0;

	for (i = skip_plain(s, 0); i < s.n; i++) {
		char letter = escape_letter[(unsigned char)s.p[i]];

		if (!letter)
			continue;
		output_put(out, str_sub(s, from, i));
		output_putc(out, '\\');
		output_putc(out, letter);
		from = i + 1;
		i = skip_plain(s, from) - 1;
	}
	output_put(out, str_from(s, from));
}

void output_size(struct output *out, size_t v)
{
	if (out->buf.n + 24 > OUTPUT_BLOCK)
		output_flush(out);
	buf_put_size(&out->buf, v);
}

int output_close(struct output *out)
{
	output_flush(out);
	if (close(out->fd) != 0 && !out->error)
		out->error = errno;
	buf_free(&out->buf);
	out->fd = -1;
	if (!out->error)
		return 0;
	errno = out->error;
	diag_errno(out->name, "cannot write");
	return -1;
}
