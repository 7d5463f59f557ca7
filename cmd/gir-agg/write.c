#include "cmd/gir-agg/write.h"

#include <stdlib.h>

#include "cmd/gir-agg/places.h"
#include "common/alloc.h"
#include "common/diag.h"

/* A group or a cell on its way into order. */
struct entry {
	struct str text;
	size_t number;
};

/* Field by field, so that no byte of a field sorts against a tab. */
static int by_fields(const void *a, const void *b)
{
	struct str x = ((const struct entry *)a)->text, y = ((const struct entry *)b)->text, p, q;
	int c = 0;

	while (c == 0 && str_cut(&x, '\t', &p) && str_cut(&y, '\t', &q))
		c = str_cmp(p, q);
	return c;
}

/* The numbers from `from` on in the order of their texts, behind those below as they are. The
 * caller frees. */
static size_t *in_order(const struct intern *t, size_t from)
{
	struct entry *e = xcalloc(t->n, sizeof *e);
	size_t *order = xcalloc(t->n, sizeof *order);
	size_t i;

	for (i = 0; i < t->n; i++)
		e[i] = (struct entry){t->v[i], i};
	if (from < t->n)
		qsort(e + from, t->n - from, sizeof *e, by_fields);
	for (i = 0; i < t->n; i++)
		order[i] = e[i].number;
	free(e);
	return order;
}

/* ---- the columns that all tables have ---- */

static void put_words(struct sheet *s, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		sheet_text(s, str_of(words[i]));
}

static void put_key_names(const struct agg *a, struct sheet *s)
{
	size_t i;

	for (i = 0; i < a->keys.n; i++) {
		sheet_text(s, a->keys.v[i]);
		if (a->keys.level != STR_NONE && i == a->keys.region)
			sheet_text(s, STR("name"));
	}
}

/* A group's key as it is printed: levels by name, and the region's name. */
static void print_keys(const struct agg *a, struct str key, struct buf *to)
{
	const struct keys *k = &a->keys;
	int year = k->year == STR_NONE ? 0 : year_number(key_field(key, k->year));
	size_t i;

	buf_clear(to);
	for (i = 0; i < k->n; i++) {
		struct str field = key_field(key, i);

		if (i == k->level)
			field = str_of(level_names[field.p[0] - '0']);
		if (i)
			buf_putc(to, '\t');
		buf_put(to, field);
		if (k->level == STR_NONE || i != k->region)
			continue;
		buf_putc(to, '\t');
		buf_put(to, place_name(&a->divisions, field, year));
	}
}

/* Keys that were printed. No key at all is no field. */
static void put_keys(const struct agg *a, struct sheet *s, const struct buf *printed)
{
	if (a->keys.n)
		sheet_fields(s, buf_str(printed));
}

static void put_amount(struct sheet *s, const struct acc *a, int64_t amount, bool known)
{
	if (!known)
		sheet_empty(s);
	else if (a->scale == 0 && amount >= 0)
		sheet_size(s, (size_t)amount);
	else
		sheet_dec(s, acc_dec(a, amount));
}

static const char *const acc_names[] = {"table", "row", "col", "reports", "cells",  "sum",
					"clean", "min", "max", "flagged", "missing"};
enum { ACC_NAMES = sizeof acc_names / sizeof *acc_names };

static void put_acc(struct sheet *s, const struct acc *a)
{
	sheet_size(s, a->reports);
	sheet_size(s, a->cells);
	put_amount(s, a, a->sum, acc_has_sum(a));
	put_amount(s, a, a->clean, acc_has_clean(a));
	put_amount(s, a, a->min, acc_has_sum(a));
	put_amount(s, a, a->max, acc_has_sum(a));
	if (a->unchecked)
		sheet_empty(s);
	else
		sheet_size(s, a->flagged);
	sheet_size(s, a->reports - a->cells);
}

/* The accumulator of a group's cell, or NULL where no report reached it. */
static const struct acc *acc_at(const struct group *g, size_t cell)
{
	return cell < g->cells && g->v[cell].reports ? &g->v[cell] : NULL;
}

