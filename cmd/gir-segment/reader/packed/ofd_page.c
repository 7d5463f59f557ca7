/* Source: GB/T 33190-2016, chapters 7 to 11. Lengths are millimetres, y grows downwards. */
#include "cmd/gir-segment/reader/packed/ofd_page.h"

#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/page/glyphs.h"
#include "cmd/gir-segment/reader/page/path.h"
#include "cmd/gir-segment/reader/xml/sax.h"
#include "common/alloc.h"
#include "common/utf8.h"

/* Shares of the font's size. */
static const double ASCENT = 0.86, DESCENT = 0.14;
static const double APART = 0.15;               /* a gap from here on parts two words, */
static const double APART_LATIN = 0.4;          /* and behind a letter, whose width is not known */
static const double NARROW = 0.35, WIDE = 0.75; /* advances that are a narrow letter's width */

static const double POINTS = 72 / 25.4; /* a millimetre has */

/* An object while it is read. */
struct object {
	struct matrix to_page;
	double size, scale; /* of its text, and how much wider than high it is */
	double width;       /* of its lines */
	bool stroked, filled;
};

struct deltas {
	double *v;
	size_t n, cap;
};

struct reader {
	struct pages *pages;
	struct page *page;
	struct ofd_counts *counts;
	struct object object;
	bool in_text, in_path,
		take; /* in a text object, a path object; the characters are wanted */
	struct buf text, word;
	double x, y; /* where the TextCode begins */
	struct deltas across, down;
	struct box box; /* of the word at hand, in points */
};

bool ofd_box(struct str s, struct box *b)
{
	double x, y, wide, high;

	if (!sax_number(&s, &x) || !sax_number(&s, &y) || !sax_number(&s, &wide) ||
	    !sax_number(&s, &high))
		return false;
	*b = (struct box){x, y, x + wide, y + high};
	return true;
}

/* ---- facts ---- */

struct facts {
	struct ofd_page *page;
	bool in_area, in_box;
	struct buf text;
};

static void facts_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct facts *f = context;

	if (str_is(name, "Template")) {
		buf_put(&f->page->templates, sax_attribute(a, "TemplateID"));
		buf_putc(&f->page->templates, ' ');
	}
	f->in_area |= str_is(name, "Area");
	f->in_box = f->in_area && str_is(name, "PhysicalBox");
	buf_clear(&f->text);
}

static void facts_text(void *context, struct str s)
{
	struct facts *f = context;

	if (f->in_box)
		buf_put(&f->text, s);
}

static void facts_end(void *context, struct str name)
{
	struct facts *f = context;

	if (f->in_box)
		(void)ofd_box(buf_str(&f->text), &f->page->area);
	f->in_box = false;
	if (str_is(name, "Area"))
		f->in_area = false;
}

bool ofd_page_facts(struct str xml, struct ofd_page *p)
{
	static const struct sax handler = {facts_start, facts_end, facts_text};
	struct facts f = {.page = p};
	bool done;

	buf_clear(&p->templates);
	p->area = (struct box){0, 0, 0, 0};
	done = sax_parse(xml, false, &handler, &f);
	buf_free(&f.text);
	return done;
}

/* ---- text ---- */

/* "g 3 4.5 6": 4.5 three times, then 6; no more than `most` of them. */
static void read_deltas(struct str s, size_t most, struct deltas *d)
{
	d->n = 0;
	while (d->n < most) {
		double times = 1, v;

		while (s.n && (s.p[0] == ' ' || s.p[0] == '\n' || s.p[0] == '\t'))
			s = str_from(s, 1);
		if (s.n && s.p[0] == 'g') {
			s = str_from(s, 1);
			if (!sax_number(&s, &times))
				return;
		}
		if (!sax_number(&s, &v))
			return;
		for (; times >= 1 && d->n < most; times--) {
			d->v = grow(d->v, &d->cap, d->n + 1, sizeof *d->v);
			d->v[d->n++] = v;
		}
	}
}

