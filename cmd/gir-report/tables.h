/* tables: a report's official tables, as the form prints them, in HTML.
 */
#ifndef GIR_REPORT_TABLES_H
#define GIR_REPORT_TABLES_H

#include "cmd/gir-report/findings.h"
#include "cmd/gir-report/page.h"
#include "cmd/gir-report/report.h"

/* What the findings say of a cell. */
struct mark {
	enum severity severity; /* the worst of them; SEVERITY_COUNT where none names the cell */
	size_t finding;         /* the number of the first, from 1 on */
	bool suspect;
	struct str repair; /* of a suspect, a field */
};

/* All tables of the report, which must have a form; a mark for each of the form's cells. */
void tables_put(struct page *p, const struct report *r, const struct mark *marks);

#endif
