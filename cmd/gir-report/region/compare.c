#include "cmd/gir-report/region/compare.h"

#include "cmd/gir-report/chart/trend.h"

enum { YEARS = 15 };

struct comparison compare_of(struct page *p, const struct areas *a, const struct area *v)
{
	struct comparison c = {.page = p, .areas = a, .year = area_last_year(v)};
	size_t i = v->years > YEARS ? v->years - YEARS : 0;

	while (i < v->years && v->year[i].year == 0)
		i++;
	c.from = i < v->years ? v->year[i].year : 0;
	c.to = c.year;
	return c;
}

void compare_begin(const struct comparison *c, const char *id, struct phrase caption)
{
	static const char *const heads[] = {"head.reports", "head.new", "head.change"};
	const struct figures *f = c->areas->figures;
	struct page *p = c->page;
	struct buf zh = BUF_INIT, en = BUF_INIT;
	size_t i;

	buf_put(&zh, caption.zh);
	buf_put(&en, caption.en);
	html_raw(&zh, "，");
	html_raw(&en, ", ");
	buf_put_size(&zh, (size_t)c->year);
	buf_put_size(&en, (size_t)c->year);
	grid_begin(p, id, true, (struct phrase){buf_str(&zh), buf_str(&en)});
	grid_head(p, phrase(p->phrases, "fact.region"));
	for (i = 0; i < sizeof heads / sizeof *heads; i++)
		grid_head(p, phrase(p->phrases, heads[i]));
	for (i = 0; i < f->n; i++)
		if (f->v[i].rate.n)
			grid_head(p, phrase_of(p->phrases, "rate", f->v[i].rate));
	grid_head_plain(p, phrase(p->phrases, "head.trend"));
	grid_body(p);
	buf_free(&zh);
	buf_free(&en);
}

static void put_name(const struct comparison *c, const struct area *v, bool own)
{
	struct buf *to = &c->page->html;

	html_raw(to, "<tr><th scope=\"row\">");
	if (own) {
		html_raw(to, "<a href=\"#organs\">");
		say(to, c->page->phrases, "area.own");
		html_raw(to, "</a>");
	} else {
		grid_area_link(c->page, v->code, c->year);
	}
	html_raw(to, "</th>");
}

void compare_row(const struct comparison *c, const struct area *v, bool own)
{
	const struct area_year *now = area_find_year(v, c->year);
	const struct area_year *then = area_find_year(v, c->year - 1);
	const struct amount *new = grid_figure(now, c->areas->new, own);
	const struct totals *t = !now ? NULL : own ? &now->own : &now->whole;
	const struct figures *f = c->areas->figures;
	size_t i;

	put_name(c, v, own);
	if (new)
		grid_size(c->page, new->reports);
	else
		grid_number(c->page, STR_EMPTY);
	grid_amount(c->page, new);
	grid_change(c->page, new, grid_figure(then, c->areas->new, own));
	for (i = 0; i < f->n; i++)
		if (f->v[i].rate.n)
			grid_rate(c->page, t ? areas_rate(t, i) : STR_EMPTY,
				  t && areas_rate_is_whole(c->areas, t, i));
	trend_put(c->page, v, own, c->areas->new, c->from, c->to);
	html_raw(&c->page->html, "</tr>\n");
}
