/* rows: the layouts in which a line of text, or a tab, says where a cell ends. */
#include "tests/generate/generate.h"

/* The text on one line: a break inside becomes `gap`. */
static void put_line(struct str text, const char *gap, struct buf *to)
{
	struct str piece;
	bool first = true;

	while (str_cut(&text, '\n', &piece)) {
		if (!first)
			buf_put(to, str_of(gap));
		buf_put(to, piece);
		first = false;
	}
}

/* Word: each cell a line behind a tab, an empty line behind each row; a label's further lines
 * have no tab. Cells covered from above are there, and empty. */
void print_word(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i, j;

	for (i = 0; i < g->n; i++) {
		for (j = 0; j < g->row[i].n; j++)
			say(to, "\t%.*s\n", STR_ARG(g->row[i].cell[j].text));
		buf_putc(to, '\n');
		if (r->noise >= 2 && random_chance(&r->ink, 2))
			buf_putc(to, '\n');
	}
	buf_putc(to, '\n');
}

static void put_tabs(size_t n, struct buf *to)
{
	while (n--)
		buf_putc(to, '\t');
}

/* A row over the full grid: merged cells leave their further columns empty. */
static void tabs_aligned(const struct grid_row *row, struct buf *to)
{
	size_t j;

	for (j = 0; j < row->n; j++) {
		if (j)
			buf_putc(to, '\t');
		put_line(row->cell[j].text, " ", to);
		put_tabs(row->cell[j].span - 1, to);
	}
	buf_putc(to, '\n');
}

/* A row as some spreadsheets save the table: two columns before the values where three labels do
 * not need more, filled up behind; once the first column is lost, all that follows is shorter. */
static void tabs_shifted(const struct grid *g, const struct grid_row *row, bool lost,
			 struct buf *to)
{
	size_t j, fields = 0, leading = 0;

	for (j = 0; j < row->n; j++) {
		const struct grid_cell *c = &row->cell[j];

		if (c->kind == GRID_VALUE && leading == 1 && !lost) {
			buf_putc(to, '\t');
			fields++;
		}
		leading = c->kind == GRID_VALUE ? 3 : leading + 1;
		if (lost && j == 0 && c->kind == GRID_ABOVE)
			continue;
		if (fields++)
			buf_putc(to, '\t');
		put_line(c->text, " ", to);
	}
	if (!lost && fields < g->width)
		put_tabs(g->width - fields, to);
	buf_putc(to, '\n');
}

void print_tabs(struct report *r, const struct grid *g, struct buf *to)
{
	bool shifted = g->table == TABLE_REQUESTS && r->style.variant % 2 == 1;
	size_t lost_at = random_below(&r->random, g->n), i;

	for (i = 0; i < g->n; i++) {
		if (shifted)
			tabs_shifted(g, &g->row[i], i >= lost_at && i > 3, to);
		else
			tabs_aligned(&g->row[i], to);
		if ((shifted && i == lost_at) || (r->noise >= 2 && random_chance(&r->random, 2)))
			buf_putc(to, '\n');
	}
}

/* Spaces: the cells of a row behind one another; what was blank is gone. */
static void spaced_row(const struct grid_row *row, struct buf *to)
{
	size_t j, n = 0;

	for (j = 0; j < row->n; j++) {
		if (row->cell[j].text.n == 0)
			continue;
		if (n++)
			buf_putc(to, ' ');
		put_line(row->cell[j].text, "", to);
	}
	buf_putc(to, '\n');
}

void print_spaces(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i;

	(void)r;
	for (i = 0; i < g->n; i++)
		spaced_row(&g->row[i], to);
}

/* A cell a paragraph. Blank cells are gone, and so is every mark of a row. */
void print_paragraphs(struct report *r, const struct grid *g, struct buf *to)
{
	const char *gap = r->style.variant % 2 ? "\n\n" : "\n";
	size_t i, j;

	for (i = 0; i < g->n; i++) {
		for (j = 0; j < g->row[i].n; j++) {
			if (g->row[i].cell[j].text.n == 0)
				continue;
			put_line(g->row[i].cell[j].text, gap, to);
			buf_put(to, STR("\n\n"));
		}
	}
}

/* A cell a line, from which document.c drops what was seen before. */
void print_lines(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i, j;

	(void)r;
	for (i = 0; i < g->n; i++)
		for (j = 0; j < g->row[i].n; j++)
			say(to, "%.*s\n", STR_ARG(g->row[i].cell[j].text));
}

/* Nothing between the cells: a row a line, or all of the table in one. */
void print_glued(struct report *r, const struct grid *g, struct buf *to)
{
	bool rows = r->style.variant % 2 == 0;
	size_t i, j;

	for (i = 0; i < g->n; i++) {
		for (j = 0; j < g->row[i].n; j++)
			put_line(g->row[i].cell[j].text, "", to);
		if (rows && to->n && to->p[to->n - 1] != '\n')
			buf_putc(to, '\n');
	}
	if (!rows)
		buf_putc(to, '\n');
}

/* Names of columns set upright: a line a character; what is shorter strays behind. */
static void upright(const struct grid_row *row, struct buf *to)
{
	size_t line, j;

	for (line = 0; line < 4; line++) {
		size_t n = 0;

		for (j = 0; j < row->n; j++) {
			struct str c = str_sub(row->cell[j].text, 3 * line, 3 * line + 3);

			if (row->cell[j].text.n != 12)
				continue;
			if (n++)
				buf_putc(to, ' ');
			buf_put(to, c);
		}
		buf_putc(to, '\n');
	}
	buf_put(to, STR("总计\n"));
}

static bool holds_columns(const struct grid_row *row)
{
	size_t j, n = 0;

	for (j = 0; j < row->n; j++)
		n += row->cell[j].text.n == 12;
	return n >= 8;
}

/* A long label goes on in the next line, where its numbers stand. */
static void flat_row(const struct grid_row *row, struct buf *to)
{
	size_t begin = to->n, i = begin, n = 0, label = 0, j;

	for (j = 0; j < row->n; j++)
		if (row->cell[j].kind == GRID_LABEL)
			label += row->cell[j].text.n;
	spaced_row(row, to);
	for (; i < to->n && n < 24; n++)
		for (i++; i < to->n && ((unsigned char)to->p[i] & 0xc0) == 0x80;)
			i++;
	if (i + 6 >= begin + label || row->row == STR_NONE)
		return;
	buf_putc(to, '\n');
	memmove(to->p + i + 1, to->p + i, to->n - i - 1);
	to->p[i] = '\n';
}

void print_flat(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i;

	for (i = 0; i < g->n; i++) {
		if (g->table == TABLE_REVIEW && holds_columns(&g->row[i]))
			upright(&g->row[i], to);
		else
			flat_row(&g->row[i], to);
		if (random_chance(&r->random, 4))
			say(to, "P. %zu\n", 2 + i / 8);
	}
}
