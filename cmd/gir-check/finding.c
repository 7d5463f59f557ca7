/* finding: one line a violation, its message put together from the rule's wording. */
#include "cmd/gir-check/check.h"
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

/* Not amid a character, nor between a backslash and its letter. */
struct str excerpt(struct report *r, struct str escaped)
{
	struct buf b = BUF_INIT;
	size_t end = 0, n;
	struct str s;

	for (n = 0; end < escaped.n && n < EXCERPT; n++)
		if (utf8_next(escaped, &end) == '\\' && end < escaped.n)
			(void)utf8_next(escaped, &end);
	if (end == escaped.n)
		return escaped;
	buf_put(&b, str_sub(escaped, 0, end));
	buf_put(&b, STR("…"));
	s = pool_dup(&r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

struct str section_name(const struct check *c, size_t number)
{
	struct data d;

	if (data_open(&d, "sections.tsv", data_text("sections.tsv")) != 0)
		return STR_EMPTY;
	while (number > 0 && data_next(&d))
		number--;
	return data_get(&d, c->language == LANGUAGE_ZH ? "zh" : "en");
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
	const struct check *c;
	const struct report *r;
	const struct finding *f;
	struct output *to;
};

static void put_row(const struct writer *w)
{
	const struct form *form = w->r->form;

	if (w->f->cell == STR_NONE) {
		output_put(w->to, w->f->row);
	} else if (w->c->language == LANGUAGE_ZH) {
		output_put(w->to, STR("“"));
		output_put(w->to, first_label(form->rows[form->cells[w->f->cell].row].labels));
		output_put(w->to, STR("”"));
	} else {
		output_put(w->to, form->rows[form->cells[w->f->cell].row].name);
	}
}

static void put_col(const struct writer *w)
{
	const struct form *form = w->r->form;

	if (w->f->cell == STR_NONE) {
		output_put(w->to, w->f->col);
	} else if (w->c->language == LANGUAGE_ZH) {
		output_put(w->to, STR("“"));
		output_put(w->to,
			   first_label(form->columns[form->cells[w->f->cell].column].labels));
		output_put(w->to, STR("”"));
	} else {
		output_put(w->to, form->columns[form->cells[w->f->cell].column].name);
	}
}

/* requests/new/total, or “一、本年新收政府信息公开申请数量”行“总计”列. */
static void put_cell(const struct writer *w)
{
	bool zh = w->c->language == LANGUAGE_ZH;

	if (!zh && w->f->cell != STR_NONE) {
		output_put(w->to, str_of(table_names[w->r->form->cells[w->f->cell].table]));
		output_putc(w->to, '/');
	}
	put_row(w);
	output_put(w->to, zh ? STR("行") : STR("/"));
	put_col(w);
	output_put(w->to, zh ? STR("列") : STR_EMPTY);
}

static void put_value(const struct writer *w, struct str name)
{
	const struct finding *f = w->f;
	size_t i;

	if (str_is(name, "cell"))
		put_cell(w);
	else if (str_is(name, "row"))
		put_row(w);
	else if (str_is(name, "col"))
		put_col(w);
	else if (str_is(name, "expected"))
		output_put(w->to, f->expected);
	else if (str_is(name, "actual"))
		output_put(w->to, f->actual);
	else
		for (i = 0; i < sizeof f->args / sizeof *f->args && f->args[i].name; i++)
			if (str_is(name, f->args[i].name))
				output_put(w->to, f->args[i].value);
}

static void put_message(const struct writer *w, size_t rule)
{
	struct str rest =
		rules_message(&w->c->rules, rule, w->f->when ? w->f->when : "", w->c->language);
	size_t open, end;

	while ((open = str_find(rest, STR("{"), 0)) != STR_NONE &&
	       (end = str_find(rest, STR("}"), open)) != STR_NONE) {
		output_field(w->to, str_sub(rest, 0, open));
		put_value(w, str_sub(rest, open + 1, end));
		rest = str_from(rest, end + 1);
	}
	output_field(w->to, rest);
}

/* ---- the line ---- */

static void put_field(struct output *to, struct str s)
{
	output_put(to, s);
	output_putc(to, '\t');
}

static void put_place(const struct writer *w)
{
	const struct form *form = w->r->form;
	const struct finding *f = w->f;
	const struct form_cell *cell;

	if (f->cell == STR_NONE) {
		put_field(w->to, f->table);
		put_field(w->to, f->row);
		put_field(w->to, f->col);
		return;
	}
	cell = &form->cells[f->cell];
	put_field(w->to, str_of(table_names[cell->table]));
	put_field(w->to, form->rows[cell->row].name);
	put_field(w->to, form->columns[cell->column].name);
}

/* Fields that come from the stream are escaped there already, and stay as they are. */
void find(struct check *c, const struct report *r, const struct finding *f)
{
	struct writer w = {c, r, f, c->findings};
	size_t rule = rule_index(c, f);
	const struct rule *v = &c->rules.v[rule];
	enum severity severity = f->only_note ? SEVERITY_NOTE : v->severity;

	if (v->off)
		return;
	c->found[severity]++;
	if (!w.to)
		return;
	put_field(w.to, r->doc);
	put_field(w.to, r->year);
	put_field(w.to, r->region);
	put_field(w.to, r->org);
	put_field(w.to, v->id);
	put_field(w.to, str_of(severity_names[severity]));
	put_place(&w);
	put_field(w.to, f->expected);
	put_field(w.to, f->actual);
	put_field(w.to, f->line);
	put_message(&w, rule);
	output_putc(w.to, '\n');
}

void findings_header(struct output *to)
{
	output_put(to,
		   STR("doc\tyear\tregion\torg\trule\tseverity\ttable\trow\tcol\texpected\tactual\t"
		       "line\tmessage\n"));
}
