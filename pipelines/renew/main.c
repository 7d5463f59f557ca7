/* renew: puts files in the places of others, but leaves those alone that would be the same.
 *
 *	renew [FROM TO]... [-- FROM TO...]
 *
 * What hangs on a file that keeps its time need not be made anew. FROM is gone afterwards. Those behind
 * `--` get their places without a look.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/map.h"

const char program_name[] = "renew";

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

/* 0, or -1 after a message. */
static int renew(const char *from, const char *to, bool look)
{
	if (look && is_same(from, to)) {
		if (unlink(from) == 0)
			return 0;
		diag_errno(from, "cannot remove");
		return -1;
	}
	if (rename(from, to) == 0)
		return 0;
	diag_errno(to, "cannot be put in its place");
	return -1;
}

int main(int argc, char **argv)
{
	bool look = true;
	int i;

	for (i = 1; i < argc; i++) {
		if (look && strcmp(argv[i], "--") == 0) {
			look = false;
			continue;
		}
		if (i + 1 == argc)
			die("usage: renew [FROM TO]... [-- FROM TO...]");
		if (renew(argv[i], argv[i + 1], look) != 0)
			return EXIT_TROUBLE;
		i++;
	}
	return EXIT_DONE;
}
