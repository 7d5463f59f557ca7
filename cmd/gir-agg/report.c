#include "cmd/gir-agg/report.h"

#include <stdlib.h>

#include "cmd/gir-agg/agg.h"
#include "cmd/gir-agg/write.h"
#include "common/alloc.h"

/* Into every group of the report. */
static enum reading count(struct agg *a, const struct tsv *t, size_t cell, const struct dec *v,
			  enum verdict verdict)
{
	struct report *r = &a->report;
	struct acc one = acc_of(v, verdict);

	if (a->panel)
		panel_set(a->panel, cell, v);
	else if (r->consolidated && r->groups.n)
		groups_publish(&a->groups, r->groups.v[0], cell, a->book.cells.n, v);
	else if (groups_merge(&a->groups, &r->groups, cell, a->book.cells.n, &one) != 0)
		return agg_overflow(a, t, cell);
	return READ_DONE;
}

/* The totals: numbers where each member is one. */
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

enum reading report_end(struct agg *a, const struct tsv *t)
{
	enum reading status = count_totals(a, t);

	if (a->panel && a->panel->begun)
		write_panel_row(a);
	a->report.totals = NULL;
	a->report.groups.n = 0;
	a->report.placed = false;
	return status;
}

enum reading report_begin(struct agg *a, const struct tsv *t, struct str doc, struct str scope,
			  struct str form)
{
	enum reading status = report_end(a, t);
	struct report *r = &a->report;

	buf_clear(&r->doc);
	buf_put(&r->doc, doc);
	r->number++;
	r->last = 0;
	r->consolidated = str_is(scope, "region");
	r->totals = codebook_totals(&a->book, form);
	if (r->totals && r->totals->n) {
		r->pending = grow(r->pending, &r->pending_room, r->totals->n, sizeof *r->pending);
		memset(r->pending, 0, r->totals->n * sizeof *r->pending);
	}
	return status;
}

void report_free(struct report *r)
{
	free(r->pending);
	free(r->seen);
	buf_free(&r->doc);
	buf_free(&r->span);
	*r = (struct report){.number = 0};
}

void report_learn(struct report *r, size_t cell, size_t cells)
{
	size_t old = r->seen_room;

	if (cells >= old) {
		r->seen = grow(r->seen, &r->seen_room, cells + 1, sizeof *r->seen);
		memset(r->seen + old, 0, (r->seen_room - old) * sizeof *r->seen);
	}
	r->seen[r->last].next = cell;
}

/* dec_add; most amounts are whole. */
static inline int add_amount(struct dec *sum, const struct dec *v)
{
	if (sum->scale || v->scale)
		return dec_add(*sum, *v, sum);
	return __builtin_add_overflow(sum->m, v->m, &sum->m) ? -1 : 0;
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
		if (v && add_amount(&p->sum, v) != 0)
			return agg_overflow(a, t, r->totals->v[i].cell);
	}
	return READ_DONE;
}

enum reading report_add(struct agg *a, const struct tsv *t, size_t cell, const struct dec *v,
			enum verdict verdict)
{
	struct report *r = &a->report;

	r->last = cell + 1;
	r->seen[r->last].report = r->number;
	if (count(a, t, cell, v, verdict) != READ_DONE)
		return READ_OVERFLOW;
	return add_member(a, t, cell, v, verdict);
}
