/* finding: one line a violation, its message put together from the rule's wording. */
#include "cmd/gir-check/print.h"
#include "common/utf8.h"

enum { EXCERPT = 40 }; /* code points */

static size_t rule_index(const struct check *c, const struct finding *f)
{
	return f->name == RULE_NAMES ? f->rule : c->rules.at[f->name];
}

bool rule_is_on(const struct check *c, enum rule_name name)
{
	return !c->rules.v[c->rules.at[name]].off;
}

/* Notes do not enter a verdict. */
void mark(const struct check *c, struct report *r, size_t entry, size_t rule)
{
	const struct rule *v = &c->rules.v[rule];

	if (entry != STR_NONE && !v->off && v->severity != SEVERITY_NOTE)
		report_mark(r, entry, rule);
}

void mark_by(const struct check *c, struct report *r, size_t entry, enum rule_name name)
{
	mark(c, r, entry, c->rules.at[name]);
}

struct str number_text(struct report *r, struct dec v)
{
	struct buf b = BUF_INIT;
	struct str s;

	dec_put(v, &b);
	s = pool_dup(&r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

struct str size_text(struct report *r, size_t v)
{
	return number_text(r, (struct dec){(int64_t)v, 0});
}

struct str excerpt(struct report *r, struct str escaped)
{
	struct str shown = tsv_clip(escaped, EXCERPT), s;
	struct buf b = BUF_INIT;

	if (shown.n == escaped.n)
		return escaped;
	buf_put(&b, shown);
	buf_put(&b, STR("…"));
	s = pool_dup(&r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

struct arg section_arg(size_t number)
{
	struct data d;

	if (data_open(&d, "sections.tsv", data_text("sections.tsv")) != 0)
		return arg_same("section", STR_EMPTY);
	while (number > 0 && data_next(&d))
		number--;
	return (struct arg){"section", {data_get(&d, "en"), data_get(&d, "zh")}};
}

/* ---- the message ---- */

/* The first of a form's variants of a label: the official one. */
static struct str first_label(struct str labels)
{
	struct str label = STR_EMPTY;

	str_cut(&labels, '|', &label);
	return label;
}

struct writer {
	const struct report *r;
	const struct finding *f;
	enum language language;
	struct buf *to;
};

/* The name of a row or column, or, in Chinese, its label on the form. */
static void put_name(const struct writer *w, struct str name, struct str labels)
{
	if (w->language != LANGUAGE_ZH) {
		buf_put(w->to, name);
		return;
	}
	buf_put(w->to, STR("“"));
	buf_put(w->to, first_label(labels));
	buf_put(w->to, STR("”"));
}

static void put_row(const struct writer *w)
{
	const struct form *form = w->r->form;
	const struct form_row *row;

	if (w->f->cell == STR_NONE) {
		buf_put(w->to, w->f->row);
		return;
	}
	row = &form->rows[form->cells[w->f->cell].row];
	put_name(w, row->name, row->labels);
}

static void put_col(const struct writer *w)
{
	const struct form *form = w->r->form;
	const struct form_column *column;

	if (w->f->cell == STR_NONE) {
		buf_put(w->to, w->f->col);
		return;
	}
	column = &form->columns[form->cells[w->f->cell].column];
	put_name(w, column->name, column->labels);
}

/* requests/new/total, or “一、本年新收政府信息公开申请数量”行“总计”列. */
static void put_cell(const struct writer *w)
{
	bool zh = w->language == LANGUAGE_ZH;

	if (!zh && w->f->cell != STR_NONE) {
		buf_put(w->to, str_of(table_names[w->r->form->cells[w->f->cell].table]));
		buf_putc(w->to, '/');
	}
	put_row(w);
	buf_put(w->to, zh ? STR("行") : STR("/"));
	put_col(w);
	buf_put(w->to, zh ? STR("列") : STR_EMPTY);
}

static void put_named(const struct writer *w, struct str name)
{
	const struct arg *args = w->f->args;
	size_t i;

	for (i = 0; i < sizeof w->f->args / sizeof *args && args[i].name; i++)
		if (str_is(name, args[i].name))
			buf_put(w->to, args[i].value[w->language]);
}

/* Values come from the stream and are escaped there already. */
static void fill_in(const struct writer *w, const struct wording_part *part)
{
	switch (part->blank) {
	case BLANK_CELL:
		put_cell(w);
		break;
	case BLANK_ROW:
		put_row(w);
		break;
	case BLANK_COL:
		put_col(w);
		break;
	case BLANK_EXPECTED:
		buf_put(w->to, w->f->expected);
		break;
	case BLANK_ACTUAL:
		buf_put(w->to, w->f->actual);
		break;
	case BLANK_NAMED:
		put_named(w, part->name);
		break;
	case BLANK_NONE:
		break;
	}
}

void finding_word(struct check *c, const struct report *r, const struct finding *f,
		  const struct wording *wording)
{
	enum language l;
	size_t i;

	for (l = c->languages.first; l <= c->languages.last; l++) {
		struct writer w = {r, f, l, &c->message[l]};

		buf_clear(w.to);
		for (i = 0; i < wording[l].n; i++) {
			buf_put(w.to, wording[l].part[i].text);
			fill_in(&w, &wording[l].part[i]);
		}
	}
}

/* ---- the line ---- */

static void put_place(struct output *to, const struct report *r, const struct finding *f)
{
	if (f->cell != STR_NONE) {
		output_put(to, r->form->cells[f->cell].names);
		return;
	}
	output_tabbed(to, f->table);
	output_tabbed(to, f->row);
	output_tabbed(to, f->col);
}

/* Fields that come from the stream are escaped there already, and stay as they are. */
static void write_line(struct check *c, const struct report *r, const struct finding *f,
		       enum severity severity, struct str rule)
{
	struct output *to = c->findings;
	enum language l;

	output_tabbed(to, r->doc);
	output_tabbed(to, r->year);
	output_tabbed(to, r->region);
	output_tabbed(to, r->org);
	output_tabbed(to, rule);
	output_tabbed(to, str_of(severity_names[severity]));
	put_place(to, r, f);
	output_tabbed(to, f->expected);
	output_tabbed(to, f->actual);
	output_put(to, f->line);
	for (l = c->languages.first; l <= c->languages.last; l++) {
		output_putc(to, '\t');
		output_put(to, buf_str(&c->message[l]));
	}
	if (c->suspect) {
		output_putc(to, '\t');
		output_tabbed(to, f->suspect);
		output_tabbed(to, f->repair);
		output_put(to, f->cause);
	}
	output_putc(to, '\n');
}

struct place_names {
	struct str table, row, col;
};

static struct place_names place_of(const struct report *r, const struct finding *f)
{
	const struct form_cell *cell;

	if (f->cell == STR_NONE)
		return (struct place_names){f->table, f->row, f->col};
	cell = &r->form->cells[f->cell];
	return (struct place_names){str_of(table_names[cell->table]), r->form->rows[cell->row].name,
				    r->form->columns[cell->column].name};
}

static bool is_old(struct check *c, const struct report *r, const struct finding *f,
		   struct str rule)
{
	struct place_names place = place_of(r, f);
	const struct str field[BASELINE_FIELDS] = {r->doc,    rule,      place.table,
						   place.row, place.col, f->actual};

	return baseline_has(&c->old, field);
}

void find(struct check *c, const struct report *r, const struct finding *f)
{
	size_t rule = rule_index(c, f);
	const struct rule *v = &c->rules.v[rule];
	enum severity severity = f->only_note ? SEVERITY_NOTE : v->severity;

	if (v->off || (c->old.keys.n > 0 && is_old(c, r, f, v->id)))
		return;
	c->found[severity]++;
	c->counts[rule * SEVERITY_COUNT + severity]++;
	if (!c->findings)
		return;
	finding_word(c, r, f, rules_message(&c->rules, rule, f->when ? f->when : ""));
	if (c->format == FORMAT_TEXT)
		print_finding(c, r, f, severity, v->id);
	else
		write_line(c, r, f, severity, v->id);
}

void findings_begin(struct check *c)
{
	if (c->format == FORMAT_TEXT)
		return;
	output_put(c->findings,
		   STR("doc\tyear\tregion\torg\trule\tseverity\ttable\trow\tcol\texpected\tactual\t"
		       "line\tmessage"));
	if (c->languages.first < c->languages.last)
		output_put(c->findings, STR("\tmessage_zh"));
	output_put(c->findings, c->suspect ? STR("\tsuspect\trepair\tcause\n") : STR("\n"));
}

void findings_end(struct check *c)
{
	if (c->format == FORMAT_TEXT)
		listing_write(&c->listing, c->findings);
}

/* ---- the summary ---- */

enum { RULE_WIDTH = 20, COUNT_WIDTH = 9 };

static void put_left(struct output *to, struct str s)
{
	size_t i;

	output_put(to, s);
	for (i = s.n; i < RULE_WIDTH; i++)
		output_putc(to, ' ');
}

static void put_right(struct output *to, struct str s)
{
	size_t i;

	for (i = s.n; i < COUNT_WIDTH; i++)
		output_putc(to, ' ');
	output_put(to, s);
}

static void put_counts(struct output *to, const size_t *counts)
{
	struct buf b = BUF_INIT;
	size_t level;

	for (level = 0; level < SEVERITY_COUNT; level++) {
		buf_clear(&b);
		buf_put_size(&b, counts[level]);
		put_right(to, buf_str(&b));
	}
	output_putc(to, '\n');
	buf_free(&b);
}

void findings_summary(const struct check *c, struct output *to)
{
	size_t rule, level;

	put_left(to, STR("rule"));
	for (level = 0; level < SEVERITY_COUNT; level++)
		put_right(to, str_of(severity_names[level]));
	output_putc(to, '\n');
	for (rule = 0; rule < c->rules.n; rule++) {
		const size_t *counts = &c->counts[rule * SEVERITY_COUNT];

		if (counts[SEVERITY_NOTE] + counts[SEVERITY_WARNING] + counts[SEVERITY_ERROR] == 0)
			continue;
		put_left(to, c->rules.v[rule].id);
		put_counts(to, counts);
	}
	put_left(to, STR("total"));
	put_counts(to, c->found);
}
