/* roster: the organs that have to report, from a table that people keep (--roster).
 *
 * Columns: region (six digits), org, and optionally aliases (other names of the same organ, set
 * apart by '|'), from and to (report years). Everything points into the sheet.
 */
#ifndef GIR_CHECK_ROSTER_H
#define GIR_CHECK_ROSTER_H

#include "cmd/gir-check/history.h"
#include "common/divisions.h"
#include "common/sheet.h"

struct unit {
	struct str region, org, aliases;
	int from, to;
};

struct alias {
	size_t home, name, org; /* numbers of history->names */
};

struct roster {
	struct sheet sheet;
	struct unit *v;
	size_t n, cap;
	struct alias *alias; /* sorted by home and name; every unit's own name is one too */
	size_t alias_count, alias_cap;
};

/* 0, or -1 after messages. */
int roster_load(struct roster *r, const char *path);
void roster_free(struct roster *r);
/* Leaves only the units whose reports the history wants. */
void roster_limit(struct roster *r, const struct history *h);
/* Gives each past report the unit that the roster says it is. 0, or -1 after a message where a name
 * is that of two units. */
int roster_apply(struct roster *r, struct history *h, const struct divisions *divisions);

#endif
