/* area: the part of a corpus that the pipeline makes tables and pages of together: a province, by
 * the first two digits of a region's code, or "none".
 */
#ifndef GIR_AREA_H
#define GIR_AREA_H

#include "common/str.h"

enum { AREA_NONE = 100, AREAS };

/* AREA_NONE where the region is not known, or no code. */
size_t area_of(struct str region);
/* Its name, in `room` or for good. */
const char *area_name(size_t area, char room[3]);

#endif
