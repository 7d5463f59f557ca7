#include "cmd/gir-segment/reader/packed/docx_story.h"

#include "cmd/gir-segment/reader/limits.h"
#include "common/buf.h"

enum {
	SHORT_TEXT = 24, /* bytes */
	LONG_TEXT = 360, /* bytes: a paragraph longer than this is prose, in no form of figures */
	FIGURES = 6      /* cells with figures that make a table one of figures */
};

/* ---- building ---- */

static void add_block(struct story *s, struct story_block *b)
{
	if (s->last)
		s->last->next = b;
	else
		s->first = b;
	s->last = b;
}

void story_add_paragraph(struct story *s, struct pool *pool, struct str text, struct str outside,
			 size_t number)
{
	struct story_block *b = pool_alloc(pool, sizeof *b);

	*b = (struct story_block){.text = text, .outside = outside, .number = number};
	add_block(s, b);
}

struct story_table *story_add_table(struct story *s, struct pool *pool)
{
	struct story_block *b = pool_alloc(pool, sizeof *b);

	b->table = pool_alloc(pool, sizeof *b->table);
	*b = (struct story_block){.table = b->table, .text = STR_EMPTY, .outside = STR_EMPTY};
	*b->table = (struct story_table){.first = NULL};
	add_block(s, b);
	return b->table;
}

struct story_row *story_add_row(struct story_table *t, struct pool *pool)
{
	struct story_row *r = pool_alloc(pool, sizeof *r);

	*r = (struct story_row){.next = NULL};
	if (t->last)
		t->last->next = r;
	else
		t->first = r;
	return t->last = r;
}

struct story_cell *story_add_cell(struct story_row *r, struct pool *pool)
{
	struct story_cell *c = pool_alloc(pool, sizeof *c);

	*c = (struct story_cell){.cols = 1, .rows = 1};
	if (r->last)
		r->last->next = c;
	else
		r->first = c;
	return r->last = c;
}

void story_append(struct story *to, struct story *from)
{
	if (!from->first)
		return;
	if (to->last)
		to->last->next = from->first;
	else
		to->first = from->first;
	to->last = from->last;
	*from = (struct story){.first = NULL};
}

/* ---- where the cells stand ---- */

struct layout {
	size_t rows, cols, cells;
	struct story_cell *above[LIMIT_COLUMNS + 1]; /* by column, what began above and goes on */
};

/* Takes the cells that continue the one to their left into it. Their text is not shown. */
static void merge_right(struct story_row *r)
{
	struct story_cell *c, *head = NULL;

	for (c = r->first; c; c = c->next) {
		if (c->right == MERGE_CONTINUE && head) {
			head->cols += c->cols;
			c->merged = true;
		} else {
			head = c;
		}
	}
}

/* Places a cell at the column, or makes it a part of the one above, where that is as wide. */
static void place_cell(struct layout *l, struct story_cell *c, size_t col)
{
	struct story_cell *above = col <= LIMIT_COLUMNS ? l->above[col] : NULL;
	bool continues = c->down == MERGE_CONTINUE && above && above->cols == c->cols;
	size_t i;

	c->row = l->rows;
	c->col = col;
	l->cells++;
	if (continues) {
		above->rows++;
		c->merged = true;
	}
	for (i = col; i < col + c->cols && i <= LIMIT_COLUMNS; i++)
		l->above[i] = NULL;
	if (col <= LIMIT_COLUMNS && c->down != MERGE_NONE)
		l->above[col] = continues ? above : c;
}

/* False where the table is larger than any table of figures is. */
static bool lay_out(struct story_table *t, struct layout *l)
{
	struct story_row *r;
	struct story_cell *c;
	size_t col, i;

	*l = (struct layout){.rows = 0};
	for (r = t->first; r; r = r->next) {
		if (r->deleted || !r->first)
			continue;
		l->rows++;
		merge_right(r);
		for (i = 1; i <= r->before && i <= LIMIT_COLUMNS; i++)
			l->above[i] = NULL;
		col = r->before + 1;
		for (c = r->first; c; c = c->next) {
			if (c->merged)
				continue;
			place_cell(l, c, col);
			col += c->cols;
		}
		for (i = col; i <= LIMIT_COLUMNS; i++)
			l->above[i] = NULL;
		l->cols = col - 1 > l->cols ? col - 1 : l->cols;
	}
	return l->rows <= LIMIT_ROWS && l->cols <= LIMIT_COLUMNS;
}

/* ---- figures or layout ---- */

static bool is_blank(struct str s)
{
	return str_trim(s).n == 0;
}

/* What a story holds. */
struct contents {
	size_t paragraphs; /* that are not blank */
	size_t tables;
	bool prose, sentence;
};

static struct contents contents_of(const struct story *s)
{
	struct contents c = {.paragraphs = 0};
	const struct story_block *b;

	for (b = s->first; b; b = b->next) {
		c.tables += b->table != NULL;
		if (b->table || is_blank(b->text))
			continue;
		c.paragraphs++;
		c.prose |= b->text.n > LONG_TEXT;
		c.sentence |= str_ends(str_trim(b->text), STR("。"));
	}
	return c;
}

