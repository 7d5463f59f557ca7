#include "cmd/gir-check/notation.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

/* ---- reading ---- */

struct parser {
	struct expression *e;
	const struct data *place;
	struct str text;
	size_t at, cap;
	bool right;
};

static int fault(const struct parser *p, const char *what)
{
	diag(p->place->name, p->place->line, "%s: \"%.*s\"", what, STR_ARG(p->text));
	return -1;
}

static void skip_spaces(struct parser *p)
{
	while (p->at < p->text.n && p->text.p[p->at] == ' ')
		p->at++;
}

/* Letters, digits, `.`, `_`, `*`, `/`, and every byte of a name that is not ASCII. */
static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '.' || c == '_' || c == '*' || c == '/' || (unsigned char)c >= 0x80;
}

static int split_cell(const struct parser *p, struct term *t)
{
	struct str rest = t->text;

	if (!str_cut(&rest, '/', &t->table) || !str_cut(&rest, '/', &t->row) ||
	    !str_cut(&rest, '/', &t->col) || rest.p || !t->row.n || !t->col.n)
		return fault(p, "a cell is written TABLE/ROW/COL");
	return 0;
}

static int read_term(struct parser *p, int sign)
{
	struct term t = {.sign = p->right ? -sign : sign, .right = p->right};
	size_t from;

	skip_spaces(p);
	from = p->at;
	while (p->at < p->text.n && is_name(p->text.p[p->at]))
		p->at++;
	t.text = str_sub(p->text, from, p->at);
	if (t.text.n == 0)
		return fault(p, "a cell or a number is missing in");
	t.constant = dec_parse(t.text, &t.value);
	if (!t.constant && split_cell(p, &t) != 0)
		return -1;
	p->e->v = grow(p->e->v, &p->cap, p->e->n + 1, sizeof *p->e->v);
	p->e->v[p->e->n++] = t;
	skip_spaces(p);
	return 0;
}

static bool take(struct parser *p, const char *sign)
{
	if (!str_starts(str_from(p->text, p->at), str_of(sign)))
		return false;
	p->at += strlen(sign);
	return true;
}

static int read_side(struct parser *p)
{
	int sign = 1;

	skip_spaces(p);
	if (take(p, "-"))
		sign = -1;
	for (;;) {
		if (read_term(p, sign) != 0)
			return -1;
		if (take(p, "+"))
			sign = 1;
		else if (take(p, "-"))
			sign = -1;
		else
			return 0;
	}
}

static enum relation read_relation(struct parser *p)
{
	if (take(p, ">="))
		return RELATION_AT_LEAST;
	if (take(p, "<="))
		return RELATION_AT_MOST;
	return take(p, "=") ? RELATION_EQUAL : RELATION_NONE;
}

static int find_named(struct parser *p, struct str names)
{
	struct expression *e = p->e;

	for (e->named = 0; e->named < e->n; e->named++)
		if (!e->v[e->named].constant &&
		    (names.n == 0 || str_eq(names, e->v[e->named].text)))
			return 0;
	return fault(p, "`names` is none of the cells of the expression");
}

int expression_parse(struct expression *e, struct str text, struct str names,
		     const struct data *place)
{
	struct parser p = {.e = e, .place = place, .text = text};
	int status;

	*e = (struct expression){.text = text};
	status = read_side(&p);
	if (status == 0) {
		e->relation = read_relation(&p);
		p.right = true;
		if (e->relation != RELATION_NONE)
			status = read_side(&p);
	}
	if (status == 0 && p.at < text.n)
		status = fault(&p, "what follows is no sum of cells");
	if (status == 0)
		status = find_named(&p, str_trim(names));
	if (status != 0)
		expression_free(e);
	return status;
}

void expression_free(struct expression *e)
{
	free(e->v);
	*e = (struct expression){.n = 0};
}

int expression_tolerate(struct expression *e, struct str tolerance, const struct data *place)
{
	if (tolerance.n == 0 || (dec_parse(tolerance, &e->tolerance) && e->tolerance.m >= 0))
		return 0;
	diag(place->name, place->line, "a tolerance is a number from 0 on: \"%.*s\"",
	     STR_ARG(tolerance));
	return -1;
}

/* ---- laying out ---- */

/* What the two `*` of a line stand for; empty where nothing is bound. */
struct binding {
	struct str row, col;
};

/* Whether a name of the form is what a pattern means: itself, `*` bound, or `prefix.*`. */
static bool fits(struct str pattern, struct str bound, struct str name)
{
	if (str_is(pattern, "*"))
		return bound.n == 0 || str_eq(bound, name);
	if (str_ends(pattern, STR(".*")))
		return str_starts(name, str_sub(pattern, 0, pattern.n - 1));
	return str_eq(pattern, name);
}

