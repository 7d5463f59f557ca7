/* findings: those that are known, by report.
 *
 * All are kept, as fields of the stream (escaped), until findings_free.
 */
#ifndef GIR_REPORT_FINDINGS_H
#define GIR_REPORT_FINDINGS_H

#include "common/intern.h"
#include "common/severity.h"
#include "common/tsv.h"

enum finding_column {
	FINDING_DOC,
	FINDING_YEAR,
	FINDING_REGION,
	FINDING_ORG,
	FINDING_RULE,
	FINDING_SEVERITY,
	FINDING_TABLE,
	FINDING_ROW,
	FINDING_COL,
	FINDING_EXPECTED,
	FINDING_ACTUAL,
	FINDING_LINE,
	FINDING_MESSAGE,
	FINDING_NEEDED, /* the others need not be there */
	FINDING_MESSAGE_ZH = FINDING_NEEDED,
	FINDING_SUSPECT,
	FINDING_REPAIR,
	FINDING_CAUSE,
	FINDING_COLUMNS
};

struct finding {
	struct str field[FINDING_COLUMNS];
	enum severity severity;
	size_t order; /* as they came */
};

struct findings {
	struct finding *v;
	size_t n, cap;
	struct pool pool;
	bool sorted;
};

/* Adds those of a table; unless `of_reports`, only those that name no report. 0, or -1 after a
 * message. */
int findings_read(struct findings *f, struct tsv *t, bool of_reports);
/* Those of a report, a run of *n in the order in which they came; once all are read. */
const struct finding *findings_of(struct findings *f, struct str doc, size_t *n);
void findings_free(struct findings *f);

#endif
