/* bbox: the words of a PDF, as `pdftotext -bbox-layout` writes them in XHTML.
 */
#ifndef GIR_BBOX_H
#define GIR_BBOX_H

#include "cmd/gir-segment/reader/page/page.h"

/* What the words are made of. */
struct bbox_counts {
	size_t glyphs;
	size_t unmapped; /* that the fonts give no character for */
};

/* Adds the pages and their words. False where the output is cut short or no XHTML. The bytes are
 * changed: what XML does not allow is taken out. */
bool bbox_read(struct buf *xhtml, struct pages *pages, struct bbox_counts *counts);

#endif
