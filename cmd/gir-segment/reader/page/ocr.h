/* ocr: the words of pages that are pictures, by tesseract.
 */
#ifndef GIR_OCR_H
#define GIR_OCR_H

#include "cmd/gir-segment/reader/page/page.h"
#include "cmd/gir-segment/reader/process.h"

/* Whether tesseract is there; a message that names its packages where not. */
bool ocr_available(const char *name);

/* Fills the pages of the PDF `source` in the directory with words and lines. False where nothing
 * could be recognised. */
bool ocr_read(struct pages *pages, const struct scratch *scratch, const char *source);

/* Makes the PDF `out`.pdf of the picture `source`, one page a picture. */
bool ocr_wrap(const struct scratch *scratch, const char *source, const char *out);

#endif
