/* docx_lists: automatic numbering, and what else of a DOCX's styles bears on its text.
 *
 * Source: ECMA-376 part 1, 17.9 (word/numbering.xml) and 17.7 (word/styles.xml). "一、" in front of
 * a heading is often no text but the count of its list.
 */
#ifndef GIR_DOCX_LISTS_H
#define GIR_DOCX_LISTS_H

#include "common/buf.h"

struct docx_lists;

/* What a paragraph says of its numbering. */
struct docx_numbered {
	struct str style;
	int num, level; /* -1: it does not say */
};

/* From the two parts, each empty where the document has none. What is wrong in them is passed
 * over. Keeps nothing of them. */
struct docx_lists *docx_lists_new(struct str styles, struct str numbering);
void docx_lists_free(struct docx_lists *l);

/* Counts the paragraph in its list, and writes its label to `to`, cleared first: empty where it has
 * none or but a bullet. Call once a paragraph, in the order of the document. */
void docx_lists_label(struct docx_lists *l, const struct docx_numbered *p, struct buf *to);
/* How text of a style shows. */
struct docx_look {
	bool hidden; /* or struck out */
	bool raised; /* or lowered */
};
/* Of a paragraph's style or a run's; empty, or unknown: as plain text. */
struct docx_look docx_lists_look(const struct docx_lists *l, struct str style);

#endif
