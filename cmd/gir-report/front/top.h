/* top: the areas that pages about everything have a line for: the provinces and what lies in no
 * province; where there is but one province, also what lies in that.
 */
#ifndef GIR_REPORT_TOP_H
#define GIR_REPORT_TOP_H

#include "cmd/gir-report/area/areas.h"

struct top_area {
	size_t area;  /* in areas->v */
	size_t depth; /* 0 for what lies in nothing */
};

struct top {
	struct top_area *v; /* what lies in an area follows it */
	size_t n, cap;
	size_t *of; /* of each area its place in v, or AREA_NONE */
};

void top_find(struct top *t, const struct areas *a);
void top_free(struct top *t);

#endif
