#define _GNU_SOURCE /* memfd_create */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/fuzz/fuzz.h"

static int checked(int result, const char *what)
{
	if (result < 0) {
		perror(what);
		abort();
	}
	return result;
}

const char *fuzz_file(struct str bytes)
{
	static char path[64];
	static int fd = -1;

	if (fd < 0) {
		fd = checked(memfd_create("input", MFD_CLOEXEC), "memfd_create");
		checked(snprintf(path, sizeof path, "/proc/self/fd/%d", fd), "snprintf");
	}
	checked(ftruncate(fd, 0), "ftruncate");
	checked((int)pwrite(fd, bytes.p, bytes.n, 0), "pwrite");
	return path;
}

void fuzz_output(void)
{
	static int null = -1;

	if (null < 0)
		null = checked(open("/dev/null", O_WRONLY | O_CLOEXEC), "/dev/null");
	if (null != STDOUT_FILENO)
		checked(dup2(null, STDOUT_FILENO), "dup2");
}
