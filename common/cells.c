#include "common/cells.h"

const char *const cell_state_names[STATE_COUNT] = {"num",  "blank",  "na",
						   "text", "absent", "unsure"};

const char *const cell_column_names[CELL_COLUMNS] = {
	"doc", "year", "region", "org",   "scope", "form", "table",
	"row", "col",  "value",  "state", "raw",   "line",
};

enum cell_state cell_state_find(struct str s)
{
	enum cell_state state = STATE_NUM;

	if (s.n == 0)
		return STATE_COUNT;
	while (state < STATE_COUNT &&
	       !(s.p[0] == cell_state_names[state][0] && str_is(s, cell_state_names[state])))
		state++;
	return state;
}

int cells_find(const struct tsv *t, size_t at[CELL_COLUMNS])
{
	int failed = 0;
	int c;

	for (c = 0; c < CELL_COLUMNS; c++)
		at[c] = tsv_need(t, cell_column_names[c], &failed);
	return failed;
}
