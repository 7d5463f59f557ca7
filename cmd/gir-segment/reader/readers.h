/* readers: the readers of the formats, one a file.
 *
 * A reader fills r->text, and sets r->format where it knows better than the caller did. It returns
 * false where nothing can be read, r->format then being a reason of common/data/reasons.tsv;
 * trouble that the user can mend is told on standard error, too. Whatever the bytes are, a reader
 * ends in bounded time and memory.
 */
#ifndef GIR_READERS_H
#define GIR_READERS_H

#include "cmd/gir-segment/reader/reader.h"

bool read_text(struct reading *r, struct str bytes);
bool read_docx(struct reading *r, struct str bytes);
bool read_html(struct reading *r, struct str bytes);
bool read_pdf(struct reading *r, struct str bytes);
bool read_image(struct reading *r, struct str bytes);
bool read_ofd(struct reading *r, struct str bytes);

/* The formats that LibreOffice turns into DOCX; its names in PATH. */
#define OFFICE "soffice|libreoffice"
bool read_converted(struct reading *r, struct str bytes);

#endif
