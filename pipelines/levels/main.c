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
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/map.h"
#include "common/output.h"

const char program_name[] = "levels";

enum level { COUNTY, PREFECTURE, PROVINCE, REST, LEVELS };
static const char *const names[LEVELS] = {"county", "prefecture", "province", "rest"};

/* The lines of a level: runs of the table. */
struct part {
	struct str *run;
	size_t n, cap, size;
};

struct split {
	bool whole;
	struct str table;
	struct part part[LEVELS];
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

/* Adds a line; one right behind the last makes its run longer. */
static void add(struct part *p, struct str line)
{
	struct str *last = p->n ? &p->run[p->n - 1] : NULL;

	p->size += line.n;
	if (last && last->p + last->n == line.p) {
		last->n += line.n;
		return;
	}
	p->run = grow(p->run, &p->cap, p->n + 1, sizeof *p->run);
	p->run[p->n++] = line;
}

static void split(struct split *s)
{
	struct str line = line_at(s->table, 0);
	size_t at = line.n;
	enum level l;

	for (l = COUNTY; l < LEVELS; l++)
		add(&s->part[l], line);
	for (; at < s->table.n; at += line.n) {
		line = line_at(s->table, at);
		add(&s->part[level_of(s, line)], line);
	}
}

/* Whether the part is just what the file holds. */
static bool is_same(const struct part *p, const char *path)
{
	struct str old = STR_EMPTY;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool same = fd >= 0 && map_open(fd, &old) == 0 && old.n == p->size;
	size_t i, at = 0;

	for (i = 0; same && i < p->n; at += p->run[i++].n)
		same = memcmp(old.p + at, p->run[i].p, p->run[i].n) == 0;
	map_close(old);
	if (fd >= 0)
		(void)close(fd);
	return same;
}

/* Puts the words, which end with NULL, together as a path. */
static char *join(struct buf *path, const char *const *word)
{
	buf_clear(path);
	while (*word)
		buf_put(path, str_of(*word++));
	buf_putc(path, '\0');
	return path->p;
}

/* In pieces, which the output's buffer need not grow for. */
static void put_run(struct output *out, struct str run)
{
	enum { PIECE = 64 * 1024 };

	for (; run.n > 0; run = str_from(run, PIECE))
		output_put(out, str_sub(run, 0, PIECE));
}

/* Writes a part by way of the file `tmp`. 0, or -1 after a message. */
static int write_part(const struct part *p, const char *path, const char *tmp)
{
	struct output out;
	size_t i;

	if (output_open(&out, tmp) != 0) {
		diag_errno(tmp, "cannot create");
		return -1;
	}
	for (i = 0; i < p->n; i++)
		put_run(&out, p->run[i]);
	if (output_close(&out) != 0)
		return -1;
	if (rename(tmp, path) == 0)
		return 0;
	diag_errno(path, "cannot create");
	return -1;
}

/* 0, or -1 after a message. */
static int write_parts(struct split *s, const char *table, const char *directory,
		       const char *ending)
{
	struct buf path = BUF_INIT, tmp = BUF_INIT;
	int status = 0;
	enum level l;

	for (l = COUNTY; l < LEVELS; l++) {
		const char *to =
			join(&path, (const char *[]){directory, "/", names[l], ".", ending, NULL});

		if (status == 0 && !is_same(&s->part[l], to))
			status = write_part(
				&s->part[l], to,
				join(&tmp, (const char *[]){table, ".", names[l], NULL}));
		free(s->part[l].run);
	}
	buf_free(&path);
	buf_free(&tmp);
	return status;
}

/* 0, or -1 after a message. */
static int split_file(struct split *s, const char *table, const char *directory, const char *ending)
{
	int fd = open(table, O_RDONLY | O_CLOEXEC), status = -1;

	if (fd < 0 || map_open(fd, &s->table) != 0) {
		diag_errno(table, "cannot read");
	} else {
		split(s);
		status = write_parts(s, table, directory, ending);
		map_close(s->table);
	}
	if (fd >= 0)
		(void)close(fd);
	return status;
}

int main(int argc, char **argv)
{
	struct split s = {.whole = argc > 1 && strcmp(argv[1], "--whole") == 0};
	char **operand = argv + 1 + s.whole;

	if (argc - s.whole != 4)
		die("usage: levels [--whole] TABLE DIR ENDING");
	if (split_file(&s, operand[0], operand[1], operand[2]) != 0)
		return EXIT_TROUBLE;
	if (unlink(operand[0]) == 0)
		return EXIT_DONE;
	diag_errno(operand[0], "cannot remove");
	return EXIT_TROUBLE;
}
