/* raster: the ruling lines of a page that is a picture.
 */
#ifndef GIR_RASTER_H
#define GIR_RASTER_H

#include "cmd/gir-segment/reader/page/page.h"

/* Takes long straight runs of dark pixels out of the grey picture `pgm` (PGM, P5, 255 greys), where
 * they would be read as characters, and adds them to the page, which it shows, as lines. *width is
 * the picture's. False where it is no such picture. */
bool raster_take_lines(struct buf *pgm, struct page *page, size_t *width);

#endif
