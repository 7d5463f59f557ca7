/* levels: splits a table of gir-agg's, whose first column is the level, into files by level.
 *
 *	levels [--whole] TABLE DIR ENDING
 *
 * They are DIR/county.ENDING, prefecture, province and rest, each with the header; one that is
 * there and would be the same is left alone. The rest is the nation, and what stands under no
 * division at prefecture or province: other areas may have lines of the same kind, unless the
 * table is of the whole. TABLE is taken away. Its lines must be by level, and within one those
 * under no division together, as gir-agg writes them: most of it is not looked at.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/alloc.h"
#include "common/buf.h"
#include "common/copy.h"
#include "common/diag.h"
#include "common/map.h"
#include "common/path.h"
#include "common/renew.h"
#include "common/sorted.h"
#include "common/standard.h"

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
	int fd;
	const char *path;
	struct str table;
	struct part part[LEVELS];
};

/* What lines begin with that stand together. */
struct kind {
	enum level level;
	bool nowhere; /* under no division */
};

static bool is_separator(struct str line, size_t at)
{
	return at < line.n && (line.p[at] == '\t' || line.p[at] == ',');
}

static struct kind kind_of(struct str line)
{
	enum level l;

	for (l = COUNTY; l < REST; l++) {
		size_t end = strlen(names[l]);

		if (str_starts(line, str_of(names[l])) && is_separator(line, end))
			return (struct kind){l, is_separator(line, end + 1)};
	}
	return (struct kind){REST, false};
}

static bool is_kind(struct kind k, struct str line)
{
	struct kind other = kind_of(line);

	return other.level == k.level && other.nowhere == k.nowhere;
}

static enum level level_of(const struct split *s, struct kind k)
{
	return k.nowhere && k.level != COUNTY && !s->whole ? REST : k.level;
}

/* Where the lines end that are of a kind and stand together from `from` on. */
static size_t end_of(struct str table, size_t from, struct kind k)
{
	size_t to = table.n;

	while (from < to) {
		size_t mid = line_start(table, from, from + (to - from) / 2);

		if (is_kind(k, str_from(table, mid)))
			from = line_end(table, mid);
		else
			to = mid;
	}
	return from;
}

/* Adds lines; those right behind the last make its run longer. */
static void add(struct part *p, struct str lines)
{
	struct str *last = p->n ? &p->run[p->n - 1] : NULL;

	p->size += lines.n;
	if (last && last->p + last->n == lines.p) {
		last->n += lines.n;
		return;
	}
	p->run = grow(p->run, &p->cap, p->n + 1, sizeof *p->run);
	p->run[p->n++] = lines;
}

static void split(struct split *s)
{
	size_t at = line_end(s->table, 0), end;
	enum level l;

	for (l = COUNTY; l < LEVELS; l++)
		add(&s->part[l], str_sub(s->table, 0, at));
	for (; at < s->table.n; at = end) {
		struct kind k = kind_of(str_from(s->table, at));

		end = end_of(s->table, at, k);
		add(&s->part[level_of(s, k)], str_sub(s->table, at, end));
	}
}

/* Whether the part is just what the file holds. */
static bool is_same(const struct part *p, const char *path)
{
	struct str old = STR_EMPTY;
	bool same = map_path(path, &old) == 0 && old.n == p->size;
	size_t i, at = 0;

	for (i = 0; same && i < p->n; at += p->run[i++].n)
		same = memcmp(old.p + at, p->run[i].p, p->run[i].n) == 0;
	map_close(old);
	return same;
}

static int copy_runs(const struct split *s, const struct part *p, int out, const char *path)
{
	int status = 0;
	size_t i;

	for (i = 0; status == 0 && i < p->n; i++) {
		size_t from = (size_t)(p->run[i].p - s->table.p);

		status = copy_bytes(s->fd, s->path, from, from + p->run[i].n, out, path);
	}
	return status;
}

/* Writes a part by way of the file `tmp`. 0, or -1 after a message. */
static int write_part(const struct split *s, const struct part *p, const char *path,
		      const char *tmp)
{
	int out = open(tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (out < 0) {
		diag_errno(tmp, "cannot create");
		return -1;
	}
	if (copy_runs(s, p, out, tmp) != 0) {
		(void)close(out);
		return -1;
	}
	if (close(out) != 0) {
		diag_errno(tmp, "cannot write");
		return -1;
	}
	return put_in_place(tmp, path);
}

/* 0, or -1 after a message. */
static int write_parts(struct split *s, const char *directory, const char *ending)
{
	struct buf path = BUF_INIT, tmp = BUF_INIT;
	int status = 0;
	enum level l;

	for (l = COUNTY; l < LEVELS; l++) {
		const char *to = PATH(&path, directory, "/", names[l], ".", ending);

		if (status == 0 && !is_same(&s->part[l], to))
			status = write_part(s, &s->part[l], to, PATH(&tmp, s->path, ".", names[l]));
		free(s->part[l].run);
	}
	buf_free(&path);
	buf_free(&tmp);
	return status;
}

/* 0, or -1 after a message. */
static int split_file(struct split *s, const char *directory, const char *ending)
{
	int status = -1;

	s->fd = open(s->path, O_RDONLY | O_CLOEXEC);
	if (s->fd < 0 || map_open(s->fd, &s->table) != 0) {
		diag_errno(s->path, "cannot read");
	} else {
		split(s);
		status = write_parts(s, directory, ending);
		map_close(s->table);
	}
	if (s->fd >= 0)
		(void)close(s->fd);
	return status;
}

int main(int argc, char **argv)
{
	struct split s = {.whole = argc > 1 && strcmp(argv[1], "--whole") == 0};
	char **operand = argv + 1 + s.whole;

	standard_streams();
	if (argc - s.whole != 4)
		die("usage: levels [--whole] TABLE DIR ENDING");
	s.path = operand[0];
	if (split_file(&s, operand[1], operand[2]) != 0)
		return EXIT_TROUBLE;
	if (unlink(operand[0]) == 0)
		return EXIT_DONE;
	diag_errno(operand[0], "cannot remove");
	return EXIT_TROUBLE;
}
