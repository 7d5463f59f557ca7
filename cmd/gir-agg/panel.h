/* panel: a line a report, a column a cell of any form, nothing summed (--panel).
 *
 * The lines are written as the reports end, so memory does not grow with them. A cell is empty
 * where the report does not have it as a number. Consolidated reports have lines as well.
 */
#ifndef GIR_AGG_PANEL_H
#define GIR_AGG_PANEL_H

#include "cmd/gir-agg/sheet.h"
#include "common/buf.h"

/* The columns before the cells; a report's key in groups.h's sense. */
#define PANEL_KEYS "doc,year,region,org,scope,form"

struct panel_cell {
	bool number;
	struct dec value;
};

struct panel {
	struct sheet *sheet;
	struct panel_cell *cell; /* by cell number */
	size_t cells;            /* those of the forms */
	struct buf key;
	bool begun; /* the report at hand has an official cell */
	bool stray; /* some cell was of no form, so that it has no column */
};

void panel_open(struct panel *p, struct sheet *s, size_t cells);
void panel_free(struct panel *p);

/* The report at hand. */
void panel_begin(struct panel *p, struct str key);
/* Its cell; `v` is NULL where that is no number. */
void panel_set(struct panel *p, size_t cell, const struct dec *v);
/* Puts the numbers into the rest of the row; the keys have been put. Ready for the next report. */
void panel_put_cells(struct panel *p);

#endif
