/* Tables: the place of each cell in the grid, and what becomes of a table when it ends. */
#include "cmd/gir-segment/reader/html/page.h"
#include "common/alloc.h"

enum {
	SPAN = 1000,   /* the widest span that the HTML standard allows */
	LONG = 1000,   /* bytes of a cell that is no figure, label or note of a table, */
	MANY = 20,     /* nor is one of so many lines */
	SENTENCE = 240 /* bytes of a row's only cell that is text between tables */
};

static struct table *innermost(struct page *p)
{
	return p->tables ? &p->table[p->tables - 1] : NULL;
}

void tables_open(struct page *p)
{
	struct table *t;

	p->table = grow(p->table, &p->table_cap, p->tables + 1, sizeof *p->table);
	t = &p->table[p->tables++];
	*t = (struct table){.first = p->t->n,
			    .cell = p->cells,
			    .box = (page_box(p), p->t->boxes),
			    .region = p->regions,
			    .group = p->cells};
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* A group of rows begins or ends: no span reaches over it. */
void tables_group(struct page *p)
{
	struct table *t = innermost(p);
	size_t i;

	if (!t)
		return;
	tables_row_end(p);
	for (i = t->group; i < p->cells; i++) {
		struct text_cell *c = &p->cell[i].place;

		c->rows = least(c->rows, t->row - c->row + 1);
	}
	t->group = p->cells;
	memset(t->busy, 0, sizeof t->busy);
}

void tables_row(struct page *p, unsigned look)
{
	struct table *t = innermost(p);

	if (!t)
		return;
	tables_cell_end(p);
	tables_row_end(p);
	t->row_hidden = look & LOOK_HIDDEN;
	t->row += !t->row_hidden;
	t->col = 1;
	t->in_row = true;
}

void tables_row_end(struct page *p)
{
	struct table *t = innermost(p);

	if (t)
		t->in_row = false;
}

/* The value of rowspan or colspan: 1 where it says nothing, at most SPAN. */
static size_t span(struct str s)
{
	size_t v = 0, i;

	s = str_trim(s);
	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v < SPAN ? v * 10 + (size_t)(s.p[i] - '0') : v;
	return i == 0 ? 1 : least(v, SPAN);
}

/* Puts a cell into the next free place of the row. */
static void place(struct table *t, size_t rows, size_t cols, struct text_cell *c)
{
	size_t i;

	while (t->col <= LIMIT_COLUMNS && t->busy[t->col] >= t->row)
		t->col++;
	*c = (struct text_cell){.row = t->row, .col = t->col, .rows = rows, .cols = 0};
	for (i = t->col; i <= LIMIT_COLUMNS && i < t->col + cols; i++) {
		if (t->busy[i] >= t->row && i > t->col) /* browsers lay one over the other */
			continue;
		t->busy[i] = t->row + rows - 1;
		c->cols += c->cols == i - t->col;
	}
	c->cols = c->cols ? c->cols : 1;
	t->col += cols;
}

void tables_cell(struct page *p, unsigned look, const char *const *attributes)
{
	struct table *t = innermost(p);
	struct cell *c;
	size_t rows = span(attribute(attributes, "rowspan"));
	size_t cols = span(attribute(attributes, "colspan"));

	if (!t)
		return;
	if (t->in_cell)
		tables_cell_end(p);
	if (!t->in_row)
		tables_row(p, 0);
	p->cell = grow(p->cell, &p->cell_cap, p->cells + 1, sizeof *p->cell);
	c = &p->cell[p->cells++];
	*c = (struct cell){.from = p->t->n, .to = SIZE_MAX, .number = p->line};
	c->hidden = t->row_hidden || look & LOOK_HIDDEN;
	c->unseen = look & LOOK_UNSEEN;
	if (c->hidden)
		c->place = (struct text_cell){.row = t->row, .col = t->col, .rows = 1, .cols = 1};
	else /* none, or 0: down to the end of the group */
		place(t, rows ? rows : SPAN, cols ? cols : 1, &c->place);
	t->in_cell = true;
}

void tables_cell_end(struct page *p)
{
	struct table *t = innermost(p);

	if (!t || !t->in_cell)
		return;
	p->cell[p->cells - 1].to = p->t->n;
	t->in_cell = false;
}

void tables_picture(struct page *p)
{
	struct table *t = innermost(p);

	if (t && t->in_cell)
		p->cell[p->cells - 1].picture = true;
}

/* ---- cells or lines ---- */

/* What a row of a table is. */
enum row_kind {
	ROW_CELLS, /* several short cells */
	ROW_LABEL, /* one short cell */
	ROW_TEXT   /* lines of text that the table only puts in their place */
};

static struct str line_text(const struct page *p, size_t line)
{
	return p->t->line[line].s;
}

static size_t cell_bytes(const struct page *p, const struct cell *c)
{
	size_t i, n = 0;

	for (i = c->from; i < c->to; i++)
		n += line_text(p, i).n;
	return n;
}

/* Whether a row's only cell is a sentence or a heading. */
static bool is_text(const struct page *p, const struct cell *c)
{
	size_t i;

	if (cell_bytes(p, c) > SENTENCE)
		return true;
	for (i = c->from; i < c->to; i++)
		if (p->mark[i] & MARK_SECTION || str_has(line_text(p, i), STR("。")))
			return true;
	return false;
}

/* The row of cells that starts at `i`; *end is the first cell behind it. */
static enum row_kind row_kind(const struct page *p, size_t i, size_t *end)
{
	size_t row = p->cell[i].place.row, from = i, shown = 0, only = i;
	bool is_long = false;

	for (; i < p->cells && p->cell[i].place.row == row; i++) {
		const struct cell *c = &p->cell[i];

		if (c->hidden)
			continue;
		shown++;
		only = i;
		is_long |= c->to - c->from > MANY || cell_bytes(p, c) > LONG;
	}
	*end = i;
	if (is_long || (shown == 0 && i > from))
		return ROW_TEXT;
	if (shown > 1)
		return ROW_CELLS;
	return is_text(p, &p->cell[only]) ? ROW_TEXT : ROW_LABEL;
}

/* Whether all text of the table's cells is links: a menu. */
static bool is_menu(const struct page *p, const struct table *t)
{
	size_t i;

	for (i = t->first; i < p->t->n; i++)
		if (!(p->mark[i] & MARK_LINK))
			return false;
	return p->t->n > t->first;
}

/* How many rows of a kind there are; *wide: a cell stands too far out. */
static void count_rows(const struct page *p, const struct table *t, size_t rows[3], bool *wide)
{
	size_t i = t->cell, end, k;

	for (; i < p->cells; i = end) {
		rows[row_kind(p, i, &end)]++;
		for (k = i; k < end; k++)
			*wide |= p->cell[k].place.col > LIMIT_COLUMNS &&
				 p->cell[k].to > p->cell[k].from;
	}
}

/* Whether the table is a grid of figures or facts. Where text stands in some of its rows, it takes
 * several other rows: a whole page may be typed into one table, and another may only be laid out
 * by one. */
static bool is_data(const struct page *p, const struct table *t)
{
	enum { GRID = 3 };
	size_t rows[3] = {0};
	bool wide = false;

	if (t->holds_cells || t->row > LIMIT_ROWS || p->cells - t->cell > LIMIT_CELLS ||
	    is_menu(p, t))
		return false;
	count_rows(p, t, rows, &wide);
	return !wide && rows[ROW_CELLS] >= (rows[ROW_TEXT] ? (size_t)GRID : 1);
}

/* Whether the text is none, or has a digit: beside a picture it is no number then. */
static bool has_no_label(struct str s)
{
	size_t i = 0;

	while (i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'))
		i++;
	return s.n == 0 || i < s.n;
}

/* The text of the cell's lines that are shown, joined; U+FFFC stands for a picture. */
static struct str joined(struct page *p, const struct table *t, const struct cell *c)
{
	struct str only = STR_EMPTY;
	size_t l, n = 0;
	bool picture;

	buf_clear(&p->cur);
	for (l = c->from - t->first; l < c->to - t->first; l++) {
		if (c->unseen || p->scratch_mark[l] & MARK_HIDDEN)
			continue;
		if (n == 1)
			buf_put(&p->cur, only);
		if (n > 0) {
			buf_putc(&p->cur, '\n');
			buf_put(&p->cur, p->scratch_line[l].s);
		}
		only = p->scratch_line[l].s;
		n++;
	}
	if (n == 1)
		buf_put(&p->cur, only);
	picture = c->picture && has_no_label(buf_str(&p->cur));
	if (picture)
		buf_put(&p->cur, STR("\xef\xbf\xbc"));
	if (n > 1 || picture)
		only = pool_dup(&p->r->pool, buf_str(&p->cur));
	buf_clear(&p->cur);
	return only;
}

/* Adds a line of the table as a line again. */
static void put_line(struct page *p, const struct table *t, size_t line)
{
	const struct text_line *old = &p->scratch_line[line - t->first];

	if (old->s.n)
		page_add(p, old->s, old->number, p->scratch_mark[line - t->first]);
}

static void put_cell(struct page *p, const struct table *t, const struct cell *c)
{
	bool blank = c->to == c->from;

	page_add(p, joined(p, t, c), blank ? c->number : p->scratch_line[c->from - t->first].number,
		 0);
	p->t->line[p->t->n - 1].cell = c->place;
	p->t->line[p->t->n - 1].cell.table = p->tables_made;
}

static void put_row(struct page *p, const struct table *t, size_t i, size_t end, bool cells)
{
	size_t l;

	for (; i < end; i++) {
		const struct cell *c = &p->cell[i];

		if (c->hidden || c->place.col > LIMIT_COLUMNS)
			continue;
		if (cells)
			put_cell(p, t, c);
		else
			for (l = c->from; l < c->to; l++)
				put_line(p, t, l);
	}
}

/* What stands in the table but in no cell goes before it, as in browsers. */
static void put_strays(struct page *p, const struct table *t, size_t end)
{
	size_t l = t->first, i = t->cell;

	while (l < end) {
		if (i < p->cells && l >= p->cell[i].from) {
			l = p->cell[i].to > l ? p->cell[i].to : l;
			i++;
			continue;
		}
		put_line(p, t, l++);
	}
}

/* Which kind a row's lines are given: a row of one short cell is a table's between its rows. */
static bool is_cells(const struct page *p, size_t end, enum row_kind kind, bool before)
{
	size_t next;

	if (kind != ROW_LABEL)
		return kind == ROW_CELLS;
	return before || (end < p->cells && row_kind(p, end, &next) == ROW_CELLS);
}

/* The kinds of all rows must be known before the lines are taken away. */
static void mark_rows(struct page *p, const struct table *t)
{
	size_t i, end;
	bool before = false;

	for (i = t->cell; i < p->cells; i = end) {
		enum row_kind kind = row_kind(p, i, &end);

		before = is_cells(p, end, kind, before);
		p->cell[i].place.table = before;
	}
}

static void keep_lines(struct page *p, const struct table *t)
{
	size_t n = p->t->n - t->first;

	p->scratch_line = grow(p->scratch_line, &p->scratch_cap, n, sizeof *p->scratch_line);
	p->scratch_mark = grow(p->scratch_mark, &p->scratch_mark_cap, n, 1);
	if (n == 0)
		return;
	memcpy(p->scratch_line, &p->t->line[t->first], n * sizeof *p->scratch_line);
	memcpy(p->scratch_mark, &p->mark[t->first], n);
}

/* Makes cells of the table's lines, which are taken out. */
static void make_cells(struct page *p, const struct table *t)
{
	size_t i, end, lines = p->t->n;
	bool cells = false;

	mark_rows(p, t);
	keep_lines(p, t);
	p->t->n = t->first;
	p->t->boxes = t->box;
	p->regions = t->region;
	put_strays(p, t, lines);
	for (i = t->cell; i < p->cells; i = end) {
		bool now = p->cell[i].place.table;

		for (end = i; end < p->cells && p->cell[end].place.row == p->cell[i].place.row;)
			end++;
		if (now && !cells)
			p->tables_made++;
		cells = now;
		put_row(p, t, i, end, now);
	}
}

void tables_close(struct page *p)
{
	struct table *t = innermost(p);

	if (!t)
		return;
	tables_cell_end(p);
	tables_group(p);
	if (is_data(p, t)) {
		outside_hide(p, t->region);
		make_cells(p, t);
		t->holds_cells = true;
	}
	if (p->tables > 1)
		p->table[p->tables - 2].holds_cells |= t->holds_cells;
	p->cells = t->cell;
	p->tables--;
}
