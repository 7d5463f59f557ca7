/* people: the reports that need a person, those that need one most first.
 */
#ifndef GIR_REPORT_PEOPLE_H
#define GIR_REPORT_PEOPLE_H

#include "cmd/gir-report/area/areas.h"

enum { PEOPLE_MOST = 200 /* reports that are told */ };

/* Whether a report could not be read for certain or breaks a rule. */
bool people_need(const struct listed *r);

struct people {
	const struct listed **v;
	size_t n;
};

/* Among those that are listed. */
void people_find(struct people *p, const struct areas *a);
void people_free(struct people *p);

#endif
