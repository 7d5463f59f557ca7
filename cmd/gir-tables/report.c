#include "cmd/gir-tables/report.h"

#include <stdlib.h>

#include "common/alloc.h"

void report_clear(struct report *r)
{
	struct report kept = *r;

	pool_clear(&kept.pool);
	buf_clear(&kept.row);
	*r = (struct report){.pool = kept.pool,
			     .row = kept.row,
			     .token = kept.token,
			     .token_cap = kept.token_cap};
	r->heads = (struct passages){kept.heads.v, 0, kept.heads.cap};
	r->paras = (struct passages){kept.paras.v, 0, kept.paras.cap};
}

void report_free(struct report *r)
{
	pool_free(&r->pool);
	buf_free(&r->row);
	free(r->token);
	free(r->heads.v);
	free(r->paras.v);
	*r = (struct report){.tokens = 0};
}

/* The text of a field, unescaped, in the pool. */
static struct str keep_text(struct report *r, struct str field)
{
	struct buf room = BUF_INIT;
	struct str s;

	if (!memchr(field.p, '\\', field.n))
		return pool_dup(&r->pool, field);
	s = pool_dup(&r->pool, tsv_unescape(field, &room));

	buf_free(&room);
	return s;
}

/* The same; most cells are one digit or none, and need no room. */
static inline struct str keep(struct report *r, struct str field)
{
	static const char digits[] = "0123456789";

	if (field.n == 0)
		return STR_EMPTY;
	if (field.n == 1 && field.p[0] >= '0' && field.p[0] <= '9')
		return (struct str){digits + (field.p[0] - '0'), 1};
	return keep_text(r, field);
}

static void add_meta(struct report *r, struct str key, struct str field, size_t line)
{
	struct {
		const char *key;
		struct str *value;
	} facts[] = {
		{"format", &r->format},
		{"encoding", &r->encoding},
		{"undecodable", &r->undecodable},
		{"title", &r->title},
		{"year", &r->year},
		{"org", &r->org},
		{"region", &r->region},
		{"scope", &r->scope},
		{"published", &r->published},
	};
	size_t i;

	for (i = 0; i < sizeof facts / sizeof *facts; i++)
		if (str_is(key, facts[i].key))
			*facts[i].value = keep(r, field);
	if (str_is(key, "title"))
		r->title_line = line;
}

/* Whether `pos`, TABLE.ROW.COLUMN, begins with `row`, TABLE.ROW. of the cell before. Positions
 * differ in their last bytes first. */
static inline bool is_in_row(struct str pos, struct str row)
{
	size_t i = row.n;

	if (pos.n < row.n)
		return false;
	while (i > 0 && pos.p[i - 1] == row.p[i - 1])
		i--;
	if (i > 0)
		return false;
	for (i = row.n; i < pos.n; i++)
		if (pos.p[i] == '.')
			return false;
	return true;
}

static void begin_row(struct report *r, struct str pos)
{
	size_t end = pos.n;

	while (end > 0 && pos.p[end - 1] != '.')
		end--;
	buf_clear(&r->row);
	buf_put(&r->row, str_sub(pos, 0, end));
	r->rows++;
}

static inline void add_cell(struct report *r, struct block b)
{
	if (!is_in_row(b.pos, buf_str(&r->row)))
		begin_row(r, b.pos);
	r->token = grow(r->token, &r->token_cap, r->tokens + 1, sizeof *r->token);
	r->token[r->tokens++] = (struct token){keep(r, b.text), b.line, r->rows, b.section};
}

static void add_passage(struct report *r, struct passages *list, struct block b)
{
	list->v = grow(list->v, &list->cap, list->n + 1, sizeof *list->v);
	list->v[list->n++] = (struct passage){keep(r, b.text), b.line, b.section};
}

/* Of another kind than a cell. */
static void add_other(struct report *r, struct block b)
{
	if (b.kind == BLOCK_PARA)
		add_passage(r, &r->paras, b);
	else if (b.kind == BLOCK_HEAD)
		add_passage(r, &r->heads, b);
	else if (b.kind == BLOCK_META)
		add_meta(r, b.pos, b.text, b.line);
}

void report_add(struct report *r, struct str doc, struct block b)
{
	if (!r->doc.p)
		r->doc = pool_dup(&r->pool, doc);
	if (b.kind == BLOCK_CELL)
		add_cell(r, b);
	else
		add_other(r, b);
}

void report_take(struct report *r, struct tsv *t, const struct blocks_columns *c)
{
	struct block b;
	size_t length;

	if (!c->usual || !r->doc.p)
		return;
	while ((length = blocks_read_ahead(input_ahead(&t->in), r->doc, &b)) != STR_NONE &&
	       !blocks_begin(b)) {
		(void)input_take(&t->in, length);
		if (b.kind == BLOCK_CELL)
			add_cell(r, b);
		else
			add_other(r, b);
	}
}
