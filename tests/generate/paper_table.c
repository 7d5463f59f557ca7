/* paper_table: a table over one page or several; what does not fit goes on behind the break. */
#include "tests/generate/paper.h"

enum { MAX_LINES = 64 };
static const double PAD = 3;

/* A row as it was placed. */
struct placed {
	size_t page;
	double top, bottom;
};

struct table {
	const struct grid *g;
	double size, lead; /* of the type */
	double column[20]; /* where each begins */
	double height[48];
	struct placed at[48];
	size_t header; /* rows of names at the head */
};

/* The lines of a cell's text. */
struct cell_lines {
	struct str line[MAX_LINES];
	size_t n;
	double size;
};

static void set_columns(struct table *t)
{
	static const double labels[] = {0.12, 0.12, 0.22};
	const struct grid *g = t->g;
	size_t i;

	t->column[0] = PAPER_LEFT;
	for (i = 0; i < g->width; i++) {
		double width = 1.0 / (double)g->width;

		if (g->table == TABLE_REQUESTS)
			width = i < 3 ? labels[i] : 0.54 / 7;
		else if (g->table == TABLE_ACTIVE)
			width = i == 0 ? 0.31 : 0.23;
		t->column[i + 1] = t->column[i] + PAPER_MEASURE * width;
	}
}

static bool has_digit(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return str_has(s, STR("\xef\xbc")); /* the full-width forms */
}

/* A number is never broken: its type is as small as it must be. */
static void cut_cell(const struct table *t, const struct grid_cell *c, size_t column,
		     struct cell_lines *l)
{
	double room = t->column[column + c->span] - t->column[column] - 2 * PAD;
	struct str rest = c->text;

	l->n = 0;
	l->size = t->size;
	if (c->kind == GRID_VALUE && has_digit(c->text)) {
		if (paper_width(c->text) * l->size > room)
			l->size = room / paper_width(c->text);
		l->line[l->n++] = c->text;
		return;
	}
	while (rest.n && l->n < MAX_LINES)
		l->line[l->n++] = paper_cut(&rest, room / l->size);
}

static void set_heights(struct table *t)
{
	const struct grid *g = t->g;
	struct cell_lines l;
	size_t i, j, k;

	for (i = 0; i < g->n; i++)
		t->height[i] = t->lead + 2 * PAD;
	for (i = 0; i < g->n; i++) {
		for (j = 0; j < g->row[i].n; j++) {
			size_t rows = grid_rows(g, i, j);
			double need, has = 0;

			if (grid_covered(g, i, j))
				continue;
			cut_cell(t, &g->row[i].cell[j], grid_column(&g->row[i], j), &l);
			need = (double)l.n * t->lead + 2 * PAD;
			for (k = 0; k < rows; k++)
				has += t->height[i + k];
			if (need > has)
				t->height[i + rows - 1] += need - has;
		}
	}
}

/* The part of a cell that stands on one page: rows from .. to, not included. */
static void rule_part(struct setter *s, const struct table *t, size_t from, size_t to, double x1,
		      double x2)
{
	double top = t->at[from].top, bottom = t->at[to - 1].bottom;

	if (s->across) {
		paper_rule(s, x1, top, x2, top);
		paper_rule(s, x1, bottom, x2, bottom);
	}
	if (s->down) {
		paper_rule(s, x1, top, x1, bottom);
		paper_rule(s, x2, top, x2, bottom);
	}
}

static void put_part(struct setter *s, const struct table *t, const struct cell_lines *l,
		     size_t first, size_t n, double x1, double x2, double top, double bottom)
{
	double y = (top + bottom) / 2 + (double)n * t->lead / 2;
	size_t i;

	for (i = first; i < first + n; i++) {
		double width = paper_width(l->line[i]) * l->size;

		paper_text(s, (x1 + x2 - width) / 2, y - t->lead / 2 - l->size * 0.36, l->size,
			   l->line[i]);
		y -= t->lead;
	}
}

/* The lines of a cell that goes over a page break fill its parts one after the other. */
static void put_cell(struct setter *s, const struct table *t, size_t i, size_t j)
{
	const struct grid_cell *c = &t->g->row[i].cell[j];
	size_t column = grid_column(&t->g->row[i], j), rows = grid_rows(t->g, i, j);
	double x1 = t->column[column], x2 = t->column[column + c->span];
	size_t from = i, to, done = 0, page = s->page;
	struct cell_lines l;

	cut_cell(t, c, column, &l);
	for (; from < i + rows; from = to) {
		double top = t->at[from].top, bottom;
		size_t n = l.n - done, fits;

		for (to = from + 1; to < i + rows && t->at[to].page == t->at[from].page; to++)
			;
		bottom = t->at[to - 1].bottom;
		fits = (size_t)((top - bottom - PAD) / t->lead);
		if (to < i + rows && fits < n)
			n = fits;
		s->page = t->at[from].page;
		rule_part(s, t, from, to, x1, x2);
		put_part(s, t, &l, done, n, x1, x2, top, bottom);
		done += n;
	}
	s->page = page;
}

static void place(struct setter *s, struct table *t, size_t i)
{
	t->at[i] = (struct placed){s->page, s->y, s->y - t->height[i]};
	s->y -= t->height[i];
}

/* The head again, on top of a further page. */
static void repeat_header(struct setter *s, struct table *t)
{
	struct placed kept[48];
	size_t i, j;

	memcpy(kept, t->at, sizeof kept);
	for (i = 0; i < t->header; i++)
		place(s, t, i);
	for (i = 0; i < t->header; i++)
		for (j = 0; j < t->g->row[i].n; j++)
			if (!grid_covered(t->g, i, j))
				put_cell(s, t, i, j);
	memcpy(t->at, kept, sizeof kept);
}

static void place_rows(struct setter *s, struct table *t, bool repeat)
{
	double head = 0;
	size_t i;

	for (i = 0; i <= t->header && i < t->g->n; i++)
		head += t->height[i];
	if (s->y - head < PAPER_BOTTOM)
		paper_turn(s);
	for (i = 0; i < t->g->n; i++) {
		if (s->y - t->height[i] < PAPER_BOTTOM) {
			paper_turn(s);
			if (repeat)
				repeat_header(s, t);
		}
		place(s, t, i);
	}
}

void paper_table(struct setter *s, const struct grid *g)
{
	struct table t = {.g = g};
	size_t i, j;

	t.size = g->table == TABLE_REVIEW ? 8 : 9;
	t.lead = t.size * 1.25;
	while (t.header < g->n && g->row[t.header].row == STR_NONE)
		t.header++;
	set_columns(&t);
	set_heights(&t);
	place_rows(s, &t, g->table == TABLE_REQUESTS && s->r->style.variant % 2);
	for (i = 0; i < g->n; i++)
		for (j = 0; j < g->row[i].n; j++)
			if (!grid_covered(g, i, j))
				put_cell(s, &t, i, j);
}
