/* format: what kind of file the bytes are, from the content, never from the name.
 */
#ifndef GIR_FORMAT_H
#define GIR_FORMAT_H

#include "common/str.h"

/* empty, html, mht, docx, xlsx, odt, ofd, zip, pdf, rtf, wordml, an OLE file's (ole.h), image,
 * binary, else text. Static storage. A file of nothing but blanks is empty. */
const char *format_of(struct str bytes);

#endif
