/* gir-segment: documents that are a zip (DOCX, OFD), by their parts. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct buf zip;

	fuzz_zip((struct str){(const char *)data, size}, &zip);
	fuzz_segment(buf_str(&zip));
	return 0;
}
