#include "cmd/gir-report/chart/trend.h"

enum { WIDTH = 80, HEIGHT = 20, EDGE = 3, DIGITS = 1000000 };

struct trend {
	const struct area *area;
	bool own;
	size_t figure;
	int from, to;
	int64_t max; /* of the values, in whole numbers */
	size_t points;
};

/* In whole numbers, for a picture of 20 dots; false where it is not known. */
static bool value_of(const struct trend *t, const struct area_year *y, int64_t *value)
{
	const struct amount *a = grid_figure(y, t->figure, t->own);
	int64_t unit = 1;
	int i;

	if (!a || !a->is || y->year < t->from || y->year > t->to || y->year == 0)
		return false;
	for (i = 0; i < a->sum.scale; i++)
		unit *= 10;
	*value = a->sum.m < 0 ? 0 : a->sum.m / unit;
	return true;
}

static void measure(struct trend *t)
{
	int64_t value;
	size_t i;

	for (i = 0; i < t->area->years; i++) {
		if (!value_of(t, &t->area->year[i], &value))
			continue;
		t->points++;
		t->max = value > t->max ? value : t->max;
	}
}

static void put_numbers(struct buf *to, const struct trend *t)
{
	bool first = true;
	int64_t value;
	size_t i;

	for (i = 0; i < t->area->years; i++) {
		if (!value_of(t, &t->area->year[i], &value))
			continue;
		if (!first)
			html_raw(to, ", ");
		first = false;
		buf_put_size(to, (size_t)t->area->year[i].year);
		html_raw(to, ": ");
		dec_put(grid_figure(&t->area->year[i], t->figure, t->own)->sum, to);
	}
}

static void put_place(struct buf *to, const struct trend *t, int year, int64_t value)
{
	int64_t max = t->max, high = HEIGHT - 2 * EDGE;
	int years = t->to > t->from ? t->to - t->from : 1;
	int x = EDGE + (WIDTH - 2 * EDGE) * (year - t->from) / years;

	for (; max > INT64_MAX / HEIGHT; max /= DIGITS)
		value /= DIGITS;
	buf_put_size(to, (size_t)x);
	buf_putc(to, ',');
	buf_put_size(to, (size_t)(HEIGHT - EDGE - (max ? value * high / max : 0)));
}

/* The lines, broken where a year lacks. */
static void put_lines(struct buf *to, const struct trend *t)
{
	int64_t value;
	int last = 0;
	size_t i;

	for (i = 0; i < t->area->years; i++) {
		int year = t->area->year[i].year;

		if (!value_of(t, &t->area->year[i], &value))
			continue;
		if (last)
			buf_put(to, last + 1 == year ? STR(" L") : STR(" M"));
		else
			buf_putc(to, 'M');
		put_place(to, t, year, value);
		last = year;
	}
}

/* The last point, which is all there is of a year alone. */
static void put_last(struct buf *to, const struct trend *t)
{
	size_t i = t->area->years;
	int64_t value = 0;

	while (i > 0 && !value_of(t, &t->area->year[i - 1], &value))
		i--;
	if (i == 0)
		return;
	html_raw(to, " M");
	put_place(to, t, t->area->year[i - 1].year, value);
	html_raw(to, " h.01");
}

void trend_put(struct page *p, const struct area *v, bool own, size_t figure, int from, int to)
{
	struct trend t = {.area = v, .own = own, .figure = figure, .from = from, .to = to};
	struct buf *html = &p->html;

	measure(&t);
	html_raw(html, "<td class=\"trend\">");
	if (t.points) {
		html_raw(html, "<svg viewBox=\"0 0 80 20\" width=\"80\" height=\"20\" role=\"img\" "
			       "aria-label=\"");
		put_numbers(html, &t);
		html_raw(html, "\"><path d=\"");
		put_lines(html, &t);
		html_raw(html, "\"/><path class=\"last\" d=\"");
		put_last(html, &t);
		html_raw(html, "\"/></svg>");
	}
	html_raw(html, "</td>");
}
