#include "cmd/gir-report/tables.h"

#include "common/utf8.h"

enum {
	DEPTH = 4,   /* of headings in headings */
	EXCERPT = 80 /* code points of what stands in a cell */
};

/* The headings that lead to a row or a column, the outermost first. */
struct path {
	struct str name[DEPTH]; /* of each heading, for comparing */
	struct phrase text[DEPTH];
	size_t n;
};

/* A block of a table, as it is printed. */
struct block {
	struct page *page;
	const struct report *report;
	const struct mark *marks;
	const struct form *form;
	const struct form_block *block;
	size_t first_row, rows;   /* those of the form that are in the block */
	size_t depth, head_depth; /* headings of a row, of a column */
	size_t width;             /* columns of the widest block of the table */
};

static struct phrase group_label(const struct block *b, const struct form_group *g)
{
	return label(b->page->phrases, g->table, "group", g->name, g->labels);
}

static struct phrase row_label(const struct block *b, const struct form_row *r)
{
	return label(b->page->phrases, r->table, "row", r->name, r->labels);
}

static struct phrase column_label(const struct block *b, size_t column)
{
	const struct form_column *c =
		&b->form->columns[b->form->block_columns[b->block->first_column + column]];

	return label(b->page->phrases, c->table, "column", c->name, c->labels);
}

/* The groups around `group`, and itself. */
static void add_groups(const struct block *b, struct str group, struct path *to)
{
	const struct form_group *chain[DEPTH], *g;
	size_t n = 0;

	while (n + 1 < DEPTH && group.n &&
	       (g = form_find_group(b->form, b->block->table, group)) != NULL) {
		chain[n++] = g;
		group = g->group;
	}
	while (n-- > 0) {
		to->name[to->n] = chain[n]->name;
		to->text[to->n++] = group_label(b, chain[n]);
	}
}

static struct path row_path(const struct block *b, size_t row)
{
	struct path p = {.n = 0};

	add_groups(b, b->form->rows[b->first_row + row].group, &p);
	return p;
}

/* The columns of the printed block; where its rows stand side by side, so do all of its cells. */
static size_t printed_columns(const struct block *b)
{
	return b->block->across ? b->rows * b->block->columns : b->block->columns;
}

static struct path column_path(const struct block *b, size_t column)
{
	struct path p = {.n = 0};
	const struct form_row *row;

	if (!b->block->across) {
		size_t at = b->form->block_columns[b->block->first_column + column];

		add_groups(b, b->form->columns[at].group, &p);
		return p;
	}
	row = &b->form->rows[b->first_row + column / b->block->columns];
	add_groups(b, row->group, &p);
	p.name[p.n] = row->name;
	p.text[p.n++] = row_label(b, row);
	return p;
}

/* Whether both have the same headings down to that one. */
static bool is_shared(const struct path *a, const struct path *b, size_t level)
{
	size_t i;

	for (i = 0; i <= level; i++)
		if (i >= a->n || i >= b->n || !str_eq(a->name[i], b->name[i]))
			return false;
	return true;
}

/* ---- the parts of a table ---- */

static void put_span(struct buf *to, const char *name, size_t n)
{
	if (n < 2)
		return;
	buf_putc(to, ' ');
	buf_put(to, str_of(name));
	html_raw(to, "=\"");
	buf_put_size(to, n);
	html_raw(to, "\"");
}

static void put_heading(const struct block *b, const char *scope, size_t colspan, size_t rowspan,
			struct phrase text)
{
	struct buf *to = &b->page->html;

	html_raw(to, "<th scope=\"");
	buf_put(to, str_of(scope));
	html_raw(to, "\"");
	put_span(to, "colspan", colspan);
	put_span(to, "rowspan", rowspan);
	html_raw(to, ">");
	say_phrase(to, text);
	html_raw(to, "</th>");
}

static void put_raw(struct buf *to, struct str raw)
{
	struct str shown = tsv_clip(raw, EXCERPT);

	html_field(to, shown);
	if (shown.n < raw.n)
		html_raw(to, "…");
}

