/* Reading cells: which report a line belongs to, and which groups its number goes to.
 */
#include <stdlib.h>

#include "cmd/gir-agg/agg.h"
#include "common/alloc.h"
#include "common/diag.h"
#include "common/ends.h"

/* The stream being read and where its columns are. */
struct cells {
	struct tsv *t;
	size_t doc, scope, form, table, row, col, value, state, verdict;
	size_t *key; /* column of each key */
	struct span keys;
	bool leads;   /* these are doc to form, the first; table, row and col follow */
	bool usual;   /* so do the others of gir-tables, the verdict or none, and no more */
	bool follows; /* the line at hand leads with what the report's span says */
	bool trouble;
};

/* Whether the columns from `from` up to `to` are what gir-tables writes there. */
static bool are_usual(const struct tsv *t, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++)
		if (i >= t->columns || !str_is(t->name[i], cell_column_names[i]))
			return false;
	return true;
}

/* Most streams have the usual columns. Where the keys are among the first of them, doc to form,
 * which are the same from line to line, all of these are compared at once. */
static void find_order(struct cells *c)
{
	const struct tsv *t = c->t;
	size_t verdicts = c->verdict == CELL_COLUMNS ? 1 : 0;

	c->leads = are_usual(t, 0, CELL_VALUE) &&
		   (c->keys.first > c->keys.last || c->keys.last < CELL_TABLE);
	if (!c->leads)
		return;
	c->keys = (struct span){CELL_DOC, CELL_FORM};
	c->usual = are_usual(t, CELL_VALUE, CELL_COLUMNS) && t->columns == CELL_COLUMNS + verdicts;
}

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
	if (failed != 0)
		return failed;
	c->keys = keys_span(k, c->key);
	find_order(c);
	return 0;
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
	size_t cell = report_expects(r);
	struct str name;

	if (!is_official(c->t->field[c->table]))
		return STR_NONE;
	name = cell_name(a, c);
	if (cell != STR_NONE && str_eq(name, a->book.cells.v[cell]))
		return cell;
	cell = intern_add(&a->book.cells, name);
	report_learn(r, cell, a->book.cells.n);
	return cell;
}

static enum reading begin_report(struct agg *a, struct cells *c)
{
	const struct str *field = c->t->field;
	struct str form = field[c->form];
	enum reading status = report_begin(a, c->t, field[c->doc], field[c->scope], form);

