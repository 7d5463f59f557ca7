/* compare: a report against that of the same organ for the year before. */
#include <stdlib.h>

#include "cmd/gir-check/cross.h"
#include "common/alloc.h"

/* Both reports unpacked; the cells of `then` are of its own form. */
struct pair {
	struct cross *x;
	const struct past *now, *then;
	struct held *new, *old;
};

static struct str line_text(struct report *view, size_t line)
{
	return line ? size_text(view, line) : STR_EMPTY;
}

static void find_change(struct pair *p, enum rule_name rule, const char *when, size_t cell,
			struct dec expected)
{
	struct report *view = &p->x->view;

	find(p->x->c, view,
	     &CELL_FINDING(.name = rule, .when = when, .cell = cell,
			   .expected = number_text(view, expected),
			   .actual = number_text(view, p->new[cell].value),
			   .line = line_text(view, p->new[cell].line),
			   .args = {arg_same("then", p->then->doc)}));
}

/* The cell of a form in the place of another cell's row and a column, or STR_NONE. */
static size_t cell_at(const struct form *f, const char *table, struct str row, struct str col)
{
	return form_find_cell(f, str_of(table), row, col);
}

static void compare_carry(struct pair *p)
{
	const struct form *form = p->now->form;
	size_t row = form_find_row(form, TABLE_REQUESTS, STR("carried_in")), i;

	for (i = 0; row != STR_NONE && i < form->blocks[form->rows[row].block].columns; i++) {
		size_t cell = form->rows[row].first_cell + i;
		struct str col = form->columns[form->cells[cell].column].name;
		size_t old = cell_at(p->then->form, "requests", STR("carried_out"), col);

		if (old != STR_NONE && p->new[cell].num &&
		    p->old[old].num &&dec_cmp(p->new[cell].value, p->old[old].value) != 0)
			find_change(p, RULE_CARRY, NULL, cell, p->old[old].value);
	}
}

static void compare_stock(struct pair *p, size_t row)
{
	const struct form *form = p->now->form;
	struct str name = form->rows[row].name;
	size_t stock = cell_at(form, "active", name, STR("in_force"));
	size_t issued = cell_at(form, "active", name, STR("issued"));
	size_t repealed = cell_at(form, "active", name, STR("repealed"));
	size_t old = cell_at(p->then->form, "active", name, STR("in_force"));
	struct dec sum;

	if (stock == STR_NONE || issued == STR_NONE || repealed == STR_NONE || old == STR_NONE ||
	    !p->new[stock].num || !p->new[issued].num || !p->new[repealed].num || !p->old[old].num)
		return;
	if (dec_add(p->old[old].value, p->new[issued].value, &sum) == 0 &&
	    dec_sub(sum, p->new[repealed].value, &sum) == 0 &&
	    dec_cmp(sum, p->new[stock].value) != 0)
		find_change(p, RULE_IN_FORCE, NULL, stock, sum);
}

static struct dec fivefold(struct dec v)
{
	return (struct dec){v.m * 5, v.scale}; /* of at most 18 digits: no overflow */
}

static void compare_size(struct pair *p, size_t cell)
{
	size_t old = cross_cell(p->x, p->now->form, p->then->form, cell);
	struct dec a, b = p->new[cell].value;

	if (old == STR_NONE || !p->new[cell].num || !p->old[old].num)
		return;
	a = p->old[old].value;
	if (dec_cmp(a, (struct dec){20, 0}) < 0)
		return;
	if (dec_cmp(b, fivefold(a)) > 0)
		find_change(p, RULE_JUMP, "grew", cell, a);
	else if (dec_cmp(fivefold(b), a) < 0)
		find_change(p, RULE_JUMP, "shrank", cell, a);
}

void compare_years(struct cross *x, const struct past *now, const struct past *then)
{
	struct pair p = {.x = x, .now = now, .then = then};
	size_t i;

	if (!now->form || !then->form)
		return;
	p.new = xcalloc(now->form->cell_count, sizeof *p.new);
	p.old = xcalloc(then->form->cell_count, sizeof *p.old);
	history_unpack(now, p.new);
	history_unpack(then, p.old);
	compare_carry(&p);
	for (i = 0; i < now->form->row_count; i++)
		if (now->form->rows[i].table == TABLE_ACTIVE)
			compare_stock(&p, i);
	for (i = 0; i < now->form->cell_count; i++)
		compare_size(&p, i);
	free(p.new);
	free(p.old);
}
