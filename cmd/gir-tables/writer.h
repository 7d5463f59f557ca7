/* writer: the lines of the cells stream for one report.
 */
#ifndef GIR_WRITER_H
#define GIR_WRITER_H

#include "cmd/gir-tables/grid/place.h"
#include "cmd/gir-tables/report.h"
#include "common/output.h"

struct writer {
	struct output *out;
	struct buf start; /* the columns that all lines of the report begin with */
	struct buf room, names;
	struct str state[STATE_COUNT];
};

void writer_init(struct writer *w, struct output *out);
void writer_free(struct writer *w);
void writer_header(struct writer *w);
/* Sets what the report's lines begin with; `form` is empty where no report was recognised. */
void writer_report(struct writer *w, const struct report *report, struct str form);
/* All cells of the form. */
void writer_cells(struct writer *w, const struct form *form, const struct cell *cell);
/* A cell of no form. */
void writer_fact(struct writer *w, const char *table, struct str row, struct str col,
		 const struct cell *cell);

#endif
