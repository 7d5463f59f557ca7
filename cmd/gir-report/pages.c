#include "cmd/gir-report/pages.h"

#include <stdlib.h>

#include "cmd/gir-report/layout.h"
#include "common/alloc.h"

const char *const page_column_names[PAGE_COLUMNS] = {
	"page",   "doc",   "year",  "region", "org",      "scope", "form",   "format", "encoding",
	"layout", "title", "cells", "errors", "warnings", "notes", "unsure", "rules",
};

void pages_put_header(struct output *to, const struct figures *figures)
{
	size_t i;

	for (i = 0; i < PAGE_COLUMNS; i++) {
		output_put(to, str_of(page_column_names[i]));
		output_putc(to, i + 1 < PAGE_COLUMNS + figures->n ? '\t' : '\n');
	}
	for (i = 0; i < figures->n; i++) {
		output_put(to, figures->v[i].id);
		output_putc(to, i + 1 < figures->n ? '\t' : '\n');
	}
}

/* A field of another stream, escaped already. */
static void put(struct buf *to, struct str field)
{
	buf_put(to, field);
	buf_putc(to, '\t');
}

static void put_size(struct buf *to, size_t v)
{
	buf_put_size(to, v);
	buf_putc(to, '\t');
}

static size_t count_cells(const struct report *r, enum cell_state state)
{
	size_t n = 0, i;

	for (i = 0; r->form && i < r->form->cell_count; i++)
		n += r->cell[i].state == state;
	return n;
}

static size_t count_findings(const struct finding *findings, size_t n, enum severity severity)
{
	size_t count = 0, i;

	for (i = 0; i < n; i++)
		count += findings[i].severity == severity;
	return count;
}

static int by_rule(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	return str_cmp(*x, *y);
}

static void put_rules(struct buf *to, const struct finding *findings, size_t n)
{
	struct str *rule = xcalloc(n + 1, sizeof *rule);
	size_t i, run;

	for (i = 0; i < n; i++)
		rule[i] = findings[i].field[FINDING_RULE];
	qsort(rule, n, sizeof *rule, by_rule);
	for (i = 0; i < n; i += run) {
		for (run = 1; i + run < n && str_eq(rule[i], rule[i + run]); run++)
			;
		if (i > 0)
			buf_putc(to, ' ');
		buf_put(to, rule[i]);
		if (run > 1) {
			buf_putc(to, '*');
			buf_put_size(to, run);
		}
	}
	free(rule);
}

static void put_figures(struct buf *to, const struct figures *figures, const struct report *r)
{
	struct dec sum;
	size_t i;

	for (i = 0; i < figures->n; i++) {
		buf_putc(to, '\t');
		if (report_sum(r, figures->v[i].cells, &sum))
			dec_put(sum, to);
	}
}

void pages_line(struct buf *to, const struct figures *figures, struct str page,
		const struct report *r, const struct finding *findings, size_t n)
{
	int severity;

	put(to, page);
	put(to, r->doc);
	put(to, r->year);
	put(to, r->region);
	put(to, r->org);
	put(to, r->scope);
	put(to, r->form_name);
	put(to, report_fact(r, "format"));
	put(to, report_fact(r, "encoding"));
	put(to, layout_of(r));
	put(to, report_fact(r, "title"));
	put_size(to, count_cells(r, STATE_NUM));
	for (severity = 0; severity < SEVERITY_COUNT; severity++)
		put_size(to, count_findings(findings, n, (enum severity)severity));
	put_size(to, count_cells(r, STATE_UNSURE));
	put_rules(to, findings, n);
	put_figures(to, figures, r);
}
