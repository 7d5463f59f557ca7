/* docx_body: word/document.xml and the parts like it (footnotes, headers) to a story.
 */
#ifndef GIR_DOCX_BODY_H
#define GIR_DOCX_BODY_H

#include "cmd/gir-segment/reader/packed/docx_lists.h"
#include "cmd/gir-segment/reader/packed/docx_story.h"

enum docx_end {
	DOCX_DONE,
	DOCX_DAMAGED,
	DOCX_LARGE /* more text, paragraphs and cells than any report has */
};

/* Appends the part's text to *story, its strings in `pool`. *paragraphs counts those of the whole
 * document. */
enum docx_end docx_body_read(struct str xml, struct docx_lists *lists, struct pool *pool,
			     size_t *paragraphs, struct story *story);

#endif
