/* levels: splits a table of gir-agg's, whose first column is the level, into files by level.
 *
 *	levels [--whole] TABLE DIR ENDING
 *
 * They are DIR/county.ENDING, prefecture, province and rest, each with the header; one that is
 *there and would be the same is left alone. The rest is the nation, and what stands under no
 *division at prefecture or province: other areas may have lines of the same kind, unless the table
 *is of the whole. TABLE is taken away.
 */
#include <fcntl.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/input.h"
#include "common/renew.h"

const char program_name[] = "levels";

enum level { COUNTY, PREFECTURE, PROVINCE, REST, LEVELS };
static const char *const names[LEVELS] = {"county", "prefecture", "province", "rest"};

struct split {
	bool whole;
	struct str table;
	struct buf part[LEVELS];
};

static bool is_separator(struct str line, size_t at)
{
	return at < line.n && (line.p[at] == '\t' || line.p[at] == ',');
}

static enum level level_of(const struct split *s, struct str line)
{
	enum level l;

	for (l = COUNTY; l < REST; l++) {
		size_t end = strlen(names[l]);

		if (!str_starts(line, str_of(names[l])) || !is_separator(line, end))
			continue;
		return l != COUNTY && !s->whole && is_separator(line, end + 1) ? REST : l;
	}
	return REST;
}

/* The line at `from`, line feed and all. */
static struct str line_at(struct str table, size_t from)
{
	const char *end = from < table.n ? memchr(table.p + from, '\n', table.n - from) : NULL;

	return str_sub(table, from, end ? (size_t)(end - table.p) + 1 : table.n);
}

static void split(struct split *s)
{
	struct str line = line_at(s->table, 0);
	size_t at = line.n;
	enum level l;

	for (l = COUNTY; l < LEVELS; l++)
		buf_put(&s->part[l], line);
	for (; at < s->table.n; at += line.n) {
		line = line_at(s->table, at);
		buf_put(&s->part[level_of(s, line)], line);
	}
}

static void put_path(struct buf *path, const char *directory, const char *name, const char *ending)
{
	buf_clear(path);
	buf_put(path, str_of(directory));
	buf_putc(path, '/');
	buf_put(path, str_of(name));
	buf_putc(path, '.');
	buf_put(path, str_of(ending));
	buf_putc(path, '\0');
}

/* 0, or -1 after a message. */
static int write_parts(struct split *s, const char *table, const char *directory,
		       const char *ending)
{
	struct buf path = BUF_INIT;
	int status = 0;
	enum level l;

	for (l = COUNTY; l < LEVELS && status == 0; l++) {
		put_path(&path, directory, names[l], ending);
		status = renew(AT_FDCWD, path.p, table, buf_str(&s->part[l]));
		buf_free(&s->part[l]);
	}
	buf_free(&path);
	return status;
}

int main(int argc, char **argv)
{
	struct split s = {.whole = argc > 1 && strcmp(argv[1], "--whole") == 0};
	struct buf text = BUF_INIT;
	char **operand = argv + 1 + s.whole;
	int status;

	if (argc - s.whole != 4)
		die("usage: levels [--whole] TABLE DIR ENDING");
	if (input_slurp_file(operand[0], &text) != 0)
		return EXIT_TROUBLE;
	s.table = buf_str(&text);
	split(&s);
	/* Its text is in memory; from now on the file serves for those to be written. */
	status = write_parts(&s, operand[0], operand[1], operand[2]);
	(void)unlink(operand[0]);
	buf_free(&text);
	return status == 0 ? EXIT_DONE : EXIT_TROUBLE;
}
