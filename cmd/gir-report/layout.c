#include "cmd/gir-report/layout.h"

/* Whether all cells of the row are on one line; false too where one of them is on none. */
static bool is_one_line(const struct report *r, const struct form_row *row)
{
	size_t columns = r->form->blocks[row->block].columns, i;
	const struct cell *cell = &r->cell[row->first_cell];

	for (i = 0; i < columns; i++)
		if (cell[i].line.n == 0 || !str_eq(cell[i].line, cell[0].line))
			return false;
	return true;
}

static bool is_there(const struct report *r, const struct form_row *row)
{
	size_t columns = r->form->blocks[row->block].columns, i;

	for (i = 0; i < columns; i++)
		if (r->cell[row->first_cell + i].line.n > 0)
			return true;
	return false;
}

struct str layout_of(const struct report *r)
{
	size_t rows = 0, lines = 0, runs = 0, i;
	struct str line = STR_EMPTY;

	for (i = 0; r->form && i < r->form->row_count; i++) {
		const struct form_row *row = &r->form->rows[i];

		if (row->table != TABLE_REQUESTS || !is_there(r, row))
			continue;
		rows++;
		if (!is_one_line(r, row))
			continue;
		lines++;
		runs += str_eq(line, r->cell[row->first_cell].line);
		line = r->cell[row->first_cell].line;
	}
	if (rows == 0)
		return STR_EMPTY;
	if (2 * runs > rows)
		return STR("run");
	/* A row that lacks a cell does not make another layout. */
	if (4 * lines >= 3 * rows)
		return STR("row");
	return 4 * lines <= rows ? STR("cell") : STR("mixed");
}
