/* Reading cells: which report a line belongs to, which groups its number goes to, and the group
 * totals of the report (三（三）不予公开 ...), which no line of the stream holds.
 */
#include <stdlib.h>

#include "cmd/gir-agg/agg.h"
#include "cmd/gir-agg/places.h"
#include "cmd/gir-agg/write.h"
#include "common/alloc.h"
#include "common/diag.h"

/* The stream being read and where its columns are. */
struct cells {
	struct tsv *t;
	size_t doc, scope, form, table, row, col, value, state, verdict;
	size_t *key; /* column of each key */
	struct span keys;
	bool trouble;
};

/* 0, or -1 after messages. c->key is the caller's to free either way. */
static int find_columns(const struct keys *k, struct tsv *t, struct cells *c)
{
	int failed = 0;

	*c = (struct cells){.t = t, .key = xcalloc(k->n, sizeof *c->key)};
	c->doc = tsv_need(t, "doc", &failed);
	c->scope = tsv_need(t, "scope", &failed);
	c->form = tsv_need(t, "form", &failed);
	c->table = tsv_need(t, "table", &failed);
	c->row = tsv_need(t, "row", &failed);
	c->col = tsv_need(t, "col", &failed);
	c->value = tsv_need(t, "value", &failed);
	c->state = tsv_need(t, "state", &failed);
	c->verdict = tsv_may(t, "verdict", &failed);
	if (keys_find(k, t, false, c->key) != 0)
		failed = -1;
	if (failed == 0)
		c->keys = keys_span(k, c->key);
	return failed;
}

static bool is_official(struct str table)
{
	int i;

	for (i = 0; i < TABLE_COUNT; i++)
		if (str_is(table, table_names[i]))
			return true;
	return false;
}

static struct str cell_name(struct agg *a, const struct cells *c)
{
	struct tsv *t = c->t;

	if (c->row == c->table + 1 && c->col == c->table + 2)
		return span_of(t, (struct span){c->table, c->col});
	buf_clear(&a->room);
	buf_put(&a->room, t->field[c->table]);
	buf_putc(&a->room, '\t');
	buf_put(&a->room, t->field[c->row]);
	buf_putc(&a->room, '\t');
	buf_put(&a->room, t->field[c->col]);
	return buf_str(&a->room);
}

/* Of a table that is not official: there are those of the prose and of facts about the report. */
static void check_table(struct cells *c)
{
	struct str table = c->t->field[c->table];

	if (str_is(table, "text") || str_is(table, "doc"))
		return;
	diag(c->t->file, c->t->in.line, "no table is called \"%.*s\"", STR_ARG(table));
	c->trouble = true;
}

/* The line's cell, or STR_NONE where it is none of an official table. */
static size_t cell_number(struct agg *a, const struct cells *c)
{
	struct report *r = &a->report;
	struct str name;
	size_t guess = r->last < r->seen_room ? r->seen[r->last].next : 0, cell;

	if (!is_official(c->t->field[c->table]))
		return STR_NONE;
	name = cell_name(a, c);
	if (guess < r->seen_room && guess < a->book.cells.n && str_eq(name, a->book.cells.v[guess]))
		return guess;
	cell = intern_add(&a->book.cells, name);
	if (cell >= r->seen_room) {
		size_t old = r->seen_room;

		r->seen = grow(r->seen, &r->seen_room, a->book.cells.n, sizeof *r->seen);
		memset(r->seen + old, 0, (r->seen_room - old) * sizeof *r->seen);
	}
	if (r->last < r->seen_room)
		r->seen[r->last].next = cell;
	return cell;
}

/* A number, or none where `v` is NULL, into every group of the report. */
static enum reading count(struct agg *a, const struct tsv *t, size_t cell, const struct dec *v,
			  enum verdict verdict)
{
	struct report *r = &a->report;
	struct acc one = acc_of(v, verdict);
	size_t i;

