/* asked: a page's text without what nobody asks the parser for.
 *
 * More than a third of a site's page is attributes, scripts and style sheets that say nothing of
 * the report, and the parser takes longer over a byte of them than over one of text.
 */
#ifndef GIR_HTML_ASKED_H
#define GIR_HTML_ASKED_H

#include "common/buf.h"

/* The text without the content of scripts and style sheets, without the attributes that no
 * look_of() and no attribute() asks for, without blanks where a line ends, and, unless they count
 * among the elements that nest, without the tags of paragraphs that are all of a cell. Lines stay
 * as many as they are. Where tags are not written as they ought to be, the text from there on stays
 * as it is: the parser knows what to make of them. The result is in `room`, in which `s` may be. */
struct str asked_text(struct str s, bool nests, struct buf *room);

#endif
