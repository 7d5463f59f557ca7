#include "common/renew.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/map.h"
#include "common/output.h"

/* Whether both are there and hold the same. */
static bool is_same(const char *a, const char *b)
{
	struct str x = STR_EMPTY, y = STR_EMPTY;
	bool same = map_path(a, &x) == 0 && map_path(b, &y) == 0 && str_eq(x, y);

	map_close(x);
	map_close(y);
	return same;
}

/* Whether the file is there and holds just the text. */
static bool holds(const char *path, struct str text)
{
	struct str old = STR_EMPTY;
	bool same = map_path(path, &old) == 0 && str_eq(old, text);

	map_close(old);
	return same;
}

int put_in_place(const char *from, const char *to)
{
	if (rename(from, to) == 0)
		return 0;
	diag_errno(to, "cannot be put in its place");
	return -1;
}

int renew(const char *from, const char *to)
{
	if (!is_same(from, to))
		return put_in_place(from, to);
	if (unlink(from) == 0)
		return 0;
	diag_errno(from, "cannot remove");
	return -1;
}

int renew_text(struct str text, const char *tmp, const char *to)
{
	struct output o;

	if (holds(to, text))
		return 0;
	if (output_open(&o, tmp) != 0) {
		diag_errno(tmp, "cannot create");
		return -1;
	}
	output_put(&o, text);
	return output_close(&o) == 0 ? put_in_place(tmp, to) : -1;
}

int stamp(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd >= 0 && close(fd) == 0)
		return 0;
	diag_errno(path, "cannot create");
	return -1;
}
