/* paragraphs: running text as it was before pages and screens broke it into lines.
 *
 * Page layouts and some editors end a line where the page ends, in the middle of a sentence, and
 * gir-segment hands on lines. A long line that ends without a mark goes on in the next.
 */
#ifndef GIR_PARAGRAPHS_H
#define GIR_PARAGRAPHS_H

#include "cmd/gir-tables/report.h"
#include "common/buf.h"

/* The paragraph that begins with passage *i, its lines joined by line feeds; *i moves to the first
 * passage behind it. Valid while `room` and the passages are left alone. */
struct str paragraph_next(const struct passages *all, size_t *i, struct buf *room);

#endif
