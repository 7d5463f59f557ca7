/* rows: fills the cells of one table from the runs of values behind its rows' labels.
 */
#ifndef GIR_ROWS_H
#define GIR_ROWS_H

#include "cmd/gir-tables/grid/tables.h"

/* Fills t->cell from r->runs[table] and r->items. With `doubt` no number of it becomes num. */
void rows_place(struct tables_reader *r, struct tables *t, enum table_id table, bool doubt);

#endif
