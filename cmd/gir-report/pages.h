/* pages: the list of the reports' pages, a line a report; what regions and the front page are made
 * from. gir-report writes it to standard output as it writes the pages, and reads it again.
 */
#ifndef GIR_REPORT_PAGES_H
#define GIR_REPORT_PAGES_H

#include "cmd/gir-report/figures.h"
#include "cmd/gir-report/findings.h"
#include "cmd/gir-report/report.h"
#include "common/output.h"

enum page_column {
	PAGE_PAGE, /* its path in the site */
	PAGE_DOC,
	PAGE_YEAR,
	PAGE_REGION,
	PAGE_ORG,
	PAGE_SCOPE,
	PAGE_FORM,
	PAGE_FORMAT,
	PAGE_ENCODING,
	PAGE_LAYOUT, /* layout.h */
	PAGE_TITLE,
	PAGE_CELLS,  /* numbers in the official tables */
	PAGE_ERRORS, /* findings that name the report, by severity */
	PAGE_WARNINGS,
	PAGE_NOTES,
	PAGE_UNSURE, /* cells of that state */
	PAGE_RULES,  /* the rules of these findings: "blank*5 row-sum" */
	PAGE_COLUMNS /* behind them one for each figure, by its id */
};

extern const char *const page_column_names[PAGE_COLUMNS];

void pages_put_header(struct output *to, const struct figures *figures);
/* Appends a report's line, without a line feed. `page` is a path of site_report_path. */
void pages_line(struct buf *to, const struct figures *figures, struct str page,
		const struct report *r, const struct finding *findings, size_t n);

#endif
