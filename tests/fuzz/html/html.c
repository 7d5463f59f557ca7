/* gir-segment: web pages. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct buf page;

	buf_clear(&page);
	buf_put(&page, STR("<html>"));
	buf_put(&page, (struct str){(const char *)data, size});
	fuzz_segment(buf_str(&page));
	return 0;
}
