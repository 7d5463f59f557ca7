#include "cmd/gir-report/area/digest.h"

#include <stdlib.h>

#include "cmd/gir-report/area/people.h"
#include "common/alloc.h"
#include "common/diag.h"

/* The columns, before those of the figures. A line with a page is about that report, and its format
 * and form stand as they are; another is about an area in a year. */
enum column {
	REGION,
	YEAR,
	PAGE,
	DOC,
	ORG,
	WORDS,
	COUNTS = WORDS + WORDS_COUNT,
	LACKING = COUNTS + TALLY_COUNTS,
	COLUMNS
};

static const char *column_name(int column)
{
	static const char *const names[] = {"region", "year", "page", "doc", "org"};

	if (column < WORDS)
		return names[column];
	if (column < COUNTS)
		return words_names[column - WORDS];
	return column < LACKING ? tally_names[column - COUNTS] : "lacking";
}

/* What is told of a figure: its sum only of the new requests, how many cells are missing in it
 * where a rate hangs on that, and the rate behind it. */
enum part { PART_REPORTS, PART_CELLS, PART_SUM, PART_FLAGGED, PART_MISSING, PART_RATE, PARTS };
static const char *const part_names[PARTS] = {"reports", "cells",   "sum",
					      "flagged", "missing", "rate"};

static bool is_told(const struct areas *a, size_t figure, int part)
{
	const struct figure *f = &a->figures->v[figure];

	if (part == PART_RATE)
		return f->rate.n > 0;
	return figure == a->new || (part == PART_MISSING && f->of.n > 0);
}

/* ---- writing ---- */

static void put_header(const struct areas *a, struct output *to)
{
	size_t i;
	int part, c;

	for (c = 0; c < COLUMNS; c++) {
		if (c > 0)
			output_putc(to, '\t');
		output_put(to, str_of(column_name(c)));
	}
	for (i = 0; i < a->figures->n; i++)
		for (part = 0; part < PARTS; part++) {
			if (!is_told(a, i, part))
				continue;
			output_putc(to, '\t');
			output_put(to, a->figures->v[i].id);
			output_putc(to, '.');
			output_put(to, str_of(part_names[part]));
		}
	output_putc(to, '\n');
}

static void put_size(struct output *to, size_t n)
{
	output_putc(to, '\t');
	output_size(to, n);
}

static void put_str(struct output *to, struct str field)
{
	output_putc(to, '\t');
	output_put(to, field);
}

static void put_part(const struct totals *t, size_t figure, int part, struct output *to)
{
	const struct amount *v = t->v ? &t->v[figure] : NULL;
	const size_t counts[] = {
		[PART_REPORTS] = v ? v->reports : 0,
		[PART_CELLS] = v ? v->cells : 0,
		[PART_FLAGGED] = v ? v->flagged : 0,
		[PART_MISSING] = v ? v->missing : 0,
	};
	struct buf sum = BUF_INIT;

	if (part == PART_RATE) {
		put_str(to, areas_rate(t, figure));
	} else if (!v) {
		put_str(to, STR_EMPTY);
	} else if (part == PART_SUM) {
		if (v->is)
			dec_put(v->sum, &sum);
		put_str(to, buf_str(&sum));
	} else {
		put_size(to, counts[part]);
	}
	buf_free(&sum);
}

static void put_year(const struct areas *a, const struct area *v, const struct area_year *y,
		     struct output *to)
{
	struct buf words = BUF_INIT;
	int i, part;
	size_t f;

	output_put(to, v->code);
	put_size(to, (size_t)y->year);
	output_put(to, STR("\t\t\t"));
	for (i = 0; i < WORDS_COUNT; i++) {
		buf_clear(&words);
		tally_put(&y->tally, &a->words, (enum words)i, &words);
		put_str(to, buf_str(&words));
	}
	for (i = 0; i < TALLY_COUNTS; i++)
		put_size(to, y->tally.count[i]);
	put_size(to, y->lacking);
	for (f = 0; f < a->figures->n; f++)
		for (part = 0; part < PARTS; part++)
			if (is_told(a, f, part))
				put_part(&y->whole, f, part, to);
	output_putc(to, '\n');
	buf_free(&words);
}

static void put_report(const struct areas *a, const struct listed *r, struct output *to)
{
	int i, part;
	size_t f;

	output_put(to, a->v[r->area].code);
	put_size(to, (size_t)r->year);
	put_str(to, r->page);
	put_str(to, r->doc);
	put_str(to, r->org);
	for (i = 0; i < WORDS_COUNT; i++)
		put_str(to, i == WORDS_FORMATS ? r->format
			    : i == WORDS_FORMS ? r->form
					       : STR_EMPTY);
	for (i = 0; i < TALLY_COUNTS; i++)
		put_size(to, i == TALLY_UNSURE                      ? r->unsure
			     : i == TALLY_FINDINGS + SEVERITY_ERROR ? r->errors
								    : 0);
	put_str(to, STR_EMPTY);
	for (f = 0; f < a->figures->n; f++)
		for (part = 0; part < PARTS; part++)
			if (is_told(a, f, part))
				put_str(to, STR_EMPTY);
	output_putc(to, '\n');
}

