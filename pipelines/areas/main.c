/* areas: which areas a shard's tables are about, and what tells that their lines have changed.
 *
 *	areas FILE...
 *
 * An area is a province: the first two digits of a region's code, or `none` where the region is
 * unknown. The tables have columns `region` and `year`. Prints, a line each, the areas that some of
 * their lines belong to, with a hash of these lines behind a tab; and `years` with all years that
 * occur.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

#include "common/diag.h"
#include "common/input.h"

const char program_name[] = "areas";

enum { NONE = 100, AREAS };

struct area {
	bool seen;
	uint64_t hash;
};

struct contents {
	struct area area[AREAS];
	bool year[10000];
};

/* A table and where its columns are. */
struct table {
	struct input in;
	size_t region, year;
};

/* The field of that number; empty where there are not so many. */
static struct str field(struct str line, size_t number)
{
	struct str f = STR_EMPTY;

	while (str_cut(&line, '\t', &f) && number > 0)
		number--;
	return number == 0 ? f : STR_EMPTY;
}

/* The number of a column, or STR_NONE. */
static size_t find_column(struct str header, const char *wanted)
{
	struct str name;
	size_t i;

	for (i = 0; str_cut(&header, '\t', &name); i++)
		if (str_is(name, wanted))
			return i;
	return STR_NONE;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number of a region's area, or STR_NONE where it is no code. */
static size_t area_of(struct str region)
{
	if (region.n == 0)
		return NONE;
	if (region.n != 6 || !is_digit(region.p[0]) || !is_digit(region.p[1]))
		return STR_NONE;
	return (size_t)(region.p[0] - '0') * 10 + (size_t)(region.p[1] - '0');
}

/* 0 where it is none. */
static size_t year_of(struct str s)
{
	size_t i, year = 0;

	for (i = 0; i < s.n && i < 4 && is_digit(s.p[i]); i++)
		year = year * 10 + (size_t)(s.p[i] - '0');
	return i == s.n && i == 4 ? year : 0;
}

static int take_line(struct contents *c, const struct table *t, struct str line)
{
	size_t number = area_of(field(line, t->region));

	if (number == STR_NONE) {
		diag(t->in.name, t->in.line, "the region is no code of six digits");
		return -1;
	}
	c->area[number].seen = true;
	c->area[number].hash = c->area[number].hash * 31 + str_hash(line);
	c->year[year_of(field(line, t->year))] = true;
	return 0;
}

/* 0, or -1 after a message. */
static int read_lines(struct contents *c, struct table *t)
{
	int got, status = 0;
	struct str line;

	got = input_line(&t->in, &line);
	if (got == 1) {
		t->region = find_column(line, "region");
		t->year = find_column(line, "year");
	}
	if (got == 0 || (got == 1 && (t->region == STR_NONE || t->year == STR_NONE))) {
		diag(t->in.name, 1, "no columns region and year");
		return -1;
	}
	while (got > 0 && status == 0 && (got = input_line(&t->in, &line)) > 0)
		status = take_line(c, t, line);
	if (got >= 0)
		return status;
	diag_errno(t->in.name, "cannot read");
	return -1;
}

static int read_table(struct contents *c, const char *path)
{
	struct table t;
	int status;

	if (input_open(&t.in, path) != 0) {
		diag_errno(path, "cannot read");
		return -1;
	}
	status = read_lines(c, &t);
	(void)input_close(&t.in);
	return status;
}

static void print(const struct contents *c)
{
	const char *before = "\t";
	int i;

	if (c->area[NONE].seen)
		printf("none\t%016" PRIx64 "\n", c->area[NONE].hash);
	for (i = 0; i < NONE; i++)
		if (c->area[i].seen)
			printf("%02d\t%016" PRIx64 "\n", i, c->area[i].hash);
	printf("years");
	for (i = 1; i < 10000; i++) {
		if (!c->year[i])
			continue;
		printf("%s%d", before, i);
		before = " ";
	}
	printf("\n");
}

int main(int argc, char **argv)
{
	static struct contents c;
	int i;

	for (i = 1; i < argc; i++)
		if (read_table(&c, argv[i]) != 0)
			return EXIT_TROUBLE;
	print(&c);
	if (fflush(stdout) == 0)
		return EXIT_DONE;
	diag_errno("<stdout>", "cannot write");
	return EXIT_TROUBLE;
}
