#include "cmd/gir-segment/source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/input.h"

enum { BLOCK = 65536 };

static ssize_t read_some(struct source *s, size_t room)
{
	ssize_t n;

	buf_reserve(&s->bytes, room);
	do
		n = read(s->fd, s->bytes.p + s->bytes.n, room);
	while (n < 0 && errno == EINTR);
	if (n > 0)
		s->bytes.n += (size_t)n;
	return n;
}

/* A file of `size` bytes has ended where one more was asked for and not read; 0 where the size is
 * not known. */
static int read_part(struct source *s, size_t size)
{
	ssize_t n = 1;

	s->all = false;
	if (size > 0) {
		n = read_some(s, size + 1);
		s->all = n == 0 || n == (ssize_t)size;
	}
	while (!s->all && n > 0 && s->bytes.n < SOURCE_PART) {
		n = read_some(s, BLOCK);
		s->all = n == 0;
	}
	return n < 0 ? -1 : 0;
}

/* Opens and reads; errno on failure, else 0. */
static int read_from(struct source *s, const char *path)
{
	struct stat st;
	bool known;

	s->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (s->fd < 0 || fstat(s->fd, &st) != 0)
		return errno;
	if (S_ISDIR(st.st_mode)) /* some systems read directories as files */
		return EISDIR;
	known = S_ISREG(st.st_mode) && st.st_size < SOURCE_PART;
	return read_part(s, known ? (size_t)st.st_size : 0) == 0 ? 0 : errno;
}

int source_open(struct source *s, const char *path)
{
	int error;

	buf_clear(&s->bytes);
	error = read_from(s, path);
	if (error == 0)
		return 0;
	if (s->fd >= 0)
		source_close(s);
	errno = error;
	return -1;
}

int source_finish(struct source *s)
{
	if (!s->all && input_slurp(s->fd, &s->bytes) != 0)
		return -1;
	s->all = true;
	return 0;
}

void source_close(struct source *s)
{
	if (s->fd != STDIN_FILENO)
		close(s->fd);
	s->fd = -1;
}

void source_free(struct source *s)
{
	buf_free(&s->bytes);
}
