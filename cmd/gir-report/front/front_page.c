#include "cmd/gir-report/front/front_page.h"

#include "cmd/gir-report/front/counts.h"
#include "cmd/gir-report/region/compare.h"
#include "cmd/gir-report/region/totals.h"
#include "common/severity.h"

enum {
	RULES = 12,         /* the most frequent, that are told */
	YEARS = 12,         /* columns */
	AREAS = 80 * 1000,  /* bytes of the page behind which no area is compared any more */
	LACKING = 95 * 1000 /* and none is told to lack reports */
};

struct front {
	struct page *page;
	const struct areas *areas;
	const struct area *nation;
	struct tally all;
	struct top top;
};

/* ---- how much there is ---- */

static void put_fact(struct front *f, const char *id, size_t n)
{
	struct buf *to = &f->page->html;

	html_raw(to, "<dt>");
	say(to, f->page->phrases, id);
	html_raw(to, "</dt><dd>");
	buf_put_size(to, n);
	html_raw(to, "</dd>\n");
}

static void put_years(struct front *f)
{
	const struct area *v = f->nation;
	struct buf *to = &f->page->html;
	size_t i = 0;

	while (i < v->years && v->year[i].year == 0)
		i++;
	if (i == v->years)
		return;
	html_raw(to, "<dt>");
	say(to, f->page->phrases, "front.years");
	html_raw(to, "</dt><dd>");
	buf_put_size(to, (size_t)v->year[i].year);
	html_raw(to, "–");
	buf_put_size(to, (size_t)area_last_year(v));
	html_raw(to, "</dd>\n");
}

/* Organs without a report, in any year. */
static size_t count_lacking(const struct area *v)
{
	size_t n = 0, i;

	for (i = 0; i < v->years; i++)
		n += v->year[i].missing;
	return n;
}

/* Whether reports stand under the very code. */
static bool has_reports(const struct area *v)
{
	size_t i;

	for (i = 0; i < v->years; i++)
		if (v->year[i].tally.count[TALLY_REPORTS] > 0)
			return true;
	return false;
}

static void put_facts(struct front *f)
{
	const struct areas *a = f->areas;
	size_t places = 0, i;

	for (i = 0; i < a->codes.n; i++)
		places += a->v[i].code.n > 0 && has_reports(&a->v[i]);
	html_raw(&f->page->html, "<dl class=\"facts\">\n");
	put_fact(f, "front.reports", f->all.count[TALLY_REPORTS]);
	put_fact(f, "front.whole", f->all.count[TALLY_WHOLE]);
	put_fact(f, "front.places", places);
	put_years(f);
	put_fact(f, "front.cells", f->all.count[TALLY_CELLS]);
	put_fact(f, "front.unsure", f->all.count[TALLY_UNSURE]);
	put_fact(f, "front.formless", f->all.count[TALLY_FORMLESS]);
	put_fact(f, "front.lacking", count_lacking(f->nation));
	html_raw(&f->page->html, "</dl>\n");
}

/* ---- what was found ---- */

static void put_severities(struct front *f)
{
	int i;

	html_raw(&f->page->html, "<dl class=\"facts\">\n");
	for (i = 0; i < SEVERITY_COUNT; i++)
		put_fact(f, severity_names[i], f->all.count[TALLY_FINDINGS + i]);
	html_raw(&f->page->html, "</dl>\n");
}

static void put_rules(struct front *f)
{
	struct page *p = f->page;
	struct counts c;
	size_t i;

	counts_find(&c, f->areas, &f->top, WORDS_RULES);
	grid_begin(p, "rules", true, phrase(p->phrases, "rules.caption"));
	grid_head(p, phrase(p->phrases, "head.rule"));
	grid_head(p, phrase(p->phrases, "head.findings"));
	grid_head(p, phrase(p->phrases, "head.reports"));
	grid_body(p);
	for (i = 0; i < c.n && i < RULES; i++) {
		html_raw(&p->html, "<tr>");
		grid_rule(p, c.v[i].word);
		grid_size(p, c.v[i].n);
		grid_size(p, c.v[i].reports);
		html_raw(&p->html, "</tr>\n");
	}
	grid_end(p);
	counts_free(&c);
}

