/* Reading gir-agg's own output: each line is an accumulator of its group and cell.
 */
#include <stdlib.h>

#include "cmd/gir-agg/agg.h"
#include "common/alloc.h"
#include "common/diag.h"

enum column { TABLE, ROW, COL, REPORTS, CELLS, SUM, CLEAN, MIN, MAX, FLAGGED, MISSING, COLUMNS };

static const char *const column_names[COLUMNS] = {"table", "row", "col", "reports", "cells",  "sum",
						  "clean", "min", "max", "flagged", "missing"};

struct merge {
	struct tsv *t;
	size_t at[COLUMNS];
	size_t published; /* or TSV_NONE */
	size_t *key;
};

bool merge_wants(const struct tsv *t)
{
	return tsv_find(t, "reports") != TSV_NONE && tsv_find(t, "cells") != TSV_NONE &&
	       tsv_find(t, "state") == TSV_NONE;
}

static int find_columns(const struct keys *k, struct tsv *t, struct merge *m)
{
	int failed = 0, c;

	*m = (struct merge){.t = t, .key = xcalloc(k->n, sizeof *m->key)};
	for (c = 0; c < COLUMNS; c++)
		m->at[c] = tsv_need(t, column_names[c], &failed);
	m->published = tsv_find(t, "published");
	if (keys_find(k, t, true, m->key) != 0)
		failed = -1;
	/* A report stands there once a level. */
	if (k->level == STR_NONE && tsv_find(t, "level") != TSV_NONE) {
		diag(t->file, 1, "sums by level merge only where -g has the key level");
		failed = -1;
	}
	return failed;
}

static bool read_count(struct str s, size_t *v)
{
	struct dec d;

	if (!dec_parse(s, &d) || d.scale || d.m < 0)
		return false;
	*v = (size_t)d.m;
	return true;
}

/* An amount of the line at the scale of `a`, which grows where need be. Empty reads as zero. */
static bool read_amount(struct acc *a, struct str s, int64_t *amount)
{
	struct acc one = {.cells = 0};
	struct dec d = DEC_ZERO;

	if (s.n && !dec_parse(s, &d))
		return false;
	one.scale = (unsigned char)d.scale;
	if (acc_merge(a, &one) != 0 || dec_shift((struct dec){d.m, 0}, a->scale - d.scale, &d) != 0)
		return false;
	*amount = d.m;
	return true;
}

/* What is wrong with the line, or NULL. */
static const char *read_acc(const struct merge *m, struct acc *a)
{
	const struct str *f = m->t->field;
	struct str flagged = f[m->at[FLAGGED]];
	size_t missing;

	*a = (struct acc){.unchecked = flagged.n == 0};
	if (!read_amount(a, f[m->at[SUM]], &a->sum) ||
	    !read_amount(a, f[m->at[CLEAN]], &a->clean) ||
	    !read_amount(a, f[m->at[MIN]], &a->min) || !read_amount(a, f[m->at[MAX]], &a->max))
		return "an amount is no number of up to 18 digits";
	if (!read_count(f[m->at[REPORTS]], &a->reports) ||
	    !read_count(f[m->at[CELLS]], &a->cells) || !read_count(f[m->at[MISSING]], &missing) ||
	    (flagged.n && !read_count(flagged, &a->flagged)))
		return "a count is no number";
	if (a->reports - a->cells != missing || a->cells > a->reports || a->flagged > a->cells)
		return "the counts do not add up: reports are cells and missing";
	if ((f[m->at[SUM]].n != 0) != acc_has_sum(a))
		return "a sum stands there where cells are, and only there";
	return NULL;
}

/* The group of the line; STR_NONE where its level is not asked for, or is none (then *wrong). */
static size_t read_group(struct agg *a, const struct merge *m, const char **wrong)
{
	const struct keys *k = &a->keys;
	size_t i;

	buf_clear(&a->room);
	for (i = 0; i < k->n; i++) {
		struct str field = m->t->field[m->key[i]];

		if (i)
			buf_putc(&a->room, '\t');
		if (i == k->level) {
			enum division_level level = level_named(field);

			if (level == LEVEL_COUNT)
				*wrong =
					"the level is none of county, prefecture, province, nation";
			if (level == LEVEL_COUNT || !(k->levels & 1U << level))
				return STR_NONE;
			buf_putc(&a->room, (char)('0' + level));
		} else {
			buf_put(&a->room, field);
		}
	}
	return groups_number(&a->groups, buf_str(&a->room));
}

static size_t read_cell(struct agg *a, const struct merge *m)
{
	int c;

	buf_clear(&a->room);
	for (c = TABLE; c <= COL; c++) {
		if (c != TABLE)
			buf_putc(&a->room, '\t');
		buf_put(&a->room, m->t->field[m->at[c]]);
	}
	return intern_add(&a->book.cells, buf_str(&a->room));
}

static enum reading read_line(struct agg *a, const struct merge *m)
{
	struct acc line;
	const char *wrong = read_acc(m, &line);
	size_t group, cell, room;
	struct dec d;

	group = read_group(a, m, &wrong);
	if (wrong) {
		diag(m->t->file, m->t->in.line, "%s", wrong);
		return READ_TROUBLE;
	}
	if (group == STR_NONE)
		return READ_DONE;
	cell = read_cell(a, m);
	room = a->book.cells.n;
	if (acc_merge(groups_acc(&a->groups, group, cell, room), &line) != 0)
		return agg_overflow(a, m->t, cell);
	if (a->reconcile && m->published != TSV_NONE)
		groups_publish(&a->groups, group, cell, room,
			       dec_parse(m->t->field[m->published], &d) ? &d : NULL);
	return READ_DONE;
}

enum reading merge_read(struct agg *a, struct tsv *t)
{
	enum reading status = READ_DONE;
	bool trouble = false;
	struct merge m;
	int got = 0;

	if (find_columns(&a->keys, t, &m) != 0)
		status = READ_NOTHING;
	else
		while (status != READ_OVERFLOW && (got = tsv_next(t)) > 0) {
			status = read_line(a, &m);
			trouble |= status == READ_TROUBLE;
		}
	free(m.key);
	if (status == READ_DONE && (got < 0 || trouble || t->bad_lines))
		status = READ_TROUBLE;
	return status;
}
