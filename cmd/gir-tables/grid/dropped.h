/* dropped: tells tables from which an extractor dropped every line that it had seen before.
 *
 * Only the first 0 of such a table survives, and no gap shows where the others stood. A form whose
 * cells stand a line each repeats labels and zeros many times over; where it does not, lines were
 * dropped, and no number of it is certain.
 */
#ifndef GIR_DROPPED_H
#define GIR_DROPPED_H

#include "cmd/gir-tables/grid/items.h"

bool dropped_lines(const struct tables_items *tables);

#endif
