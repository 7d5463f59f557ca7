/* gir-check: lines of a cells stream, with all rules. */
#include "tests/fuzz/fuzz.h"

#define main program_main
#include "cmd/gir-check/main.c" // NOLINT(bugprone-suspicious-include)
#undef main

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct settings settings = {
		.findings = "/dev/null", .suspect = true, .level = SEVERITY_COUNT};
	static struct buf stream;
	static char path[64];
	char *operand[] = {path, NULL};
	static struct check check;

	fuzz_output();
	if (!check.counts)
		load(&check, &settings);
	buf_clear(&stream);
	buf_put(&stream,
		STR("doc\tyear\tregion\torg\tscope\tform\ttable\trow\tcol\tvalue\tstate\traw"
		    "\tline\n"));
	buf_put(&stream, (struct str){(const char *)data, size});
	memcpy(path, fuzz_file(buf_str(&stream)), sizeof path);
	run(&check, &settings, operand, 1);
	return 0;
}
