#include "cmd/gir-report/region/region_pages.h"

#include "cmd/gir-report/region/compare.h"
#include "cmd/gir-report/region/consolidated.h"
#include "cmd/gir-report/region/organs.h"
#include "cmd/gir-report/region/totals.h"

enum {
	TABLES = 120 * 1000, /* bytes of a page behind which no area is compared any more */
	MOST = 180 * 1000    /* and no organ is listed any more */
};

struct region {
	struct page *page;
	struct site *site;
	struct charts *charts;
	const struct areas *areas;
	const struct area *area;
};

/* ---- areas beside each other ---- */

static bool has_own(const struct area *v)
{
	size_t i;

	for (i = 0; i < v->years; i++)
		if (v->year[i].own.v)
			return true;
	return v->reports > 0 || v->lacks > 0;
}

/* The rows of the areas in `of`, as many as there is room for. */
static void put_rows(const struct comparison *c, const struct area *of)
{
	size_t i = 0;

	while (i < of->children && c->page->html.n < TABLES)
		compare_row(c, &c->areas->v[of->child[i++]], false);
	grid_end(c->page);
	if (i < of->children)
		grid_note(c->page, "", phrase(c->page->phrases, "areas.more"));
}

static void put_children(const struct region *r)
{
	struct comparison c = compare_of(r->page, r->areas, r->area);

	if (r->area->children == 0)
		return;
	grid_section(r->page, "children", phrase(r->page->phrases, "children"));
	compare_begin(&c, "children", phrase(r->page->phrases, "compare.caption"));
	if (has_own(r->area))
		compare_row(&c, r->area, true);
	put_rows(&c, r->area);
	grid_section_end(r->page);
}

static void put_neighbours(const struct region *r)
{
	const struct area *parent =
		r->area->parent == AREA_NONE ? NULL : &r->areas->v[r->area->parent];
	struct comparison c;

	if (!parent)
		return;
	c = compare_of(r->page, r->areas, parent);
	grid_section(r->page, "neighbours", phrase(r->page->phrases, "neighbours"));
	compare_begin(&c, "neighbours", phrase(r->page->phrases, "compare.caption"));
	compare_row(&c, parent, false);
	put_rows(&c, parent);
	grid_section_end(r->page);
}

/* ---- the pages of an area ---- */

static void put_path(struct buf *to, struct str code, size_t number)
{
	site_region_path(to, code);
	if (number == 1)
		return;
	to->n -= sizeof ".html" - 1;
	buf_putc(to, '-');
	buf_put_size(to, number);
	html_raw(to, ".html");
}

static void begin(const struct region *r, size_t number)
{
	struct page *p = r->page;
	struct phrase name = page_region(p, r->area->code, area_last_year(r->area));
	struct buf zh = BUF_INIT, en = BUF_INIT;

	buf_put(&zh, name.zh);
	buf_put(&en, name.en);
	if (number > 1) {
		html_raw(&zh, "，第");
		buf_put_size(&zh, number);
		html_raw(&zh, "页");
		html_raw(&en, ", page ");
		buf_put_size(&en, number);
	}
	buf_clear(&p->path);
	put_path(&p->path, r->area->code, number);
	page_begin(p, (struct phrase){buf_str(&zh), buf_str(&en)}, r->area->code,
		   area_last_year(r->area));
	buf_free(&zh);
	buf_free(&en);
}

/* Links between the pages of an area. */
static void put_turns(const struct region *r, size_t number, bool more)
{
	struct buf path = BUF_INIT, *to = &r->page->html;
	int back;

	if (number == 1 && !more)
		return;
	html_raw(to, "<p class=\"turns\">");
	for (back = 1; back >= 0; back--) {
		if (back ? number == 1 : !more)
			continue;
		buf_clear(&path);
		put_path(&path, r->area->code, back ? number - 1 : number + 1);
		page_link(r->page, buf_str(&path));
		say(to, r->page->phrases, back ? "page.back" : "page.more");
		html_raw(to, "</a> ");
	}
	html_raw(to, "</p>\n");
	buf_free(&path);
}

static int put_charts(const struct region *r)
{
	static const char *const chart[] = {"outcomes", "applicants"};
	static const char *const numbers[] = {"totals", "applicants"};
	struct buf base = BUF_INIT;
	struct page *p = r->page;
	int status = 0, i;

	site_region_path(&base, r->area->code);
	base.n -= sizeof ".html" - 1;
	grid_section(p, "charts", phrase(p->phrases, "charts"));
	html_raw(&p->html, "<div class=\"charts\">\n");
	for (i = 0; i < 2; i++)
		if (chart_put(r->charts, p, r->areas, r->area, chart[i], buf_str(&base),
			      numbers[i]) != 0)
			status = -1;
	html_raw(&p->html, "</div>\n");
	chart_table(p, r->areas, r->area, "applicants");
	grid_section_end(p);
	buf_free(&base);
	return status;
}

/* A table that has grown shorter leaves pages that nothing leads to. */
static int remove_rest(const struct region *r, size_t number)
{
	struct buf path = BUF_INIT;
	int removed;

	do {
		buf_clear(&path);
		put_path(&path, r->area->code, number++);
		removed = site_remove(r->site, buf_str(&path));
	} while (removed > 0);
	buf_free(&path);
	return removed;
}

static int put_area(const struct region *r)
{
	struct organs organs = organs_of(r->page, r->areas, r->area);
	size_t number = 1;
	int status;

	begin(r, number);
	totals_put(r->page, r->areas, r->area);
	status = put_charts(r);
	put_children(r);
	put_neighbours(r);
	consolidated_put(r->page, r->areas, r->area);
	while (organs_left(&organs)) {
		organs_put(&organs, MOST);
		put_turns(r, number, organs_left(&organs));
		if (!organs_left(&organs))
			break;
		if (page_end(r->page, r->site) != 0)
			status = -1;
		begin(r, ++number);
	}
	if (page_end(r->page, r->site) != 0 || remove_rest(r, number + 1) != 0)
		status = -1;
	return status;
}

int region_pages_put(struct page *p, struct site *site, struct charts *charts,
		     const struct areas *a, const char *province)
{
	struct region r = {.page = p, .site = site, .charts = charts, .areas = a};
	int status = 0;
	size_t i;

	for (i = 0; i < a->codes.n; i++) {
		r.area = &a->v[a->order[i]];
		if (a->order[i] != a->nation && area_is_in(r.area->code, province) &&
		    put_area(&r) != 0)
			status = -1;
	}
	return status;
}
