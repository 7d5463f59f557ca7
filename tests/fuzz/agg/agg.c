/* gir-agg: lines of a cells stream or of its own output; the first byte says which, and what is
 * made of them. */
#include <stdlib.h>

#include "tests/fuzz/fuzz.h"

#define main program_main
#include "cmd/gir-agg/main.c" // NOLINT(bugprone-suspicious-include)
#undef main

static const char *const headers[] = {
	"doc\tyear\tregion\torg\tscope\tform\ttable\trow\tcol\tvalue\tstate\traw\tline\tverdict\n",
	"level\tregion\tname\tyear\ttable\trow\tcol\treports\tcells\tsum\tclean\tmin\tmax\tflagged"
	"\t"
	"missing\n",
};
static const struct settings shapes[] = {
	{.csv = false},  {.wide = true, .csv = true}, {.indicators = true}, {.reconcile = true},
	{.panel = true}, {.group = "year,org,scope"},
};

enum { SHAPES = sizeof shapes / sizeof *shapes };

/* Prepared once, for the divisions take long to load. */
static struct agg *agg_of(size_t shape)
{
	static struct agg made[SHAPES];
	struct agg *a = &made[shape];

	if (!a->keys.n && prepare(a, &shapes[shape]) != 0)
		abort();
	report_free(&a->report);
	groups_free(&a->groups);
	codebook_free(&a->book);
	a->groups = (struct groups){.n = 0};
	codebook_init(&a->book, &a->forms);
	return a;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct buf stream;
	char path[64], *paths[] = {path};
	size_t choice;
	struct agg *a;

	if (size == 0)
		return 0;
	choice = (unsigned char)(data[0] - '0') % (2 * SHAPES);
	a = agg_of(choice % SHAPES);
	fuzz_output();
	buf_clear(&stream);
	buf_put(&stream, str_of(headers[choice / SHAPES]));
	buf_put(&stream, (struct str){(const char *)data + 1, size - 1});
	memcpy(path, fuzz_file(buf_str(&stream)), sizeof path);
	if (shapes[choice % SHAPES].panel)
		run_panel(a, &shapes[choice % SHAPES], paths, 1);
	else
		run(a, &shapes[choice % SHAPES], paths, 1);
	return 0;
}
