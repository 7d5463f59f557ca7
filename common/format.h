/* format: what kind of file the bytes are, from the content, never from the name.
 */
#ifndef GIR_FORMAT_H
#define GIR_FORMAT_H

#include "common/charset.h"

/* empty, html, mht, docx, xlsx, pptx, odt, odf, ofd, epub, jar, opc (another Office package), pdf,
 * rtf, wordml, an OLE file's (ole.h), image; zip, tar, 7z, rar, gzip, bzip2, xz, zstd for
 * archives and packed files; else text, which may turn out to be none. Static storage. A file of
 * nothing but blanks is empty. The first part of a large archive is enough to tell it. */
const char *format_of(struct charsets *c, struct str bytes);

/* Whether files of that format hold other files. */
bool format_is_archive(const char *format);

#endif
