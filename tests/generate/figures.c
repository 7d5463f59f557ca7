#include "tests/generate/generate.h"

/* How large the numbers of a report are. */
enum magnitude { ALL_ZERO, SMALL, MEDIUM, LARGE };

size_t row_length(const struct form *form, size_t row)
{
	return form->blocks[form->rows[row].block].columns;
}

void row_uncertain(struct report *r, size_t row)
{
	const struct form_row *f = &r->form->rows[row];
	size_t i;

	for (i = 0; i < row_length(r->form, row); i++)
		r->figure[f->first_cell + i].certain = false;
}

bool row_has_state(const struct report *r, size_t row, enum cell_state state)
{
	const struct form_row *f = &r->form->rows[row];
	size_t i;

	for (i = 0; i < row_length(r->form, row); i++)
		if (r->figure[f->first_cell + i].state == state)
			return true;
	return false;
}

static int64_t number(struct report *r, enum magnitude magnitude)
{
	static const size_t top[] = {1, 10, 500, 400000};

	return (int64_t)random_below(&r->random, top[magnitude]);
}

static void set(struct report *r, size_t row, size_t column, int64_t v)
{
	r->figure[r->form->rows[row].first_cell + column].value = (struct dec){v, 0};
}

static int64_t get(const struct report *r, size_t row, size_t column)
{
	return r->figure[r->form->rows[row].first_cell + column].value.m;
}

static void amount(struct report *r, struct figure *f)
{
	static const char *const some[] = {"26.55", "2.02", "0.092", "477.35", "0.37", "12.5",
					   "8040",  "403",  "1.5",   "52.15",  "251",  "35.6"};

	dec_parse(str_of(PICK(&r->random, some)), &f->value);
}

/* Of either sign. Drawn one after the other, so that every compiler draws alike. */
static int64_t change(struct report *r)
{
	int64_t more = number(r, SMALL), less = number(r, SMALL);

	return more - less;
}

static void invent_active(struct report *r, enum magnitude magnitude)
{
	const struct form *form = r->form;
	size_t i;

	for (i = 0; i < form->cell_count; i++) {
		const struct form_cell *c = &form->cells[i];
		struct str name = form->rows[c->row].name;

		if (c->table != TABLE_ACTIVE || !random_chance(&r->random, 60))
			continue;
		if (c->measure == MEASURE_AMOUNT)
			amount(r, &r->figure[i]);
		else if (c->measure == MEASURE_CHANGE)
			r->figure[i].value.m = change(r);
		else if (!str_is(name, "regulations") || random_chance(&r->random, 5))
			r->figure[i].value.m = number(r, magnitude);
	}
}

/* The rows of the requests table that hold results, total excluded. */
static bool is_result(const struct form_row *row)
{
	return row->table == TABLE_REQUESTS && row->group.n && !str_is(row->name, "handled");
}

/* Hands `left` out over the result rows, most of it early; what remains is carried over. */
static void hand_out(struct report *r, size_t column, int64_t left)
{
	const struct form *form = r->form;
	size_t handled = form_find_row(form, TABLE_REQUESTS, STR("handled"));
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < form->row_count; i++) {
		int64_t part = 0;

		if (!is_result(&form->rows[i]))
			continue;
		if (left > 0 && random_chance(&r->random, 40))
			part = (int64_t)random_below(&r->random, (size_t)left + 1);
		set(r, i, column, part);
		left -= part;
		sum += part;
	}
	set(r, handled, column, sum);
	set(r, form_find_row(form, TABLE_REQUESTS, STR("carried_out")), column, left);
}

static void invent_requests(struct report *r, enum magnitude magnitude)
{
	const struct form *form = r->form;
	size_t fresh = form_find_row(form, TABLE_REQUESTS, STR("new"));
	size_t carried = form_find_row(form, TABLE_REQUESTS, STR("carried_in"));
	size_t i, column, last = row_length(form, fresh) - 1;

	for (column = 0; column < last; column++) {
		bool some = column == 0 || random_chance(&r->random, 35);

		set(r, fresh, column, some ? number(r, magnitude) : 0);
		set(r, carried, column,
		    some && random_chance(&r->random, 30) ? number(r, SMALL) : 0);
		hand_out(r, column, get(r, fresh, column) + get(r, carried, column));
	}
	for (i = 0; i < form->row_count; i++) {
		int64_t sum = 0;

		for (column = 0; form->rows[i].table == TABLE_REQUESTS && column < last; column++)
			sum += get(r, i, column);
		if (form->rows[i].table == TABLE_REQUESTS)
			set(r, i, last, sum);
	}
}

