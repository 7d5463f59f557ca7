/* page: the frame that all pages have, and what else they share.
 */
#ifndef GIR_REPORT_PAGE_H
#define GIR_REPORT_PAGE_H

#include "cmd/gir-report/html.h"
#include "cmd/gir-report/phrases.h"
#include "cmd/gir-report/site.h"
#include "common/divisions.h"

struct page {
	const struct phrases *phrases;
	const struct divisions *divisions;
	struct buf path; /* of the page, in the site */
	struct buf up;   /* from the page back to the site's directory */
	struct buf html;
};

/* Begins the page whose path the caller has put into `path` (cleared before): the head, the
 * language switch, and a navigation that leads to the divisions around `region` (any, or empty) and
 * in which region's own page is linked only from other pages. */
void page_begin(struct page *p, struct phrase title, struct str region, int year);
/* Ends it and puts it in its place. 0, or -1 after a message. */
int page_end(struct page *p, struct site *site);
void page_free(struct page *p);

/* <a href="..."> to a page of the site; the caller closes it. */
void page_link(struct page *p, struct str path);
/* A page's name, as a link to it unless it is this one. */
void page_place(struct page *p, struct str path, struct phrase name);
/* The name of a division in that year, its code where it is none, or the words for an unknown. */
struct phrase page_region(const struct page *p, struct str region, int year);

/* Puts the style sheet and the script into the site. 0, or -1 after a message. */
int page_put_assets(struct site *site);

#endif
