#include "tests/generate/generate.h"

static struct grid_row *add_row(struct grid *g, size_t form_row)
{
	struct grid_row *row = &g->row[g->n++];

	row->n = 0;
	row->row = form_row;
	return row;
}

static void put(struct grid_row *row, enum grid_kind kind, struct str text, size_t span)
{
	row->cell[row->n++] = (struct grid_cell){text, kind, span};
}

static void put_fixed(struct report *r, struct grid_row *row, const char *text, size_t span)
{
	put(row, GRID_LABEL, label_print(r, str_of(text), false), span);
}

/* The cells of a form row, the last one as wide as it takes to fill the table. */
static void put_values(struct report *r, struct grid *g, struct grid_row *row, size_t used)
{
	size_t first = r->form->rows[row->row].first_cell;
	size_t i, n = row_length(r->form, row->row);

	for (i = 0; i < n; i++)
		put(row, GRID_VALUE, r->figure[first + i].text,
		    i + 1 == n ? g->width - used - i : 1);
}

static void block_header(struct report *r, struct grid *g, const struct form *form, size_t block)
{
	const struct form_block *b = &form->blocks[block];
	struct grid_row *row = add_row(g, STR_NONE);
	size_t i;

	put(row, GRID_LABEL, label_print(r, b->labels, false), g->width);
	row = add_row(g, STR_NONE);
	put_fixed(r, row, "信息内容", 1);
	for (i = 0; i < b->columns; i++) {
		size_t column = form->block_columns[b->first_column + i];

		put(row, GRID_LABEL, label_print(r, form->columns[column].labels, false),
		    i + 1 == b->columns ? g->width - 1 - i : 1);
	}
}

/* A block printed in the other form: numbers of its own, which count for nothing. */
static void other_block(struct report *r, struct grid *g, size_t block)
{
	const struct form *form = r->other_form;
	size_t i, j;

	block_header(r, g, form, block);
	for (i = 0; i < form->row_count; i++) {
		size_t n = form->blocks[block].columns;
		struct grid_row *row;

		if (form->rows[i].block != block)
			continue;
		row = add_row(g, STR_NONE);
		put(row, GRID_LABEL, label_print(r, form->rows[i].labels, false), 1);
		for (j = 0; j < n; j++)
			put(row, GRID_VALUE,
			    value_plain(r, (struct dec){(int64_t)random_below(&r->random, 9), 0}),
			    j + 1 == n ? g->width - 1 - j : 1);
	}
}

static void build_active(struct report *r, struct grid *g)
{
	const struct form *form = r->form;
	size_t block, i;

	g->width = 4;
	for (block = 0; block < form->block_count; block++) {
		if (form->blocks[block].table != TABLE_ACTIVE)
			continue;
		if (block < COUNT_OF(r->block_other) && r->block_other[block]) {
			other_block(r, g, block);
			continue;
		}
		block_header(r, g, form, block);
		for (i = 0; i < form->row_count; i++) {
			struct grid_row *row;

			if (form->rows[i].block != block)
				continue;
			row = add_row(g, i);
			put(row, GRID_LABEL, label_print(r, form->rows[i].labels, true), 1);
			put_values(r, g, row, 1);
		}
	}
}

static void requests_header(struct report *r, struct grid *g)
{
	static const char *const kinds[] = {"商业企业", "科研机构", "社会公益组织|社会组织",
					    "法律服务机构", "其他"};
	struct grid_row *row = add_row(g, STR_NONE);
	size_t i;

	put_fixed(r, row, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
		  3);
	put_fixed(r, row, "申请人情况", 7);
	row = add_row(g, STR_NONE);
	put(row, GRID_ABOVE, STR_EMPTY, 3);
	put_fixed(r, row, "自然人", 1);
	put_fixed(r, row, "法人或其他组织", 5);
	put_fixed(r, row, "总计", 1);
	row = add_row(g, STR_NONE);
	put(row, GRID_ABOVE, STR_EMPTY, 3);
	put(row, GRID_ABOVE, STR_EMPTY, 1);
	for (i = 0; i < COUNT_OF(kinds); i++)
		put_fixed(r, row, kinds[i], 1);
	put(row, GRID_ABOVE, STR_EMPTY, 1);
}

static const struct form_group *group_named(const struct form *form, struct str name)
{
	size_t i;

	for (i = 0; i < form->group_count; i++)
		if (form->groups[i].table == TABLE_REQUESTS && str_eq(form->groups[i].name, name))
			return &form->groups[i];
	return NULL;
}

