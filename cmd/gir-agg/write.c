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

/* A byte's place in the order: the end of a field comes before any byte of a field. */
static int rank(struct str s, size_t i)
{
	return i == s.n || s.p[i] == '\t' ? -1 : (unsigned char)s.p[i];
}

/* Field by field; both have as many. */
static int by_fields(const void *a, const void *b)
{
	struct str x = ((const struct entry *)a)->text, y = ((const struct entry *)b)->text;
	size_t i = 0;

	while (i < x.n && i < y.n && x.p[i] == y.p[i])
		i++;
	return rank(x, i) - rank(y, i);
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

static inline char *write_amount(char *to, struct sheet *s, const struct acc *a, int64_t amount,
				 bool known)
{
	if (!known)
		return to;
	if (a->scale == 0 && amount >= 0)
		return write_size(to, (size_t)amount);
	return write_dec(to, s, acc_dec(a, amount));
}

static const char *const acc_names[] = {"table", "row", "col", "reports", "cells",  "sum",
					"clean", "min", "max", "flagged", "missing"};
enum { ACC_NAMES = sizeof acc_names / sizeof *acc_names };

enum { ACC_ROOM = 4 * (WRITE_SIZE + 1) + 4 * (SHEET_DEC + 1) };

static inline char *write_acc(char *to, struct sheet *s, const struct acc *a)
{
	const char tab = s->separator;

	to = write_size(to, a->reports);
	*to++ = tab;
	to = write_size(to, a->cells);
	*to++ = tab;
	to = write_amount(to, s, a, a->sum, acc_has_sum(a));
	*to++ = tab;
	to = write_amount(to, s, a, a->clean, acc_has_clean(a));
	*to++ = tab;
	to = write_amount(to, s, a, a->min, acc_has_sum(a));
	*to++ = tab;
	to = write_amount(to, s, a, a->max, acc_has_sum(a));
	*to++ = tab;
	if (!a->unchecked)
		to = write_size(to, a->flagged);
	*to++ = tab;
	return write_size(to, a->reports - a->cells);
}

/* ---- the tables ---- */

/* The cells in the order of the output, and what their names are in a row. */
struct names {
	size_t *cell;
	size_t n;
	struct buf shapes; /* one behind the other */
	size_t *from;      /* where each begins, and the last ends */
};

static void names_make(const struct agg *a, const struct sheet *s, struct names *l)
{
	size_t i;

	*l = (struct names){.cell = in_order(&a->book.cells, a->book.known), .n = a->book.cells.n};
	l->from = xcalloc(l->n + 1, sizeof *l->from);
	for (i = 0; i < l->n; i++) {
		sheet_shape(s, a->book.cells.v[l->cell[i]], &l->shapes);
		l->from[i + 1] = l->shapes.n;
	}
}

static inline struct str names_shape(const struct names *l, size_t i)
{
	return (struct str){l->shapes.p + l->from[i], l->from[i + 1] - l->from[i]};
}

static void names_free(struct names *l)
{
	free(l->cell);
	free(l->from);
	buf_free(&l->shapes);
}

/* What the rows of a group begin with. */
static void shape_keys(const struct agg *a, const struct sheet *s, size_t group, struct buf *to)
{
	struct buf keys = BUF_INIT;

	print_keys(a, a->groups.keys.v[group], &keys);
	buf_clear(to);
	if (a->keys.n)
		sheet_shape(s, buf_str(&keys), to);
	buf_free(&keys);
}

/* A row up to its sums, still without its end. */
static inline char *write_row(struct sheet *s, struct str keys, struct str names,
			      const struct acc *acc)
{
	char *to = output_room(&s->out, keys.n + names.n + 2 * WRITE_PADDING + ACC_ROOM);

	to = write_padded(to, keys);
	to = write_padded(to, names);
	return write_acc(to, s, acc);
}

static void write_group(struct sheet *s, const struct group *g, struct str keys,
			const struct names *l)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		struct acc acc = group_acc(g, l->cell[i]);
		char *to;

		if (acc.reports == 0)
			continue;
		to = write_row(s, keys, names_shape(l, i), &acc);
		output_end(&s->out, write_end(to, s));
	}
}

void write_long(const struct agg *a, struct sheet *s)
{
	size_t *groups = in_order(&a->groups.keys, 0);
	struct buf keys = BUF_INIT;
	struct names names;
	size_t i;

	put_key_names(a, s);
	put_words(s, acc_names, ACC_NAMES);
	sheet_end_row(s);
	names_make(a, s, &names);
	for (i = 0; i < a->groups.n; i++) {
		shape_keys(a, s, groups[i], &keys);
		write_group(s, &a->groups.v[groups[i]], buf_str(&keys), &names);
	}
	names_free(&names);
	buf_free(&keys);
	free(groups);
}

static bool occurs(const struct groups *groups, size_t cell)
{
	size_t i;

	for (i = 0; i < groups->n; i++)
		if (group_acc(&groups->v[i], cell).reports)
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
		if (group_acc(g, c).reports > most)
			most = group_acc(g, c).reports;
	return most;
}

void write_wide(const struct agg *a, struct sheet *s)
{
	size_t *groups = in_order(&a->groups.keys, 0);
	size_t *cells = in_order(&a->book.cells, a->book.known);
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
			struct acc acc = group_acc(g, cells[c]);

			if (acc_has_sum(&acc))
				sheet_dec(s, acc_dec(&acc, acc.sum));
			else
				sheet_empty(s);
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

static int put_reconciled_group(const struct agg *a, struct sheet *s, size_t group, struct str keys,
				const struct names *l)
{
	const struct group *g = &a->groups.v[group];
	int status = 0;
	size_t i;

	for (i = 0; i < l->n && status == 0; i++) {
		const size_t cell = l->cell[i];
		struct acc acc;

		if (cell >= g->published_cells || g->published[cell].state == PUBLISHED_NOT)
			continue;
		acc = group_acc(g, cell);
		sheet_go_on(s, write_row(s, keys, names_shape(l, i), &acc));
		status = put_difference(a, s, &g->published[cell], &acc, cell);
		if (status == 0)
			sheet_end_row(s);
	}
	return status;
}

int write_reconciled(const struct agg *a, struct sheet *s)
{
	static const char *const more[] = {"published", "delta"};
	size_t *groups = in_order(&a->groups.keys, 0);
	struct buf keys = BUF_INIT;
	struct names names;
	int status = 0;
	size_t i;

	put_key_names(a, s);
	put_words(s, acc_names, ACC_NAMES);
	put_words(s, more, 2);
	sheet_end_row(s);
	names_make(a, s, &names);
	for (i = 0; i < a->groups.n && status == 0; i++) {
		shape_keys(a, s, groups[i], &keys);
		status = put_reconciled_group(a, s, groups[i], buf_str(&keys), &names);
	}
	names_free(&names);
	buf_free(&keys);
	free(groups);
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
