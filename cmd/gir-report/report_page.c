#include "cmd/gir-report/report_page.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "cmd/gir-report/tables.h"
#include "common/alloc.h"
#include "common/utf8.h"

enum {
	ALIKE = 20,    /* findings of a rule that are told one by one */
	CLAUSE = 200,  /* code points of a quotation */
	FIGURES = 200, /* figures of the prose that are listed */
};

struct writer {
	struct page *page;
	const struct report *report;
	const struct finding *finding;
	size_t findings;
	size_t *item;       /* of each finding, the number of the list's item that tells it */
	struct mark *marks; /* of the form's cells */
};

/* A rule that has broken, and how often. */
struct tally {
	struct str rule;
	size_t n, more; /* more: the item that stands for those that are not told one by one */
};

static void put_clipped(struct buf *to, struct str field)
{
	struct str shown = tsv_clip(field, CLAUSE);

	html_field(to, shown);
	if (shown.n < field.n)
		html_raw(to, "…");
}

/* ---- what the findings say of the cells ---- */

/* Cells as `suspect` names them: table/row/col, commas between. */
static void mark_suspects(struct writer *w, const struct finding *f)
{
	struct str cells = f->field[FINDING_SUSPECT], repairs = f->field[FINDING_REPAIR];
	struct str cell, repair, table, row;

	while (cells.n && str_cut(&cells, ',', &cell)) {
		size_t at;

		if (!str_cut(&repairs, ',', &repair))
			repair = STR_EMPTY;
		if (!str_cut(&cell, '/', &table) || !str_cut(&cell, '/', &row) || !cell.p)
			continue;
		at = form_find_cell(w->report->form, table, row, cell);
		if (at == STR_NONE)
			continue;
		w->marks[at].suspect = true;
		w->marks[at].repair = repair;
	}
}

static size_t cell_of(const struct writer *w, const struct finding *f)
{
	return w->report->form ? form_find_cell(w->report->form, f->field[FINDING_TABLE],
						f->field[FINDING_ROW], f->field[FINDING_COL])
			       : STR_NONE;
}

static struct tally *tally_of(struct tally *v, size_t *n, struct str rule)
{
	size_t i;

	for (i = 0; i < *n; i++)
		if (str_eq(v[i].rule, rule))
			return &v[i];
	v[*n] = (struct tally){.rule = rule};
	return &v[(*n)++];
}

/* Of many findings of a rule the first are told, the others together; the cells of all are marked
 * in the tables. */
static void make_items(struct writer *w)
{
	struct tally *tally = xcalloc(w->findings + 1, sizeof *tally);
	size_t rules = 0, i;

	w->item = xcalloc(w->findings + 1, sizeof *w->item);
	for (i = 0; i < w->findings; i++) {
		struct tally *t = tally_of(tally, &rules, w->finding[i].field[FINDING_RULE]);

		if (t->n++ == ALIKE)
			t->more = i + 1;
		w->item[i] = t->more ? t->more : i + 1;
	}
	free(tally);
}

static void make_marks(struct writer *w)
{
	size_t i;

	if (!w->report->form)
		return;
	w->marks = xcalloc(w->report->form->cell_count, sizeof *w->marks);
	for (i = 0; i < w->report->form->cell_count; i++)
		w->marks[i].severity = SEVERITY_COUNT;
	for (i = 0; i < w->findings; i++) {
		size_t at = cell_of(w, &w->finding[i]);

		if (at != STR_NONE && w->finding[i].severity < w->marks[at].severity)
			w->marks[at].severity = w->finding[i].severity;
		if (at != STR_NONE && !w->marks[at].finding)
			w->marks[at].finding = w->item[i];
		mark_suspects(w, &w->finding[i]);
	}
}

/* ---- the facts ---- */

static void begin_fact(struct writer *w, const char *id)
{
	html_raw(&w->page->html, "<dt>");
	say(&w->page->html, w->page->phrases, id);
	html_raw(&w->page->html, "</dt><dd>");
}

static void end_fact(struct writer *w)
{
	html_raw(&w->page->html, "</dd>\n");
}

static void put_fact(struct writer *w, const char *id, struct str field)
{
	if (field.n == 0)
		return;
	begin_fact(w, id);
	put_clipped(&w->page->html, field);
	end_fact(w);
}

