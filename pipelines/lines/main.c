/* lines: many tables of one header as one, or what some of their lines are.
 *
 *	lines PREFIX FILE...
 *
 * Writes the first line of the first FILE; then of each FILE, without its first line, the lines
 * that begin with PREFIX. Unless PREFIX is empty, which takes all, each FILE must be in the order
 * of its bytes, for then most of it is not looked at.
 */
#define _GNU_SOURCE /* fallocate */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/copy.h"
#include "common/diag.h"
#include "common/map.h"
#include "common/sorted.h"
#include "common/standard.h"

const char program_name[] = "lines";

/* The chosen lines of a table, behind its header where that is wanted. */
static int put_table(int fd, const char *path, struct str table, struct str prefix, bool header)
{
	struct str lines = sorted_run(table, line_end(table, 0), prefix);
	size_t from = (size_t)(lines.p - table.p);

	if (header && copy_bytes(fd, path, 0, line_end(table, 0), STDOUT_FILENO, "<stdout>") != 0)
		return -1;
	return copy_bytes(fd, path, from, from + lines.n, STDOUT_FILENO, "<stdout>");
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

	standard_streams();
	if (argc < 3)
		die("usage: lines PREFIX FILE...");
	if (argv[1][0] == '\0')
		set_aside(argv + 2);
	for (i = 2; i < argc; i++)
		if (put_file(argv[i], str_of(argv[1]), i == 2) != 0)
			return EXIT_TROUBLE;
	return EXIT_DONE;
}
