/* gir-segment: what poppler's tools say of a PDF, the words and, behind "%%% svg", the drawing. */
#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/bbox.h"
#include "cmd/gir-segment/reader/page/svg.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct buf words;
	static struct svg_counts drawn[LIMIT_PAGES];
	struct reading reading = {.name = "input"};
	struct bbox_counts counts = {0, 0};
	struct str s = {(const char *)data, size};
	size_t at = str_find(s, STR("%%% svg\n"), 0);
	struct pages pages;

	pages_init(&pages, &reading.pool);
	text_clear(&reading.text);
	buf_clear(&words);
	buf_put(&words, str_sub(s, 0, at));
	if (bbox_read(&words, &pages, &counts) && pages.n && pages.n <= LIMIT_PAGES) {
		if (at != STR_NONE)
			(void)svg_read(str_from(s, at + 8), pages.page, pages.n, drawn);
		pages_read(&pages, &reading);
		fuzz_check(&reading.text);
	}
	pages_free(&pages);
	reader_free(&reading);
	return 0;
}
