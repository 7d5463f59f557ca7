#include "common/map.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int map_open(int fd, struct str *bytes)
{
	struct stat st;
	void *p;

	*bytes = STR_EMPTY;
	if (fstat(fd, &st) != 0)
		return -1;
	if (st.st_size == 0)
		return 0;
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return -1;
	*bytes = (struct str){p, (size_t)st.st_size};
	return 0;
}

int map_path(const char *path, struct str *bytes)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), status, error;

	*bytes = STR_EMPTY;
	if (fd < 0)
		return -1;
	status = map_open(fd, bytes);
	error = errno;
	(void)close(fd); /* nothing was written to it */
	errno = error;
	return status;
}

void map_close(struct str bytes)
{
	if (bytes.n > 0)
		(void)munmap((void *)bytes.p, bytes.n);
}
