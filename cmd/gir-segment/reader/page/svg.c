#include "cmd/gir-segment/reader/page/svg.h"

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/path.h"
#include "cmd/gir-segment/reader/page/sax.h"

struct reader {
	struct page *page;
	struct svg_counts *counts;
	size_t n, at; /* pages, and how many were begun */
	size_t depth,
		hidden; /* elements open; the depth of one that is only drawn when used, or 0 */
	struct matrix matrix[LIMIT_NESTING + 1];
};

static struct str attribute_or_style(const struct sax_attributes *a, const char *name)
{
	struct str own = sax_attribute(a, name), style = sax_attribute(a, "style"), part;

	while (own.n == 0 && style.n && str_cut(&style, ';', &part)) {
		part = str_trim(part);
		if (str_starts(part, str_of(name)) && part.n > strlen(name) &&
		    part.p[strlen(name)] == ':')
			own = str_trim(str_from(part, strlen(name) + 1));
	}
	return own;
}

/* Whether a paint shows: not `none`, and not the white of the paper. */
static bool shows(struct str paint)
{
	double v[3];
	size_t i;

	if (!str_starts(paint, STR("rgb(")))
		return paint.n && !str_is(paint, "none") && !str_is(paint, "white") &&
		       !str_is(paint, "#ffffff");
	paint = str_from(paint, 4);
	for (i = 0; i < 3; i++) {
		if (!sax_number(&paint, &v[i]))
			return true;
		if (str_starts(paint, STR("%"))) {
			v[i] *= 2.55;
			paint = str_from(paint, 1);
		}
	}
	return v[0] < 250 || v[1] < 250 || v[2] < 250;
}

static void draw(struct path *p, struct str d)
{
	char command = 0;
	double v[6];

	while (d.n) {
		size_t i = 0, want;

		while (i < d.n && (d.p[i] == ' ' || d.p[i] == ',' || d.p[i] == '\n'))
			i++;
		d = str_from(d, i);
		if (d.n && d.p[0] >= 'A' && d.p[0] <= 'Z') {
			command = d.p[0];
			d = str_from(d, 1);
		}
		if (command == 'Z') {
			path_close(p);
			command = 0;
			continue;
		}
		want = command == 'C' ? 6 : command == 'M' || command == 'L' ? 2 : 0;
		for (i = 0; i < want && sax_number(&d, &v[i]); i++)
			;
		if (want == 0 || i < want) /* cairo writes nothing else */
			break;
		if (command == 'M')
			path_move(p, v[0], v[1]);
		else if (command == 'L')
			path_line(p, v[0], v[1]);
		else
			path_curve(p, v[4], v[5]);
	}
	path_end(p);
}

static void draw_path(struct reader *r, const struct sax_attributes *a)
{
	struct str width = attribute_or_style(a, "stroke-width");
	struct path p;
	double wide = 1;

	(void)sax_number(&width, &wide);
	path_begin(&p, &r->page[r->at - 1], &r->matrix[r->depth], wide);
	p.stroked = shows(attribute_or_style(a, "stroke"));
	p.filled = shows(attribute_or_style(a, "fill"));
	if (p.stroked || p.filled)
		draw(&p, sax_attribute(a, "d"));
}

static bool is_stored(struct str name)
{
	return str_is(name, "defs") || str_is(name, "clipPath") || str_is(name, "mask") ||
	       str_is(name, "pattern") || str_is(name, "symbol");
}

static void open_element(struct reader *r, struct str name, const struct sax_attributes *a)
{
	struct str transform = sax_attribute(a, "transform");
	struct matrix inner, outer = r->depth ? r->matrix[r->depth] : MATRIX_UNIT;

	r->depth++; /* sax_parse lets no more than LIMIT_NESTING pass */
	r->matrix[r->depth] = outer;
	if (str_starts(transform, STR("matrix(")) && matrix_read(str_from(transform, 7), &inner))
		r->matrix[r->depth] = matrix_join(&outer, &inner);
	if (!r->hidden && is_stored(name))
		r->hidden = r->depth;
}

static void on_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct reader *r = context;

	open_element(r, name, a);
	/* Of one page there is no element of its own. */
	if (r->n == 1 ? str_is(name, "svg") : str_is(name, "page"))
		r->at++;
	if (r->at == 0 || r->at > r->n)
		return;
	r->counts[r->at - 1].pictures += str_is(name, "image");
	if (r->hidden)
		return;
	if (str_is(name, "path"))
		draw_path(r, a);
	else if (str_is(name, "use") && str_starts(sax_attribute(a, "href"), STR("#glyph")))
		r->counts[r->at - 1].glyphs++;
}

static void on_end(void *context, struct str name)
{
	struct reader *r = context;

	(void)name;
	if (r->hidden == r->depth)
		r->hidden = 0;
	r->depth--;
}

bool svg_read(struct str svg, struct page *page, size_t n, struct svg_counts *counts)
{
	static const struct sax handler = {on_start, on_end, NULL};
	struct reader r = {.page = page, .counts = counts, .n = n};

	return sax_parse(svg, true, &handler, &r) && r.at == n;
}
