/* identities: the linear rules, read from data, laid out for each form, and tested. */
#include <stdlib.h>

#include "cmd/gir-check/print.h"
#include "cmd/gir-check/suspect.h"
#include "common/alloc.h"
#include "common/diag.h"
#include "common/input.h"

/* ---- reading ---- */

static int add_identity(struct check *c, size_t rule, const struct data *d)
{
	struct identity id = {.rule = rule};

	if (expression_parse(&id.expression, data_get(d, "expression"), data_get(d, "names"), d) !=
		    0 ||
	    expression_tolerate(&id.expression, str_trim(data_get(d, "tolerance")), d) != 0) {
		expression_free(&id.expression);
		return -1;
	}
	c->identities =
		grow(c->identities, &c->identity_cap, c->identity_count + 1, sizeof *c->identities);
	c->identities[c->identity_count++] = id;
	if (id.expression.relation != RELATION_NONE)
		return expression_known(&id.expression, &c->forms, d);
	diag(d->name, d->line, "neither =, >= nor <= stands in \"%.*s\"",
	     STR_ARG(id.expression.text));
	return -1;
}

static void load_identities(struct check *c)
{
	struct data d;

	if (data_open(&d, "identities.tsv", data_text("identities.tsv")) != 0)
		die("identities.tsv: cannot be read");
	while (data_next(&d)) {
		size_t rule = rules_find(&c->rules, data_get(&d, "id"));
		struct identity id = {.rule = rule};

		if (rule == STR_NONE ||
		    expression_parse(&id.expression, data_get(&d, "expression"),
				     data_get(&d, "names"), &d) != 0 ||
		    expression_tolerate(&id.expression, data_get(&d, "tolerance"), &d) != 0)
			die("identities.tsv:%zu: no such rule", d.line);
		c->identities = grow(c->identities, &c->identity_cap, c->identity_count + 1,
				     sizeof *c->identities);
		c->identities[c->identity_count++] = id;
	}
}

static void add_meanings(struct figure *f, const struct data *d)
{
	struct str rest = data_get(d, "meanings"), one;
	size_t cap = 0;

	while (str_cut(&rest, '|', &one)) {
		f->meaning = grow(f->meaning, &cap, f->meanings + 1, sizeof *f->meaning);
		if (expression_parse(&f->meaning[f->meanings++], str_trim(one), STR_EMPTY, d) != 0)
			die("figures.tsv:%zu: cannot be read", d->line);
	}
}

static void load_figures(struct check *c)
{
	struct data d;

	if (data_open(&d, "figures.tsv", data_text("figures.tsv")) != 0)
		die("figures.tsv: cannot be read");
	while (data_next(&d)) {
		struct figure f = {
			data_get(&d, "figure"), {data_get(&d, "en"), data_get(&d, "zh")}, NULL, 0};

		add_meanings(&f, &d);
		c->figures =
			grow(c->figures, &c->figure_cap, c->figure_count + 1, sizeof *c->figures);
		c->figures[c->figure_count++] = f;
	}
}

void identities_load(struct check *c)
{
	load_identities(c);
	load_figures(c);
}

/* The whole file, for as long as the program lives. */
static int slurp(struct check *c, const char *path, struct str *text)
{
	struct buf b = BUF_INIT;
	int status = input_slurp_file(path, &b);

	if (status == 0)
		*text = pool_dup(&c->pool, buf_str(&b));
	buf_free(&b);
	return status;
}

static int has_columns(const struct data *d)
{
	static const char *const needed[] = {"id", "expression"};
	int status = 0;
	size_t i;

	for (i = 0; i < 2; i++) {
		struct str rest = d->columns, name;
		bool found = false;

		while (str_cut(&rest, '\t', &name))
			found = found || str_is(name, needed[i]);
		if (found)
			continue;
		diag(d->name, d->line, "the header names no column \"%s\"", needed[i]);
		status = -1;
	}
	return status;
}

/* All faults of the file are told, not only the first. */
int identities_read(struct check *c, const char *path)
{
	struct str text;
	struct data d;
	int status = 0;

	if (slurp(c, path, &text) != 0 || data_open(&d, path, text) != 0 || has_columns(&d) != 0)
		return -1;
	while (data_next(&d)) {
		size_t rule = rules_add(&c->rules, &d);

		if (rule == STR_NONE || add_identity(c, rule, &d) != 0)
			status = -1;
	}
	return status;
}

/* ---- laying out ---- */

