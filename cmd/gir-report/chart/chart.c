#include "cmd/gir-report/chart/chart.h"

enum { YEARS = 15, PARTS = 6, WHOLE = 10 };

/* From the bottom up, apart for the colour-blind and in grey; style.css has them as well. */
static const char *const colours[PARTS] = {
	"#08519c", "#6baed6", "#d95f02", "#fdb863", "#7a7a7a", "#d9d9d9",
};

struct chart {
	const struct areas *areas;
	const struct area *area;
	const char *name;
	size_t part[PARTS], parts; /* figures */
	size_t first;              /* year */
};

static struct chart chart_of(const struct areas *a, const struct area *v, const char *name)
{
	struct chart c = {.areas = a, .area = v, .name = name};
	size_t i;

	for (i = 0; i < a->figures->n && c.parts < PARTS; i++)
		if (str_is(a->figures->v[i].chart, name))
			c.part[c.parts++] = i;
	c.first = v->years > YEARS ? v->years - YEARS : 0;
	return c;
}

/* Whether there is something to draw: a number, that is not zero, in a year that is known. */
static bool is_anything(const struct chart *c)
{
	size_t i, k;

	for (i = c->first; i < c->area->years; i++)
		for (k = 0; k < c->parts; k++) {
			const struct amount *a = grid_figure(&c->area->year[i], c->part[k], false);

			if (c->area->year[i].year && a && a->is && a->sum.m > 0)
				return true;
		}
	return false;
}

/* ---- the picture ---- */

/* Whether some column is so high that the axis has marks at whole numbers anyway. */
static bool is_high(const struct chart *c)
{
	size_t i, k;

	for (i = c->first; i < c->area->years; i++) {
		int64_t height = 0;

		for (k = 0; k < c->parts && height < WHOLE; k++) {
			const struct amount *a = grid_figure(&c->area->year[i], c->part[k], false);

			if (a && a->is && a->sum.scale == 0)
				height += a->sum.m < WHOLE ? a->sum.m : WHOLE;
		}
		if (height >= WHOLE && c->area->year[i].year)
			return true;
	}
	return false;
}

static void put_data(struct buf *to, const struct chart *c)
{
	size_t i, k;

	html_raw(to, "$data << EOD\n");
	for (i = c->first; i < c->area->years; i++) {
		if (c->area->year[i].year == 0)
			continue;
		buf_put_size(to, (size_t)c->area->year[i].year);
		for (k = 0; k < c->parts; k++) {
			const struct amount *a = grid_figure(&c->area->year[i], c->part[k], false);

			buf_putc(to, ' ');
			dec_put(a && a->is ? a->sum : DEC_ZERO, to);
		}
		buf_putc(to, '\n');
	}
	html_raw(to, "EOD\n");
}

/* What all charts have in common. */
static const char settings[] =
	"set terminal svg size 720,300 font 'sans-serif,13' background '#ffffff'\n"
	"set style data histograms\n"
	"set style histogram rowstacked\n"
	"set style fill solid 1 border rgb '#ffffff'\n"
	"set boxwidth 0.6\n"
	"set border 3 lw 0.5 lc rgb '#57606a'\n"
	"set tics nomirror out scale 0.5\n"
	"set grid ytics lw 0.5 lc rgb '#d0d7de'\n"
	"set yrange [0:*]\n"
	"set format y '%.0f'\n"
	"unset key\n";

/* What draws one: it overrides all of the one before. */
static void put_plot(struct buf *to, const struct chart *c)
{
	size_t k;

	buf_put(to, is_high(c) ? STR("set ytics autofreq\n") : STR("set ytics 1\n"));
	put_data(to, c);
	for (k = 0; k < c->parts; k++) {
		buf_put(to, k == 0 ? STR("plot $data using 2:xtic(1)") : STR(", '' using "));
		if (k > 0)
			buf_put_size(to, k + 2);
		html_raw(to, " lc rgb '");
		buf_put(to, str_of(colours[k]));
		html_raw(to, "'");
	}
	html_raw(to, "\n");
}

/* 0 drawn, 1 no gnuplot, -1 after a message. */
static int draw(struct charts *charts, struct str plot, char *svg)
{
	struct site *site = charts->site;
	struct buf all = BUF_INIT;
	int status;

	html_raw(&all, "set output '");
	buf_put(&all, str_of(site->temporary.p));
	html_raw(&all, "'\n");
	buf_put(&all, plot);
	html_raw(&all, "unset output\n");
	status = gnuplot_run(&charts->gnuplot, site->fd, str_of(settings), buf_str(&all));
	buf_free(&all);
	return status == 0 ? site_take(site, svg) : status;
}

