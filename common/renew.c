#include "common/renew.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/input.h"
#include "common/output.h"

/* Whether the file at `path` below `dir` holds just `text`. */
static bool holds(int dir, const char *path, struct str text)
{
	struct buf old = BUF_INIT;
	int fd = openat(dir, path, O_RDONLY | O_CLOEXEC);
	bool same;

	if (fd < 0)
		return false;
	same = input_slurp(fd, &old) == 0 && str_eq(buf_str(&old), text);
	close(fd);
	buf_free(&old);
	return same;
}

int renew(int dir, const char *path, const char *tmp, struct str text)
{
	struct output out;
	int fd;

	if (holds(dir, path, text))
		return 0;
	fd = openat(dir, tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0) {
		diag_errno(tmp, "cannot create");
		return -1;
	}
	output_use(&out, fd, tmp);
	output_put(&out, text);
	if (output_close(&out) != 0)
		return -1;
	if (renameat(dir, tmp, dir, path) == 0)
		return 0;
	diag_errno(path, "cannot create");
	return -1;
}
