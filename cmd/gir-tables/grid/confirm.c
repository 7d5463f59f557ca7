#include "cmd/gir-tables/grid/confirm.h"

#include <stdlib.h>

#include "common/alloc.h"

bool confirm_wanted(struct str format)
{
	return str_ends(format, STR("-ocr")) || str_ends(format, STR("-guessed"));
}

/* A sum under test: parts on one side, the total on the other. */
struct sum {
	struct dec parts, total;
	bool whole; /* all members are numbers */
};

#define SUM_INIT ((struct sum){DEC_ZERO, DEC_ZERO, true})

static void add(struct sum *s, const struct cell *c, bool total)
{
	struct dec *to = total ? &s->total : &s->parts;

	if (c->state != STATE_NUM || dec_add(*to, c->value, to) != 0)
		s->whole = false;
}

static bool holds(const struct sum *s)
{
	return s->whole && dec_cmp(s->parts, s->total) == 0;
}

/* The row's last column is its total. */
static bool row_holds(const struct tables *t, const struct form_row *row)
{
	const struct form_block *block = &t->form->blocks[row->block];
	struct sum s = SUM_INIT;
	size_t i;

	for (i = 0; i < block->columns; i++)
		add(&s, &t->cell[row->first_cell + i], i + 1 == block->columns);
	return holds(&s);
}

/* handled is the sum of the results, new and carried_in are handled and carried_out; the sums of
 * column `column` of the requests. */
static void column_sums(const struct tables *t, size_t column, bool *results, bool *balance)
{
	struct sum result = SUM_INIT, both = SUM_INIT;
	size_t i;

	for (i = 0; i < t->form->row_count; i++) {
		const struct form_row *row = &t->form->rows[i];
		const struct cell *c = &t->cell[row->first_cell + column];
		bool handled = str_is(row->name, "handled"), out = str_is(row->name, "carried_out");
		bool in = str_is(row->name, "new") || str_is(row->name, "carried_in");

		if (row->table != TABLE_REQUESTS)
			continue;
		if (!in && !out)
			add(&result, c, handled);
		if (in || out || handled)
			add(&both, c, !in);
	}
	*results = holds(&result);
	*balance = holds(&both);
}

/* Whether the sums down the column that the row takes part in hold. */
static bool column_holds(const struct tables *t, const struct form_row *row, size_t column)
{
	bool results, balance;

	if (row->table != TABLE_REQUESTS)
		return true;
	column_sums(t, column, &results, &balance);
	if (str_is(row->name, "handled"))
		return results && balance;
	if (str_is(row->name, "new") || str_is(row->name, "carried_in") ||
	    str_is(row->name, "carried_out"))
		return balance;
	return results;
}

void confirm_cells(struct tables *t)
{
	bool *sure = xcalloc(t->form->cell_count + 1, sizeof *sure);
	size_t r, i;

	for (r = 0; r < t->form->row_count; r++) {
		const struct form_row *row = &t->form->rows[r];

		if (row->table == TABLE_ACTIVE || !row_holds(t, row))
			continue;
		for (i = 0; i < t->form->blocks[row->block].columns; i++)
			sure[row->first_cell + i] = column_holds(t, row, i);
	}
	for (i = 0; i < t->form->cell_count; i++)
		if (t->cell[i].state == STATE_NUM && !sure[i])
			t->cell[i].state = STATE_UNSURE;
	free(sure);
}