/* 0 where the picture is there as the script has it, else as `draw`. */
static int renew(struct charts *charts, struct str plot, struct str path)
{
	struct buf svg = BUF_INIT, gp = BUF_INIT, script = BUF_INIT;
	int status = 0;

	if (charts->none)
		return 1;
	buf_put(&svg, path);
	buf_put(&svg, (struct str){".svg", 5});
	buf_put(&gp, path);
	buf_put(&gp, (struct str){".gp", 4});
	buf_put(&script, str_of(settings));
	buf_put(&script, plot);
	if (!site_has(charts->site, svg.p) || !site_is(charts->site, gp.p, buf_str(&script))) {
		/* A picture without its script is drawn again, should this be the end. */
		status = site_remove(charts->site, str_of(gp.p)) < 0 ? -1
								     : draw(charts, plot, svg.p);
		if (status == 0)
			status = site_put(charts->site, str_of(gp.p), buf_str(&script));
	} else {
		site_keep(charts->site, str_of(gp.p));
	}
	if (status == 0)
		site_keep(charts->site, str_of(svg.p));
	buf_free(&svg);
	buf_free(&gp);
	buf_free(&script);
	return status;
}

/* ---- on the page ---- */

/* Its text alternative says what it is; the numbers are in the table that it leads to. */
static void put_picture(struct page *p, const struct chart *c, struct str path)
{
	struct buf *to = &p->html;

	html_raw(to, "<img src=\"");
	buf_put(to, buf_str(&p->up));
	html_path(to, path);
	html_raw(to, ".svg\" width=\"720\" height=\"300\" alt=\"");
	say_plain(to, phrase_of(p->phrases, "chart", str_of(c->name)));
	html_raw(to, "\">\n");
}

static void put_legend(struct page *p, const struct chart *c)
{
	struct buf *to = &p->html;
	size_t k;

	html_raw(to, "<ul class=\"legend\">");
	for (k = 0; k < c->parts; k++) {
		html_raw(to, "<li class=\"part");
		buf_put_size(to, k + 1);
		html_raw(to, "\">");
		say_phrase(to, c->areas->figures->v[c->part[k]].name);
		html_raw(to, "</li>");
	}
	html_raw(to, "</ul>\n");
}

static void put_figure(struct page *p, const struct chart *c, struct str path, const char *below)
{
	struct buf *to = &p->html;

	html_raw(to, "<figure>\n<figcaption>");
	say_phrase(to, phrase_of(p->phrases, "chart", str_of(c->name)));
	html_raw(to, " <a href=\"#");
	buf_put(to, str_of(below));
	html_raw(to, "\">");
	say(to, p->phrases, "chart.numbers");
	html_raw(to, "</a></figcaption>\n");
	put_picture(p, c, path);
	put_legend(p, c);
	html_raw(to, "</figure>\n");
}

int chart_put(struct charts *charts, struct page *p, const struct areas *a, const struct area *v,
	      const char *name, struct str base, const char *below)
{
	struct chart c = chart_of(a, v, name);
	struct buf plot = BUF_INIT, path = BUF_INIT;
	int status;

	if (!is_anything(&c))
		return 0;
	put_plot(&plot, &c);
	buf_put(&path, base);
	buf_putc(&path, '-');
	buf_put(&path, str_of(name));
	status = renew(charts, buf_str(&plot), buf_str(&path));
	if (status == 0)
		put_figure(p, &c, buf_str(&path), below);
	buf_free(&plot);
	buf_free(&path);
	return status < 0 ? -1 : 0;
}

void chart_table(struct page *p, const struct areas *a, const struct area *v, const char *name)
{
	struct chart c = chart_of(a, v, name);
	struct buf room = BUF_INIT;
	size_t i, k;

	grid_begin(p, name, false, phrase_of(p->phrases, "chart", str_of(name)));
	grid_head(p, phrase(p->phrases, "fact.year"));
	for (k = 0; k < c.parts; k++)
		grid_head(p, a->figures->v[c.part[k]].name);
	grid_body(p);
	for (i = c.first; i < v->years; i++) {
		if (!v->year[i].whole.v)
			continue;
		html_raw(&p->html, "<tr><th scope=\"row\">");
		say_phrase(&p->html, grid_year(p, v->year[i].year, &room));
		html_raw(&p->html, "</th>");
		for (k = 0; k < c.parts; k++)
			grid_amount(p, grid_figure(&v->year[i], c.part[k], false));
		html_raw(&p->html, "</tr>\n");
	}
	grid_end(p);
	buf_free(&room);
}

int charts_close(struct charts *c)
{
	return gnuplot_close(&c->gnuplot);
}
