/* lines: many tables of one header as one, or what some of their lines are.
 *
 *	lines PREFIX FILE...
 *
 * Writes the first line of the first FILE; then of each FILE, without its first line, the lines
 *that begin with PREFIX. Unless PREFIX is empty, which takes all, each FILE must be in the order of
 *its bytes, for then most of it is not looked at.
 */
#define _GNU_SOURCE /* copy_file_range, splice */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/map.h"
#include "common/sorted.h"

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

/* The same without a detour where the system can: from file to file, or the file's own memory into
 * a pipe. */
static int copy(int fd, const char *path, size_t from, size_t to)
{
	bool pipe = false;

	while (from < to) {
		off_t at = (off_t)from;
		ssize_t got = pipe ? splice(fd, &at, STDOUT_FILENO, NULL, to - from, 0)
				   : copy_file_range(fd, &at, STDOUT_FILENO, NULL, to - from, 0);

		if (got > 0)
			from += (size_t)got;
		else if (pipe)
			return copy_through(fd, path, from, to);
		else
			pipe = true;
	}
	return 0;
}

/* The chosen lines of a table, behind its header where that is wanted. */
static int put_table(int fd, const char *path, struct str table, struct str prefix, bool header)
{
	struct str lines = sorted_run(table, line_end(table, 0), prefix);
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
