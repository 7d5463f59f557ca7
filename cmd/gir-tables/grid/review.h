/* review: the table of reviews and suits, which is printed as one line of values under three rows'
 * labels, five columns each.
 */
#ifndef GIR_REVIEW_H
#define GIR_REVIEW_H

#include "cmd/gir-tables/grid/place.h"

/* Fills the cells of the table from the values behind its last label, where they are one line. */
void review_read(const struct place *p, const struct runs *runs, const struct form *form,
		 struct cell *cell);

#endif
