/* certain: of which cells the printed text still tells (gir(7), "Layouts"). */
#include "common/utf8.h"
#include "tests/generate/generate.h"

/* All cells of a table's printed row: the three rows of the review table share one. */
static void uncertain(struct report *r, size_t row)
{
	size_t i;

	for (i = 0; i < r->form->row_count; i++)
		if (i == row || (r->form->rows[row].table == TABLE_REVIEW &&
				 r->form->rows[i].table == TABLE_REVIEW))
			row_uncertain(r, i);
}

static const struct figure *last_of(const struct report *r, size_t row)
{
	return &r->figure[r->form->rows[row].first_cell + row_length(r->form, row) - 1];
}

/* A bar at the end of a row may close a blank cell or stand for a missing one; at the head of the
 * review table's only row it may belong to the header. */
static bool bars_deceive(const struct report *r, size_t row)
{
	bool bars = r->layout == LAYOUT_BARS || r->layout == LAYOUT_BAR_LINES;

	if (last_of(r, row)->state == STATE_BLANK)
		return true;
	if (bars && r->form->rows[row].table == TABLE_REVIEW)
		return true;
	return bars && (r->style.label_breaks || r->style.variant == 4);
}

static bool blanks_deceive(const struct report *r, size_t row)
{
	switch (r->layout) {
	case LAYOUT_WORD:
	case LAYOUT_PAGE:
		return false;
	case LAYOUT_TABS:
		return r->form->rows[row].table == TABLE_REQUESTS && r->style.variant % 2 == 1;
	case LAYOUT_PIPES:
	case LAYOUT_ONE_LINE:
		return r->style.variant % 5 != 3 && bars_deceive(r, row);
	case LAYOUT_BARS:
	case LAYOUT_BAR_LINES:
		return bars_deceive(r, row);
	default:
		return true;
	}
}

/* Words in a cell are told from labels only where cells have marks. */
static bool words_deceive(const struct report *r)
{
	return r->format == FORMAT_PDF_BARE || r->layout == LAYOUT_PARAGRAPHS ||
	       r->layout == LAYOUT_SPACES || r->layout == LAYOUT_FLAT || r->layout == LAYOUT_PAGE;
}

/* Without separators a row is certain only where every cell is one digit. */
static bool digits_deceive(const struct report *r, size_t row)
{
	size_t i;

	for (i = 0; i < row_length(r->form, row); i++)
		if (r->figure[r->form->rows[row].first_cell + i].text.n != 1)
			return true;
	return false;
}

static void set_absent(struct report *r, size_t cell)
{
	r->figure[cell].state = STATE_ABSENT;
	r->figure[cell].certain = true;
}

static void absent_tables(struct report *r)
{
	size_t i;

	for (i = 0; i < r->form->cell_count; i++) {
		const struct form_cell *c = &r->form->cells[i];
		size_t block = r->form->rows[c->row].block;
		bool other = block < COUNT_OF(r->block_other) && r->block_other[block];

		if (r->no_tables || r->gone[2 + (int)c->table] || other)
			set_absent(r, i);
	}
}

void certain_settle(struct report *r)
{
	size_t i;

	for (i = 0; i < r->form->row_count; i++) {
		if (r->layout == LAYOUT_DEDUP)
			row_uncertain(r, i);
		if (row_has_state(r, i, STATE_BLANK) && blanks_deceive(r, i))
			uncertain(r, i);
		if (row_has_state(r, i, STATE_TEXT) && words_deceive(r))
			uncertain(r, i);
		if (r->layout == LAYOUT_GLUED && digits_deceive(r, i))
			uncertain(r, i);
	}
	absent_tables(r);
}