	if (a->panel)
		panel_set(a->panel, cell, v);
	for (i = 0; i < r->groups; i++) {
		if (r->consolidated) {
			groups_publish(&a->groups, r->group[i], cell, a->book.cells.n, v);
			continue;
		}
		if (acc_merge(groups_acc(&a->groups, r->group[i], cell, a->book.cells.n), &one) !=
		    0)
			return agg_overflow(a, t, cell);
	}
	return READ_DONE;
}

/* The group totals of the report: numbers where each member is one. */
static enum reading count_totals(struct agg *a, const struct tsv *t)
{
	struct report *r = &a->report;
	enum reading status = READ_DONE;
	size_t i;

	if (!r->totals || a->keys.per_line)
		return READ_DONE;
	for (i = 0; i < r->totals->n && status == READ_DONE; i++) {
		const struct pending *p = &r->pending[i];
		const struct total *total = &r->totals->v[i];

		if (p->seen > 0)
			status = count(a, t, total->cell,
				       p->numbers == total->members ? &p->sum : NULL, p->verdict);
	}
	return status;
}

/* Ends the report at hand. */
static enum reading end_report(struct agg *a, const struct tsv *t)
{
	enum reading status = count_totals(a, t);

	if (a->panel && a->panel->begun)
		write_panel_row(a);
	a->report.totals = NULL;
	a->report.groups = 0;
	a->report.placed = false;
	return status;
}

enum reading cells_finish(struct agg *a)
{
	enum reading status = end_report(a, NULL);
	struct report *r = &a->report;

	free(r->pending);
	free(r->seen);
	buf_free(&r->doc);
	buf_free(&r->span);
	*r = (struct report){.number = 0};
	return status;
}

static enum reading begin_report(struct agg *a, struct cells *c)
{
	enum reading status = end_report(a, c->t);
	struct str form = c->t->field[c->form];
	struct report *r = &a->report;

	buf_clear(&r->doc);
	buf_put(&r->doc, c->t->field[c->doc]);
	r->number++;
	r->last = 0;
	r->consolidated = str_is(c->t->field[c->scope], "region");
	r->totals = codebook_totals(&a->book, form);
	if (form.n && !r->totals) {
		diag(c->t->file, c->t->in.line, "no form is called \"%.*s\"", STR_ARG(form));
		c->trouble = true;
	}
	if (r->totals && r->totals->n) {
		r->pending = grow(r->pending, &r->pending_room, r->totals->n, sizeof *r->pending);
		memset(r->pending, 0, r->totals->n * sizeof *r->pending);
	}
	return status;
}

/* Adds the group with the line's keys, its level and region replaced by `place` where given. */
static void add_group(struct agg *a, const struct cells *c, const struct place *place)
{
	struct report *r = &a->report;

	if (place && !(a->keys.levels & 1U << place->level))
		return;
	agg_key(a, c->t, c->key, place);
	r->group[r->groups++] = groups_number(&a->groups, buf_str(&a->room));
}

/* Where the line counts. A consolidated report counts nowhere, or is compared with one group. */
static void find_groups(struct agg *a, const struct cells *c)
{
	struct report *r = &a->report;
	const struct keys *k = &a->keys;
	struct place places[LEVEL_COUNT];
	struct str region;
	size_t i, n;
	int year;

	r->groups = 0;
	if (a->panel) {
		agg_key(a, c->t, c->key, NULL);
		panel_begin(a->panel, buf_str(&a->room));
		return;
	}
	if (r->consolidated && !a->reconcile)
		return;
	if (k->level == STR_NONE) {
		add_group(a, c, NULL);
		return;
	}
	region = c->t->field[c->key[k->region]];
	year = k->year == STR_NONE ? 0 : year_number(c->t->field[c->key[k->year]]);
	if (r->consolidated)
		n = place_whole(&a->divisions, region, year, places);
	else
		n = places_of(&a->divisions, region, year, places);
	for (i = 0; i < n; i++)
		add_group(a, c, &places[i]);
}