static void put_findings(struct front *f)
{
	struct page *p = f->page;

	grid_section(p, "findings", phrase(p->phrases, "findings"));
	put_severities(f);
	put_rules(f);
	html_raw(&p->html, "<p>");
	page_link(p, STR("quality.html"));
	say(&p->html, p->phrases, "front.quality");
	html_raw(&p->html, "</a></p>\n");
	grid_section_end(p);
}

/* ---- the areas ---- */

static void put_areas(struct front *f)
{
	struct page *p = f->page;
	struct comparison c = compare_of(p, f->areas, f->nation);
	size_t i;

	grid_section(p, "areas", phrase(p->phrases, "front.areas"));
	compare_begin(&c, "areas", phrase(p->phrases, "compare.caption"));
	for (i = 0; i < f->top.n && p->html.n < AREAS; i++) {
		const struct area *v = &f->areas->v[f->top.v[i].area];

		compare_row(&c, v, false);
	}
	grid_end(p);
	grid_note(p, "hint", phrase(p->phrases, "totals.note"));
	if (i < f->top.n)
		grid_note(p, "", phrase(p->phrases, "front.more"));
	grid_section_end(p);
}

/* ---- what is missing ---- */

static void put_lacking_row(struct front *f, const struct area *v, size_t first)
{
	struct page *p = f->page;
	const struct area *n = f->nation;
	size_t i;

	html_raw(&p->html, "<tr><th scope=\"row\">");
	grid_area_link(p, v->code, area_last_year(v));
	html_raw(&p->html, "</th>");
	for (i = first; i < n->years; i++) {
		const struct area_year *y = area_find_year(v, n->year[i].year);

		grid_size(p, y ? y->missing : 0);
	}
	html_raw(&p->html, "</tr>\n");
}

static void put_lacking(struct front *f)
{
	struct page *p = f->page;
	const struct area *n = f->nation;
	size_t first = n->years > YEARS ? n->years - YEARS : 0, i;
	struct buf room = BUF_INIT;

	if (count_lacking(n) == 0)
		return;
	/* The first are often years of which nothing is due, or an unknown one. */
	while (first + 1 < n->years && n->year[first].missing == 0)
		first++;
	grid_section(p, "lacking", phrase(p->phrases, "lacking"));
	grid_begin(p, "lacking", true, phrase(p->phrases, "lacking.caption"));
	grid_head(p, phrase(p->phrases, "fact.region"));
	for (i = first; i < n->years; i++)
		grid_head(p, grid_year(p, n->year[i].year, &room));
	grid_body(p);
	for (i = 0; i < f->top.n && p->html.n < LACKING; i++)
		if (count_lacking(&f->areas->v[f->top.v[i].area]) > 0)
			put_lacking_row(f, &f->areas->v[f->top.v[i].area], first);
	grid_end(p);
	if (i < f->top.n)
		grid_note(p, "", phrase(p->phrases, "front.more"));
	grid_section_end(p);
	buf_free(&room);
}

/* ---- the page ---- */

static int put_charts(struct front *f, struct charts *charts)
{
	struct page *p = f->page;
	int status;

	html_raw(&p->html, "<div class=\"charts\">\n");
	status = chart_put(charts, p, f->areas, f->nation, "outcomes", STR("index"), "totals");
	if (chart_put(charts, p, f->areas, f->nation, "applicants", STR("index"), "applicants") !=
	    0)
		status = -1;
	html_raw(&p->html, "</div>\n");
	chart_table(p, f->areas, f->nation, "applicants");
	return status;
}

int front_page_put(struct page *p, struct site *site, struct charts *charts, const struct areas *a)
{
	struct front f = {.page = p, .areas = a, .nation = &a->v[a->nation], .all = areas_tally(a)};
	int status;

	top_find(&f.top, a);
	buf_clear(&p->path);
	buf_put(&p->path, STR("index.html"));
	page_begin(p, phrase(p->phrases, "front.title"), STR_EMPTY, 0);
	put_facts(&f);
	put_areas(&f);
	put_findings(&f);
	put_lacking(&f);
	totals_put(p, a, f.nation);
	status = put_charts(&f, charts);
	top_free(&f.top);
	return page_end(p, site) != 0 ? -1 : status;
}
