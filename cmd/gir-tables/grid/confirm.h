/* confirm: numbers that were recognised in a picture, which are right only where sums say so.
 *
 * Character recognition takes 1 for 7 and drops digits; fonts that do not say what they show may
 * show another digit. A number that was read so is certain only as a member of sums that hold:
 * across its row and, in the table of requests, down its column. One misread figure breaks both.
 */
#ifndef GIR_CONFIRM_H
#define GIR_CONFIRM_H

#include "cmd/gir-tables/grid/tables.h"

/* Whether the report's figures were recognised or guessed, by the format that the stream names. */
bool confirm_wanted(struct str format);
/* Numbers that no sums confirm become unsure. */
void confirm_cells(struct tables *t);

#endif