/* ---- the tables ---- */

void write_long(const struct agg *a, struct sheet *s)
{
	size_t *groups = in_order(&a->groups.keys, 0);
	size_t *cells = in_order(&a->book.cells, a->book.known);
	struct buf keys = BUF_INIT;
	size_t i, c;

	put_key_names(a, s);
	put_words(s, acc_names, ACC_NAMES);
	sheet_end_row(s);
	for (i = 0; i < a->groups.n; i++) {
		print_keys(a, a->groups.keys.v[groups[i]], &keys);
		for (c = 0; c < a->book.cells.n; c++) {
			const struct acc *acc = acc_at(&a->groups.v[groups[i]], cells[c]);

			if (!acc)
				continue;
			put_keys(a, s, &keys);
			sheet_fields(s, a->book.cells.v[cells[c]]);
			put_acc(s, acc);
			sheet_end_row(s);
		}
	}
	buf_free(&keys);
	free(groups);
	free(cells);
}

static bool occurs(const struct groups *groups, size_t cell)
{
	size_t i;

	for (i = 0; i < groups->n; i++)
		if (acc_at(&groups->v[i], cell))
			return true;
	return false;
}

/* Keeps of `cells` those that some report has; the count. */
static size_t keep_occurring(const struct agg *a, size_t *cells)
{
	size_t i, n = 0;

	for (i = 0; i < a->book.cells.n; i++)
		if (occurs(&a->groups, cells[i]))
			cells[n++] = cells[i];
	return n;
}

/* The names of n cells, `cells` or the first, and the end of the header. */
static void put_cell_header(const struct agg *a, struct sheet *s, const size_t *cells, size_t n)
{
	struct buf name = BUF_INIT;
	size_t i, j;

	for (i = 0; i < n; i++) {
		buf_clear(&name);
		buf_put(&name, a->book.cells.v[cells ? cells[i] : i]);
		for (j = 0; j < name.n; j++)
			if (name.p[j] == '\t')
				name.p[j] = '.';
		sheet_text(s, buf_str(&name));
	}
	sheet_end_row(s);
	buf_free(&name);
}

/* A report has every cell of its form, so the most that any cell has is the count of reports. */
static size_t most_reports(const struct group *g)
{
	size_t c, most = 0;

	for (c = 0; c < g->cells; c++)
		if (g->v[c].reports > most)
			most = g->v[c].reports;
	return most;
}

void write_wide(const struct agg *a, struct sheet *s)
{
	size_t *groups = in_order(&a->groups.keys, 0);
	size_t *cells = in_order(&a->book.cells, a->book.known);
	static const struct acc none = {.reports = 0};
	struct buf keys = BUF_INIT;
	size_t n = keep_occurring(a, cells), i, c;

	put_key_names(a, s);
	sheet_text(s, STR("reports"));
	put_cell_header(a, s, cells, n);
	for (i = 0; i < a->groups.n; i++) {
		const struct group *g = &a->groups.v[groups[i]];

		if (most_reports(g) == 0)
			continue;
		print_keys(a, a->groups.keys.v[groups[i]], &keys);
		put_keys(a, s, &keys);
		sheet_size(s, most_reports(g));
		for (c = 0; c < n; c++) {
			const struct acc *acc = acc_at(g, cells[c]);

			acc = acc ? acc : &none;
			put_amount(s, acc, acc->sum, acc_has_sum(acc));
		}
		sheet_end_row(s);
	}
	buf_free(&keys);
	free(groups);
	free(cells);
}

void write_panel_header(const struct agg *a)
{
	put_key_names(a, a->panel->sheet);
	put_cell_header(a, a->panel->sheet, NULL, a->panel->cells);
}

void write_panel_row(const struct agg *a)
{
	struct buf keys = BUF_INIT;

	print_keys(a, buf_str(&a->panel->key), &keys);
	put_keys(a, a->panel->sheet, &keys);
	panel_put_cells(a->panel);
	buf_free(&keys);
}