static void make_tests(struct check *c, struct tests *t, const struct form *form)
{
	size_t i, m;

	*t = (struct tests){.first_figure = NULL};
	for (i = 0; i < c->identity_count; i++)
		expression_lay_out(&c->identities[i].expression, i, form, &t->identities);
	t->first_figure = xcalloc(c->figure_count + 1, sizeof *t->first_figure);
	for (i = 0; i < c->figure_count; i++) {
		t->first_figure[i] = t->figures.n;
		for (m = 0; m < c->figures[i].meanings; m++)
			expression_lay_out(&c->figures[i].meaning[m], i, form, &t->figures);
	}
	t->first_figure[i] = t->figures.n;
}

void tests_make(struct check *c)
{
	size_t i;

	c->tests = xcalloc(c->forms.n, sizeof *c->tests);
	for (i = 0; i < c->forms.n; i++)
		make_tests(c, &c->tests[i], &c->forms.v[i]);
}

void tests_free(struct check *c)
{
	size_t i, m;

	for (i = 0; i < c->forms.n; i++) {
		sums_free(&c->tests[i].identities);
		sums_free(&c->tests[i].figures);
		free(c->tests[i].first_figure);
	}
	free(c->tests);
	for (i = 0; i < c->identity_count; i++)
		expression_free(&c->identities[i].expression);
	for (i = 0; i < c->figure_count; i++) {
		for (m = 0; m < c->figures[i].meanings; m++)
			expression_free(&c->figures[i].meaning[m]);
		free(c->figures[i].meaning);
	}
	free(c->identities);
	free(c->figures);
}

/* ---- testing ---- */

bool identity_holds(const struct expression *e, struct dec residual)
{
	struct dec below = residual; /* how far the left side lies below the right one */

	if (residual.m == 0)
		return true;
	below.m = -below.m;
	switch (e->relation) {
	case RELATION_AT_LEAST:
		return dec_cmp(below, e->tolerance) <= 0;
	case RELATION_AT_MOST:
		return dec_cmp(residual, e->tolerance) <= 0;
	default:
		return dec_cmp(residual, e->tolerance) <= 0 && dec_cmp(below, e->tolerance) <= 0;
	}
}

static void find_broken(struct check *c, struct report *r, const struct sums *sums,
			const struct sum *s, struct dec residual, const struct suspects *suspects)
{
	const struct identity *id = &c->identities[s->source];
	const struct slot *named = &r->slot[s->named];
	struct suspicion suspicion = suspects_of(suspects, s->named);
	struct dec expected = named->value;
	size_t m;

	if ((s->named_sign > 0 ? dec_sub : dec_add)(named->value, residual, &expected) != 0)
		expected = named->value;
	for (m = s->first; m < s->first + s->count; m++)
		mark(c, r, r->slot[sums->member[m].cell].entry, id->rule);
	find(c, r,
	     &CELL_FINDING(.name = RULE_NAMES, .rule = id->rule, .cell = s->named,
			   .expected = number_text(r, expected), .actual = r->v[named->entry].value,
			   .line = r->v[named->entry].at, .suspect = suspicion.suspect,
			   .repair = suspicion.repair, .cause = suspicion.cause,
			   .args = {arg_same("expression", id->expression.text)}));
}

bool sum_over(struct check *c, const struct report *r, const struct sums *sums, const struct sum *s,
	      struct dec *total)
{
	const struct member *m = &sums->member[s->first], *end = m + s->count;

	*total = s->constant;
	for (; m < end; m++) {
		const struct slot *slot = &r->slot[m->cell];

		if (!slot->num)
			return false;
		if (slot->value.m == 0)
			continue;
		if ((m->sign > 0 ? dec_add : dec_sub)(*total, slot->value, total) != 0) {
			diag(NULL, 0, "%.*s: a sum has more digits than can be held",
			     STR_ARG(r->doc));
			c->trouble = true;
			return false;
		}
	}
	return true;
}

void check_identities(struct check *c, struct report *r)
{
	const struct sums *sums = &c->tests[r->form - c->forms.v].identities;
	struct suspects suspects = {.group_of = NULL};
	size_t i;

	for (i = 0; i < sums->n; i++) {
		const struct sum *s = &sums->v[i];
		struct dec residual;

		if (!sum_over(c, r, sums, s, &residual) ||
		    identity_holds(&c->identities[s->source].expression, residual))
			continue;
		if (c->suspect && !suspects.group_of)
			suspects_find(c, r, &suspects);
		find_broken(c, r, sums, s, residual, &suspects);
	}
	for (i = 0; i < suspects.n; i++)
		print_blame(c, r, &suspects.blame[i]);
}