void digest_put(const struct areas *a, struct output *to)
{
	struct people people;
	size_t i, k;

	put_header(a, to);
	for (i = 0; i < a->codes.n; i++) {
		const struct area *v = &a->v[a->order[i]];

		for (k = 0; a->order[i] != a->nation && k < v->years; k++)
			put_year(a, v, &v->year[k], to);
	}
	people_find(&people, a);
	for (i = 0; i < people.n && i < PEOPLE_MOST; i++)
		put_report(a, people.v[i], to);
	people_free(&people);
}

/* ---- reading ---- */

struct digest {
	struct areas *areas;
	size_t at[COLUMNS];
	size_t (*part)[PARTS]; /* columns, by figure */
};

static size_t need_part(const struct tsv *t, struct str figure, int part, int *failed)
{
	struct buf name = BUF_INIT;
	size_t at;

	buf_put(&name, figure);
	buf_putc(&name, '.');
	buf_put(&name, str_of(part_names[part]));
	buf_putc(&name, '\0');
	at = tsv_need(t, name.p, failed);
	buf_free(&name);
	return at;
}

static int find_columns(struct digest *d, const struct tsv *t)
{
	int failed = 0, part, c;
	size_t i;

	for (c = 0; c < COLUMNS; c++)
		d->at[c] = tsv_need(t, column_name(c), &failed);
	for (i = 0; i < d->areas->figures->n; i++)
		for (part = 0; part < PARTS; part++)
			if (is_told(d->areas, i, part))
				d->part[i][part] =
					need_part(t, d->areas->figures->v[i].id, part, &failed);
	return failed;
}

static void read_report(const struct digest *d, const struct str *field, size_t area, int year)
{
	struct areas *a = d->areas;

	*areas_add_listed(a) = (struct listed){
		.area = area,
		.year = year,
		.page = pool_dup(&a->pool, field[d->at[PAGE]]),
		.doc = pool_dup(&a->pool, field[d->at[DOC]]),
		.org = pool_dup(&a->pool, field[d->at[ORG]]),
		.format = pool_dup(&a->pool, field[d->at[WORDS + WORDS_FORMATS]]),
		.form = pool_dup(&a->pool, field[d->at[WORDS + WORDS_FORMS]]),
		.unsure = dec_size(field[d->at[COUNTS + TALLY_UNSURE]]),
		.errors = dec_size(field[d->at[COUNTS + TALLY_FINDINGS + SEVERITY_ERROR]]),
	};
}

static void read_tally(const struct digest *d, const struct str *field, struct tally *t)
{
	int i;

	for (i = 0; i < WORDS_COUNT; i++)
		tally_take(t, &d->areas->words, (enum words)i, field[d->at[WORDS + i]]);
	for (i = 0; i < TALLY_COUNTS; i++)
		t->count[i] += dec_size(field[d->at[COUNTS + i]]);
}

static int read_figure(const struct digest *d, const struct tsv *t, size_t figure,
		       struct amount *to)
{
	const size_t *at = d->part[figure];
	struct amount more = {.missing = dec_size(t->field[at[PART_MISSING]])};
	struct str sum;

	if (is_told(d->areas, figure, PART_SUM)) {
		sum = t->field[at[PART_SUM]];
		more.reports = dec_size(t->field[at[PART_REPORTS]]);
		more.cells = dec_size(t->field[at[PART_CELLS]]);
		more.flagged = dec_size(t->field[at[PART_FLAGGED]]);
		more.is = dec_parse(sum, &more.sum);
		if (sum.n > 0 && !more.is) {
			diag(t->file, t->in.line, "\"%.*s\" is no number of up to 18 digits",
			     STR_ARG(sum));
			return -1;
		}
	}
	if (amount_add(to, &more) == 0)
		return 0;
	diag(t->file, t->in.line, "the sum passes 18 digits");
	return -1;
}

static int read_figures(const struct digest *d, const struct tsv *t, struct totals *to)
{
	struct areas *a = d->areas;
	bool is = t->field[d->part[a->new][PART_REPORTS]].n > 0;
	int status = 0;
	size_t i;

	if (is && !to->v)
		to->v = xcalloc(a->figures->n, sizeof *to->v);
	for (i = 0; i < a->figures->n; i++) {
		if (is && is_told(a, i, PART_MISSING) && read_figure(d, t, i, &to->v[i]) != 0)
			status = -1;
		if (is_told(a, i, PART_RATE) && t->field[d->part[i][PART_RATE]].n > 0)
			areas_set_rate(a, to, i, t->field[d->part[i][PART_RATE]]);
	}
	return status;
}

static int read_line(const struct digest *d, const struct tsv *t)
{
	size_t area = areas_add(d->areas, t->field[d->at[REGION]]);
	int year = area_year_of(t->field[d->at[YEAR]]);
	struct area_year *at;

	if (t->field[d->at[PAGE]].n > 0) {
		read_report(d, t->field, area, year);
		return 0;
	}
	areas_add_lacking(d->areas, area, year, dec_size(t->field[d->at[LACKING]]));
	at = areas_add_year(d->areas, area, year);
	read_tally(d, t->field, &at->tally);
	return read_figures(d, t, &at->whole);
}

int digest_read(struct areas *a, struct tsv *t)
{
	struct digest d = {.areas = a, .part = xcalloc(a->figures->n, sizeof *d.part)};
	int got = -1, status = 0;

	if (find_columns(&d, t) == 0)
		while ((got = tsv_next(t)) > 0)
			if (read_line(&d, t) != 0)
				status = -1;
	free(d.part);
	return got < 0 || t->bad_lines ? -1 : status;
}
