/* html: how text becomes HTML, here and nowhere else.
 *
 * Whatever comes from a report, a file name or a table goes through html_text or html_path; what
 * html_raw puts is written by us. A buffer is the caller's.
 */
#ifndef GIR_REPORT_HTML_H
#define GIR_REPORT_HTML_H

#include "common/buf.h"

/* Markup of our own. */
#define html_raw(to, markup) buf_put(to, STR(markup))

/* Text, in an element or in an attribute between double quotes. Control characters, bytes that are
 * not UTF-8, and the marks that turn the direction of writing become U+FFFD. */
void html_text(struct buf *to, struct str text);
/* The same of a field of a stream, whose escapes are read. */
void html_field(struct buf *to, struct str field);
/* The bytes that a field stands for, \\xHH of a file's name included. */
void field_bytes(struct buf *to, struct str field);
/* A relative path, as the value of href or src: any byte may be in it. */
void html_path(struct buf *to, struct str path);

#endif
