#define _GNU_SOURCE /* copy_file_range, splice */
#include "common/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/str.h"

static int write_all(int fd, const char *path, struct str s)
{
	while (s.n > 0) {
		ssize_t put = write(fd, s.p, s.n);

		if (put >= 0) {
			s = str_from(s, (size_t)put);
		} else if (errno != EINTR) {
			diag_errno(path, "cannot write");
			return -1;
		}
	}
	return 0;
}

/* By reading and writing. */
static int copy_through(int fd, const char *path, size_t from, size_t to, int out,
			const char *out_path)
{
	static char room[256 * 1024];
	ssize_t got;

	while (from < to) {
		size_t n = to - from < sizeof room ? to - from : sizeof room;

		got = pread(fd, room, n, (off_t)from);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			diag_errno(path, "cannot read");
			return -1;
		}
		if (write_all(out, out_path, (struct str){room, (size_t)got}) != 0)
			return -1;
		from += (size_t)got;
	}
	return 0;
}

int copy_bytes(int fd, const char *path, size_t from, size_t to, int out, const char *out_path)
{
	bool pipe = false;

	while (from < to) {
		off_t at = (off_t)from;
		ssize_t got = pipe ? splice(fd, &at, out, NULL, to - from, 0)
				   : copy_file_range(fd, &at, out, NULL, to - from, 0);

		if (got > 0)
			from += (size_t)got;
		else if (pipe)
			return copy_through(fd, path, from, to, out, out_path);
		else
			pipe = true;
	}
	return 0;
}
