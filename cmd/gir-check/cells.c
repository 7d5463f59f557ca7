/* cells: the rules about single cells of the three tables, and the reports' own two: who may make
 * 规章, and a column that is often misread. */
#include "cmd/gir-check/check.h"

static bool table_is_missing(const struct report *r, enum table_id table)
{
	const struct entry *e = report_fact(r, FACT_TABLE + (size_t)table);

	return e && e->state == STATE_ABSENT;
}

static void find_cell(struct check *c, struct report *r, size_t cell, enum rule_name rule)
{
	const struct entry *e = report_cell(r, cell);
	/* What is not certain may be no number at all, as "2-3". */
	bool number = e->state == STATE_NUM || (e->state == STATE_UNSURE && e->value.n > 0);

	mark_by(c, r, r->slot[cell].entry, rule);
	find(c, r,
	     &CELL_FINDING(.name = rule, .cell = cell,
			   .actual = number ? e->value : excerpt(r, e->raw), .line = e->at));
}

/* A cell of a missing table is covered by the finding about the table. */
static void check_state(struct check *c, struct report *r, size_t cell, const struct entry *e)
{
	static const enum rule_name rules[STATE_COUNT] = {
		[STATE_BLANK] = RULE_BLANK,   [STATE_NA] = RULE_NA,
		[STATE_TEXT] = RULE_TEXT,     [STATE_ABSENT] = RULE_ABSENT,
		[STATE_UNSURE] = RULE_UNSURE,
	};

	if (table_is_missing(r, r->form->cells[cell].table))
		mark_by(c, r, r->slot[cell].entry, RULE_TABLE);
	else
		find_cell(c, r, cell, rules[e->state]);
}

static void check_number(struct check *c, struct report *r, size_t cell)
{
	enum measure measure = r->form->cells[cell].measure;
	struct dec v = r->slot[cell].value;

	if (v.m < 0 && measure != MEASURE_CHANGE)
		find_cell(c, r, cell, RULE_NEGATIVE);
	if (v.scale > 0 && measure != MEASURE_AMOUNT)
		find_cell(c, r, cell, RULE_FRACTION);
}

void check_cells(struct check *c, struct report *r)
{
	size_t i;

	for (i = 0; i < r->form->cell_count; i++) {
		const struct entry *e = report_cell(r, i);

		if (r->slot[i].num && (r->slot[i].value.m < 0 || r->slot[i].value.scale > 0))
			check_number(c, r, i);
		else if (e && e->state != STATE_NUM && e->state < STATE_COUNT)
			check_state(c, r, i, e);
	}
}

/* County level and below, as far as the region and the organ's name tell. */
static bool is_low(const struct check *c, const struct report *r)
{
	const struct division *d = divisions_find(&c->divisions, r->region, r->year_number);

	if (r->region.n == 0 || !d)
		return false;
	return d->level == LEVEL_COUNTY || words_end(&c->words, WORD_TOWNSHIP, r->org) > 0;
}

void check_authority(struct check *c, struct report *r)
{
	size_t row = form_find_row(r->form, TABLE_ACTIVE, STR("regulations")), i;
	const struct form_block *b;

	if (row == STR_NONE)
		return;
	b = &r->form->blocks[r->form->rows[row].block];
	for (i = 0; i < b->columns; i++) {
		size_t cell = r->form->rows[row].first_cell + i;
		const struct slot *s = &r->slot[cell];

		if (!s->num || s->value.m == 0)
			continue;
		if (!is_low(c, r))
			return;
		mark_by(c, r, s->entry, RULE_AUTHORITY);
		find(c, r,
		     &CELL_FINDING(.name = RULE_AUTHORITY, .cell = cell, .expected = STR("0"),
				   .actual = r->v[s->entry].value, .line = r->v[s->entry].at));
	}
}

/* The row's cell in a column, or NULL where it is no number. */
static const struct slot *number_in(const struct report *r, size_t row, const char *column,
				    size_t *cell)
{
	const struct form_row *v = &r->form->rows[row];

	*cell = form_find_cell(r->form, str_of(table_names[v->table]), v->name, str_of(column));
	return *cell == STR_NONE || !r->slot[*cell].num ? NULL : &r->slot[*cell];
}

static void check_misread_row(struct check *c, struct report *r, size_t row)
{
	size_t cell;
	const struct slot *prior = number_in(r, row, "prior_items", &cell);
	const struct slot *change = prior ? number_in(r, row, "change", &cell) : NULL;
	const struct slot *decisions = change ? number_in(r, row, "decisions", &cell) : NULL;
	struct dec sum;

	if (!decisions || change->value.m == 0 || dec_add(prior->value, change->value, &sum) != 0 ||
	    dec_cmp(sum, decisions->value) != 0)
		return;
	mark_by(c, r, decisions->entry, RULE_MISREAD);
	find(c, r,
	     &CELL_FINDING(.name = RULE_MISREAD, .cell = cell,
			   .actual = r->v[decisions->entry].value,
			   .line = r->v[decisions->entry].at));
}

/* Only the form of 2019 has these columns. */
void check_misread(struct check *c, struct report *r)
{
	size_t row;

	if (form_find_column(r->form, TABLE_ACTIVE, STR("change")) == STR_NONE)
		return;
	for (row = 0; row < r->form->row_count && r->form->rows[row].table == TABLE_ACTIVE; row++)
		check_misread_row(c, r, row);
}