/* The file below `dir` that the report is in: itself, or an archive of which it is a member. */
static bool find_file(const struct site *site, const struct source *source, struct str doc,
		      struct buf *path)
{
	struct stat st;
	size_t start, end = doc.n;

	buf_put(path, str_of(source->dir));
	buf_putc(path, '/');
	start = path->n;
	do {
		path->n = start;
		buf_put(path, str_sub(doc, 0, end));
		buf_putc(path, '\0');
		path->n--;
		if (fstatat(site->fd, path->p, &st, 0) == 0 && !S_ISDIR(st.st_mode))
			return true;
		while (end > 0 && doc.p[end - 1] != '!')
			end--;
	} while (end-- > 1);
	return false;
}

static void put_file(struct writer *w, const struct site *site, const struct source *source)
{
	struct buf path = BUF_INIT, doc = BUF_INIT, *to = &w->page->html;
	bool there;

	field_bytes(&doc, w->report->doc);
	there = source->dir && find_file(site, source, buf_str(&doc), &path);
	begin_fact(w, "fact.file");
	if (there) {
		html_raw(to, "<a href=\"");
		if (source->dir[0] == '/')
			html_raw(to, "file://");
		else
			buf_put(to, buf_str(&w->page->up));
		html_path(to, buf_str(&path));
		html_raw(to, "\">");
	}
	html_field(to, w->report->doc);
	if (there)
		html_raw(to, "</a>");
	end_fact(w);
	buf_free(&path);
	buf_free(&doc);
}

static void put_region(struct writer *w)
{
	struct buf path = BUF_INIT;

	begin_fact(w, "fact.region");
	site_region_path(&path, w->report->region);
	page_link(w->page, buf_str(&path));
	say_phrase(&w->page->html, page_region(w->page, w->report->region, report_year(w->report)));
	html_raw(&w->page->html, "</a>");
	end_fact(w);
	buf_free(&path);
}

static void put_facts(struct writer *w, const struct site *site, const struct source *source)
{
	const struct report *r = w->report;

	html_raw(&w->page->html, "<dl class=\"facts\">\n");
	put_fact(w, "fact.title", report_fact(r, "title"));
	put_region(w);
	put_fact(w, "fact.org", r->org);
	put_fact(w, "fact.year", r->year);
	if (r->scope.n) {
		begin_fact(w, "fact.scope");
		say(&w->page->html, w->page->phrases,
		    str_is(r->scope, "region") ? "scope.region" : "scope.organ");
		end_fact(w);
	}
	put_fact(w, "fact.form", r->form_name);
	put_fact(w, "fact.published", report_fact(r, "published"));
	put_fact(w, "fact.format", report_fact(r, "format"));
	put_fact(w, "fact.encoding", report_fact(r, "encoding"));
	put_file(w, site, source);
	html_raw(&w->page->html, "</dl>\n");
}

/* ---- the findings ---- */

/* The cells of a row as they stand in the source, the one that is meant marked. */
static void quote_row(struct writer *w, size_t cell)
{
	const struct form *f = w->report->form;
	const struct form_row *row = &f->rows[f->cells[cell].row];
	size_t columns = f->blocks[row->block].columns, i;

	for (i = 0; i < columns; i++) {
		size_t at = row->first_cell + i;

		if (i > 0)
			html_raw(&w->page->html, " | ");
		if (at == cell)
			html_raw(&w->page->html, "<mark>");
		if (w->report->cell[at].raw.n)
			put_clipped(&w->page->html, w->report->cell[at].raw);
		else
			say(&w->page->html, w->page->phrases, "cell.blank");
		if (at == cell)
			html_raw(&w->page->html, "</mark>");
	}
}

/* What the stream has of the finding's line: the clause of a figure, the title, a section's text.
 */
static struct str text_at(const struct report *r, const struct finding *f)
{
	struct str line = f->field[FINDING_LINE], row = f->field[FINDING_ROW];
	size_t number = dec_size(line), i;

	for (i = 0; i < r->figures; i++)
		if (str_eq(r->figure[i].line, line) && str_eq(r->figure[i].row, row))
			return r->figure[i].raw;
	for (i = 0; i < r->facts; i++) {
		const struct fact *fact = &r->fact[i];
		bool section = str_is(fact->row, "section");
		struct str text =
			section ? tsv_line_of(fact->raw, dec_size(fact->value), number) : fact->raw;

		if ((section && str_eq(fact->col, row) && text.n) ||
		    (!section && line.n && str_eq(fact->line, line)))
			return text;
	}
	return STR_EMPTY;
}

