/* gir-segment: any file. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_segment((struct str){(const char *)data, size});
	return 0;
}