/* What is in the cell: the number, else what stands there, or the words for nothing. */
static void put_content(const struct block *b, const struct cell *c)
{
	struct buf *to = &b->page->html;

	if (c->state == STATE_NUM)
		html_field(to, c->value);
	else if (c->state == STATE_BLANK)
		say(to, b->page->phrases, "cell.blank");
	else if (c->state == STATE_ABSENT || c->state == STATE_COUNT)
		say(to, b->page->phrases, "cell.absent");
	else
		put_raw(to, c->raw);
	if (c->state == STATE_UNSURE)
		say(to, b->page->phrases, "cell.unsure");
}

static struct str class_of(const struct cell *c, const struct mark *m)
{
	if (m->suspect)
		return STR("suspect");
	if (m->severity < SEVERITY_COUNT)
		return str_of(severity_names[m->severity]);
	if (c->verdict.n && !str_is(c->verdict, "ok"))
		return STR("involved");
	return c->state == STATE_NUM ? STR_EMPTY : STR("no");
}

static void put_cell(const struct block *b, size_t cell, size_t colspan)
{
	const struct cell *c = &b->report->cell[cell];
	const struct mark *m = &b->marks[cell];
	struct buf *to = &b->page->html;
	struct str class = class_of(c, m);

	html_raw(to, "<td");
	put_span(to, "colspan", colspan);
	if (class.n) {
		html_raw(to, " class=\"");
		buf_put(to, class);
		html_raw(to, "\"");
	}
	html_raw(to, ">");
	if (m->finding) {
		html_raw(to, "<a href=\"#f");
		buf_put_size(to, m->finding);
		html_raw(to, "\">");
	}
	put_content(b, c);
	if (m->suspect) {
		html_raw(to, " <ins>→");
		html_field(to, m->repair);
		html_raw(to, "</ins>");
	}
	if (m->finding)
		html_raw(to, "</a>");
	html_raw(to, "</td>");
}

/* The columns from `from` on that stand under the same heading of that level. */
static size_t columns_under(const struct block *b, size_t from, size_t level)
{
	struct path p = column_path(b, from), other;
	size_t n = 1;

	while (from + n < printed_columns(b) &&
	       (other = column_path(b, from + n), is_shared(&p, &other, level)))
		n++;
	return n;
}

/* The columns' heads of one level. A column's own stands below its last group and reaches to the
 * bottom, but where rows stand side by side it is the group that is stretched. */
static void put_heads_of(const struct block *b, size_t level)
{
	size_t columns = printed_columns(b), c, run;

	for (c = 0; c < columns; c += run) {
		struct path p = column_path(b, c);
		size_t own = b->block->across ? b->head_depth : p.n;
		bool stretched = b->block->across && level + 1 == p.n;

		run = 1;
		if (level == own) {
			put_heading(b, "col", c + 1 == columns ? b->width - columns + 1 : 1,
				    b->head_depth - level + 1,
				    column_label(b, c % b->block->columns));
		} else if (level < p.n) {
			run = columns_under(b, c, level);
			put_heading(b, "colgroup", run, stretched ? b->head_depth - level : 1,
				    p.text[level]);
		}
	}
}

static void put_column_heads(const struct block *b, struct phrase corner)
{
	struct buf *to = &b->page->html;
	size_t level;

	for (level = 0; level <= b->head_depth; level++) {
		html_raw(to, "<tr>");
		if (level == 0 && b->depth > 0)
			put_heading(b, "col", b->depth, b->head_depth + 1, corner);
		put_heads_of(b, level);
		html_raw(to, "</tr>\n");
	}
}

/* The heads of a row that the row above does not have as well. */
static void put_row_heads(const struct block *b, size_t row)
{
	struct path p = row_path(b, row), above = {.n = 0}, other;
	size_t level, run;

	if (row > 0)
		above = row_path(b, row - 1);
	for (level = 0; level < p.n; level++) {
		if (is_shared(&p, &above, level))
			continue;
		for (run = 1; row + run < b->rows; run++) {
			other = row_path(b, row + run);
			if (!is_shared(&p, &other, level))
				break;
		}
		put_heading(b, "rowgroup", 1, run, p.text[level]);
	}
	put_heading(b, "row", b->depth - p.n, 1, row_label(b, &b->form->rows[b->first_row + row]));
}

