/* stream: reads cells, gathers each report, has it checked, and writes it with its verdicts. */
#include <stdlib.h>

#include "cmd/gir-check/check.h"
#include "cmd/gir-check/digest.h"
#include "cmd/gir-check/history.h"
#include "cmd/gir-check/overview.h"
#include "cmd/gir-check/seen.h"
#include "common/diag.h"

struct stream {
	struct check *c;
	struct report report;
	struct seen seen;
	struct history *history; /* or NULL */
	struct output *out;
	struct buf header; /* of the first operand: later ones must have the same */
	size_t verdict;    /* its column, or TSV_NONE */
	bool usual;        /* the columns begin with those of gir-tables, in their order */
};

/* The rules that name the line, or ok. */
static void put_verdict(const struct check *c, const struct report *r, size_t entry,
			struct output *to)
{
	bool any = false;
	size_t w;

	for (w = 0; w < r->words; w++) {
		uint64_t left = r->marks[entry * r->words + w];

		for (; left; left &= left - 1) {
			if (any)
				output_putc(to, ',');
			output_put(to, c->rules.v[w * 64 + (size_t)__builtin_ctzll(left)].id);
			any = true;
		}
	}
	if (!any)
		output_put(to, STR("ok"));
}

/* The line with its verdict: at the end, or in the place of the one that it has. */
static void put_line(const struct stream *s, size_t entry)
{
	struct str line = s->report.v[entry].line, rest = line, field = line;
	size_t i;

	if (s->verdict == TSV_NONE) {
		output_put(s->out, line);
		output_putc(s->out, '\t');
		put_verdict(s->c, &s->report, entry, s->out);
		output_putc(s->out, '\n');
		return;
	}
	for (i = 0; i <= s->verdict; i++)
		str_cut(&rest, '\t', &field);
	output_put(s->out, str_sub(line, 0, (size_t)(field.p - line.p)));
	put_verdict(s->c, &s->report, entry, s->out);
	output_put(s->out, str_from(line, (size_t)(field.p - line.p) + field.n));
	output_putc(s->out, '\n');
}

/* Lines that no rule names go out in runs, with the verdict that stands behind them already. */
static void put_lines(const struct stream *s)
{
	const struct report *r = &s->report;
	struct str run = STR_EMPTY;
	size_t i;

	for (i = 0; i < r->n; i++) {
		struct str line = r->v[i].line;
		bool ok = s->verdict == TSV_NONE && !report_marked(r, i);

		if (!ok || run.p + run.n != line.p) {
			output_put(s->out, run);
			run = (struct str){line.p, 0};
		}
		if (ok)
			run.n += line.n + REPORT_OK.n;
		else
			put_line(s, i);
	}
	output_put(s->out, run);
}

static void finish_report(struct stream *s)
{
	size_t found[SEVERITY_COUNT];

	if (s->report.n == 0)
		return;
	memcpy(found, s->c->found, sizeof found);
	report_seal(&s->report);
	check_report(s->c, &s->report);
	if (!seen_add(&s->seen, s->report.doc, s->report.shape)) {
		diag(NULL, 0, "%.*s: its lines are not consecutive; each part was checked alone",
		     STR_ARG(s->report.doc));
		s->c->trouble = true;
	}
	if (s->history && s->report.form_name.n)
		history_add(s->history, &s->report);
	if (s->c->digest && s->report.form)
		digest_put(s->c->digest, &s->report);
	if (s->c->overview)
		overview_put(s->c, &s->report, found);
	put_lines(s);
	report_clear(&s->report);
}

static void begin_report(struct stream *s, const struct str *field)
{
	report_begin(&s->report, field, s->usual, &s->c->forms, s->c->rules.n);
}

static void add_line(struct stream *s, const struct tsv *t, const struct str *field,
		     struct place place)
{
	if (report_add(&s->report, t->line, field, place))
		return;
	diag(t->file, t->in.line, "state \"%.*s\" with value \"%.*s\" is not understood",
	     STR_ARG(field[CELL_STATE]), STR_ARG(field[CELL_VALUE]));
	s->c->trouble = true;
}

/* Another doc, or a cell for the second time, begins another report. */
static void take_line(struct stream *s, const struct tsv *t, const struct str *field)
{
	struct report *r = &s->report;
	struct place place;

	if (r->n > 0 && !str_eq(r->doc, field[CELL_DOC]))
		finish_report(s);
	if (r->n == 0)
		begin_report(s, field);
	place = report_place(r, field);
	if (report_has(r, place)) {
		finish_report(s);
		begin_report(s, field);
		place = report_place(r, field);
	}
	if (r->n == 0 && r->form_name.n && !r->form) {
		diag(t->file, t->in.line, "no form is called \"%.*s\"", STR_ARG(r->form_name));
		s->c->trouble = true;
	}
	add_line(s, t, field, place);
}

/* Nearly every line begins as the one before and goes on with the next cell of the form; of such a
 * line only the rest has to be cut. */
static bool take_expected(struct stream *s, struct tsv *t)
{
	struct place place = {s->report.expected, STR_NONE};
	size_t known;

	if (t->columns == CELL_COLUMNS && report_take(&s->report, &t->in))
		return true;
	known = report_expects(&s->report, input_ahead(&t->in));
	if (known == 0 || !tsv_take(t, known, CELL_VALUE))
		return false;
	add_line(s, t, t->field, place);
	return true;
}

/* The first operand gives the header; a later one with another cannot go into the same stream. */
static int take_header(struct stream *s, const struct tsv *t)
{
	int failed = 0;

	if (s->header.n == 0) {
		s->verdict = tsv_may(t, "verdict", &failed);
		if (failed != 0)
			return -1;
		buf_put(&s->header, t->header);
		output_put(s->out, t->header);
		output_put(s->out, s->verdict == TSV_NONE ? STR("\tverdict\n") : STR("\n"));
		return 0;
	}
	if (str_eq(buf_str(&s->header), t->header))
		return 0;
	diag(t->file, 1, "the header is not that of the first input; the columns must be the same");
	return -1;
}

static void read_lines(struct stream *s, struct tsv *t, const size_t *at)
{
	struct str field[CELL_COLUMNS];
	int got, i;

	while ((got = tsv_next(t)) > 0) {
		for (i = 0; i < CELL_COLUMNS; i++)
			field[i] = t->field[at[i]];
		take_line(s, t, field);
		while (take_expected(s, t))
			;
	}
	if (got < 0 || t->bad_lines > 0)
		s->c->trouble = true;
}

static bool in_usual_order(const size_t *at)
{
	size_t i;

	for (i = 0; i < CELL_COLUMNS; i++)
		if (at[i] != i)
			return false;
	return true;
}

static void read_operand(struct stream *s, const char *path)
{
	size_t at[CELL_COLUMNS];
	struct tsv t;

	if (tsv_open(&t, path) != 0) {
		s->c->trouble = true;
		return;
	}
	if (digest_wants(&t)) {
		if (digest_read(&t, &s->c->forms, s->history) != 0)
			s->c->trouble = true;
	} else if (cells_find(&t, at) == 0 && take_header(s, &t) == 0) {
		s->usual = in_usual_order(at);
		read_lines(s, &t, at);
	} else {
		s->c->trouble = true;
	}
	tsv_close(&t);
}

void check_operands(struct check *c, char **operands, size_t count, struct output *out,
		    struct history *history)
{
	struct stream s = {.c = c, .out = out, .history = history};
	size_t i;

	for (i = 0; i < count; i++)
		read_operand(&s, operands[i]);
	finish_report(&s);
	report_free(&s.report);
	seen_free(&s.seen);
	buf_free(&s.header);
}