static double delta(const struct deltas *d, size_t i)
{
	return d->n ? d->v[i < d->n ? i : d->n - 1] : 0;
}

static void end_word(struct reader *r)
{
	page_word(r->pages, r->page, buf_str(&r->word), r->box);
	buf_clear(&r->word);
}

/* The width of a character. A narrow one is about as wide as the way to the next, if that is likely
 * at all. */
static double width_of(const struct reader *r, uint32_t cp, size_t i)
{
	double size = r->object.size * r->object.scale, way = delta(&r->across, i);

	if (cp >= 0x1100)
		return size;
	return r->across.n && way >= NARROW * size && way <= WIDE * size ? way : size / 2;
}

/* The box of a character whose baseline begins at (x, y). */
static struct box box_of(const struct reader *r, double x, double y, double width)
{
	double x0 = x, y0 = y - ASCENT * r->object.size;
	double x1 = x + width, y1 = y + DESCENT * r->object.size;

	matrix_apply(&r->object.to_page, &x0, &y0);
	matrix_apply(&r->object.to_page, &x1, &y1);
	return (struct box){fmin(x0, x1), fmin(y0, y1), fmax(x0, x1), fmax(y0, y1)};
}

static bool is_latin(uint32_t cp)
{
	return cp < 0x80 && !(cp >= '0' && cp <= '9');
}

/* Whether a character stands right behind the word at hand. */
static bool follows(const struct reader *r, const struct box *b, bool latin)
{
	double high = b->y1 - b->y0, gap = b->x0 - r->box.x1;

	return r->word.n && fabs(b->y1 - r->box.y1) < 0.2 * high &&
	       gap < (latin ? APART_LATIN : APART) * high && gap > -high / 2;
}

static void put_glyph(struct reader *r, uint32_t cp, struct box b, bool latin)
{
	if (!follows(r, &b, latin)) {
		end_word(r);
		r->box = b;
	}
	r->box = (struct box){fmin(r->box.x0, b.x0), fmin(r->box.y0, b.y0), fmax(r->box.x1, b.x1),
			      fmax(r->box.y1, b.y1)};
	buf_put_cp(&r->word, cp);
}

static void put_text(struct reader *r)
{
	struct str s = glyphs_trim(buf_str(&r->text)), all = buf_str(&r->text);
	double x = r->x, y = r->y;
	size_t i = 0, n = 0;
	bool latin = false;

	if (all.n && (all.p[0] == '\n' || all.p[0] == '\r')) /* set apart by the writer */
		all = s;
	r->counts->unmapped += glyphs_unmapped(s);
	r->counts->glyphs += glyphs_count(s);
	while (i < all.n) {
		uint32_t cp = utf8_next(all, &i);
		double width = width_of(r, cp, n);

		if (glyph_is_blank(cp))
			end_word(r);
		else
			put_glyph(r, cp, box_of(r, x, y, width), latin);
		latin = is_latin(cp);
		x += r->across.n ? delta(&r->across, n) : r->down.n ? 0 : width;
		y += delta(&r->down, n);
		n++;
	}
	end_word(r);
}

/* ---- paths ---- */

/* How many numbers a command of AbbreviatedData takes. */
static size_t numbers_of(char command)
{
	switch (command) {
	case 'S':
	case 'M':
	case 'L':
		return 2;
	case 'Q':
		return 4;
	case 'B':
		return 6;
	case 'A':
		return 7;
	default:
		return 0;
	}
}

static void draw(struct path *p, struct str d)
{
	double v[7];

	while (d.n) {
		char command = d.p[0];
		size_t want = numbers_of(command), i;

		d = str_from(d, 1);
		for (i = 0; i < want && sax_number(&d, &v[i]); i++)
			;
		if (i < want)
			break;
		if (command == 'S' || command == 'M')
			path_move(p, v[0], v[1]);
		else if (command == 'L')
			path_line(p, v[0], v[1]);
		else if (command == 'C')
			path_close(p);
		else if (want)
			path_curve(p, v[want - 2], v[want - 1]);
	}
	path_end(p);
}

