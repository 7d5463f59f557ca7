/* svg: the ruling lines of a PDF's pages, as `pdftocairo -svg` draws them.
 */
#ifndef GIR_SVG_H
#define GIR_SVG_H

#include "cmd/gir-segment/reader/page/page.h"

/* What else is drawn on a page. */
struct svg_counts {
	size_t glyphs;
	size_t pictures; /* on all pages drawn with it */
};

/* Adds the lines of the pages in the picture to page[0] to page[n - 1]; counts has n of them.
 * False where it is cut short, no SVG, or does not have n pages. */
bool svg_read(struct str svg, struct page *page, size_t n, struct svg_counts *counts);

#endif
