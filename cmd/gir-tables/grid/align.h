/* align: rows whose labels are broken over the lines above and below their values.
 *
 * Page layouts print a long label on several lines and its values in the middle. Such rows lie
 * between rows whose labels are whole; where there are as many lines of values between two of
 * those as the form has rows, and the text around each holds its row's label, they are settled.
 */
#ifndef GIR_ALIGN_H
#define GIR_ALIGN_H

#include "cmd/gir-tables/grid/place.h"

/* Fills cells of the table that are still absent. */
void align_rows(const struct place *p, const struct labels *labels, const struct form *form,
		enum table_id table, const struct runs *runs, struct cell *cell);

#endif
