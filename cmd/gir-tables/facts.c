#include "cmd/gir-tables/facts.h"

#include "cmd/gir-tables/grid/confirm.h"
#include "cmd/gir-tables/prose/paragraphs.h"
#include "common/year.h"

enum { HEADINGS_OF_A_REPORT = 3, ROWS_OF_A_REPORT = 3 };

static const struct passage *heading(const struct report *r, int section)
{
	size_t i;

	for (i = 0; i < r->heads.n; i++)
		if (r->heads.v[i].section == section)
			return &r->heads.v[i];
	return NULL;
}

/* A report that was cut has its title; a notice on how to write one has another. */
static bool is_title_of_report(struct str title)
{
	return (str_has(title, STR("报告")) || str_has(title, STR("年报"))) &&
	       !str_has(title, STR("通知"));
}

bool facts_recognise(const struct report *r, const struct tables *t)
{
	int found = 0, k;

	for (k = 1; k <= SECTIONS; k++)
		found += heading(r, k) != NULL;
	if (found >= HEADINGS_OF_A_REPORT || (found && is_title_of_report(r->title)))
		return true;
	for (k = 0; k < TABLE_COUNT; k++)
		if (t->table[k].rows >= ROWS_OF_A_REPORT)
			return true;
	return false;
}

static void put_text(struct writer *w, const char *row, struct str col, struct str text,
		     size_t line)
{
	struct cell c = {.state = text.n ? STATE_TEXT : STATE_ABSENT, .raw = text, .line = line};

	writer_fact(w, "doc", str_of(row), col, &c);
}

static void put_number(struct writer *w, const char *row, struct str col, size_t value,
		       struct str raw, size_t line)
{
	struct cell c = {.state = STATE_ABSENT, .raw = raw, .line = line};

	if (value) {
		c.state = STATE_NUM;
		c.value = (struct dec){(int64_t)value, 0};
		c.has_value = true;
	}
	writer_fact(w, "doc", str_of(row), col, &c);
}

/* ---- the statistics period ---- */

struct period {
	int year;
	struct str sentence;
	size_t line;
};

/* The first sentence of the overview or before it that states the period. */
static struct period find_period(const struct fold *fold, const struct report *r)
{
	struct period found = {0, STR_EMPTY, 0};
	size_t i;

	for (i = 0; i < r->paras.n && !found.year; i++) {
		struct str s = r->paras.v[i].text;
		size_t from = 0, to;

		if (r->paras.v[i].section > 1)
			continue;
		for (; from < s.n && !found.year; from = to) {
			to = str_find(s, STR("。"), from);
			to = to == STR_NONE ? s.n : to + 3;
			found.sentence = str_sub(s, from, to);
			found.line = r->paras.v[i].line;
			found.year = year_of_period(fold, found.sentence);
		}
	}
	return found.year ? found : (struct period){0, STR_EMPTY, 0};
}

/* ---- the sections ---- */

/* Lines between two paragraphs of a section: more of them are no report's. */
enum { FARTHEST = 100000 };

/* The heading and the text under it, with the source's line breaks between. What stands too far
 * away is left out: without the breaks it would seem to stand elsewhere. */
static void section_text(const struct report *r, const struct passage *head, struct buf *to)
{
	size_t line = head->line, i;

	buf_put(to, head->text);
	for (i = 0; i < r->paras.n; i++) {
		const struct passage *p = &r->paras.v[i];

		if (p->section != head->section)
			continue;
		if (p->line > line && p->line - line > FARTHEST)
			break;
		for (; line < p->line; line++)
			buf_putc(to, '\n');
		buf_put(to, p->text);
	}
}

static void put_section(struct writer *w, const struct report *r, int section)
{
	const struct passage *head = heading(r, section);
	char number[] = {(char)('0' + section), '\0'};
	struct buf text = BUF_INIT;

	/* The wording of 5 and 6 has rules of its own. */
	if (head && section >= 5)
		section_text(r, head, &text);
	else if (head)
		buf_put(&text, head->text);
	put_number(w, "section", str_of(number), head ? head->line : 0, buf_str(&text),
		   head ? head->line : 0);
	buf_free(&text);
}

static void put_table(struct writer *w, const struct table_found *found, int table)
{
	struct buf forms = BUF_INIT;
	size_t i;

	for (i = 0; i < found->forms; i++) {
		if (i)
			buf_putc(&forms, ',');
		buf_put(&forms, found->form[i]->name);
	}
	put_number(w, "table", str_of(table_names[table]), found->line, buf_str(&forms),
		   found->line);
	buf_free(&forms);
}

void facts_write_doc(struct writer *w, const struct fold *fold, const struct report *r,
		     const struct tables *t)
{
	struct period period = find_period(fold, r);
	int title_year = year_in_title(fold, r->title), k;
	struct dec count;

	put_text(w, "title", STR_EMPTY, r->title, r->title_line);
	put_text(w, "format", STR_EMPTY, r->format, 0);
	put_text(w, "encoding", STR_EMPTY, r->encoding, 0);
	put_number(w, "undecodable", STR_EMPTY,
		   dec_parse(r->undecodable, &count) ? (size_t)count.m : 0, STR_EMPTY, 0);
	put_text(w, "published", STR_EMPTY, r->published, 0);
	put_number(w, "period.year", STR_EMPTY, (size_t)period.year, period.sentence, period.line);
	put_number(w, "title.year", STR_EMPTY, (size_t)title_year,
		   title_year ? r->title : STR_EMPTY, title_year ? r->title_line : 0);
	for (k = 1; k <= SECTIONS; k++)
		put_section(w, r, k);
	for (k = 0; k < TABLE_COUNT; k++)
		put_table(w, &t->table[k], k);
}

/* ---- the figures in prose ---- */

/* Where figures go, whether the report is on a whole area, and whether its characters were
 * recognised in a picture. */
struct figures {
	struct writer *w;
	bool consolidated, recognised;
};

static void put_figure(void *context, const struct prose_figure *f)
{
	const struct figures *to = context;
	bool sure = f->sure && (to->consolidated || !f->area) && !to->recognised;
	struct cell c = {.state = sure ? STATE_NUM : STATE_UNSURE,
			 .value = f->value,
			 .has_value = true,
			 .raw = f->raw,
			 .line = f->line};

	writer_fact(to->w, "text", f->row, f->col, &c);
}

void facts_write_text(struct writer *w, const struct prose *prose, const struct report *r, int year)
{
	struct figures to = {w, str_is(r->scope, "region"), confirm_wanted(r->format)};
	bool overview = heading(r, 1) != NULL;
	struct buf room = BUF_INIT;
	size_t i = 0;

	while (i < r->paras.n) {
		const struct passage *p = &r->paras.v[i];
		struct str text = paragraph_next(&r->paras, &i, &room);

		/* Where the first heading is lost, the overview stands before the second. */
		if (p->section == 1 || p->section >= 5 || (p->section == 0 && !overview))
			prose_read(prose, text, p->section, p->line, year, put_figure, &to);
	}
	buf_free(&room);
}
