#include "cmd/gir-report/site.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/input.h"
#include "common/utf8.h"

enum {
	PIECE = 200,   /* bytes of a name; file systems take 255 */
	LONGEST = 2000 /* bytes of a path; systems take 4096 */
};

int site_open(struct site *s, const char *dir)
{
	char pid[32];

	*s = (struct site){.dir = dir, .fd = -1};
	if (mkdir(dir, 0777) == 0 || errno == EEXIST)
		s->fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (s->fd < 0) {
		diag_errno(dir, "cannot be used for the pages");
		return -1;
	}
	(void)snprintf(pid, sizeof pid, ".new.%ld", (long)getpid());
	buf_put(&s->temporary, (struct str){pid, strlen(pid) + 1});
	return 0;
}

void site_close(struct site *s)
{
	if (s->fd >= 0) {
		(void)unlinkat(s->fd, s->temporary.p, 0); /* of a picture that failed */
		(void)close(s->fd);
	}
	buf_free(&s->temporary);
	buf_free(&s->room);
}

bool site_is(struct site *s, const char *path, struct str bytes)
{
	int fd = openat(s->fd, path, O_RDONLY | O_CLOEXEC);
	bool same = false;
	struct stat st;

	if (fd < 0)
		return false;
	buf_clear(&s->room);
	if (fstat(fd, &st) == 0 && (size_t)st.st_size == bytes.n)
		same = input_slurp(fd, &s->room) == 0 && str_eq(buf_str(&s->room), bytes);
	(void)close(fd);
	return same;
}

static int write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t put = write(fd, bytes.p, bytes.n);

		if (put < 0 && errno != EINTR)
			return -1;
		if (put > 0)
			bytes = str_from(bytes, (size_t)put);
	}
	return 0;
}

/* The directories that `path` is in. */
static int make_directories(const struct site *s, char *path)
{
	char *at = path;

	while ((at = strchr(at, '/')) != NULL) {
		int status;

		*at = '\0';
		status = mkdirat(s->fd, path, 0777);
		*at++ = '/';
		if (status != 0 && errno != EEXIST)
			return -1;
	}
	return 0;
}

bool site_has(const struct site *s, const char *path)
{
	return faccessat(s->fd, path, R_OK, 0) == 0;
}

/* Gives the temporary file its name. */
static int name_it(struct site *s, char *path)
{
	if (renameat(s->fd, s->temporary.p, s->fd, path) == 0)
		return 0;
	return errno == ENOENT && make_directories(s, path) == 0
		       ? renameat(s->fd, s->temporary.p, s->fd, path)
		       : -1;
}

/* A file that did not get its name; errno stays. */
static void discard(struct site *s)
{
	int error = errno;

	(void)unlinkat(s->fd, s->temporary.p, 0);
	errno = error;
}

int site_take(struct site *s, char *path)
{
	if (name_it(s, path) == 0)
		return 0;
	discard(s);
	diag_errno(s->dir, "cannot write the picture %s", path);
	return -1;
}

int site_remove(struct site *s, struct str path)
{
	struct buf name = BUF_INIT;
	int status = 1;

	buf_put(&name, path);
	buf_putc(&name, '\0');
	if (unlinkat(s->fd, name.p, 0) != 0) {
		status = errno == ENOENT ? 0 : -1;
		if (status != 0)
			diag_errno(s->dir, "cannot remove the page %s", name.p);
	}
	buf_free(&name);
	return status;
}

/* Writes the page beside the others and gives it its name. */
static int replace(struct site *s, char *path, struct str bytes)
{
	const char *temporary = s->temporary.p;
	int fd = openat(s->fd, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	int status;

	if (fd < 0)
		return -1;
	status = write_all(fd, bytes);
	if (close(fd) != 0)
		status = -1;
	if (status == 0)
		status = name_it(s, path);
	if (status != 0)
		discard(s);
	return status;
}

void site_keep(const struct site *s, struct str path)
{
	if (!s->list)
		return;
	output_field(s->list, path);
	output_putc(s->list, '\n');
}

int site_put(struct site *s, struct str path, struct str bytes)
{
	struct buf name = BUF_INIT;
	int status = 0;

	buf_put(&name, path);
	buf_putc(&name, '\0');
	if (site_is(s, name.p, bytes)) {
		s->same++;
	} else {
		status = replace(s, name.p, bytes);
		if (status == 0)
			s->written++;
		else
			diag_errno(s->dir, "cannot write the page %s", name.p);
	}
	site_keep(s, path);
	buf_free(&name);
	return status;
}

/* ---- names ---- */

static bool is_plain(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == '.';
}

static void put_escaped(struct buf *to, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";

	buf_putc(to, '=');
	buf_putc(to, digits[c >> 4]);
	buf_putc(to, digits[c & 15]);
}

/* A directory or file of the report's path. A long name goes on in a directory of its own behind a
 * '=', a directory is never called like a page, and no name begins with a dot. */
static void put_name(struct buf *to, struct str name, bool directory)
{
	size_t start = to->n, i = 0;

	if (name.n == 0)
		buf_putc(to, '=');
	while (i < name.n) {
		unsigned char c = (unsigned char)name.p[i];
		bool dot = c == '.' && (to->n == start ||
					(directory && str_eq(str_from(name, i), STR(".html"))));
		size_t from = i;
		uint32_t cp = utf8_next(name, &i);

		if (dot || !(is_plain(c) || (cp >= 0xa0 && i > from + 1)))
			put_escaped(to, c);
		else
			buf_put(to, str_sub(name, from, i));
		if (to->n - start >= PIECE && i < name.n) {
			buf_put(to, STR("=/"));
			start = to->n;
		}
	}
}

/* Of a path that is too long, its beginning and a number of the whole. */
static void shorten(struct buf *to, size_t start, struct str doc)
{
	char number[32];

	(void)snprintf(number, sizeof number, "=-%016" PRIx64 ".html", str_hash(doc));
	to->n = start + LONGEST;
	while (to->p[to->n - 1] != '/')
		to->n--;
	buf_put(to, str_of(number));
}

void site_report_path(struct buf *to, struct str doc)
{
	struct str rest = doc, name;
	size_t start = to->n;

	buf_put(to, STR("report/"));
	while (str_cut(&rest, '/', &name)) {
		put_name(to, name, rest.p != NULL);
		buf_put(to, rest.p ? STR("/") : STR(".html"));
	}
	if (to->n - start > LONGEST)
		shorten(to, start, doc);
}

void site_region_path(struct buf *to, struct str region)
{
	buf_put(to, STR("region/"));
	if (region.n)
		put_name(to, region, false);
	else
		buf_put(to, STR("=unknown"));
	buf_put(to, STR(".html"));
}

void site_up(struct buf *to, struct str path)
{
	size_t i;

	for (i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			buf_put(to, STR("../"));
}
