/* page: the page as pdftotext -layout leaves it: columns set apart by runs of spaces, labels
 * broken over lines above and below their numbers, page breaks inside tables. */
#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"
#include "tests/generate/generate.h"

enum { CANVAS_WIDTH = 320, CANVAS_LINES = 400, SECOND_HALF = 1 };

struct canvas {
	uint32_t cell[CANVAS_LINES][CANVAS_WIDTH];
	size_t top[64];    /* the first line of each row */
	size_t height[64]; /* its lines */
	size_t column[17]; /* where each column of the grid begins */
	size_t lines;
};

static size_t cp_width(uint32_t cp)
{
	return cp < 0x1100 ? 1 : 2;
}

size_t display_width(struct str s)
{
	size_t i = 0, n = 0;

	while (i < s.n)
		n += cp_width(utf8_next(s, &i));
	return n;
}

static void draw(struct canvas *c, size_t line, size_t x, struct str s)
{
	size_t i = 0;

	while (i < s.n && line < CANVAS_LINES) {
		uint32_t cp = utf8_next(s, &i);

		if (x + 2 > CANVAS_WIDTH)
			return;
		c->cell[line][x] = cp;
		if (cp_width(cp) == 2)
			c->cell[line][x + 1] = SECOND_HALF;
		x += cp_width(cp);
	}
}

/* Cuts the next line of at most `width` columns from `rest`, without broken-off line feeds. */
static struct str next_line(struct str *rest, size_t width)
{
	size_t i = 0, n = 0, end = 0;
	struct str line;

	while (i < rest->n) {
		uint32_t cp = utf8_next(*rest, &i);

		if (cp == '\n')
			break;
		if (n + cp_width(cp) > width && end)
			break;
		n += cp_width(cp);
		end = i;
	}
	line = str_sub(*rest, 0, end);
	*rest = str_from(*rest, end + (end < rest->n && rest->p[end] == '\n'));
	return line;
}

static size_t line_count(struct str s, size_t width)
{
	size_t n = 0;

	while (s.n) {
		next_line(&s, width);
		n++;
	}
	return n;
}

/* How wide each column of the grid is: labels as offices set them, values as they need. */
static void set_columns(struct report *r, const struct grid *g, struct canvas *c)
{
	static const size_t labels[] = {8, 14, 30};
	size_t i, j, values = 6;

	for (i = 0; i < g->n; i++)
		for (j = 0; j < g->row[i].n; j++)
			if (g->row[i].cell[j].kind == GRID_VALUE &&
			    display_width(g->row[i].cell[j].text) + 3 > values)
				values = display_width(g->row[i].cell[j].text) + 3;
	c->column[0] = (size_t)(r->style.variant % 3);
	for (i = 0; i < g->width; i++) {
		size_t width = values + 2 * (size_t)(r->style.variant % 2);

		if (g->table == TABLE_REQUESTS && i < 3)
			width = labels[i];
		else if (g->table == TABLE_ACTIVE)
			width = i == 0 ? 24 : values + 12;
		c->column[i + 1] = c->column[i] + width;
	}
}

/* In how many rows a cell that begins in column `at` of row `i` is seen. */
static size_t row_span(const struct grid *g, size_t i, size_t at)
{
	size_t n = 1, j, column;

	while (i + n < g->n) {
		const struct grid_row *row = &g->row[i + n];

		for (j = 0, column = 0; j < row->n && column < at; j++)
			column += row->cell[j].span;
		if (j == row->n || column != at || row->cell[j].kind != GRID_ABOVE)
			break;
		n++;
	}
	return n;
}

static size_t text_width(const struct canvas *c, const struct grid_cell *cell, size_t column)
{
	return c->column[column + cell->span] - c->column[column] - 2;
}

/* An odd number of lines, so that numbers stand beside the middle one. */
static void set_heights(const struct grid *g, struct canvas *c)
{
	size_t i, j, column;

	c->lines = 0;
	for (i = 0; i < g->n; i++) {
		size_t height = 1;

		for (j = 0, column = 0; j < g->row[i].n; j++) {
			const struct grid_cell *cell = &g->row[i].cell[j];
			size_t need = line_count(cell->text, text_width(c, cell, column));
			size_t span = row_span(g, i, column);

			need = (need + span - 1) / span;
			height = need > height ? need : height;
			column += cell->span;
		}
		c->top[i] = c->lines;
		c->height[i] = height | 1;
		c->lines += c->height[i];
	}
}

static void draw_cell(const struct grid *g, struct canvas *c, size_t i, size_t column,
		      const struct grid_cell *cell)
{
	size_t last = i + row_span(g, i, column) - 1;
	size_t height = c->top[last] + c->height[last] - c->top[i];
	size_t width = text_width(c, cell, column), n = line_count(cell->text, width), k;
	size_t line = c->top[i] + (height - n) / 2;
	struct str rest = cell->text;

	for (k = 0; k < n; k++) {
		/* an even number of lines leaves the middle one to the numbers */
		size_t skip = n % 2 == 0 && height % 2 && k >= n / 2;
		struct str s = next_line(&rest, width);

		draw(c, line + k + skip, c->column[column] + (width - display_width(s)) / 2, s);
	}
}

static void draw_table(const struct grid *g, struct canvas *c)
{
	size_t i, j, column;

	for (i = 0; i < g->n; i++)
		for (j = 0, column = 0; j < g->row[i].n; j++) {
			if (g->row[i].cell[j].text.n)
				draw_cell(g, c, i, column, &g->row[i].cell[j]);
			column += g->row[i].cell[j].span;
		}
}

static void put_canvas_line(const struct canvas *c, size_t line, struct buf *to)
{
	size_t end = CANVAS_WIDTH, x;

	while (end && c->cell[line][end - 1] == 0)
		end--;
	for (x = 0; x < end; x++)
		if (c->cell[line][x] != SECOND_HALF)
			buf_put_cp(to, c->cell[line][x] ? c->cell[line][x] : ' ');
	buf_putc(to, '\n');
}

static void put_rows(const struct canvas *c, size_t from, size_t to_row, struct buf *to)
{
	size_t i, line;

	for (i = from; i < to_row; i++)
		for (line = 0; line < c->height[i]; line++)
			put_canvas_line(c, c->top[i] + line, to);
}

static void page_break(struct report *r, size_t page, struct buf *to)
{
	static const char *const marks[] = {"%40s%zu", "%38s- %zu -", "%36s第 %zu 页"};

	buf_putc(to, '\n');
	switch (r->style.variant % 3) {
	case 0:
		say(to, marks[0], "", page);
		break;
	case 1:
		say(to, marks[1], "", page);
		break;
	default:
		say(to, marks[2], "", page);
	}
	buf_put(to, STR("\n\f"));
}

void print_page(struct report *r, const struct grid *g, struct buf *to)
{
	struct canvas *c = xcalloc(1, sizeof *c);
	size_t header = 0, i, page = 2;
	bool repeat = r->style.variant % 2;

	while (header < g->n && g->row[header].row == STR_NONE)
		header++;
	set_columns(r, g, c);
	set_heights(g, c);
	draw_table(g, c);
	put_rows(c, 0, header, to);
	for (i = header; i < g->n; i++) {
		bool long_table = g->table == TABLE_REQUESTS;

		if (i > header && random_chance(&r->random, long_table ? 4 : 1)) {
			page_break(r, page++, to);
			if (repeat && long_table)
				put_rows(c, 0, header, to);
		}
		put_rows(c, i, i + 1, to);
	}
	buf_putc(to, '\n');
	free(c);
}
