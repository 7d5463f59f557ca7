#include "cmd/gir-report/region/totals.h"

enum { YEARS = 20 };

struct writer {
	struct page *page;
	const struct areas *areas;
	const struct area *area;
	bool lacks; /* lacks: organs are known of which there is no report */
};

/* The parts of the new requests, by applicant, have a table of their own. */
static bool is_shown(const struct figure *f)
{
	return !str_is(f->chart, "applicants");
}

static void put_heads(const struct writer *w)
{
	const struct figures *f = w->areas->figures;
	struct page *p = w->page;
	size_t i;

	grid_head(p, phrase(p->phrases, "fact.year"));
	grid_head(p, phrase(p->phrases, "head.reports"));
	if (w->lacks)
		grid_head(p, phrase(p->phrases, "head.lacking"));
	for (i = 0; i < f->n; i++) {
		if (!is_shown(&f->v[i]))
			continue;
		grid_head(p, f->v[i].name);
		if (i == w->areas->new)
			grid_head(p, phrase(p->phrases, "head.change"));
		if (f->v[i].rate.n)
			grid_head(p, phrase_of(p->phrases, "rate", f->v[i].rate));
	}
}

static void put_year(const struct writer *w, const struct area_year *y)
{
	const struct figures *f = w->areas->figures;
	const struct area_year *before = area_find_year(w->area, y->year - 1);
	const struct totals *t = &y->whole;
	struct page *p = w->page;
	struct buf room = BUF_INIT;
	size_t i;

	html_raw(&p->html, "<tr><th scope=\"row\">");
	say_phrase(&p->html, grid_year(p, y->year, &room));
	html_raw(&p->html, "</th>");
	grid_size(p, t->v ? t->v[w->areas->new].reports : 0);
	if (w->lacks)
		grid_size(p, y->missing);
	for (i = 0; i < f->n; i++) {
		if (!is_shown(&f->v[i]))
			continue;
		grid_amount(p, grid_figure(y, i, false));
		if (i == w->areas->new)
			grid_change(p, grid_figure(y, i, false), grid_figure(before, i, false));
		if (f->v[i].rate.n)
			grid_rate(p, areas_rate(t, i), areas_rate_is_whole(w->areas, t, i));
	}
	html_raw(&p->html, "</tr>\n");
	buf_free(&room);
}

void totals_put(struct page *p, const struct areas *a, const struct area *v)
{
	struct writer w = {.page = p, .areas = a, .area = v};
	size_t first = v->years > YEARS ? v->years - YEARS : 0, i;

	for (i = first; i < v->years; i++)
		w.lacks |= v->year[i].missing > 0;
	grid_section(p, "totals", phrase(p->phrases, "totals"));
	grid_begin(p, "totals", true, phrase(p->phrases, "totals.caption"));
	put_heads(&w);
	grid_body(p);
	for (i = first; i < v->years; i++)
		if (v->year[i].whole.v || v->year[i].missing)
			put_year(&w, &v->year[i]);
	grid_end(p);
	grid_note(p, "hint", phrase(p->phrases, "totals.note"));
	if (first > 0)
		grid_note(p, "", phrase(p->phrases, "years.more"));
	grid_section_end(p);
}
