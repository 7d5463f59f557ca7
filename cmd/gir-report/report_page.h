/* report_page: the page of a report: what it is, what was found, its tables as the form prints
 * them.
 */
#ifndef GIR_REPORT_REPORT_PAGE_H
#define GIR_REPORT_REPORT_PAGE_H

#include "cmd/gir-report/findings.h"
#include "cmd/gir-report/page.h"
#include "cmd/gir-report/report.h"

/* How a page leads to the files themselves. */
struct source {
	const char *dir; /* as seen from the site, or absolute; NULL for no links */
};

/* Writes the page of the report. `path` is where, in the site. 0, or -1 after a message. */
int report_page_put(struct page *p, struct site *site, const struct source *source,
		    const struct report *r, const struct finding *findings, size_t n);

#endif