/* Groups stand left of their first row; below it their place is covered. */
static void put_group(struct report *r, struct grid_row *row, struct str group, struct str *open,
		      size_t depth)
{
	if (str_eq(open[depth], group)) {
		put(row, GRID_ABOVE, STR_EMPTY, 1);
		return;
	}
	open[depth] = group;
	put(row, GRID_LABEL, label_print(r, group_named(r->form, group)->labels, false), 1);
}

static void build_requests(struct report *r, struct grid *g)
{
	struct str open[2] = {STR_EMPTY, STR_EMPTY};
	size_t i;

	g->width = 10;
	requests_header(r, g);
	for (i = 0; i < r->form->row_count; i++) {
		const struct form_row *f = &r->form->rows[i];
		const struct form_group *group = group_named(r->form, f->group);
		struct grid_row *row;

		if (f->table != TABLE_REQUESTS)
			continue;
		row = add_row(g, i);
		if (group && group->group.n)
			put_group(r, row, group->group, open, 0);
		if (group)
			put_group(r, row, group->name, open, group->group.n ? 1 : 0);
		put(row, GRID_LABEL, label_print(r, f->labels, true), 3 - row->n);
		put_values(r, g, row, 3);
	}
}

static void review_columns(struct report *r, struct grid_row *row, size_t times)
{
	static const char *const columns[] = {"结果维持", "结果纠正", "其他结果", "尚未审结",
					      "总计"};
	size_t i;

	for (i = 0; i < times * COUNT_OF(columns); i++)
		put_fixed(r, row, columns[i % COUNT_OF(columns)], 1);
}

/* Two heads are in use: with the columns of 行政复议 in the second line (the official one), or
 * all fifteen in the third. */
static void build_review(struct report *r, struct grid *g)
{
	bool official = !random_chance(&r->random, 40);
	struct grid_row *row = add_row(g, STR_NONE);
	size_t i, j;

	g->width = 15;
	put_fixed(r, row, "行政复议", 5);
	put_fixed(r, row, "行政诉讼", 10);
	row = add_row(g, STR_NONE);
	if (official)
		review_columns(r, row, 1);
	else
		put(row, GRID_ABOVE, STR_EMPTY, 5);
	put_fixed(r, row, "未经复议直接起诉", 5);
	put_fixed(r, row, "复议后起诉", 5);
	row = add_row(g, STR_NONE);
	for (i = 0; official && i < 5; i++)
		put(row, GRID_ABOVE, STR_EMPTY, 1);
	review_columns(r, row, official ? 2 : 3);
	row = add_row(g, STR_NONE);
	for (i = 0; i < r->form->row_count; i++)
		for (j = 0; r->form->rows[i].table == TABLE_REVIEW && j < 5; j++)
			put(row, GRID_VALUE, r->figure[r->form->rows[i].first_cell + j].text, 1);
}

/* Damage to single rows: a number lost, a label lost, the whole row lost. */
static bool delimited(const struct report *r)
{
	return r->layout == LAYOUT_WORD || r->layout == LAYOUT_TABS || r->layout == LAYOUT_PIPES ||
	       r->layout == LAYOUT_ONE_LINE || r->layout == LAYOUT_SPACES;
}

/* Without rulings a number that is missing leaves a hole, and the others where they are. */
static void lose_number(struct report *r, struct grid_row *row)
{
	size_t at = row->n - 1 - random_below(&r->random, row_length(r->form, row->row));

	row_uncertain(r, row->row);
	if (r->format == FORMAT_PDF_HALF || r->format == FORMAT_PDF_BARE) {
		row->cell[at].text = STR_EMPTY;
		return;
	}
	for (; at + 1 < row->n; at++)
		row->cell[at] = row->cell[at + 1];
	row->n--;
}

/* Without a mark of the row's end its numbers join those of the row above. */
static void lose_label(struct report *r, struct grid *g, size_t at)
{
	struct grid_row *row = &g->row[at];
	size_t label = row->n - row_length(r->form, row->row) - 1;

	row->cell[label].text = STR_EMPTY;
	row_uncertain(r, row->row);
	if (!delimited(r) && at > 0 && g->row[at - 1].row != STR_NONE)
		row_uncertain(r, g->row[at - 1].row);
}

