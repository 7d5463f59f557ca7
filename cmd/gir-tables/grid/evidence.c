#include "cmd/gir-tables/grid/evidence.h"

static const struct form_block *block_of_run(const struct form *form, const struct run *run)
{
	size_t row = run->label->place[form->index].row;

	return row == STR_NONE ? NULL : &form->blocks[form->rows[row].block];
}

/* The place of a column label in the block, or STR_NONE. */
static size_t column_in_block(const struct form *form, const struct form_block *block,
			      const struct label *label)
{
	size_t c, column = label->place[form->index].column;

	for (c = 0; c < block->columns; c++)
		if (form->block_columns[block->first_column + c] == column)
			return c;
	return STR_NONE;
}

/* How well the column labels above the run fit the form's block: 0 for not at all. */
static int fit(const struct form *form, const struct runs *runs, const struct run *run)
{
	const struct form_block *block = block_of_run(form, run);
	int found = 0, strange = 0;
	size_t h;

	if (!block)
		return 0;
	for (h = run->header_from; h < run->header_to; h++) {
		if (column_in_block(form, block, runs->header[h].label) != STR_NONE)
			found++;
		else
			strange++;
	}
	if (!found)
		return 0;
	return 1000 + 2 * found - (int)block->columns - strange;
}

const struct form *evidence_of_run(const struct forms *forms, const struct runs *runs,
				   const struct run *run)
{
	const struct form *best = NULL, *only = NULL;
	int best_fit = 0;
	size_t f, having = 0;

	for (f = 0; f < forms->n; f++) {
		int here = fit(&forms->v[f], runs, run);

		if (block_of_run(&forms->v[f], run)) {
			having++;
			only = &forms->v[f];
		}
		if (here > best_fit)
			best = &forms->v[f];
		else if (here == best_fit)
			best = NULL;
		if (here > best_fit)
			best_fit = here;
	}
	return having == 1 ? only : best;
}

const struct form *evidence_of_rows(const struct forms *forms, const struct runs *runs)
{
	const struct form *best = NULL;
	int best_score = 0;
	size_t f, i;

	for (f = 0; f < forms->n; f++) {
		int score = 0;

		for (i = 0; i < runs->n; i++) {
			if (runs->v[i].label->kind == LABEL_ROW)
				score += block_of_run(&forms->v[f], &runs->v[i]) ? 1 : -1;
		}
		if (score > best_score)
			best = &forms->v[f];
		else if (score == best_score)
			best = NULL;
		if (score > best_score)
			best_score = score;
	}
	return best;
}

/* Whether column `a` may stand before column `b` in source order. The heads of wide blocks have two
 * lines: 总计, on the upper one, comes before the columns that the lower one divides. */
static bool may_precede(const struct form_block *block, size_t a, size_t b)
{
	return a <= b || (block->columns > 3 && a + 1 == block->columns && b > 0);
}

/* Whether the place of two heads in the source tells their columns' order: on one line, or where
 * each cell is a line. Heads on several lines stand above each other. */
static bool in_one_order(const struct header *a, const struct header *b)
{
	return a->row == b->row || (a->row_cells == 1 && b->row_cells == 1);
}

bool evidence_of_disorder(const struct form *form, const struct runs *runs, const struct run *run)
{
	const struct form_block *block = block_of_run(form, run);
	size_t h, k;

	for (h = run->header_from; block && h < run->header_to; h++) {
		size_t a = column_in_block(form, block, runs->header[h].label);

		for (k = h + 1; a != STR_NONE && k < run->header_to; k++) {
			size_t b = column_in_block(form, block, runs->header[k].label);

			if (b != STR_NONE && in_one_order(&runs->header[h], &runs->header[k]) &&
			    !may_precede(block, a, b))
				return true;
		}
	}
	return false;
}

size_t evidence_of_heads(const struct form *form, const struct runs *runs, const struct run *run,
			 size_t *row_cells)
{
	const struct form_block *block = block_of_run(form, run);
	const struct header *first = NULL, *last = NULL;
	size_t h;

	for (h = run->header_from; block && h < run->header_to; h++) {
		size_t c = column_in_block(form, block, runs->header[h].label);

		if (c == 0)
			first = &runs->header[h];
		if (c + 1 == block->columns)
			last = &runs->header[h];
	}
	if (!first || !last || first->row_cells != last->row_cells ||
	    last->cell + 1 != first->cell + block->columns)
		return STR_NONE;
	*row_cells = first->row_cells;
	return first->cell;
}

bool evidence_of_more(const struct runs *runs, const struct run *run)
{
	size_t h;

	for (h = run->header_from; h < run->header_to; h++)
		if (runs->header[h].strange)
			return true;
	return false;
}
