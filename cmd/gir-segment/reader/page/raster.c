#include "cmd/gir-segment/reader/page/raster.h"

#include <stdlib.h>

#include "common/alloc.h"

enum {
	DARK = 140, /* a grey below this */
	RUN = 100,  /* pixels: at 300 an inch longer than any stroke of usual text */
	GAP = 3,    /* pixels that may be light within a run */
	LIMIT_SIDE = 8000
};

struct picture {
	unsigned char *pixel, *line; /* the picture; 1 where a pixel belongs to a line */
	size_t width, height;
	double scale; /* points a pixel */
};

/* A number of the header, after blanks. */
static bool header_number(struct str *s, size_t *v)
{
	size_t i = 0;

	while (i < s->n && (s->p[i] == ' ' || s->p[i] == '\n'))
		i++;
	*v = 0;
	if (i == s->n || s->p[i] < '0' || s->p[i] > '9')
		return false;
	for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9' && *v < LIMIT_SIDE; i++)
		*v = *v * 10 + (size_t)(s->p[i] - '0');
	*s = str_from(*s, i);
	return true;
}

static bool open_picture(struct buf *pgm, struct picture *p)
{
	struct str s = buf_str(pgm);
	size_t most;

	if (!str_starts(s, STR("P5")))
		return false;
	s = str_from(s, 2);
	if (!header_number(&s, &p->width) || !header_number(&s, &p->height) ||
	    !header_number(&s, &most) || most != 255 || p->width == 0 || p->height == 0 ||
	    p->width > LIMIT_SIDE || p->height > LIMIT_SIDE)
		return false;
	s = str_from(s, 1);
	if (s.n < p->width * p->height)
		return false;
	p->pixel = (unsigned char *)pgm->p + (pgm->n - s.n);
	return true;
}

/* The dark run from `*at` on in `n` pixels `step` apart; false where there is none. *end is behind
 * its last dark pixel; *at goes on behind it. */
static bool next_run(const unsigned char *v, size_t n, size_t step, size_t *at, size_t *from,
		     size_t *end)
{
	size_t i = *at, last;

	while (i < n && v[i * step] >= DARK)
		i++;
	if (i == n)
		return false;
	*from = last = i;
	for (; i < n && i - last <= GAP; i++)
		if (v[i * step] < DARK)
			last = i;
	*end = last + 1;
	*at = last + 1;
	return true;
}

static void find_across(struct picture *p, struct page *page)
{
	size_t y, at, from, end;

	for (y = 0; y < p->height; y++)
		for (at = 0; next_run(p->pixel + y * p->width, p->width, 1, &at, &from, &end);) {
			double height = ((double)y + 0.5) * p->scale;

			if (end - from < RUN)
				continue;
			page_line(page, (double)from * p->scale, height, (double)end * p->scale,
				  height);
			memset(p->line + y * p->width + from, 1, end - from);
		}
}

static void find_down(struct picture *p, struct page *page)
{
	size_t x, at, from, end, i;

	for (x = 0; x < p->width; x++)
		for (at = 0; next_run(p->pixel + x, p->height, p->width, &at, &from, &end);) {
			double place = ((double)x + 0.5) * p->scale;

			if (end - from < RUN)
				continue;
			page_line(page, place, (double)from * p->scale, place,
				  (double)end * p->scale);
			for (i = from; i < end; i++)
				p->line[i * p->width + x] = 1;
		}
}

/* Whitens the lines, and the grey edges along them. */
static void whiten(struct picture *p)
{
	size_t x, y;

	for (y = 0; y < p->height; y++)
		for (x = 0; x < p->width; x++) {
			size_t i = y * p->width + x;

			if (p->line[i] || (x > 0 && p->line[i - 1]) ||
			    (x + 1 < p->width && p->line[i + 1]) ||
			    (y > 0 && p->line[i - p->width]) ||
			    (y + 1 < p->height && p->line[i + p->width]))
				p->pixel[i] = 255;
		}
}

bool raster_take_lines(struct buf *pgm, struct page *page, size_t *width)
{
	struct picture p;

	if (!open_picture(pgm, &p))
		return false;
	p.scale = page->width / (double)p.width;
	p.line = xcalloc(p.width * p.height, 1);
	find_across(&p, page);
	find_down(&p, page);
	whiten(&p);
	free(p.line);
	*width = p.width;
	return true;
}
