/* docx: what the parts of a Word package share. */
#ifndef GIR_DOCX_H
#define GIR_DOCX_H

#include "tests/generate/formats.h"

/* How the author of this document worked. */
struct author {
	struct report *r;
	bool tracked;  /* changes were recorded */
	bool broken;   /* runs are cut anywhere, inside of numbers too */
	bool fields;   /* some text is the result of a field */
	bool controls; /* some text stands in content controls */
	bool boxed;    /* the signature stands in a text box */
	bool numbered; /* headings have no number of their own: Word counts them */
	bool by_style; /* and it is their style that says so */
	size_t ids;    /* of changes, counted up */
};

/* docx_text.c: text with the characters of XML escaped; the runs of one line; a whole paragraph. */
void docx_escape(struct str s, struct buf *to);
void docx_runs(struct author *a, struct str s, struct buf *to);
void docx_paragraph(struct author *a, struct str s, const char *properties, struct buf *to);
/* A paragraph with a text box in it, in the two forms that Word writes of it. */
void docx_box(struct author *a, const struct str *lines, size_t n, struct buf *to);
/* docx_table.c */
void docx_table(struct author *a, const struct grid *g, struct buf *to);

#endif