static void put_quotation(struct writer *w, const struct finding *f)
{
	struct buf *to = &w->page->html;
	size_t cell = cell_of(w, f);
	bool row = cell != STR_NONE && w->report->cell[cell].line.n;
	struct str text = row ? STR_EMPTY : text_at(w->report, f);

	if (!row && text.n == 0)
		return;
	html_raw(to, "<blockquote>");
	if (f->field[FINDING_LINE].n) {
		html_raw(to, "<cite>");
		say(to, w->page->phrases, "line");
		html_raw(to, " ");
		html_field(to, f->field[FINDING_LINE]);
		html_raw(to, "</cite> ");
	}
	if (row)
		quote_row(w, cell);
	else
		put_clipped(to, text);
	html_raw(to, "</blockquote>\n");
}

static void put_cell_name(struct writer *w, size_t cell)
{
	const struct form *f = w->report->form;
	const struct form_cell *c = &f->cells[cell];
	const struct form_row *row = &f->rows[c->row];
	const struct form_column *column = &f->columns[c->column];
	struct buf *to = &w->page->html;

	say_phrase(to, label(w->page->phrases, c->table, "row", row->name, row->labels));
	html_raw(to, " / ");
	say_phrase(to, label(w->page->phrases, c->table, "column", column->name, column->labels));
}

/* What may have happened, cell by cell. */
static void put_suspects(struct writer *w, const struct finding *f)
{
	struct str cells = f->field[FINDING_SUSPECT], repairs = f->field[FINDING_REPAIR];
	struct str causes = f->field[FINDING_CAUSE], cell, repair, cause, table, row;
	struct buf *to = &w->page->html;

	while (w->report->form && cells.n && str_cut(&cells, ',', &cell)) {
		size_t at = STR_NONE;

		repair = cause = STR_EMPTY;
		(void)str_cut(&repairs, ',', &repair);
		(void)str_cut(&causes, ',', &cause);
		if (str_cut(&cell, '/', &table) && str_cut(&cell, '/', &row) && cell.p)
			at = form_find_cell(w->report->form, table, row, cell);
		if (at == STR_NONE)
			continue;
		html_raw(to, "<p class=\"repair\">");
		say(to, w->page->phrases, "suspect");
		html_raw(to, " ");
		put_cell_name(w, at);
		html_raw(to, ": <del>");
		html_field(to, w->report->cell[at].value);
		html_raw(to, "</del> → <ins>");
		html_field(to, repair);
		html_raw(to, "</ins>");
		if (cause.n && phrase_is(w->page->phrases, "cause", cause)) {
			html_raw(to, " — ");
			say_phrase(to, phrase_of(w->page->phrases, "cause", cause));
		}
		html_raw(to, "</p>\n");
	}
}

static void put_finding(struct writer *w, size_t i)
{
	const struct finding *f = &w->finding[i];
	struct str zh = tsv_clip(f->field[FINDING_MESSAGE_ZH], CLAUSE);
	struct str en = tsv_clip(f->field[FINDING_MESSAGE], CLAUSE);
	struct buf *to = &w->page->html;

	html_raw(to, "<li class=\"");
	buf_put(to, str_of(severity_names[f->severity]));
	html_raw(to, "\" id=\"f");
	buf_put_size(to, i + 1);
	html_raw(to, "\">\n<p><strong>");
	say(to, w->page->phrases, severity_names[f->severity]);
	html_raw(to, "</strong> ");
	say_fields(to, (struct phrase){zh.n ? zh : en, en});
	html_raw(to, " <code>");
	html_field(to, f->field[FINDING_RULE]);
	html_raw(to, "</code></p>\n");
	put_quotation(w, f);
	put_suspects(w, f);
	html_raw(to, "</li>\n");
}