/* Finds the groups anew where the keys differ from the line before. */
static void update_groups(struct agg *a, const struct cells *c)
{
	struct buf *old = &a->report.span;
	struct str span = span_of(c->t, c->keys);

	if (a->report.placed && str_eq(span, buf_str(old)))
		return;
	buf_clear(old);
	buf_put(old, span);
	find_groups(a, c);
	a->report.placed = true;
}

/* The line's number in *v. False where it has none, after a message where it should. */
static bool read_value(struct cells *c, struct dec *v)
{
	struct tsv *t = c->t;
	struct str state = t->field[c->state], value = t->field[c->value];

	switch (cell_state_of(state)) {
	case STATE_NUM:
		if (dec_parse(value, v))
			return true;
		diag(t->file, t->in.line, "\"%.*s\" in state num is no number of up to 18 digits",
		     STR_ARG(value));
		break;
	case STATE_COUNT:
		diag(t->file, t->in.line, "\"%.*s\" is no state of a cell", STR_ARG(state));
		break;
	default:
		return false;
	}
	c->trouble = true;
	return false;
}

static enum verdict read_verdict(const struct cells *c)
{
	struct str verdict = c->verdict == TSV_NONE ? STR_EMPTY : c->t->field[c->verdict];

	if (verdict.n == 0)
		return VERDICT_NONE;
	return str_is(verdict, "ok") ? VERDICT_OK : VERDICT_FLAGGED;
}

/* Enters a member into the totals around it. */
static enum reading add_member(struct agg *a, const struct tsv *t, size_t cell, const struct dec *v,
			       enum verdict verdict)
{
	struct report *r = &a->report;
	size_t i = r->totals && cell < a->book.known ? r->totals->of[cell] : STR_NONE;

	for (; i != STR_NONE; i = r->totals->v[i].outer) {
		struct pending *p = &r->pending[i];

		/* One unchecked member leaves the total unchecked, one flagged member flags it. */
		if (p->seen == 0 || verdict == VERDICT_NONE ||
		    (p->verdict == VERDICT_OK && verdict == VERDICT_FLAGGED))
			p->verdict = verdict;
		p->seen++;
		p->numbers += v != NULL;
		if (v && dec_add(p->sum, *v, &p->sum) != 0)
			return agg_overflow(a, t, r->totals->v[i].cell);
	}
	return READ_DONE;
}

/* Whether the report at hand ends because its keys change: sums go by line, a panel's rows do not.
 */
static bool is_other(const struct agg *a, const struct cells *c)
{
	return a->panel && a->report.placed &&
	       !str_eq(span_of(c->t, c->keys), buf_str(&a->report.span));
}

static enum reading read_line(struct agg *a, struct cells *c)
{
	struct report *r = &a->report;
	struct str doc = c->t->field[c->doc];
	bool changed = r->number == 0 || !str_eq(doc, buf_str(&r->doc));
	struct dec value;
	bool number;
	size_t cell;

	if (changed && begin_report(a, c) != READ_DONE)
		return READ_OVERFLOW;
	cell = cell_number(a, c);
	if (cell == STR_NONE) {
		check_table(c);
		return READ_DONE;
	}
	if ((r->seen[cell].report == r->number || is_other(a, c)) &&
	    begin_report(a, c) != READ_DONE)
		return READ_OVERFLOW;
	r->seen[cell].report = r->number;
	r->last = cell;
	update_groups(a, c);
	number = read_value(c, &value);
	if (count(a, c->t, cell, number ? &value : NULL, read_verdict(c)) != READ_DONE)
		return READ_OVERFLOW;
	return add_member(a, c->t, cell, number ? &value : NULL, read_verdict(c));
}

enum reading cells_read(struct agg *a, struct tsv *t)
{
	enum reading status = READ_DONE;
	struct cells c;
	int got = 0;

	if (find_columns(&a->keys, t, &c) != 0)
		status = READ_NOTHING;
	while (status == READ_DONE && (got = tsv_next(t)) > 0)
		status = read_line(a, &c);
	free(c.key);
	if (status == READ_DONE && (got < 0 || c.trouble || t->bad_lines))
		status = READ_TROUBLE;
	return status;
}
