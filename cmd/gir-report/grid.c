#include "cmd/gir-report/grid.h"

#include "cmd/gir-report/findings.h"
#include "common/data.h"
#include "common/utf8.h"

void grid_begin(struct page *p, const char *id, bool sortable, struct phrase caption)
{
	struct buf *to = &p->html;

	html_raw(to, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t-");
	buf_put(to, str_of(id));
	html_raw(to, "\"><table class=\"grid");
	if (sortable)
		html_raw(to, " sortable");
	html_raw(to, "\" id=\"");
	buf_put(to, str_of(id));
	html_raw(to, "\">\n<caption id=\"t-");
	buf_put(to, str_of(id));
	html_raw(to, "\">");
	say_phrase(to, caption);
	html_raw(to, "</caption>\n<thead>\n<tr>");
}

void grid_head(struct page *p, struct phrase text)
{
	html_raw(&p->html, "<th scope=\"col\">");
	say_phrase(&p->html, text);
	html_raw(&p->html, "</th>");
}

void grid_head_plain(struct page *p, struct phrase text)
{
	html_raw(&p->html, "<th scope=\"col\" class=\"plain\">");
	say_phrase(&p->html, text);
	html_raw(&p->html, "</th>");
}

void grid_body(struct page *p)
{
	html_raw(&p->html, "</tr>\n</thead>\n<tbody>\n");
}

void grid_end(struct page *p)
{
	/* A body without rows is no valid HTML. */
	if (str_ends(buf_str(&p->html), STR("<tbody>\n")))
		html_raw(&p->html, "<tr><td class=\"no\" data-v=\"\">–</td></tr>\n");
	html_raw(&p->html, "</tbody></table></div>\n");
}

void grid_section(struct page *p, const char *id, struct phrase heading)
{
	struct buf *to = &p->html;

	html_raw(to, "<section aria-labelledby=\"h-");
	buf_put(to, str_of(id));
	html_raw(to, "\">\n<h2 id=\"h-");
	buf_put(to, str_of(id));
	html_raw(to, "\">");
	say_phrase(to, heading);
	html_raw(to, "</h2>\n");
}

void grid_section_end(struct page *p)
{
	html_raw(&p->html, "</section>\n");
}

void grid_note(struct page *p, const char *class, struct phrase text)
{
	html_raw(&p->html, "<p");
	if (*class) {
		html_raw(&p->html, " class=\"");
		buf_put(&p->html, str_of(class));
		html_raw(&p->html, "\"");
	}
	html_raw(&p->html, ">");
	say_phrase(&p->html, text);
	html_raw(&p->html, "</p>\n");
}

/* ---- cells ---- */

static void put_nothing(struct buf *to)
{
	html_raw(to, "<td class=\"number no\" data-v=\"\">–</td>");
}

void grid_size(struct page *p, size_t n)
{
	html_raw(&p->html, "<td class=\"number\">");
	buf_put_size(&p->html, n);
	html_raw(&p->html, "</td>");
}

void grid_number(struct page *p, struct str field)
{
	if (field.n == 0) {
		put_nothing(&p->html);
		return;
	}
	html_raw(&p->html, "<td class=\"number\">");
	html_field(&p->html, field);
	html_raw(&p->html, "</td>");
}

/* How many cells there are of a kind that makes a sum doubtful. */
static void put_doubt(struct page *p, const char *id, size_t n)
{
	if (n == 0)
		return;
	html_raw(&p->html, " <small>");
	say(&p->html, p->phrases, id);
	html_raw(&p->html, " ");
	buf_put_size(&p->html, n);
	html_raw(&p->html, "</small>");
}

void grid_amount(struct page *p, const struct amount *a)
{
	struct buf *to = &p->html;

	if (!a || a->reports == 0) {
		put_nothing(to);
		return;
	}
	html_raw(to, "<td class=\"number");
	if (a->missing)
		html_raw(to, " gap");
	html_raw(to, "\"");
	if (a->missing || a->flagged || !a->is) {
		html_raw(to, " data-v=\"");
		if (a->is)
			dec_put(a->sum, to);
		html_raw(to, "\"");
	}
	html_raw(to, ">");
	if (a->is)
		dec_put(a->sum, to);
	else
		html_raw(to, "–");
	put_doubt(p, "gap.missing", a->missing);
	put_doubt(p, "gap.flagged", a->flagged);
	html_raw(to, "</td>");
}

/* n / 10^places, with all of these places. */
static void put_fixed(struct buf *to, int64_t n, int64_t unit)
{
	if (n < 0)
		buf_putc(to, '-');
	n = n < 0 ? -n : n;
	buf_put_size(to, (size_t)(n / unit));
	buf_putc(to, '.');
	for (n %= unit, unit /= 10; unit > 0; unit /= 10)
		buf_putc(to, (char)('0' + n / unit % 10));
}

/* Hundredths of a per cent, half away from zero. */
static bool hundredths(struct str field, int64_t *n)
{
	struct dec v;
	int64_t unit = 1;

	if (!dec_parse(field, &v) || dec_shift(v, 4, &v) != 0)
		return false;
	for (; v.scale > 0; v.scale--)
		unit *= 10;
	*n = (v.m + (v.m < 0 ? -(unit / 2) : unit / 2)) / unit;
	return true;
}

/* A number's cell up to the number; `exact` false marks it as not complete. */
static void begin_number(struct buf *to, struct str value, bool exact)
{
	html_raw(to, "<td class=\"number");
	if (!exact)
		html_raw(to, " gap");
	html_raw(to, "\" data-v=\"");
	html_field(to, value);
	html_raw(to, "\">");
	if (!exact)
		html_raw(to, "≈ ");
}

void grid_rate(struct page *p, struct str field, bool whole)
{
	int64_t n;

	if (!hundredths(field, &n)) {
		put_nothing(&p->html);
		return;
	}
	begin_number(&p->html, field, whole);
	put_fixed(&p->html, n, 100);
	html_raw(&p->html, "%</td>");
}

void grid_change(struct page *p, const struct amount *now, const struct amount *then)
{
	struct buf *to = &p->html;
	struct buf value = BUF_INIT;
	struct dec change;
	int64_t per_mille;

	if (!amount_change(now, then, &change, &per_mille)) {
		put_nothing(to);
		return;
	}
	dec_put(change, &value);
	begin_number(to, buf_str(&value), now->missing == 0 && then->missing == 0);
	if (change.m > 0)
		buf_putc(to, '+');
	buf_put(to, buf_str(&value));
	buf_free(&value);
	if (per_mille != INT64_MAX) {
		html_raw(to, " <small>(");
		if (per_mille > 0)
			buf_putc(to, '+');
		put_fixed(to, per_mille, 10);
		html_raw(to, "%)</small>");
	}
	html_raw(to, "</td>");
}

/* ---- names ---- */

/* As gir-check has it unless it is told otherwise; empty for a rule of the user's own. */
static struct str usual_severity(struct str rule)
{
	struct data d;

	if (data_open(&d, "rules.tsv", data_text("rules.tsv")) != 0)
		return STR_EMPTY;
	while (data_next(&d))
		if (str_eq(data_get(&d, "id"), rule))
			return data_get(&d, "severity");
	return STR_EMPTY;
}

void grid_rule(struct page *p, struct str rule)
{
	struct str severity = usual_severity(rule);
	struct buf *to = &p->html;

	html_raw(to, "<th scope=\"row\" class=\"rule\">");
	if (phrase_is(p->phrases, "rule", rule)) {
		say_phrase(to, phrase_of(p->phrases, "rule", rule));
		html_raw(to, " ");
	}
	html_raw(to, "<code>");
	html_field(to, rule);
	html_raw(to, "</code>");
	if (severity.n) {
		int i;

		html_raw(to, " <small class=\"");
		buf_put(to, severity);
		html_raw(to, "\">");
		for (i = 0; i < SEVERITY_COUNT; i++)
			if (str_is(severity, severity_names[i]))
				say(to, p->phrases, severity_names[i]);
		html_raw(to, "</small>");
	}
	html_raw(to, "</th>");
}

struct phrase grid_year(const struct page *p, int year, struct buf *room)
{
	if (year == 0)
		return phrase(p->phrases, "year.unknown");
	buf_clear(room);
	buf_put_size(room, (size_t)year);
	return (struct phrase){buf_str(room), buf_str(room)};
}

void grid_area_link(struct page *p, struct str code, int year)
{
	struct buf path = BUF_INIT;

	site_region_path(&path, code);
	page_place(p, buf_str(&path), page_region(p, code, year));
	buf_free(&path);
}

const struct amount *grid_figure(const struct area_year *y, size_t figure, bool own)
{
	const struct totals *t = !y ? NULL : own ? &y->own : &y->whole;

	return t && t->v ? &t->v[figure] : NULL;
}
