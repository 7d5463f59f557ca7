/* tables: the official cells of one report, and the form they follow.
 */
#ifndef GIR_TABLES_H
#define GIR_TABLES_H

#include "cmd/gir-tables/grid/place.h"

enum { FORMS_MAX = 8 };

/* What was found of one of the three tables. */
struct table_found {
	size_t line;                        /* of its first cell; 0: not found */
	size_t rows;                        /* of the form, whose labels were found */
	const struct form *form[FORMS_MAX]; /* the forms its blocks follow, by first occurrence */
	size_t forms;
};

struct tables {
	const struct form *form; /* of the report; NULL where no table tells */
	struct cell *cell;       /* form->cell_count of them */
	size_t cell_cap;
	struct table_found table[TABLE_COUNT];
};

/* What the reading of tables uses from report to report. */
struct tables_reader {
	const struct fold *fold;
	const struct forms *forms;
	struct labels *labels;
	struct texts *texts;
	struct tables_items items;
	struct runs runs[TABLE_COUNT];
	struct shapes shapes;
	struct run_place *run; /* room for rows_place */
	size_t run_cap;
	struct pool pool;
};

void tables_reader_init(struct tables_reader *r, const struct fold *fold,
			const struct forms *forms);
void tables_reader_free(struct tables_reader *r);

/* Reads the cells of a report. `year` (0: unknown) settles the form only where no table does. Raw
 * texts live in the report's pool or the reader's, until the next call. */
void tables_read(struct tables_reader *r, const struct report *report, int year,
		 struct tables *tables);
void tables_free(struct tables *tables);

#endif