/* Whether the cell's text is a number, so far as that shows at a glance. */
static bool is_figure(const struct story *s)
{
	struct str t = s->first ? str_trim(s->first->text) : STR_EMPTY;

	return t.n > 0 && t.n <= SHORT_TEXT &&
	       ((t.p[0] >= '0' && t.p[0] <= '9') || (t.p[0] == '-' && t.n > 1));
}

/* Whether a row has one cell and this is text rather than a label of the form. */
static bool is_text_row(const struct story_row *r)
{
	struct contents c;

	if (!r->first || r->first != r->last)
		return false;
	c = contents_of(&r->first->story);
	return c.prose || c.sentence || c.tables > 0 || c.paragraphs > 2;
}

/* What decides whether a table is one of figures. */
struct signs {
	size_t figures, tables;
	bool prose;
};

static struct signs signs_of(const struct story_table *t)
{
	struct signs s = {.figures = 0};
	const struct story_row *r;
	const struct story_cell *c;

	for (r = t->first; r; r = r->next) {
		if (r->deleted || is_text_row(r))
			continue;
		for (c = r->first; c; c = c->next) {
			struct contents in = contents_of(&c->story);

			s.tables += in.tables;
			s.prose |= in.prose;
			s.figures += is_figure(&c->story);
		}
	}
	return s;
}

/* A table that only places things on the page: its cells are text like any other. */
static bool is_layout(const struct story_table *t, const struct layout *l)
{
	struct signs s;

	if (l->cells <= 1 || l->cols <= 1 || (l->rows == 1 && l->cells <= 2))
		return true;
	s = signs_of(t);
	return s.figures < FIGURES && (s.prose || s.tables > 0);
}

/* ---- lines ---- */

static void write_blocks(const struct story *s, struct pool *pool, struct text *to, size_t *tables);

static void add_outside(struct text *to, struct str s, size_t number)
{
	if (!is_blank(s))
		text_add(to, STR_EMPTY, number)->outside = s;
}

/* Appends all text of a story, a line a paragraph. Cells of tables within are lines, too. */
static void join(const struct story *s, struct buf *text, struct buf *outside)
{
	const struct story_block *b;
	const struct story_row *r;
	const struct story_cell *c;

	for (b = s->first; b; b = b->next) {
		if (text->n > 0 && !b->table)
			buf_putc(text, '\n');
		buf_put(text, b->text);
		buf_put(outside, b->outside);
		for (r = b->table ? b->table->first : NULL; r; r = r->next)
			for (c = r->deleted ? NULL : r->first; c; c = c->next)
				join(&c->story, c->merged ? outside : text, outside);
	}
}

static void write_cell(const struct story_cell *c, size_t table, size_t first_row,
		       struct pool *pool, struct text *to)
{
	struct buf text = BUF_INIT, outside = BUF_INIT;
	struct str s, hidden;
	const struct story_block *only = c->story.first;

	if (only && !only->next && !only->table) {
		s = only->text;
		hidden = only->outside;
	} else {
		join(&c->story, &text, &outside);
		s = pool_dup(pool, buf_str(&text));
		hidden = pool_dup(pool, buf_str(&outside));
		buf_free(&text);
		buf_free(&outside);
	}
	text_add(to, s, c->number)->cell =
		(struct text_cell){table, c->row - first_row + 1, c->col, c->rows, c->cols};
	add_outside(to, hidden, c->number);
}

/* What stands in a part of a merged cell does not show. */
static void write_covered(const struct story_cell *c, struct pool *pool, struct text *to)
{
	struct buf text = BUF_INIT;

	join(&c->story, &text, &text);
	add_outside(to, pool_dup(pool, buf_str(&text)), c->number);
	buf_free(&text);
}

static void write_as_lines(const struct story_row *r, struct pool *pool, struct text *to,
			   size_t *tables)
{
	const struct story_cell *c;

	for (c = r->deleted ? NULL : r->first; c; c = c->next)
		if (!c->merged)
			write_blocks(&c->story, pool, to, tables);
}

/* A row of text within parts the table. */
static void write_table(const struct story_table *t, struct pool *pool, struct text *to,
			size_t *tables)
{
	const struct story_row *r;
	const struct story_cell *c;
	size_t first_row = 0; /* of the part at hand, 0 before it begins */

	for (r = t->first; r; r = r->next) {
		if (r->deleted || !r->first)
			continue;
		if (is_text_row(r)) {
			write_as_lines(r, pool, to, tables);
			first_row = 0;
			continue;
		}
		if (first_row == 0) {
			first_row = r->first->row;
			++*tables;
		}
		for (c = r->first; c; c = c->next)
			if (c->merged)
				write_covered(c, pool, to);
			else
				write_cell(c, *tables, first_row, pool, to);
	}
}

static void write_blocks(const struct story *s, struct pool *pool, struct text *to, size_t *tables)
{
	const struct story_block *b;
	const struct story_row *r;
	struct layout l;

	for (b = s->first; b; b = b->next) {
		if (!b->table) {
			text_add(to, b->text, b->number);
			add_outside(to, b->outside, b->number);
		} else if (lay_out(b->table, &l) && !is_layout(b->table, &l)) {
			write_table(b->table, pool, to, tables);
		} else {
			for (r = b->table->first; r; r = r->next)
				write_as_lines(r, pool, to, tables);
		}
	}
}

void story_write(const struct story *s, struct pool *pool, struct text *to, size_t *tables)
{
	write_blocks(s, pool, to, tables);
}
