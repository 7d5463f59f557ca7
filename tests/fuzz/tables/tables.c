/* gir-tables: lines of a blocks stream. */
#include "tests/fuzz/fuzz.h"

#define main program_main
#include "cmd/gir-tables/main.c" // NOLINT(bugprone-suspicious-include)
#undef main

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct output out;
	static struct reader reader;
	static struct buf stream;

	fuzz_output();
	if (!reader.fold) {
		output_use(&out, STDOUT_FILENO, "<stdout>");
		if (reader_init(&reader, NULL, &out) != 0)
			abort();
	}
	buf_clear(&stream);
	buf_put(&stream, STR("doc\tline\tsect\tkind\tpos\ttext\n"));
	buf_put(&stream, (struct str){(const char *)data, size});
	read_blocks(&reader, fuzz_file(buf_str(&stream)));
	output_flush(&out);
	return 0;
}
