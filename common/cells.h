/* cells: the names that the cells stream is made of (gir(7), "Cells").
 */
#ifndef GIR_CELLS_H
#define GIR_CELLS_H

#include "common/tsv.h"

enum cell_state {
	STATE_NUM,
	STATE_BLANK,
	STATE_NA,
	STATE_TEXT,
	STATE_ABSENT,
	STATE_UNSURE,
	STATE_COUNT
};

/* In the order in which gir-tables writes them; the verdict follows where gir-check has been. */
enum cell_column {
	CELL_DOC,
	CELL_YEAR,
	CELL_REGION,
	CELL_ORG,
	CELL_SCOPE,
	CELL_FORM,
	CELL_TABLE,
	CELL_ROW,
	CELL_COL,
	CELL_VALUE,
	CELL_STATE,
	CELL_RAW,
	CELL_LINE,
	CELL_COLUMNS
};

extern const char *const cell_state_names[STATE_COUNT];
extern const char *const cell_column_names[CELL_COLUMNS];

/* cell_state_of for any of them. */
enum cell_state cell_state_find(struct str s);

/* STATE_COUNT where `s` names no state. Nearly all are num, and most others absent. */
static inline enum cell_state cell_state_of(struct str s)
{
	if (str_is(s, "num"))
		return STATE_NUM;
	return str_is(s, "absent") ? STATE_ABSENT : cell_state_find(s);
}

/* Finds each column in a stream's header. 0, or -1 after a message for each that is missing. */
int cells_find(const struct tsv *t, size_t at[CELL_COLUMNS]);

#endif
