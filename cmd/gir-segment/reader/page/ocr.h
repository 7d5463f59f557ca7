/* ocr: the words of pages that are pictures, by tesseract.
 */
#ifndef GIR_OCR_H
#define GIR_OCR_H

#include "cmd/gir-segment/reader/page/budget.h"
#include "cmd/gir-segment/reader/page/page.h"

/* Whether tesseract is there; a message that names its packages where not. */
bool ocr_available(const char *name);

/* Fills the pages of the PDF `source` in the directory with words and lines; `name` is for messages
 * on pages that could not be recognised. False where nothing could be. */
bool ocr_read(struct pages *pages, const struct scratch *scratch, const struct budget *budget,
	      const char *source, const char *name);

/* Makes the PDF `out`.pdf of the picture `source`, one page a picture. */
bool ocr_wrap(const struct scratch *scratch, const struct budget *budget, const char *source,
	      const char *out);

#endif