/* The columns published and delta: what the area published less what its organs add up to. */
static int put_difference(const struct agg *a, struct sheet *s, const struct published *p,
			  const struct acc *acc, size_t cell)
{
	struct dec delta;

	if (p->state != PUBLISHED_NUM) {
		sheet_empty(s);
		sheet_empty(s);
		return 0;
	}
	sheet_dec(s, p->value);
	if (!acc_has_sum(acc)) {
		sheet_empty(s);
		return 0;
	}
	if (dec_sub(p->value, acc_dec(acc, acc->sum), &delta) != 0) {
		(void)agg_overflow(a, NULL, cell);
		return -1;
	}
	sheet_dec(s, delta);
	return 0;
}

static int put_reconciled_group(const struct agg *a, struct sheet *s, size_t group,
				const size_t *cells)
{
	static const struct acc none = {.reports = 0};
	const struct group *g = &a->groups.v[group];
	struct buf keys = BUF_INIT;
	int status = 0;
	size_t c;

	print_keys(a, a->groups.keys.v[group], &keys);
	for (c = 0; c < a->book.cells.n && status == 0; c++) {
		const struct acc *acc = acc_at(g, cells[c]);

		if (cells[c] >= g->published_cells || g->published[cells[c]].state == PUBLISHED_NOT)
			continue;
		put_keys(a, s, &keys);
		sheet_fields(s, a->book.cells.v[cells[c]]);
		put_acc(s, acc ? acc : &none);
		status = put_difference(a, s, &g->published[cells[c]], acc ? acc : &none, cells[c]);
		if (status == 0)
			sheet_end_row(s);
	}
	buf_free(&keys);
	return status;
}

int write_reconciled(const struct agg *a, struct sheet *s)
{
	static const char *const more[] = {"published", "delta"};
	size_t *groups = in_order(&a->groups.keys, 0);
	size_t *cells = in_order(&a->book.cells, a->book.known);
	int status = 0;
	size_t i;

	put_key_names(a, s);
	put_words(s, acc_names, ACC_NAMES);
	put_words(s, more, 2);
	sheet_end_row(s);
	for (i = 0; i < a->groups.n && status == 0; i++)
		status = put_reconciled_group(a, s, groups[i], cells);
	free(groups);
	free(cells);
	return status;
}

static void put_quantity(struct sheet *s, enum quantity q, struct dec v)
{
	if (q == QUANTITY_KNOWN)
		sheet_dec(s, v);
	else
		sheet_empty(s);
}

static int put_indicator(struct sheet *s, const struct indicator *i, const struct group *g)
{
	enum quantity up, down, rate = QUANTITY_UNKNOWN;
	struct dec n, d, v = DEC_ZERO;

	up = indicator_sum(&i->numerator, g, &n);
	down = indicator_sum(&i->denominator, g, &d);
	if (up == QUANTITY_KNOWN && down == QUANTITY_KNOWN)
		rate = indicator_rate(i, n, d, &v);
	if (up == QUANTITY_OVERFLOW || down == QUANTITY_OVERFLOW || rate == QUANTITY_OVERFLOW) {
		diag(NULL, 0, "indicator %.*s: the numbers pass 18 digits", STR_ARG(i->id));
		return -1;
	}
	sheet_text(s, i->id);
	put_quantity(s, up, n);
	put_quantity(s, down, d);
	put_quantity(s, rate, v);
	sheet_end_row(s);
	return 0;
}

int write_indicators(const struct agg *a, const struct indicators *l, struct sheet *s)
{
	static const char *const names[] = {"indicator", "numerator", "denominator", "value"};
	size_t *groups = in_order(&a->groups.keys, 0);
	struct buf keys = BUF_INIT;
	int status = 0;
	size_t i, j;

	put_key_names(a, s);
	put_words(s, names, 4);
	sheet_end_row(s);
	for (i = 0; i < a->groups.n; i++) {
		print_keys(a, a->groups.keys.v[groups[i]], &keys);
		for (j = 0; j < l->n && status == 0; j++) {
			put_keys(a, s, &keys);
			status = put_indicator(s, &l->v[j], &a->groups.v[groups[i]]);
		}
	}
	buf_free(&keys);
	free(groups);
	return status;
}
