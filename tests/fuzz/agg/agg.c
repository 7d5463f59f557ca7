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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct buf stream;
	enum { SHAPES = sizeof shapes / sizeof *shapes };
	struct agg a = {.reconcile = false};
	const struct settings *s;
	char path[64], *paths[] = {path};

	if (size == 0)
		return 0;
	fuzz_output();
	s = &shapes[(unsigned char)(data[0] - 48) % SHAPES];
	buf_clear(&stream);
	buf_put(&stream, str_of(headers[(unsigned char)(data[0] - 48) / SHAPES % 2]));
	buf_put(&stream, (struct str){(const char *)data + 1, size - 1});
	memcpy(path, fuzz_file(buf_str(&stream)), sizeof path);
	if (prepare(&a, s) != 0)
		abort();
	if (s->panel)
		run_panel(&a, s, paths, 1);
	else
		run(&a, s, paths, 1);
	release(&a);
	return 0;
}
