#include "cmd/gir-report/area/people.h"
#include "cmd/gir-report/front/counts.h"
#include "cmd/gir-report/front/front_page.h"
#include "common/utf8.h"

enum {
	COLUMNS = 40,      /* areas beside each other */
	WORDS = 100,       /* rules, formats, forms */
	MOST = 185 * 1000, /* bytes of the page behind which no report is listed any more */
	NAME = 100         /* code points */
};

struct quality {
	struct page *page;
	const struct areas *areas;
	struct tally all;
	struct top top;
};

/* ---- findings by rule and area ---- */

/* Two levels are enough for the columns. */
static bool is_column(const struct quality *q, size_t i)
{
	return q->top.v[i].depth < 2;
}

static void put_rule(struct quality *q, const struct count *c, size_t end)
{
	struct page *p = q->page;
	size_t i;

	html_raw(&p->html, "<tr>");
	grid_rule(p, c->word);
	grid_size(p, c->n);
	grid_size(p, c->reports);
	for (i = 0; i < end; i++)
		if (is_column(q, i))
			grid_size(p, c->by_area[i]);
	html_raw(&p->html, "</tr>\n");
}

/* Where the columns end that there is room for. */
static size_t end_of_columns(const struct quality *q)
{
	size_t columns = 0, i;

	for (i = 0; i < q->top.n && columns < COLUMNS; i++)
		columns += is_column(q, i);
	return i;
}

static void put_rules(struct quality *q)
{
	struct page *p = q->page;
	size_t end = end_of_columns(q), i;
	struct counts c;

	counts_find(&c, q->areas, &q->top, WORDS_RULES);
	grid_section(p, "rules", phrase(p->phrases, "findings"));
	grid_begin(p, "rules", true, phrase(p->phrases, "rules.caption"));
	grid_head(p, phrase(p->phrases, "head.rule"));
	grid_head(p, phrase(p->phrases, "head.findings"));
	grid_head(p, phrase(p->phrases, "head.reports"));
	for (i = 0; i < end; i++) {
		const struct area *v = &q->areas->v[q->top.v[i].area];

		if (is_column(q, i))
			grid_head(p, page_region(p, v->code, area_last_year(v)));
	}
	grid_body(p);
	for (i = 0; i < c.n && i < WORDS; i++)
		put_rule(q, &c.v[i], end);
	grid_end(p);
	if (end < q->top.n || i < c.n)
		grid_note(p, "", phrase(p->phrases, "rules.more"));
	grid_section_end(p);
	counts_free(&c);
}

/* ---- what was read ---- */

/* Layouts have names in both languages, the other words stand for themselves. */
static void put_word(struct quality *q, enum words which, struct str word)
{
	struct page *p = q->page;

	if (word.n == 0)
		say(&p->html, p->phrases, "word.none");
	else if (which == WORDS_LAYOUTS)
		say_fields(&p->html, phrase_of(p->phrases, "layout", word));
	else
		html_field(&p->html, word);
}

static void put_words(struct quality *q, enum words which)
{
	static const char *const heads[WORDS_COUNT] = {"head.rule", "fact.format", "fact.encoding",
						       "layout", "fact.form"};
	struct page *p = q->page;
	struct counts c;
	size_t i;

	counts_find(&c, q->areas, &q->top, which);
	grid_begin(p, words_names[which], true,
		   phrase_of(p->phrases, "words", str_of(words_names[which])));
	grid_head(p, phrase(p->phrases, heads[which]));
	grid_head(p, phrase(p->phrases, "head.reports"));
	grid_body(p);
	for (i = 0; i < c.n && i < WORDS; i++) {
		html_raw(&p->html, "<tr><th scope=\"row\">");
		put_word(q, which, c.v[i].word);
		html_raw(&p->html, "</th>");
		grid_size(p, c.v[i].n);
		html_raw(&p->html, "</tr>\n");
	}
	grid_end(p);
	counts_free(&c);
}

static void put_cells(struct quality *q)
{
	struct page *p = q->page;
	html_raw(&p->html, "<dl class=\"facts\">\n<dt>");
	say(&p->html, p->phrases, "front.cells");
	html_raw(&p->html, "</dt><dd>");
	buf_put_size(&p->html, q->all.count[TALLY_CELLS]);
	html_raw(&p->html, "</dd>\n<dt>");
	say(&p->html, p->phrases, "front.unsure");
	html_raw(&p->html, "</dt><dd>");
	buf_put_size(&p->html, q->all.count[TALLY_UNSURE]);
	html_raw(&p->html, "</dd>\n</dl>\n");
}

static void put_readings(struct quality *q)
{
	int which;

	grid_section(q->page, "read", phrase(q->page->phrases, "read"));
	put_cells(q);
	for (which = WORDS_FORMATS; which < WORDS_COUNT; which++)
		put_words(q, (enum words)which);
	grid_section_end(q->page);
}

/* ---- the reports that need a person ---- */

static void put_report(struct quality *q, const struct listed *r)
{
	struct page *p = q->page;
	struct buf *to = &p->html, room = BUF_INIT;

	html_raw(to, "<tr><th scope=\"row\">");
	page_link(p, r->page);
	html_field(to, tsv_clip(r->org.n ? r->org : r->doc, NAME));
	html_raw(to, "</a></th><td>");
	grid_area_link(p, q->areas->v[r->area].code, r->year);
	html_raw(to, "</td><td>");
	say_phrase(to, grid_year(p, r->year, &room));
	html_raw(to, "</td><td>");
	html_field(to, r->format);
	html_raw(to, "</td><td>");
	if (r->form.n)
		html_field(to, r->form);
	else
		say(to, p->phrases, "word.none");
	html_raw(to, "</td>");
	grid_size(p, r->unsure);
	grid_size(p, r->errors);
	html_raw(to, "</tr>\n");
	buf_free(&room);
}

static void put_more(struct quality *q, size_t n)
{
	struct buf *to = &q->page->html;

	html_raw(to, "<p>");
	say(to, q->page->phrases, "people.more");
	html_raw(to, " ");
	buf_put_size(to, n);
	html_raw(to, "</p>\n");
}

static void put_people(struct quality *q)
{
	static const char *const heads[] = {
		"fact.org",  "fact.region", "fact.year", "fact.format",
		"fact.form", "head.unsure", "error",
	};
	struct page *p = q->page;
	struct people people;
	size_t i;

	people_find(&people, q->areas);
	grid_section(p, "people", phrase(p->phrases, "people"));
	grid_begin(p, "people", true, phrase(p->phrases, "people.caption"));
	for (i = 0; i < sizeof heads / sizeof *heads; i++)
		grid_head(p, phrase(p->phrases, heads[i]));
	grid_body(p);
	for (i = 0; i < people.n && i < PEOPLE_MOST && p->html.n < MOST; i++)
		put_report(q, people.v[i]);
	grid_end(p);
	if (i < q->all.count[TALLY_NEEDING])
		put_more(q, q->all.count[TALLY_NEEDING] - i);
	grid_section_end(p);
	people_free(&people);
}

int quality_page_put(struct page *p, struct site *site, const struct areas *a)
{
	struct quality q = {.page = p, .areas = a, .all = areas_tally(a)};

	top_find(&q.top, a);
	buf_clear(&p->path);
	buf_put(&p->path, STR("quality.html"));
	page_begin(p, phrase(p->phrases, "nav.quality"), STR_EMPTY, 0);
	put_rules(&q);
	put_readings(&q);
	put_people(&q);
	top_free(&q.top);
	return page_end(p, site);
}
