#include "cmd/gir-report/findings.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

static const char *const column_names[FINDING_COLUMNS] = {
	"doc",     "year",       "region",  "org",      "rule",   "severity",
	"table",   "row",        "col",     "expected", "actual", "line",
	"message", "message_zh", "suspect", "repair",   "cause",
};

static void add(struct findings *f, const struct tsv *t, const size_t at[FINDING_COLUMNS],
		enum severity severity)
{
	struct finding *v;
	int c;

	f->v = grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
	v = &f->v[f->n];
	*v = (struct finding){.severity = severity, .order = f->n};
	for (c = 0; c < FINDING_COLUMNS; c++)
		v->field[c] = at[c] == TSV_NONE ? STR_EMPTY : pool_dup(&f->pool, t->field[at[c]]);
	f->n++;
}

int findings_read(struct findings *f, struct tsv *t, bool of_reports)
{
	size_t at[FINDING_COLUMNS];
	int got, failed = 0, c;

	for (c = 0; c < FINDING_NEEDED; c++)
		at[c] = tsv_need(t, column_names[c], &failed);
	for (; c < FINDING_COLUMNS; c++)
		at[c] = tsv_find(t, column_names[c]);
	if (failed)
		return -1;
	while ((got = tsv_next(t)) > 0) {
		enum severity severity = severity_of(t->field[at[FINDING_SEVERITY]]);

		if (severity < SEVERITY_COUNT) {
			if (of_reports || t->field[at[FINDING_DOC]].n == 0)
				add(f, t, at, severity);
			continue;
		}
		diag(t->file, t->in.line, "\"%.*s\" is no severity",
		     STR_ARG(t->field[at[FINDING_SEVERITY]]));
		failed = -1;
	}
	f->sorted = false;
	return got < 0 || t->bad_lines ? -1 : failed;
}

static int by_doc(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int order = str_cmp(x->field[FINDING_DOC], y->field[FINDING_DOC]);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

const struct finding *findings_of(struct findings *f, struct str doc, size_t *n)
{
	size_t from = 0, to = f->n;

	if (!f->sorted && f->n > 0)
		qsort(f->v, f->n, sizeof *f->v, by_doc);
	f->sorted = true;
	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (str_cmp(f->v[mid].field[FINDING_DOC], doc) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	for (to = from; to < f->n && str_eq(f->v[to].field[FINDING_DOC], doc); to++)
		;
	*n = to - from;
	return f->v + from;
}

void findings_free(struct findings *f)
{
	free(f->v);
	pool_free(&f->pool);
}
