#include "cmd/gir-tables/report.h"

#include <stdlib.h>

#include "cmd/gir-tables/blocks.h"
#include "common/alloc.h"
#include "common/ends.h"

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

static size_t size_of(struct str s)
{
	size_t v = 0, i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && i < 18; i++)
		v = v * 10 + (size_t)(s.p[i] - '0');
	return v;
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

static inline void add_cell(struct report *r, struct str pos, struct str field, size_t line,
			    int section)
{
	struct str row = table_and_row(pos);

	if (!is_same(row, r->last_pos)) {
		r->rows++;
		r->last_pos = pool_dup(&r->pool, row);
	}
	r->token = grow(r->token, &r->token_cap, r->tokens + 1, sizeof *r->token);
	r->token[r->tokens++] = (struct token){keep(r, field), line, r->rows, section};
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

/* ---- cells in a row ---- */

/* Where the text that begins at `from` ends in a line feed; STR_NONE where a tab comes first or the
 * bytes are over. */
static size_t text_end(struct str s, size_t from)
{
	for (; s.n - from >= ENDS_BLOCK; from += ENDS_BLOCK) {
		struct ends ends = ends_in(s.p + from);

		if (ends.fields) {
			from += (size_t)__builtin_ctzll(ends.fields);
			return s.p[from] == '\n' ? from : STR_NONE;
		}
	}
	return STR_NONE;
}

enum {
	CELL_NUMBER = 18,                        /* digits of a line's number, see is_number */
	CELL_KIND = sizeof "\t0\tcell\t" - 1, /* what follows it */
	CELL_START = 2 * ENDS_BLOCK              /* bytes, of which the text begins in one */
};

/* Takes a line LINE SECT cell POS TEXT, of which `s` begins behind its doc; its length, or STR_NONE
 * where it is no such line. */
static size_t take_cell(struct str s, struct report *r)
{
	uint64_t ends = s.n < CELL_START ? 0 : ends_in_two(s.p).fields;
	size_t number = ends ? (size_t)__builtin_ctzll(ends) : STR_NONE, line = 0, i, pos, end;
	const char *kind = s.p + number;

	if (number == 0 || number > CELL_NUMBER || kind[0] != '\t' || kind[1] < '0' ||
	    kind[1] > '0' + SECTIONS || memcmp(kind + 2, "\tcell\t", CELL_KIND - 2) != 0)
		return STR_NONE;
	for (i = 0; i < number; i++) {
		unsigned digit = (unsigned)(s.p[i] - '0');

		if (digit > 9)
			return STR_NONE;
		line = line * 10 + digit;
	}
	ends >>= number + CELL_KIND;
	if (!ends)
		return STR_NONE;
	pos = number + CELL_KIND;
	i = pos + (size_t)__builtin_ctzll(ends);
	if (s.p[i] != '\t')
		return STR_NONE;
	end = text_end(s, i + 1);
	if (end == STR_NONE || s.p[end - 1] == '\r')
		return STR_NONE;
	add_cell(r, (struct str){s.p + pos, i - pos}, (struct str){s.p + i + 1, end - i - 1}, line,
		 kind[1] - '0');
	return end;
}

void report_take_cells(struct report *r, struct tsv *t, const struct blocks_columns *c)
{
	struct str ahead = input_ahead(&t->in), doc = r->doc;

	while (c->usual && doc.p && ahead.n > doc.n && ahead.p[doc.n] == '\t' &&
	       str_starts(ahead, doc)) {
		size_t length = take_cell(str_from(ahead, doc.n + 1), r);

		if (length == STR_NONE)
			break;
		(void)input_take(&t->in, doc.n + 1 + length);
		ahead = input_ahead(&t->in);
	}
}
