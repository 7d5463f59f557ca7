#include "cmd/gir-check/digest.h"

#include "common/diag.h"

/* ---- writing ---- */

void digest_begin(struct output *to)
{
	output_put(to, STR("doc\tyear\tregion\torg\tscope\tform\tnumbers\n"));
}

/* A number as it follows the one before, or none. */
struct step {
	struct held cell;
	int64_t lines;
};

static bool is_same(const struct step *a, const struct step *b)
{
	return a->cell.num == b->cell.num &&
	       (!a->cell.num || (a->lines == b->lines && a->cell.value.m == b->cell.value.m &&
				 a->cell.value.scale == b->cell.value.scale));
}

static void put_number(struct buf *b, int64_t v)
{
	dec_put((struct dec){v, 0}, b);
}

static void put_steps(struct buf *b, const struct step *s, size_t times)
{
	if (times == 0)
		return;
	if (b->n > 0)
		buf_putc(b, ' ');
	if (s->cell.num)
		dec_put(s->cell.value, b);
	else
		buf_putc(b, '-');
	if (s->cell.num && s->lines != 0) {
		buf_putc(b, '@');
		put_number(b, s->lines);
	}
	if (times > 1) {
		buf_putc(b, '*');
		put_number(b, (int64_t)times);
	}
}

static void put_cells(struct buf *b, const struct report *r)
{
	struct step run = {.lines = 0}, next;
	size_t i, times = 0, line = 0;

	for (i = 0; r->form && i < r->form->cell_count; i++) {
		next = (struct step){.cell = history_held(r, i)};
		if (next.cell.num) {
			next.lines = (int64_t)next.cell.line - (int64_t)line;
			line = next.cell.line;
		}
		if (times > 0 && is_same(&run, &next)) {
			times++;
			continue;
		}
		put_steps(b, &run, times);
		run = next;
		times = 1;
	}
	put_steps(b, &run, times);
}

void digest_put(struct output *to, const struct report *r)
{
	struct buf cells = BUF_INIT;

	output_put(to, r->keys);
	put_cells(&cells, r);
	output_put(to, buf_str(&cells));
	output_putc(to, '\n');
	buf_free(&cells);
}

/* ---- reading ---- */

enum column { DOC, YEAR, REGION, ORG, SCOPE, FORM, NUMBERS, COLUMNS };

static const char *const column_names[COLUMNS] = {"doc",   "year", "region", "org",
						  "scope", "form", "numbers"};

bool digest_wants(const struct tsv *t)
{
	return tsv_find(t, "numbers") != TSV_NONE && tsv_find(t, "state") == TSV_NONE;
}

/* The whole number behind `mark` at the end of *s, which is cut off there; `otherwise` where there
 * is no such mark. */
static bool cut_number(struct str *s, char mark, int64_t otherwise, int64_t *v)
{
	const char *at = s->n ? memchr(s->p, mark, s->n) : NULL;
	struct dec d;

	*v = otherwise;
	if (!at)
		return true;
	if (!dec_parse(str_from(*s, (size_t)(at - s->p) + 1), &d) || d.scale != 0)
		return false;
	*v = d.m;
	s->n = (size_t)(at - s->p);
	return true;
}

static bool read_step(struct str s, struct step *step, int64_t *times)
{
	*step = (struct step){.lines = 0};
	if (!cut_number(&s, '*', 1, times) || *times < 1)
		return false;
	if (str_is(s, "-"))
		return true;
	step->cell.num = true;
	return cut_number(&s, '@', 0, &step->lines) && dec_parse(s, &step->cell.value);
}

/* The numbers of a line into `packed`. False where they are not those of the form's cells. */
static bool read_cells(struct str text, size_t count, struct buf *packed)
{
	struct str piece = STR_EMPTY;
	size_t done = 0, last = 0;
	int64_t line = 0, times;
	struct step step;

	while (text.n > 0 && str_cut(&text, ' ', &piece)) {
		if (!read_step(piece, &step, &times) || (uint64_t)times > count - done)
			return false;
		for (done += (size_t)times; times > 0; times--) {
			if (__builtin_add_overflow(line, step.lines, &line) || line < 0)
				return false;
			step.cell.line = (size_t)line;
			history_pack(packed, &step.cell, &last);
		}
	}
	return done == count;
}

static int read_line(const struct tsv *t, const size_t *at, const struct forms *forms,
		     struct history *history)
{
	struct str form = t->field[at[FORM]];
	struct report r = {
		.doc = t->field[at[DOC]],
		.year = t->field[at[YEAR]],
		.region = t->field[at[REGION]],
		.org = t->field[at[ORG]],
		.scope = t->field[at[SCOPE]],
		.year_number = year_of(t->field[at[YEAR]]),
		.form = forms_named(forms, form),
	};
	struct buf packed = BUF_INIT;
	int status = 0;

	if (!history)
		return 0;
	if (!r.form) {
		diag(t->file, t->in.line, "no form is called \"%.*s\"", STR_ARG(form));
		status = -1;
	} else if (history_wants(history, r.region) &&
		   !read_cells(t->field[at[NUMBERS]], r.form->cell_count, &packed)) {
		diag(t->file, t->in.line, "the numbers are not those of form %.*s", STR_ARG(form));
		status = -1;
	}
	if (status == 0)
		history_take(history, &r, buf_str(&packed));
	buf_free(&packed);
	return status;
}

int digest_read(struct tsv *t, const struct forms *forms, struct history *history)
{
	size_t at[COLUMNS];
	int got, status = 0;
	enum column i;

	for (i = DOC; i < COLUMNS; i++)
		at[i] = tsv_need(t, column_names[i], &status);
	if (status != 0)
		return -1;
	while ((got = tsv_next(t)) > 0)
		if (read_line(t, at, forms, history) != 0)
			status = -1;
	return got < 0 || t->bad_lines > 0 ? -1 : status;
}
