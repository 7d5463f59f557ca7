#include "cmd/gir-report/region/consolidated.h"

#include "cmd/gir-report/region/organs.h"

enum { REPORTS = 12 /* that are compared, the newest */ };

static size_t count(const struct areas *a, const struct area *v)
{
	size_t n = 0;

	while (n < v->reports && a->listed[v->report + n].consolidated)
		n++;
	return n;
}

static void put_heads(struct page *p, const struct listed *v, size_t n)
{
	static const char *const heads[] = {"whole.published", "whole.sum", "whole.difference"};
	struct buf *to = &p->html;
	size_t i, k;

	html_raw(to, "<th scope=\"col\" rowspan=\"2\">");
	say(to, p->phrases, "prose.figure");
	html_raw(to, "</th>");
	for (i = 0; i < n; i++) {
		html_raw(to, "<th scope=\"colgroup\" colspan=\"3\">");
		organs_link(p, &v[i], true);
		html_raw(to, "</th>");
	}
	html_raw(to, "</tr>\n<tr>");
	for (i = 0; i < n; i++)
		for (k = 0; k < sizeof heads / sizeof *heads; k++)
			grid_head(p, phrase(p->phrases, heads[k]));
}

static void put_difference(struct page *p, struct str published, const struct amount *sum)
{
	struct buf *to = &p->html;
	struct dec stated, difference;

	if (!sum || !sum->is || !dec_parse(published, &stated) ||
	    dec_sub(stated, sum->sum, &difference) != 0) {
		grid_number(p, STR_EMPTY);
		return;
	}
	html_raw(to, "<td class=\"number");
	if (difference.m != 0)
		html_raw(to, " warning");
	html_raw(to, "\">");
	if (difference.m > 0)
		buf_putc(to, '+');
	dec_put(difference, to);
	html_raw(to, "</td>");
}

void consolidated_put(struct page *p, const struct areas *a, const struct area *v)
{
	size_t all = count(a, v), n = all > REPORTS ? REPORTS : all, i, k;
	const struct listed *r = a->listed + v->report + (all - n);

	if (all == 0)
		return;
	grid_section(p, "whole", phrase(p->phrases, "whole"));
	grid_begin(p, "whole", false, phrase(p->phrases, "whole.caption"));
	put_heads(p, r, n);
	grid_body(p);
	for (i = 0; i < a->figures->n; i++) {
		html_raw(&p->html, "<tr><th scope=\"row\">");
		say_phrase(&p->html, a->figures->v[i].name);
		html_raw(&p->html, "</th>");
		for (k = 0; k < n; k++) {
			const struct amount *sum =
				grid_figure(area_find_year(v, r[k].year), i, false);

			grid_number(p, r[k].figure[i]);
			grid_amount(p, sum);
			put_difference(p, r[k].figure[i], sum);
		}
		html_raw(&p->html, "</tr>\n");
	}
	grid_end(p);
	grid_note(p, "hint", phrase(p->phrases, "whole.note"));
	grid_section_end(p);
}