static void invent_review(struct report *r, enum magnitude magnitude)
{
	size_t i, column;

	for (i = 0; i < r->form->row_count; i++) {
		size_t last = row_length(r->form, i) - 1;
		int64_t sum = 0;

		if (r->form->rows[i].table != TABLE_REVIEW)
			continue;
		for (column = 0; column < last; column++) {
			set(r, i, column, random_chance(&r->random, 40) ? number(r, magnitude) : 0);
			sum += get(r, i, column);
		}
		set(r, i, last, sum);
	}
}

static void set_states(struct report *r, size_t row, enum cell_state state, struct str text)
{
	size_t i;

	for (i = 0; i < row_length(r->form, row); i++) {
		struct figure *f = &r->figure[r->form->rows[row].first_cell + i];

		f->state = state;
		f->text = text;
	}
}

/* Zeroes left blank in one table: beside the total, or the total itself. */
static void blank_zeroes(struct report *r, enum table_id table, bool totals)
{
	size_t i;

	for (i = 0; i < r->form->cell_count; i++) {
		const struct form_cell *c = &r->form->cells[i];
		struct figure *f = &r->figure[i];
		bool total = str_is(r->form->columns[c->column].name, "total");

		if (c->table == table && f->value.m == 0 && total == totals)
			f->state = STATE_BLANK;
	}
}

static void blank_block(struct report *r, struct str name)
{
	size_t row = form_find_row(r->form, TABLE_REVIEW, name);

	set_states(r, row, STATE_BLANK, STR_EMPTY);
}

static void blank_changes(struct report *r)
{
	size_t i;

	for (i = 0; i < r->form->cell_count; i++)
		if (r->form->cells[i].measure == MEASURE_CHANGE)
			r->figure[i].state = STATE_BLANK;
}

static void other_states(struct report *r)
{
	static const char *const marks[] = {"/", "—", "-", "无", "不适用", "／"};
	size_t regulations = form_find_row(r->form, TABLE_ACTIVE, STR("regulations"));

	switch (random_below(&r->random, 7)) {
	case 0:
		blank_zeroes(r, TABLE_REQUESTS, false);
		break;
	case 1:
		blank_zeroes(r, TABLE_REQUESTS, true);
		break;
	case 2:
		set_states(r, regulations, STATE_BLANK, STR_EMPTY);
		break;
	case 3:
		set_states(r, regulations, STATE_NA, str_of(PICK(&r->random, marks)));
		break;
	case 4:
		set_states(r, regulations, STATE_TEXT, STR("本单位未制作规章"));
		break;
	case 5:
		blank_block(r, STR("review"));
		break;
	default:
		blank_changes(r);
	}
}

/* Layouts without any mark of a cell hold no blank one; glued digits would deceive any reader. */
static bool may_blank(const struct report *r)
{
	return r->layout != LAYOUT_GLUED;
}

void figures_invent(struct report *r)
{
	enum magnitude magnitude = random_chance(&r->random, 70)   ? ALL_ZERO
				   : random_chance(&r->random, 60) ? SMALL
				   : random_chance(&r->random, 60) ? MEDIUM
								   : LARGE;
	size_t i;

	for (i = 0; i < r->form->cell_count; i++)
		r->figure[i] = (struct figure){DEC_ZERO, STATE_NUM, true, STR_EMPTY};
	if (random_chance(&r->random, 45))
		invent_active(r, magnitude == ALL_ZERO ? SMALL : magnitude);
	if (magnitude != ALL_ZERO) {
		invent_requests(r, magnitude);
		if (random_chance(&r->random, 50))
			invent_review(r, magnitude == LARGE ? MEDIUM : SMALL);
	}
	if (r->noise >= 1 && may_blank(r) && random_chance(&r->random, r->noise == 1 ? 8 : 16))
		other_states(r);
}
