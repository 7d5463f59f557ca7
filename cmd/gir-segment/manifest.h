/* manifest: facts about reports that are known beforehand and win over what is read.
 *
 * A table (sheet.h) with the column doc and any of year, region, org, scope. An empty field says
 * nothing.
 */
#ifndef GIR_MANIFEST_H
#define GIR_MANIFEST_H

#include "common/sheet.h"

struct manifest {
	struct sheet sheet;
	size_t doc, year, region, org, scope; /* columns, SHEET_NONE where it has none */
	size_t *slot;                         /* hash table of rows by doc; rows: a free place */
	size_t slots;
};

struct manifest_facts {
	struct str year, region, org, scope; /* empty where nothing is known */
};

/* 0, or -1 after messages (a value that cannot be right is one). manifest_free in either case. */
int manifest_load(struct manifest *m, const char *path);
void manifest_free(struct manifest *m);
struct manifest_facts manifest_find(const struct manifest *m, struct str doc);

#endif
