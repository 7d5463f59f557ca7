#include "cmd/gir-segment/source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/input.h"

enum { BLOCK = 65536 };

static int read_part(struct source *s)
{
	ssize_t n = 1;

	while (n > 0 && s->bytes.n < SOURCE_PART) {
		buf_reserve(&s->bytes, BLOCK);
		do
			n = read(s->fd, s->bytes.p + s->bytes.n, BLOCK);
		while (n < 0 && errno == EINTR);
		if (n > 0)
			s->bytes.n += (size_t)n;
	}
	s->all = n == 0;
	return n < 0 ? -1 : 0;
}

int source_open(struct source *s, const char *path)
{
	struct stat st;
	int status, error;

	s->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	buf_clear(&s->bytes);
	if (s->fd < 0)
		return -1;
	status = read_part(s);
	error = errno;
	if (status == 0 && fstat(s->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		status = -1; /* some systems read directories as files */
		error = EISDIR;
	}
	if (status != 0)
		source_close(s);
	errno = error;
	return status;
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