static void lose_row(struct report *r, struct grid *g, size_t at)
{
	size_t i, first = r->form->rows[g->row[at].row].first_cell;

	for (i = 0; i < row_length(r->form, g->row[at].row); i++)
		r->figure[first + i].state = STATE_ABSENT;
	for (i = at; i + 1 < g->n; i++)
		g->row[i] = g->row[i + 1];
	g->n--;
}

static void lose_review(struct report *r, struct grid_row *row)
{
	size_t i;

	for (i = 0; i < r->form->row_count; i++)
		if (r->form->rows[i].table == TABLE_REVIEW)
			row_uncertain(r, i);
	row->n--;
}

/* The rows that carry the labels of groups stay, or the group would go with them. */
static bool may_lose(const struct grid *g, size_t at)
{
	const struct grid_row *row = &g->row[at];
	size_t labels = 0, i;

	for (i = 0; i < row->n; i++)
		labels += row->cell[i].kind == GRID_LABEL;
	return row->row != STR_NONE && labels == 1;
}

/* The eight grounds of refusal in one merged cell: a label, then 56 numbers. */
static void lose_grounds(struct report *r, struct grid *g)
{
	size_t i;

	for (i = 0; i < g->n; i++) {
		struct grid_row *row = &g->row[i];
		size_t form_row = row->row;

		if (form_row == STR_NONE || !str_is(r->form->rows[form_row].group, "denied"))
			continue;
		row->cell[row->n - row_length(r->form, form_row) - 1].text = STR_EMPTY;
		row_uncertain(r, form_row);
	}
}

static void damage(struct report *r, struct grid *g)
{
	size_t at = random_below(&r->random, g->n);

	if (r->layout == LAYOUT_GLUED || r->layout == LAYOUT_PAGE)
		return;
	if (g->table == TABLE_REVIEW)
		lose_review(r, &g->row[g->n - 1]);
	if (g->table == TABLE_REQUESTS && random_chance(&r->random, 8))
		lose_grounds(r, g);
	if (!may_lose(g, at))
		return;
	switch (random_below(&r->random, 4)) {
	case 0:
		lose_label(r, g, at);
		break;
	case 1:
		lose_row(r, g, at);
		break;
	default:
		lose_number(r, &g->row[at]);
	}
}

void grid_build(struct report *r, enum table_id table, struct grid *g)
{
	g->n = 0;
	g->table = table;
	if (table == TABLE_ACTIVE)
		build_active(r, g);
	else if (table == TABLE_REQUESTS)
		build_requests(r, g);
	else
		build_review(r, g);
	if (r->noise >= 3 && random_chance(&r->random, 20))
		damage(r, g);
}

size_t grid_column(const struct grid_row *row, size_t j)
{
	size_t column = 0;

	while (j--)
		column += row->cell[j].span;
	return column;
}

/* Whether row i has a cell of this place and width that continues the one above it. */
static bool continues(const struct grid *g, size_t i, size_t column, size_t span)
{
	const struct grid_row *row = &g->row[i];
	size_t j;

	for (j = 0; j < row->n; j++)
		if (grid_column(row, j) == column)
			return row->cell[j].span == span && row->cell[j].kind == GRID_ABOVE;
	return false;
}

static bool has_cell(const struct grid_row *row, size_t column, size_t span)
{
	size_t j;

	for (j = 0; j < row->n; j++)
		if (grid_column(row, j) == column)
			return row->cell[j].span == span;
	return false;
}

size_t grid_rows(const struct grid *g, size_t i, size_t j)
{
	const struct grid_cell *c = &g->row[i].cell[j];
	size_t column = grid_column(&g->row[i], j), n = 1;

	while (i + n < g->n && continues(g, i + n, column, c->span))
		n++;
	return n;
}

bool grid_covered(const struct grid *g, size_t i, size_t j)
{
	const struct grid_cell *c = &g->row[i].cell[j];

	if (i == 0 || c->kind != GRID_ABOVE)
		return false;
	return has_cell(&g->row[i - 1], grid_column(&g->row[i], j), c->span);
}

size_t grid_printed(const struct grid_row *row)
{
	size_t i, n = 0;

	for (i = 0; i < row->n; i++)
		n += row->cell[i].kind != GRID_ABOVE;
	return n;
}

size_t grid_lack(const struct grid *g, const struct grid_row *row)
{
	return g->width - grid_printed(row);
}
