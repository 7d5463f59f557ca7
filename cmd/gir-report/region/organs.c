#include "cmd/gir-report/region/organs.h"

enum {
	YEARS = 12, /* columns, the newest */
	NAME = 100, /* code points */
	SAME = 12   /* reports of an organ and year that are linked */
};

/* A run of the area's reports and of lacking ones that are of one organ. */
struct organ {
	struct str name;
	const struct listed *report;
	const struct lacking *lack;
	size_t reports, lacks;
};

struct organs organs_of(struct page *p, const struct areas *a, const struct area *v)
{
	struct organs o = {.page = p, .areas = a, .area = v};

	while (o.report < v->reports && a->listed[v->report + o.report].consolidated)
		o.report++;
	return o;
}

bool organs_left(const struct organs *o)
{
	return o->report < o->area->reports || o->lack < o->area->lacks;
}

/* A report of an unknown organ stands alone. */
static struct organ next_organ(struct organs *o)
{
	const struct listed *r = o->areas->listed + o->area->report + o->report;
	const struct lacking *l = o->areas->lacking + o->area->lack + o->lack;
	size_t reports = o->area->reports - o->report, lacks = o->area->lacks - o->lack;
	struct organ v = {.report = r, .lack = l};

	v.name = lacks == 0 || (reports > 0 && str_cmp(r->org, l->org) <= 0) ? r->org : l->org;
	while (v.reports < reports && str_eq(r[v.reports].org, v.name) &&
	       (v.reports == 0 || v.name.n > 0))
		v.reports++;
	while (v.lacks < lacks && str_eq(l[v.lacks].org, v.name))
		v.lacks++;
	o->report += v.reports;
	o->lack += v.lacks;
	return v;
}

void organs_link(struct page *p, const struct listed *r, bool year)
{
	struct buf *to = &p->html;

	page_link(p, r->page);
	if (year && r->year) {
		buf_put_size(to, (size_t)r->year);
		html_raw(to, ": ");
	}
	buf_put_size(to, r->errors);
	html_raw(to, " / ");
	buf_put_size(to, r->warnings);
	html_raw(to, "</a>");
}

/* ---- a row ---- */

static void put_name(const struct organs *o, const struct organ *v)
{
	struct buf *to = &o->page->html;

	html_raw(to, "<tr><th scope=\"row\">");
	if (v->name.n) {
		html_field(to, tsv_clip(v->name, NAME));
	} else if (v->reports) {
		page_link(o->page, v->report->page);
		html_field(to, tsv_clip(v->report->doc, NAME));
		html_raw(to, "</a>");
	}
	html_raw(to, "</th>");
}

static bool lacks_year(const struct organ *v, int year)
{
	size_t i;

	for (i = 0; i < v->lacks; i++)
		if (v->lack[i].year == year)
			return true;
	return false;
}

/* The worst of the year's reports is the value of the cell. */
static void put_year(const struct organs *o, const struct organ *v, int year)
{
	struct buf *to = &o->page->html;
	size_t i, n = 0, errors = 0, warnings = 0, start = to->n;
	struct buf links = BUF_INIT;

	for (i = 0; i < v->reports && n < SAME; i++) {
		if (v->report[i].year != year)
			continue;
		if (n++ > 0)
			html_raw(to, "<br>");
		organs_link(o->page, &v->report[i], false);
		errors += v->report[i].errors;
		warnings += v->report[i].warnings;
	}
	buf_put(&links, str_from(buf_str(to), start));
	to->n = start;
	if (n == 0 && lacks_year(v, year)) {
		html_raw(to, "<td class=\"error\" data-v=\"\">");
		say(to, o->page->phrases, "organ.lacking");
	} else if (n == 0) {
		html_raw(to, "<td class=\"no\" data-v=\"\">–");
	} else {
		html_raw(to, "<td class=\"number");
		buf_put(to, errors ? STR(" error") : warnings ? STR(" warning") : STR(" good"));
		html_raw(to, "\" data-v=\"");
		buf_put_size(to, errors);
		html_raw(to, ".");
		buf_put_size(to, 1000000 + (warnings < 999999 ? warnings : 999999));
		html_raw(to, "\">");
		buf_put(to, buf_str(&links));
	}
	html_raw(to, "</td>");
	buf_free(&links);
}

/* The figures of the organ's report of the area's last year, and all that was found. */
static void put_figures(const struct organs *o, const struct organ *v)
{
	const struct listed *last = NULL;
	size_t i, errors = 0, warnings = 0;

	for (i = 0; i < v->reports; i++) {
		if (v->report[i].year == area_last_year(o->area) && !last)
			last = &v->report[i];
		errors += v->report[i].errors;
		warnings += v->report[i].warnings;
	}
	grid_number(o->page, last ? last->new : STR_EMPTY);
	grid_number(o->page, last ? last->handled : STR_EMPTY);
	grid_size(o->page, errors);
	grid_size(o->page, warnings);
}

static size_t first_year(const struct area *v)
{
	return v->years > YEARS ? v->years - YEARS : 0;
}

static void put_organ(struct organs *o)
{
	struct organ v = next_organ(o);
	size_t i;

	put_name(o, &v);
	for (i = first_year(o->area); i < o->area->years; i++)
		put_year(o, &v, o->area->year[i].year);
	put_figures(o, &v);
	html_raw(&o->page->html, "</tr>\n");
}

/* ---- the table ---- */

static void put_heads(const struct organs *o)
{
	static const char *const heads[] = {"head.new", "head.handled"};
	struct page *p = o->page;
	struct buf room = BUF_INIT, *to = &p->html;
	int last = area_last_year(o->area);
	size_t i;

	grid_head(p, phrase(p->phrases, "fact.org"));
	for (i = first_year(o->area); i < o->area->years; i++)
		grid_head(p, grid_year(p, o->area->year[i].year, &room));
	for (i = 0; i < sizeof heads / sizeof *heads; i++) {
		html_raw(to, "<th scope=\"col\">");
		say(to, p->phrases, heads[i]);
		html_raw(to, " ");
		say_phrase(to, grid_year(p, last, &room));
		html_raw(to, "</th>");
	}
	grid_head(p, phrase(p->phrases, "error"));
	grid_head(p, phrase(p->phrases, "warning"));
	buf_free(&room);
}

void organs_put(struct organs *o, size_t most)
{
	struct page *p = o->page;

	grid_section(p, "organs", phrase(p->phrases, "organs"));
	grid_begin(p, "organs", true, phrase(p->phrases, "organs.caption"));
	put_heads(o);
	grid_body(p);
	do
		put_organ(o);
	while (organs_left(o) && p->html.n < most);
	grid_end(p);
	grid_note(p, "hint", phrase(p->phrases, "organs.note"));
	grid_section_end(p);
}