static bool fits_row(const struct term *t, const struct binding *b, const struct form_row *row)
{
	return str_is(t->table, table_names[row->table]) && fits(t->row, b->row, row->name);
}

static bool fits_cell(const struct term *t, const struct binding *b, const struct form *f,
		      size_t cell)
{
	const struct form_cell *c = &f->cells[cell];

	return fits_row(t, b, &f->rows[c->row]) && fits(t->col, b->col, f->columns[c->column].name);
}

int expression_known(const struct expression *e, const struct forms *forms,
		     const struct data *place)
{
	const struct binding any = {STR_EMPTY, STR_EMPTY};
	int status = 0;
	size_t t, f, c;

	for (t = 0; t < e->n; t++) {
		bool found = e->v[t].constant;

		for (f = 0; f < forms->n && !found; f++)
			for (c = 0; c < forms->v[f].cell_count && !found; c++)
				found = fits_cell(&e->v[t], &any, &forms->v[f], c);
		if (found)
			continue;
		diag(place->name, place->line, "no form has a cell \"%.*s\"",
		     STR_ARG(e->v[t].text));
		status = -1;
	}
	return status;
}

static void add_member(struct sums *s, size_t cell, int sign)
{
	s->member = grow(s->member, &s->member_cap, s->member_count + 1, sizeof *s->member);
	s->member[s->member_count++] = (struct member){cell, sign};
}

/* All cells of the form that a term stands for; how many. */
static size_t add_term(struct sums *s, const struct term *t, const struct binding *b,
		       const struct form *f)
{
	size_t r, c, before = s->member_count;

	for (r = 0; r < f->row_count; r++) {
		const struct form_row *row = &f->rows[r];

		if (!fits_row(t, b, row))
			continue;
		for (c = row->first_cell; c < f->cell_count && f->cells[c].row == r; c++)
			if (fits_cell(t, b, f, c))
				add_member(s, c, t->sign);
	}
	return s->member_count - before;
}

/* A sum needs the cell that it names, and something on each side. */
static void add_sum(const struct expression *e, size_t source, const struct binding *b,
		    const struct form *f, struct sums *s)
{
	struct sum sum = {.source = source, .first = s->member_count, .named = STR_NONE};
	bool side[2] = {false, e->relation == RELATION_NONE};
	size_t t;

	for (t = 0; t < e->n; t++) {
		const struct term *term = &e->v[t];
		struct dec *constant = &sum.constant;

		if (term->constant) {
			side[term->right] = true;
			if ((term->sign > 0 ? dec_add : dec_sub)(*constant, term->value, constant))
				die("%.*s: the numbers are too large", STR_ARG(e->text));
			continue;
		}
		if (t == e->named)
			sum.named = s->member_count;
		if (add_term(s, term, b, f) > 0)
			side[term->right] = true;
		else if (t == e->named)
			sum.named = STR_NONE;
	}
	if (sum.named == STR_NONE || !side[0] || !side[1]) {
		s->member_count = sum.first;
		return;
	}
	sum.named_sign = s->member[sum.named].sign;
	sum.named = s->member[sum.named].cell;
	sum.count = s->member_count - sum.first;
	s->v = grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = sum;
}

/* Where `*` stands as a row or column of the named term, each of the form's takes its place. */
static bool binds(const struct expression *e, bool row)
{
	size_t t;

	for (t = 0; t < e->n; t++)
		if (!e->v[t].constant && str_is(row ? e->v[t].row : e->v[t].col, "*"))
			return true;
	return false;
}

void expression_lay_out(const struct expression *e, size_t source, const struct form *form,
			struct sums *to)
{
	const struct term *named = &e->v[e->named];
	bool rows = binds(e, true), cols = binds(e, false);
	size_t r, c, row_count = rows ? form->row_count : 1,
		     col_count = cols ? form->column_count : 1;

	for (r = 0; r < row_count; r++) {
		struct binding b = {STR_EMPTY, STR_EMPTY};

		if (rows && !str_is(named->table, table_names[form->rows[r].table]))
			continue;
		if (rows)
			b.row = form->rows[r].name;
		for (c = 0; c < col_count; c++) {
			if (cols && !str_is(named->table, table_names[form->columns[c].table]))
				continue;
			if (cols)
				b.col = form->columns[c].name;
			add_sum(e, source, &b, form, to);
		}
	}
}

void sums_free(struct sums *s)
{
	free(s->v);
	free(s->member);
	*s = (struct sums){.n = 0};
}
