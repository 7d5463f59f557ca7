#include "common/renew.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/map.h"

static bool is_same(const char *a, const char *b)
{
	int fd[2] = {open(a, O_RDONLY | O_CLOEXEC), open(b, O_RDONLY | O_CLOEXEC)}, i;
	struct str bytes[2] = {STR_EMPTY, STR_EMPTY};
	bool same = true;

	for (i = 0; i < 2; i++)
		same = same && fd[i] >= 0 && map_open(fd[i], &bytes[i]) == 0;
	same = same && str_eq(bytes[0], bytes[1]);
	for (i = 0; i < 2; i++) {
		map_close(bytes[i]);
		if (fd[i] >= 0)
			(void)close(fd[i]);
	}
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
