#include "cmd/gir-segment/reader/page/svg.h"

#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/path.h"
#include "cmd/gir-segment/reader/xml/sax.h"
#include "common/alloc.h"

enum { GROUPS = 32 }; /* of a stretch of pages; the lines of further ones are lost */

/* A group that is kept under a name, and shows where it is used: what is drawn with transparency.
 */
struct group {
	struct buf id;
	struct page page;
	size_t glyphs;
};

struct reader {
	struct page *page;
	struct svg_counts *counts;
	struct group *group;
	size_t groups, group_cap;
	size_t in_group; /* the depth of the group that is being kept, or 0 */
	size_t n, at;    /* pages, and how many were begun */
	size_t pictures;
	size_t depth;       /* of elements open, */
	size_t definitions; /* of the one around what only shows where it is used, or 0, */
	size_t hidden;      /* and of one that does not show, or 0 */
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

/* Where lines go: into the group at hand, onto the page, or NULL. */
static struct page *target(const struct reader *r)
{
	if (r->in_group)
		return &r->group[r->groups - 1].page;
	return r->at && r->at <= r->n && !r->definitions ? &r->page[r->at - 1] : NULL;
}

static void keep_group(struct reader *r, struct str id)
{
	r->group = grow(r->group, &r->group_cap, r->groups + 1, sizeof *r->group);
	r->group[r->groups] = (struct group){.id = BUF_INIT};
	buf_put(&r->group[r->groups++].id, id);
	r->in_group = r->depth;
}

static void copy_lines(const struct rulings *from, bool down, const struct matrix *m,
		       struct page *to)
{
	size_t i;

	for (i = 0; i < from->n; i++) {
		const struct ruling *l = &from->v[i];
		double x0 = down ? l->at : l->from, y0 = down ? l->from : l->at;
		double x1 = down ? l->at : l->to, y1 = down ? l->to : l->at;

		matrix_apply(m, &x0, &y0);
		matrix_apply(m, &x1, &y1);
		page_line(to, x0, y0, x1, y1);
	}
}

/* Draws what has that name: a character, or a group, which may use those before it. */
static void use(struct reader *r, struct str id)
{
	size_t i, n = r->groups - (r->in_group != 0);
	size_t *glyphs = r->in_group ? &r->group[n].glyphs : &r->counts[r->at - 1].glyphs;

	if (str_starts(id, STR("#glyph"))) {
		++*glyphs;
		return;
	}
	for (i = 0; i < n; i++) {
		const struct group *g = &r->group[i];

		if (!str_eq(buf_str(&g->id), str_from(id, 1)))
			continue;
		copy_lines(&g->page.across, false, &r->matrix[r->depth], target(r));
		copy_lines(&g->page.down, true, &r->matrix[r->depth], target(r));
		*glyphs += g->glyphs;
		return;
	}
}

static void draw_path(struct reader *r, const struct sax_attributes *a)
{
	struct str width = attribute_or_style(a, "stroke-width");
	struct path p;
	double wide = 1;

	(void)sax_number(&width, &wide);
	path_begin(&p, target(r), &r->matrix[r->depth], wide);
	p.stroked = shows(attribute_or_style(a, "stroke"));
	p.filled = shows(attribute_or_style(a, "fill"));
	if (p.stroked || p.filled)
		draw(&p, sax_attribute(a, "d"));
}

/* Elements whose content shows in no way that counts here. */
static bool is_hidden(struct str name)
{
	return str_is(name, "clipPath") || str_is(name, "mask") || str_is(name, "pattern") ||
	       str_is(name, "symbol");
}

static void open_element(struct reader *r, struct str name, const struct sax_attributes *a)
{
	struct str transform = sax_attribute(a, "transform");
	struct matrix inner, outer = r->depth ? r->matrix[r->depth] : MATRIX_UNIT;

	r->depth++; /* sax_parse lets no more than LIMIT_NESTING pass */
	r->matrix[r->depth] = outer;
	if (str_starts(transform, STR("matrix(")) && matrix_read(str_from(transform, 7), &inner))
		r->matrix[r->depth] = matrix_join(&outer, &inner);
	if (!r->hidden && is_hidden(name))
		r->hidden = r->depth;
	else if (!r->hidden && !r->definitions && str_is(name, "defs"))
		r->definitions = r->depth;
}

static void on_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct reader *r = context;
	struct str id = sax_attribute(a, "id");

	open_element(r, name, a);
	/* Of one page there is no element of its own. */
	if (r->n == 1 ? str_is(name, "svg") : str_is(name, "page"))
		r->at++;
	if (r->hidden)
		return;
	if (r->definitions && !r->in_group && r->depth == r->definitions + 1 && str_is(name, "g") &&
	    id.n && r->groups < GROUPS)
		keep_group(r, id);
	if (str_is(name, "image"))
		r->pictures++;
	else if (str_is(name, "path") && target(r))
		draw_path(r, a);
	else if (str_is(name, "use") && target(r))
		use(r, sax_attribute(a, "href"));
}

static void on_end(void *context, struct str name)
{
	struct reader *r = context;

	(void)name;
	if (r->hidden == r->depth)
		r->hidden = 0;
	if (r->definitions == r->depth)
		r->definitions = 0;
	if (r->in_group == r->depth)
		r->in_group = 0;
	r->depth--;
}

bool svg_read(struct str svg, struct page *page, size_t n, struct svg_counts *counts)
{
	static const struct sax handler = {on_start, on_end, NULL};
	struct reader r = {.page = page, .counts = counts, .n = n};
	bool done = sax_parse(svg, true, &handler, &r) && r.at == n;
	size_t i;

	for (i = 0; i < n; i++)
		counts[i].pictures = r.pictures;
	for (i = 0; i < r.groups; i++) {
		buf_free(&r.group[i].id);
		free(r.group[i].page.across.v);
		free(r.group[i].page.down.v);
	}
	free(r.group);
	return done;
}
