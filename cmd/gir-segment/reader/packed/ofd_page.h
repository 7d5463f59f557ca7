/* ofd_page: the words and lines of one page of an OFD document.
 */
#ifndef GIR_OFD_PAGE_H
#define GIR_OFD_PAGE_H

#include "cmd/gir-segment/reader/page/page.h"

struct ofd_counts {
	size_t glyphs, unmapped; /* as in glyphs.h */
};

/* What a page's Content.xml says beside its content. */
struct ofd_page {
	struct box area;      /* PhysicalBox, in millimetres; x1 0 where there is none */
	struct buf templates; /* the TemplateIDs it is printed on, each followed by a blank */
};

/* Reads that. False where the XML is damaged, or has a DOCTYPE. `p` is cleared first. */
bool ofd_page_facts(struct str xml, struct ofd_page *p);
/* Adds the words and lines of the content, which may be a template's, too. False as above. */
bool ofd_page_content(struct str xml, struct pages *pages, struct page *page,
		      struct ofd_counts *counts);

/* Four numbers: x y width height. False for anything else. */
bool ofd_box(struct str s, struct box *b);

#endif
