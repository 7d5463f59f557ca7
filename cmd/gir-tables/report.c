#include "cmd/gir-tables/report.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

void report_clear(struct report *r)
{
	struct report kept = *r;

	pool_clear(&kept.pool);
	*r = (struct report){.pool = kept.pool, .token = kept.token, .token_cap = kept.token_cap};
	r->heads = (struct passages){kept.heads.v, 0, kept.heads.cap};
	r->paras = (struct passages){kept.paras.v, 0, kept.paras.cap};
}

void report_free(struct report *r)
{
	pool_free(&r->pool);
	free(r->token);
	free(r->heads.v);
	free(r->paras.v);
	*r = (struct report){.tokens = 0};
}

int blocks_columns_find(const struct tsv *t, struct blocks_columns *c)
{
	int failed = 0;

	c->doc = tsv_need(t, "doc", &failed);
	c->line = tsv_need(t, "line", &failed);
	c->sect = tsv_need(t, "sect", &failed);
	c->kind = tsv_need(t, "kind", &failed);
	c->pos = tsv_need(t, "pos", &failed);
	c->text = tsv_need(t, "text", &failed);
	return failed;
}

static bool is_kind(struct str s)
{
	static const char *const kinds[] = {"cell", "para", "other", "meta", "head", "title"};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(s, kinds[i]))
			return true;
	return false;
}

/* At most as many digits as size_of reads. */
static bool is_number(struct str s)
{
	size_t i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		;
	return i == s.n && i <= 18;
}

bool blocks_valid(const struct tsv *t, const struct blocks_columns *c)
{
	struct str kind = t->field[c->kind], line = t->field[c->line], sect = t->field[c->sect];

	if (!is_kind(kind))
		diag(t->file, t->in.line, "\"%.*s\" is no kind of block", STR_ARG(kind));
	else if (!is_number(line))
		diag(t->file, t->in.line, "\"%.*s\" is no number of a line", STR_ARG(line));
	else if (sect.n != 1 || sect.p[0] < '0' || sect.p[0] > '0' + SECTIONS)
		diag(t->file, t->in.line, "\"%.*s\" is no section", STR_ARG(sect));
	else
		return true;
	return false;
}

/* Most lines are of the report at hand: its name begins them. */
static bool take_line(struct tsv *t, const struct report *r, const struct blocks_columns *c)
{
	struct str ahead = input_ahead(&t->in), doc = r->doc;

	if (c->doc != 0 || !doc.p || ahead.n <= doc.n || ahead.p[doc.n] != '\t' ||
	    !str_starts(ahead, doc) || str_is(doc, "doc") || !tsv_take(t, doc.n + 1, 1))
		return false;
	t->field[0] = str_sub(ahead, 0, doc.n);
	return true;
}

int blocks_next(struct tsv *t, const struct report *r, const struct blocks_columns *c, bool *ends)
{
	bool same = take_line(t, r, c);
	int got = same ? 1 : tsv_next(t);

	*ends = false;
	if (got <= 0 || !r->doc.p)
		return got;
	/* The meta line `format` is the first of every report, so the same name twice in a row is
	 * told. */
	*ends = !(same || str_eq(r->doc, t->field[c->doc])) ||
		(r->format.n && str_is(t->field[c->kind], "meta") &&
		 str_is(t->field[c->pos], "format"));
	return got;
}

static size_t size_of(struct str s)
{
	size_t v = 0, i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && i < 18; i++)
		v = v * 10 + (size_t)(s.p[i] - '0');
	return v;
}

/* The text of a field, unescaped, in the pool. */
static struct str keep(struct report *r, struct str field)
{
	struct buf room = BUF_INIT;
	struct str s;

	if (field.n == 0 || !memchr(field.p, '\\', field.n))
		return pool_dup(&r->pool, field);
	s = pool_dup(&r->pool, tsv_unescape(field, &room));

	buf_free(&room);
	return s;
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

/* TABLE.ROW. of TABLE.ROW.COLUMN. */
static struct str table_and_row(struct str pos)
{
	size_t end = pos.n;

	while (end > 0 && pos.p[end - 1] != '.')
		end--;
	return str_sub(pos, 0, end);
}

/* Positions differ in their last bytes first. */
static bool is_same(struct str a, struct str b)
{
	size_t i = a.n;

	if (a.n != b.n)
		return false;
	while (i > 0 && a.p[i - 1] == b.p[i - 1])
		i--;
	return i == 0;
}

static void add_cell(struct report *r, struct str pos, struct str field, size_t line, int section)
{
	struct str row = table_and_row(pos);
	r->token = grow(r->token, &r->token_cap, r->tokens + 1, sizeof *r->token);
	r->token[r->tokens] = (struct token){keep(r, field), line,
					     r->tokens ? r->token[r->tokens - 1].row : 0, section};
	if (!is_same(row, r->last_pos)) {
		r->token[r->tokens].row++;
		r->last_pos = pool_dup(&r->pool, row);
	}
	r->tokens++;
}

static void add_passage(struct report *r, struct passages *list, struct str field, size_t line,
			int section)
{
	list->v = grow(list->v, &list->cap, list->n + 1, sizeof *list->v);
	list->v[list->n++] = (struct passage){keep(r, field), line, section};
}

void report_add(struct report *r, const struct tsv *t, const struct blocks_columns *c)
{
	struct str kind = t->field[c->kind], text = t->field[c->text];
	size_t line = size_of(t->field[c->line]);
	int section = (int)(size_of(t->field[c->sect]) % (SECTIONS + 1));

	if (!r->doc.p)
		r->doc = pool_dup(&r->pool, t->field[c->doc]);
	if (str_is(kind, "cell"))
		add_cell(r, t->field[c->pos], text, line, section);
	else if (str_is(kind, "meta"))
		add_meta(r, t->field[c->pos], text, line);
	else if (str_is(kind, "head"))
		add_passage(r, &r->heads, text, line, section);
	else if (str_is(kind, "para"))
		add_passage(r, &r->paras, text, line, section);
}
