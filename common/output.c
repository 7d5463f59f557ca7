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

/* 00, 01, 02 ... */
static const char pairs[] = "00010203040506070809"
			    "10111213141516171819"
			    "20212223242526272829"
			    "30313233343536373839"
			    "40414243444546474849"
			    "50515253545556575859"
			    "60616263646566676869"
			    "70717273747576777879"
			    "80818283848586878889"
			    "90919293949596979899";

char *write_digits(char *to, size_t v)
{
	if (v >= 100)
		to = write_size(to, v / 100);
	memcpy(to, pairs + 2 * (v % 100), 2);
	return to + 2;
}

/* The letter that stands for a byte behind a backslash, or 0. */
static const char escape_letter[256] = {['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\'};

/* Whether one of eight bytes is a control character or a backslash, or may be: a borrow can only
 * tell too many. */
static bool may_need_escape(uint64_t eight)
{
	const uint64_t ones = 0x0101010101010101U, high = 0x8080808080808080U;
	uint64_t backslashes = eight ^ ones * '\\';

	return (((eight - ones * ' ') & ~eight) | ((backslashes - ones) & ~backslashes)) & high;
}

char *write_any_field(char *to, struct str s)
{
	size_t i = 0, end;
	uint64_t eight;

	while (i < s.n) {
		for (; s.n - i >= sizeof eight; i += sizeof eight, to += sizeof eight) {
			memcpy(&eight, s.p + i, sizeof eight);
			if (may_need_escape(eight))
				break;
			memcpy(to, &eight, sizeof eight);
		}
		for (end = s.n - i < sizeof eight ? s.n : i + sizeof eight; i < end; i++) {
			char letter = escape_letter[(unsigned char)s.p[i]];

			if (letter)
				*to++ = '\\';
			*to++ = letter ? letter : s.p[i];
		}
	}
	return to;
}

void output_field(struct output *out, struct str s)
{
	enum { PART = 4096 };

	do {
		struct str part = str_sub(s, 0, PART);

		output_end(out, write_field(output_room(out, FIELD_ROOM(part.n)), part));
		s = str_from(s, part.n);
	} while (s.n);
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
