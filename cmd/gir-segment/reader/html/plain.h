/* plain: a page's text as the parser takes it in linear time.
 */
#ifndef GIR_HTML_PLAIN_H
#define GIR_HTML_PLAIN_H

#include "common/buf.h"

/* The text with LF alone for the end of a line written CR, blanks for control bytes, at each of
 * which the parser would stop or find fault, comments for Word's <![endif]>, and no tag with
 * thousands of attributes. Most texts
 * are so already and stay where they are; any other is copied to `room`, which may hold it. Lines
 * stay as many as they are. */
struct str plain_text(struct str s, struct buf *room);

#endif
