#include "cmd/gir-segment/reader/page/path.h"

#include <math.h>

#include "cmd/gir-segment/reader/xml/sax.h"

static const double THICK = 3;   /* points: a filled area no thicker is a line */
static const double SLENDER = 3; /* and so many times as long as thick */
static const double BROAD = 6;   /* a stroke as broad is an area */

struct matrix matrix_join(const struct matrix *o, const struct matrix *i)
{
	return (struct matrix){o->a * i->a + o->c * i->b,        o->b * i->a + o->d * i->b,
			       o->a * i->c + o->c * i->d,        o->b * i->c + o->d * i->d,
			       o->a * i->e + o->c * i->f + o->e, o->b * i->e + o->d * i->f + o->f};
}

void matrix_apply(const struct matrix *m, double *x, double *y)
{
	double at = m->a * *x + m->c * *y + m->e;

	*y = m->b * *x + m->d * *y + m->f;
	*x = at;
}

bool matrix_read(struct str s, struct matrix *m)
{
	double v[6];
	size_t i;

	for (i = 0; i < 6; i++)
		if (!sax_number(&s, &v[i]))
			return false;
	*m = (struct matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
	return true;
}

static void add_point(struct path *p, double x, double y)
{
	if (p->points++ == 0)
		p->box = (struct box){x, y, x, y};
	p->box = (struct box){fmin(p->box.x0, x), fmin(p->box.y0, y), fmax(p->box.x1, x),
			      fmax(p->box.y1, y)};
}

static void stroke(struct path *p, double x, double y)
{
	double scale = sqrt(fabs(p->to_page.a * p->to_page.d - p->to_page.b * p->to_page.c));

	if (p->stroked && p->width * scale < BROAD)
		page_line(p->page, p->x, p->y, x, y);
}

/* The sides of a frame: one box within another, as far apart as a line is thick. */
static bool is_frame(const struct box *a, const struct box *b)
{
	return fabs(a->x0 - b->x0) <= THICK && fabs(a->x1 - b->x1) <= THICK &&
	       fabs(a->y0 - b->y0) <= THICK && fabs(a->y1 - b->y1) <= THICK;
}

static void add_sides(struct page *page, const struct box *b)
{
	page_line(page, b->x0, b->y0, b->x1, b->y0);
	page_line(page, b->x0, b->y1, b->x1, b->y1);
	page_line(page, b->x0, b->y0, b->x0, b->y1);
	page_line(page, b->x1, b->y0, b->x1, b->y1);
}

/* A filled area: a line where it is slender, four where it is a frame, else a background. */
static void fill(struct path *p)
{
	struct box b = p->box;
	double wide = b.x1 - b.x0, high = b.y1 - b.y0;

	if (!p->filled || p->points < 3)
		return;
	if (fmin(wide, high) <= THICK && fmax(wide, high) >= SLENDER * fmin(wide, high)) {
		if (wide > high)
			page_line(p->page, b.x0, (b.y0 + b.y1) / 2, b.x1, (b.y0 + b.y1) / 2);
		else
			page_line(p->page, (b.x0 + b.x1) / 2, b.y0, (b.x0 + b.x1) / 2, b.y1);
	} else if (p->lasts >= 4 && p->points >= 4 && is_frame(&b, &p->last)) {
		add_sides(p->page, &b);
	}
}

static void end_subpath(struct path *p)
{
	fill(p);
	if (p->points >= 4) {
		p->last = p->box;
		p->lasts = p->points;
	}
	p->points = 0;
}

void path_begin(struct path *p, struct page *page, const struct matrix *to_page, double width)
{
	*p = (struct path){.page = page, .to_page = *to_page, .width = width};
	p->across = page->across.n;
	p->down = page->down.n;
}

void path_move(struct path *p, double x, double y)
{
	end_subpath(p);
	matrix_apply(&p->to_page, &x, &y);
	p->x = p->x0 = x;
	p->y = p->y0 = y;
	add_point(p, x, y);
}

void path_line(struct path *p, double x, double y)
{
	matrix_apply(&p->to_page, &x, &y);
	stroke(p, x, y);
	add_point(p, x, y);
	p->x = x;
	p->y = y;
}

void path_curve(struct path *p, double x, double y)
{
	matrix_apply(&p->to_page, &x, &y);
	p->curved = true;
	add_point(p, x, y);
	p->x = x;
	p->y = y;
}

void path_close(struct path *p)
{
	stroke(p, p->x0, p->y0);
	p->x = p->x0;
	p->y = p->y0;
}

/* Outlines of characters have straight pieces, too. */
void path_end(struct path *p)
{
	end_subpath(p);
	if (!p->curved)
		return;
	p->page->across.n = p->across;
	p->page->down.n = p->down;
}
