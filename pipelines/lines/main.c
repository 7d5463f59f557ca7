/* lines: many tables of one header as one, or what some of their lines are.
 *
 *	lines PREFIX FILE...
 *
 * Writes the first line of the first FILE; then of each FILE, without its first line, the lines
 *that begin with PREFIX. Unless PREFIX is empty, which takes all, each FILE must be in the order of
 *its bytes, for then most of it is not looked at.
 */
#define _GNU_SOURCE /* copy_file_range */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/map.h"
#include "common/str.h"

const char program_name[] = "lines";

static int write_all(struct str s)
{
	while (s.n > 0) {
		ssize_t put = write(STDOUT_FILENO, s.p, s.n);

		if (put >= 0) {
			s = str_from(s, (size_t)put);
		} else if (errno != EINTR) {
			diag_errno("<stdout>", "cannot write");
			return -1;
		}
	}
	return 0;
}

/* Where the line behind the one at `from` begins. */
static size_t line_end(struct str s, size_t from)
{
	const char *end = from < s.n ? memchr(s.p + from, '\n', s.n - from) : NULL;

	return end ? (size_t)(end - s.p) + 1 : s.n;
}

/* Where the line that `at` is in begins, not before `from`. */
static size_t line_start(struct str s, size_t from, size_t at)
{
	while (at > from && s.p[at - 1] != '\n')
		at--;
	return at;
}

/* Whether the line at `at` comes behind all that begin with the prefix (or before them: `first`).
 */
static bool is_behind(struct str s, size_t at, struct str prefix, bool first)
{
	int c = str_cmp(str_sub(s, at, at + prefix.n), prefix);

	return first ? c >= 0 : c > 0;
}

/* The first line of the sorted lines from `from` on that is not before those with the prefix, or
 * not among them. */
static size_t bound(struct str s, size_t from, struct str prefix, bool first)
{
	size_t to = s.n;

	while (from < to) {
		size_t mid = line_start(s, from, from + (to - from) / 2);

		if (is_behind(s, mid, prefix, first))
			to = mid;
		else
			from = line_end(s, mid);
	}
	return from;
}

static struct str chosen(struct str table, struct str prefix)
{
	size_t from = line_end(table, 0), to = table.n;

	if (prefix.n > 0) {
		from = bound(table, from, prefix, true);
		to = bound(table, from, prefix, false);
	}
	return str_sub(table, from, to);
}

/* Copies the bytes from `from` to `to` of the file by reading and writing. */
static int copy_through(int fd, const char *path, size_t from, size_t to)
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
		if (write_all((struct str){room, (size_t)got}) != 0)
			return -1;
		from += (size_t)got;
	}
	return 0;
}

/* The same, from file to file without a detour where the system can. */
static int copy(int fd, const char *path, size_t from, size_t to)
{
	while (from < to) {
		off_t at = (off_t)from;
		ssize_t got = copy_file_range(fd, &at, STDOUT_FILENO, NULL, to - from, 0);

		if (got <= 0)
			return copy_through(fd, path, from, to);
		from += (size_t)got;
	}
	return 0;
}

/* The chosen lines of a table, behind its header where that is wanted. */
static int put_table(int fd, const char *path, struct str table, struct str prefix, bool header)
{
	struct str lines = chosen(table, prefix);
	size_t from = (size_t)(lines.p - table.p);

	if (header && copy(fd, path, 0, line_end(table, 0)) != 0)
		return -1;
	return copy(fd, path, from, from + lines.n);
}

/* 0, or -1 after a message. */
static int put_file(const char *path, struct str prefix, bool header)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), status = -1;
	struct str table;

	if (fd < 0 || map_open(fd, &table) != 0) {
		diag_errno(path, "cannot read");
	} else {
		status = put_table(fd, path, table, prefix, header);
		map_close(table);
	}
	if (fd >= 0)
		(void)close(fd);
	return status;
}

/* Has the system set aside in one piece what all of the files will take. A file whose room is found
 * piece by piece, when it is put in the place of another, takes twice as long. No harm is done
 * where this cannot be had; the few headers too many stay a little room behind the end. */
static void set_aside(char **paths)
{
	struct stat st;
	off_t size = 0;

	for (; *paths; paths++)
		if (stat(*paths, &st) == 0)
			size += st.st_size;
	if (size > 0)
		(void)fallocate(STDOUT_FILENO, FALLOC_FL_KEEP_SIZE, 0, size);
}

int main(int argc, char **argv)
{
	int i;

	if (argc < 3)
		die("usage: lines PREFIX FILE...");
	if (argv[1][0] == '\0')
		set_aside(argv + 2);
	for (i = 2; i < argc; i++)
		if (put_file(argv[i], str_of(argv[1]), i == 2) != 0)
			return EXIT_TROUBLE;
	return EXIT_DONE;
}
