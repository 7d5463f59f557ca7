/* prose: figures stated in the text against the tables, and enumerations against their totals. */
#include "cmd/gir-check/check.h"

static size_t figure_of(const struct check *c, struct str row)
{
	size_t i;

	for (i = 0; i < c->figure_count; i++)
		if (str_eq(c->figures[i].id, row))
			return i;
	return STR_NONE;
}

static void find_contradiction(struct check *c, struct report *r, size_t at, size_t figure,
			       const struct sum *first, struct dec actual)
{
	const struct entry *e = &r->v[at];
	size_t entry = r->slot[first->named].entry;
	const struct str *name = c->figures[figure].name;

	mark_by(c, r, at, RULE_PROSE);
	mark_by(c, r, entry, RULE_PROSE);
	find(c, r,
	     &CELL_FINDING(.name = RULE_PROSE, .cell = first->named, .expected = e->value,
			   .actual = number_text(r, actual), .line = r->v[entry].at,
			   .args = {arg_same("where", e->at),
				    {"figure", {name[LANGUAGE_EN], name[LANGUAGE_ZH]}}}));
}

/* A figure is wrong when it equals none of its meanings, and all of them are known. */
static void check_figure(struct check *c, struct report *r, size_t at)
{
	const struct tests *t = &c->tests[r->form - c->forms.v];
	size_t figure = figure_of(c, r->v[at].topic->row), i;
	struct dec stated = entry_number(&r->v[at]), total, first = DEC_ZERO;

	if (figure == STR_NONE)
		return;
	for (i = t->first_figure[figure]; i < t->first_figure[figure + 1]; i++) {
		if (!sum_over(c, r, &t->figures, &t->figures.v[i], &total) ||
		    dec_cmp(total, stated) == 0)
			return;
		if (i == t->first_figure[figure])
			first = total;
	}
	if (i > t->first_figure[figure])
		find_contradiction(c, r, at, figure, &t->figures.v[t->first_figure[figure]], first);
}

void check_prose(struct check *c, struct report *r)
{
	size_t i;

	for (i = 0; i < r->text_count; i++) {
		const struct entry *e = &r->v[r->text[i]];

		if (e->state == STATE_NUM && str_is(e->topic->col, "stated"))
			check_figure(c, r, r->text[i]);
	}
}

/* ---- enumerations ---- */

static bool is_part(const struct entry *e)
{
	return str_is(e->topic->row, "disclosed.part");
}

static bool is_total(const struct entry *e)
{
	return str_is(e->topic->row, "disclosed.total");
}

/* An enumeration: its total, and how far its parts reach, as indices into the report's text. */
struct enumeration {
	size_t total, end;
	size_t parts;
	struct dec sum;
	bool certain;
};

static const struct entry *text_entry(const struct report *r, size_t i)
{
	return &r->v[r->text[i]];
}

static struct enumeration read_parts(const struct report *r, size_t total)
{
	struct enumeration e = {.total = total, .end = total + 1, .sum = DEC_ZERO};

	e.certain = text_entry(r, total)->state == STATE_NUM;
	for (; e.end < r->text_count && !is_total(text_entry(r, e.end)); e.end++) {
		const struct entry *part = text_entry(r, e.end);

		if (!is_part(part))
			continue;
		e.parts++;
		if (part->state != STATE_NUM || dec_add(e.sum, entry_number(part), &e.sum) != 0)
			e.certain = false;
	}
	return e;
}

static void find_enumeration(struct check *c, struct report *r, const struct enumeration *e)
{
	const struct entry *total = text_entry(r, e->total);
	struct buf parts = BUF_INIT;
	size_t i;

	mark_by(c, r, r->text[e->total], RULE_PROSE_PARTS);
	for (i = e->total + 1; i < e->end; i++) {
		const struct entry *part = text_entry(r, i);

		if (!is_part(part))
			continue;
		mark_by(c, r, r->text[i], RULE_PROSE_PARTS);
		if (parts.n)
			buf_put(&parts, STR(" + "));
		buf_put(&parts, part->value);
	}
	find(c, r,
	     &FINDING(.name = RULE_PROSE_PARTS, .table = total->topic->table,
		      .row = total->topic->row, .col = total->topic->col,
		      .expected = number_text(r, e->sum), .actual = total->value, .line = total->at,
		      .args = {arg_same("parts", buf_str(&parts))}));
	buf_free(&parts);
}

void check_parts(struct check *c, struct report *r)
{
	size_t i;

	for (i = 0; i < r->text_count; i++) {
		struct enumeration e;

		if (!is_total(text_entry(r, i)))
			continue;
		e = read_parts(r, i);
		if (e.certain && e.parts > 0 && dec_cmp(e.sum, entry_number(text_entry(r, i))) != 0)
			find_enumeration(c, r, &e);
	}
}