	if (form.n && !a->report.totals) {
		diag(c->t->file, c->t->in.line, "no form is called \"%.*s\"", STR_ARG(form));
		c->trouble = true;
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
	groups_add(&a->groups, &r->groups, buf_str(&a->room), place ? place->level : LEVEL_COUNTY);
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

	r->groups.n = 0;
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

/* The line's cell into the sums. */
static enum reading enter(struct agg *a, struct cells *c, size_t cell)
{
	enum verdict verdict = read_verdict(c);
	struct dec value;
	bool number = read_value(c, &value);

	return report_add(a, c->t, cell, number ? &value : NULL, verdict);
}

static void keep_keys(struct report *r, struct str keys)
{
	buf_clear(&r->span);
	buf_put(&r->span, keys);
	r->placed = false;
}

static enum reading read_line(struct agg *a, struct cells *c)
{
	struct report *r = &a->report;
	struct str keys = span_of(c->t, c->keys);
	bool same = str_eq(keys, buf_str(&r->span));
	size_t cell;

	if ((r->number == 0 || !str_eq(c->t->field[c->doc], buf_str(&r->doc))) &&
	    begin_report(a, c) != READ_DONE)
		return READ_OVERFLOW;
	cell = cell_number(a, c);
	c->follows = same || cell != STR_NONE || !r->placed;
	if (cell == STR_NONE) {
		if (!same && !r->placed)
			keep_keys(r, keys);
		check_table(c);
		return READ_DONE;
	}
	/* That keys change ends a panel's row; sums go by line. */
	if ((report_has(r, cell) || (a->panel && r->placed && !same)) &&
	    begin_report(a, c) != READ_DONE)
		return READ_OVERFLOW;
	if (!same)
		keep_keys(r, keys);
	if (!r->placed)
		find_groups(a, c);
	r->placed = true;
	return enter(a, c, cell);
}

/* ---- most lines: they begin like the one at hand, and only their rest has to be cut ---- */

/* Cuts the rest of the next line, which begins with `known` bytes of the first columns. */
static bool take_rest(const struct cells *c, size_t known)
{
	struct tsv *t = c->t;
	struct str ahead = input_ahead(&t->in);
	const char *text = ahead.p + known;
	const size_t verdict = CELL_COLUMNS - CELL_VALUE, /* where it is, of these columns */
		last = c->verdict == TSV_NONE ? verdict - 1 : verdict;
	size_t end[ENDS_MOST];

	if (!c->usual || ahead.n - known < ENDS_NEAR || !ends_near(text, end, last + 1) ||
	    text[end[last] - 1] == '\r')
		return tsv_take(t, known, CELL_VALUE);
	t->field[CELL_VALUE] = (struct str){text, end[0]};
	t->field[CELL_STATE] = (struct str){text + end[0] + 1, end[1] - end[0] - 1};
	if (last == verdict)
		t->field[CELL_COLUMNS] =
			(struct str){text + end[last - 1] + 1, end[last] - end[last - 1] - 1};
	t->line = input_take(&t->in, known + end[last]);
	return true;
}

/* Whether text goes on from `at` with `name` and a tab, and then *at is behind these. */
static bool goes_on(struct str text, size_t *at, struct str name)
{
	size_t end = *at + name.n;

	if (end >= text.n || text.p[end] != '\t' || memcmp(text.p + *at, name.p, name.n) != 0)
		return false;
	*at = end + 1;
	return true;
}

/* Takes the next line where it begins like the one at hand and has the cell expected. */
static bool take_expected(const struct agg *a, const struct cells *c, size_t *cell)
{
	const struct report *r = &a->report;
	struct str ahead = input_ahead(&c->t->in);
	size_t known = 0;

	*cell = report_expects(r);
	return r->placed && *cell != STR_NONE && !report_has(r, *cell) &&
	       goes_on(ahead, &known, buf_str(&r->span)) &&
	       goes_on(ahead, &known, a->book.cells.v[*cell]) && take_rest(c, known);
}

/* The same where it is of none of the official tables. */
static bool take_other(const struct agg *a, const struct cells *c)
{
	struct str ahead = input_ahead(&c->t->in);
	size_t known = 0;

	return goes_on(ahead, &known, buf_str(&a->report.span)) &&
	       (goes_on(ahead, &known, STR("text")) || goes_on(ahead, &known, STR("doc"))) &&
	       tsv_take(c->t, known, CELL_ROW);
}

/* Takes lines as long as they are what is expected behind the one at hand. */
static enum reading take_lines(struct agg *a, struct cells *c)
{
	enum reading status = READ_DONE;
	size_t cell;

	if (!c->leads || !c->follows)
		return status;
	do {
		while (status == READ_DONE && take_expected(a, c, &cell))
			status = enter(a, c, cell);
	} while (status == READ_DONE && take_other(a, c));
	return status;
}

enum reading cells_read(struct agg *a, struct tsv *t)
{
	enum reading status = READ_DONE;
	struct cells c;
	int got = 0;

	if (find_columns(&a->keys, t, &c) != 0)
		status = READ_NOTHING;
	while (status == READ_DONE && (got = tsv_next(t)) > 0) {
		status = read_line(a, &c);
		if (status == READ_DONE)
			status = take_lines(a, &c);
	}
	free(c.key);
	if (status == READ_DONE && (got < 0 || c.trouble || t->bad_lines))
		status = READ_TROUBLE;
	return status;
}