static void put_rows(const struct block *b)
{
	struct buf *to = &b->page->html;
	size_t row, c, columns = b->block->columns;

	for (row = 0; row < b->rows; row++) {
		size_t cell = b->form->rows[b->first_row + row].first_cell;

		if (!b->block->across || row == 0)
			html_raw(to, "<tr>");
		if (!b->block->across)
			put_row_heads(b, row);
		for (c = 0; c < columns; c++)
			put_cell(b, cell + c,
				 !b->block->across && c + 1 == columns ? b->width - columns + 1
								       : 1);
		if (!b->block->across || row + 1 == b->rows)
			html_raw(to, "</tr>\n");
	}
}

/* ---- a table ---- */

static void measure(struct block *b)
{
	size_t i;

	b->depth = b->block->across ? 0 : 1;
	b->head_depth = 0;
	for (i = 0; i < b->rows && !b->block->across; i++) {
		struct path p = row_path(b, i);

		b->depth = p.n + 1 > b->depth ? p.n + 1 : b->depth;
	}
	for (i = 0; i < printed_columns(b); i++) {
		struct path p = column_path(b, i);

		b->head_depth = p.n > b->head_depth ? p.n : b->head_depth;
	}
}

/* A block with a label of its own has it above; the label of an only block stands in the corner. */
static void put_block(struct block *b, bool only)
{
	struct buf *to = &b->page->html;
	struct phrase name =
		label(b->page->phrases, b->block->table, "block", b->block->name, b->block->labels);
	struct phrase corner = only ? name : phrase(b->page->phrases, "table.subject");

	measure(b);
	if (only)
		html_raw(to, "<thead>\n");
	else
		html_raw(to, "<tbody>\n<tr>");
	if (!only) {
		put_heading(b, "rowgroup", b->depth + b->width, 1, name);
		html_raw(to, "</tr>\n");
	}
	put_column_heads(b, corner);
	if (only)
		html_raw(to, "</thead>\n<tbody>\n");
	put_rows(b);
	html_raw(to, "</tbody>\n");
}

static void find_rows(struct block *b)
{
	const struct form *f = b->form;
	size_t which = (size_t)(b->block - f->blocks), i;

	b->rows = 0;
	for (i = 0; i < f->row_count; i++) {
		if (f->rows[i].block != which)
			continue;
		if (b->rows++ == 0)
			b->first_row = i;
	}
}

static void put_table(struct page *p, const struct report *r, const struct mark *marks,
		      enum table_id table)
{
	const struct form *f = r->form;
	struct block b = {.page = p, .report = r, .marks = marks, .form = f};
	size_t i, blocks = 0;

	for (i = 0; i < f->block_count; i++) {
		b.block = &f->blocks[i];
		if (b.block->table != table)
			continue;
		find_rows(&b);
		blocks++;
		b.width = printed_columns(&b) > b.width ? printed_columns(&b) : b.width;
	}
	html_raw(&p->html,
		 "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t-");
	buf_put(&p->html, str_of(table_names[table]));
	html_raw(&p->html, "\"><table class=\"form\" id=\"");
	buf_put(&p->html, str_of(table_names[table]));
	html_raw(&p->html, "\">\n<caption id=\"t-");
	buf_put(&p->html, str_of(table_names[table]));
	html_raw(&p->html, "\">");
	say(&p->html, p->phrases, table_names[table]);
	html_raw(&p->html, "</caption>\n");
	for (i = 0; i < f->block_count; i++) {
		b.block = &f->blocks[i];
		if (b.block->table != table)
			continue;
		find_rows(&b);
		put_block(&b, blocks == 1);
	}
	html_raw(&p->html, "</table></div>\n");
}

void tables_put(struct page *p, const struct report *r, const struct mark *marks)
{
	int table;

	for (table = 0; table < TABLE_COUNT; table++)
		put_table(p, r, marks, (enum table_id)table);
}
