/* areas: which areas a shard's tables are about, and what tells that their lines have changed.
 *
 *	areas FILE...
 *
 * An area is a province: the first two digits of a region's code, or `none` where the region is
 * unknown. Prints each area that some line of the tables (all with a column `region`) belongs to,
 * a tab and a hash of these lines.
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

/* The field of that number; empty where there are not so many. */
static struct str field(struct str line, size_t number)
{
	struct str f = STR_EMPTY;

	while (str_cut(&line, '\t', &f) && number > 0)
		number--;
	return number == 0 ? f : STR_EMPTY;
}

/* The number of the column `region`, or STR_NONE. */
static size_t find_region(struct str header)
{
	struct str name;
	size_t i;

	for (i = 0; str_cut(&header, '\t', &name); i++)
		if (str_is(name, "region"))
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

static int take_line(struct area *areas, const struct input *in, struct str line, size_t column)
{
	size_t number = area_of(field(line, column));

	if (number == STR_NONE) {
		diag(in->name, in->line, "the region is no code of six digits");
		return -1;
	}
	areas[number].seen = true;
	areas[number].hash = areas[number].hash * 31 + str_hash(line);
	return 0;
}

/* 0, or -1 after a message. */
static int read_table(struct area *areas, const char *path)
{
	size_t column = STR_NONE;
	int got = 0, status = 0;
	struct input in;
	struct str line;

	if (input_open(&in, path) != 0) {
		diag_errno(path, "cannot read");
		return -1;
	}
	if (input_line(&in, &line) == 1)
		column = find_region(line);
	if (column == STR_NONE) {
		diag(path, 1, "no column region");
		status = -1;
	}
	while (status == 0 && (got = input_line(&in, &line)) > 0)
		status = take_line(areas, &in, line, column);
	if (got < 0) {
		diag_errno(path, "cannot read");
		status = -1;
	}
	(void)input_close(&in);
	return status;
}

int main(int argc, char **argv)
{
	static struct area areas[AREAS];
	int i;

	for (i = 1; i < argc; i++)
		if (read_table(areas, argv[i]) != 0)
			return EXIT_TROUBLE;
	if (areas[NONE].seen)
		printf("none\t%016" PRIx64 "\n", areas[NONE].hash);
	for (i = 0; i < NONE; i++)
		if (areas[i].seen)
			printf("%02d\t%016" PRIx64 "\n", i, areas[i].hash);
	if (fflush(stdout) == 0)
		return EXIT_DONE;
	diag_errno("<stdout>", "cannot write");
	return EXIT_TROUBLE;
}