/* The item that stands for all of a rule that are not told. */
static void put_more(struct writer *w, size_t i)
{
	struct buf *to = &w->page->html;
	size_t n = 0, k;

	for (k = i; k < w->findings; k++)
		n += w->item[k] == i + 1;
	html_raw(to, "<li class=\"more\" id=\"f");
	buf_put_size(to, i + 1);
	html_raw(to, "\"><p>");
	say(to, w->page->phrases, "findings.more");
	html_raw(to, " <code>");
	html_field(to, w->finding[i].field[FINDING_RULE]);
	html_raw(to, "</code>: ");
	buf_put_size(to, n);
	html_raw(to, "</p></li>\n");
}

/* Whether it stands for itself and others. */
static bool is_more(const struct writer *w, size_t i)
{
	struct str rule = w->finding[i].field[FINDING_RULE];
	size_t before = 0, k;

	for (k = 0; k < i && before < ALIKE; k++)
		before += str_eq(w->finding[k].field[FINDING_RULE], rule);
	return before == ALIKE;
}

static void put_findings(struct writer *w)
{
	struct buf *to = &w->page->html;
	size_t i;

	html_raw(to, "<section aria-labelledby=\"h-findings\">\n<h2 id=\"h-findings\">");
	say(to, w->page->phrases, "findings");
	html_raw(to, "</h2>\n");
	if (w->findings == 0) {
		html_raw(to, "<p class=\"good\">");
		say(to, w->page->phrases, "findings.none");
		html_raw(to, "</p>\n</section>\n");
		return;
	}
	html_raw(to, "<ol class=\"findings\">\n");
	for (i = 0; i < w->findings; i++) {
		if (w->item[i] != i + 1)
			continue;
		if (is_more(w, i))
			put_more(w, i);
		else
			put_finding(w, i);
	}
	html_raw(to, "</ol>\n</section>\n");
}

/* ---- the figures of the prose ---- */

static void put_figures(struct writer *w)
{
	const struct report *r = w->report;
	struct buf *to = &w->page->html;
	size_t i;

	if (r->figures == 0)
		return;
	html_raw(to, "<section aria-labelledby=\"h-prose\">\n<h2 id=\"h-prose\">");
	say(to, w->page->phrases, "prose");
	html_raw(to, "</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
		     "aria-labelledby=\"h-prose\"><table><thead><tr><th scope=\"col\">");
	say(to, w->page->phrases, "prose.figure");
	html_raw(to, "</th><th scope=\"col\">");
	say(to, w->page->phrases, "prose.value");
	html_raw(to, "</th><th scope=\"col\">");
	say(to, w->page->phrases, "prose.clause");
	html_raw(to, "</th><th scope=\"col\">");
	say(to, w->page->phrases, "line");
	html_raw(to, "</th></tr></thead>\n<tbody>\n");
	for (i = 0; i < r->figures && i < FIGURES; i++) {
		const struct fact *f = &r->figure[i];

		html_raw(to, "<tr><td><code>");
		html_field(to, f->row);
		html_raw(to, "</code> ");
		if (!str_is(f->col, "stated"))
			put_clipped(to, f->col);
		html_raw(to, "</td><td class=\"number\">");
		html_field(to, f->value);
		html_raw(to, "</td><td>");
		put_clipped(to, f->raw);
		html_raw(to, "</td><td class=\"number\">");
		html_field(to, f->line);
		html_raw(to, "</td></tr>\n");
	}
	html_raw(to, "</tbody></table></div></section>\n");
}

/* ---- the page ---- */

/* Whose report of which year; the file's name where that is not known. */
static struct phrase title_of(const struct report *r, struct buf *room)
{
	field_bytes(room, r->org.n ? r->org : r->doc);
	if (r->org.n && r->year.n) {
		buf_putc(room, ' ');
		buf_put(room, r->year);
	}
	return (struct phrase){buf_str(room), buf_str(room)};
}

int report_page_put(struct page *p, struct site *site, const struct source *source,
		    const struct report *r, const struct finding *findings, size_t n)
{
	struct writer w = {.page = p, .report = r, .finding = findings, .findings = n};
	struct buf title = BUF_INIT;

	make_items(&w);
	make_marks(&w);
	page_begin(p, title_of(r, &title), r->region, report_year(r));
	put_facts(&w, site, source);
	put_findings(&w);
	if (r->form)
		tables_put(p, r, w.marks);
	put_figures(&w);
	buf_free(&title);
	free(w.item);
	free(w.marks);
	return page_end(p, site);
}
