/* write: the tables that gir-agg puts out, in an order that depends on nothing but their content.
 */
#ifndef GIR_AGG_WRITE_H
#define GIR_AGG_WRITE_H

#include "cmd/gir-agg/agg.h"
#include "cmd/gir-agg/indicators.h"
#include "cmd/gir-agg/sheet.h"

/* A line a group and cell. */
void write_long(const struct agg *a, struct sheet *s);
/* A line a group, its sums side by side. */
void write_wide(const struct agg *a, struct sheet *s);
/* The header of a->panel, and the row of the report at hand. */
void write_panel_header(const struct agg *a);
void write_panel_row(const struct agg *a);
/* A line a cell that a consolidated report states. 0, or -1 after a message (overflow). */
int write_reconciled(const struct agg *a, struct sheet *s);
/* A line a group and indicator. 0, or -1 after a message (overflow). */
int write_indicators(const struct agg *a, const struct indicators *l, struct sheet *s);

#endif