static void put_path(struct reader *r)
{
	struct path p;

	path_begin(&p, r->page, &r->object.to_page, r->object.width);
	p.stroked = r->object.stroked;
	p.filled = r->object.filled;
	if (p.stroked || p.filled)
		draw(&p, buf_str(&r->text));
}

/* ---- objects ---- */

static void start_object(struct reader *r, const struct sax_attributes *a, bool text)
{
	struct matrix place = {POINTS, 0, 0, POINTS, 0, 0}, own;
	struct box boundary;

	if (ofd_box(sax_attribute(a, "Boundary"), &boundary)) {
		place.e = boundary.x0 * POINTS;
		place.f = boundary.y0 * POINTS;
	}
	if (matrix_read(sax_attribute(a, "CTM"), &own))
		place = matrix_join(&place, &own);
	r->object = (struct object){.to_page = place,
				    .size = sax_number_of(a, "Size", 3.5),
				    .scale = sax_number_of(a, "HScale", 1),
				    .width = sax_number_of(a, "LineWidth", 0.353),
				    .stroked = !str_is(sax_attribute(a, "Stroke"), "false"),
				    .filled = str_is(sax_attribute(a, "Fill"), "true")};
	r->in_text = text;
	r->in_path = !text;
	r->x = r->y = 0;
	buf_clear(&r->word);
}

static void start_code(struct reader *r, const struct sax_attributes *a)
{
	enum { MOST = 100000 };

	r->x = sax_number_of(a, "X", r->x);
	r->y = sax_number_of(a, "Y", r->y);
	read_deltas(sax_attribute(a, "DeltaX"), MOST, &r->across);
	read_deltas(sax_attribute(a, "DeltaY"), MOST, &r->down);
	buf_clear(&r->text);
	r->take = true;
}

static bool is_white(const struct sax_attributes *a)
{
	struct str s = str_trim(sax_attribute(a, "Value"));

	return str_is(s, "255 255 255") || str_is(s, "#FF #FF #FF");
}

static void on_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct reader *r = context;
	bool shows = !str_is(sax_attribute(a, "Visible"), "false");

	if (str_is(name, "TextObject") || str_is(name, "PathObject")) {
		start_object(r, a, str_is(name, "TextObject"));
		r->in_text &= shows;
		r->in_path &= shows;
	} else if (r->in_text && str_is(name, "TextCode")) {
		start_code(r, a);
	} else if (r->in_path && str_is(name, "AbbreviatedData")) {
		buf_clear(&r->text);
		r->take = true;
	} else if (r->in_path && is_white(a)) {
		r->object.stroked &= !str_is(name, "StrokeColor");
		r->object.filled &= !str_is(name, "FillColor");
	}
}

static void on_text(void *context, struct str s)
{
	struct reader *r = context;

	if (r->take)
		buf_put(&r->text, s);
}

static void on_end(void *context, struct str name)
{
	struct reader *r = context;

	if (r->take && str_is(name, "TextCode"))
		put_text(r);
	r->take &= !str_is(name, "TextCode") && !str_is(name, "AbbreviatedData");
	if (r->in_path && str_is(name, "PathObject"))
		put_path(r);
	if (str_is(name, "TextObject") || str_is(name, "PathObject"))
		r->in_text = r->in_path = r->take = false;
}

bool ofd_page_content(struct str xml, struct pages *pages, struct page *page,
		      struct ofd_counts *counts)
{
	static const struct sax handler = {on_start, on_end, on_text};
	struct reader r = {.pages = pages, .page = page, .counts = counts};
	bool done = sax_parse(xml, false, &handler, &r);

	buf_free(&r.text);
	buf_free(&r.word);
	free(r.across.v);
	free(r.down.v);
	return done;
}
