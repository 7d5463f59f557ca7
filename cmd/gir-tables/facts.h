/* facts: the lines of tables `doc` and `text`: what is known of the report itself, and the figures
 * its prose states.
 */
#ifndef GIR_FACTS_H
#define GIR_FACTS_H

#include "cmd/gir-tables/grid/tables.h"
#include "cmd/gir-tables/prose/prose.h"
#include "cmd/gir-tables/writer.h"

/* Whether the blocks hold a report at all: three of the six headings, one and a report's title, or
 * rows of a table. */
bool facts_recognise(const struct report *report, const struct tables *tables);

void facts_write_doc(struct writer *w, const struct fold *fold, const struct report *report,
		     const struct tables *tables);
void facts_write_text(struct writer *w, const struct prose *prose, const struct report *report,
		      int year);

#endif
