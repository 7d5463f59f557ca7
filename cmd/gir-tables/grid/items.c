#include "cmd/gir-tables/grid/items.h"

#include <stdlib.h>

#include "cmd/gir-tables/grid/glued.h"
#include "common/alloc.h"
#include "common/number.h"
#include "common/utf8.h"

enum { JOIN = 4 }; /* pieces that a broken label may have */

void reader_put(struct reader *r, struct item item)
{
	struct items *out = r->out;

	out->v = grow(out->v, &out->cap, out->n + 1, sizeof *out->v);
	out->v[out->n++] = item;
}

/* So many digits are no count of anything. */
enum { TOO_MANY_DIGITS = 10 };

/* Digits that can only be those of several cells: 000, 012, a row of fifteen. */
static bool is_glued_digits(struct str text)
{
	size_t i;

	text = str_trim(text);
	for (i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
	return text.n >= TOO_MANY_DIGITS || (text.n > 1 && text.p[0] == '0');
}

/* The kind of a cell by itself: a value, a blank, or text. */
static enum item_kind kind_of(const struct reader *r, struct str text)
{
	enum cell_state state = number_state(r->fold, text);

	if (is_glued_digits(text))
		return ITEM_GLUED;
	return state == STATE_BLANK ? ITEM_BLANK : state == STATE_TEXT ? ITEM_TEXT : ITEM_VALUE;
}

struct str reader_normalise(struct reader *r, struct str text)
{
	buf_clear(r->room);
	labels_normalise(r->fold, text, r->room);
	return buf_str(r->room);
}

/* The text without what stands in brackets: labels are often followed by a gloss. */
static struct str without_gloss(struct reader *r, struct str text)
{
	size_t i = 0;
	int depth = 0;

	buf_clear(r->room);
	while (i < text.n) {
		uint32_t cp = fold_cp(r->fold, utf8_next(text, &i));

		if (cp == '(')
			depth++;
		else if (cp == ')' && depth > 0)
			depth--;
		else if (depth == 0)
			buf_put_cp(r->room, cp);
	}
	return pool_dup(r->pool, buf_str(r->room));
}

struct label_hits reader_exact(struct reader *r, struct str text)
{
	return labels_exact(r->labels, r->table, reader_normalise(r, text));
}

static bool has_digit(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

struct label_hits reader_near(struct reader *r, struct str text)
{
	struct label_hits h = {{NULL}, 0};
	struct str normal;
	size_t sign;

	if (text.n >= 600) /* no label */
		return h;
	normal = reader_normalise(r, text);
	if (has_digit(normal)) /* 行政许可0 is a label and its number, not a label misspelt */
		return h;
	sign = number_sign(normal); /* 行政许可减 | 3, too */
	if (sign && labels_distance(r->labels, r->table, str_sub(normal, 0, normal.n - sign)) <
			    labels_distance(r->labels, r->table, normal))
		return h;
	return labels_near(r->labels, r->table, normal);
}

/* The label of one cell that a gloss follows. */
static struct label_hits match_glossed(struct reader *r, struct str text)
{
	struct label_hits h = {{NULL}, 0};
	struct str bare;

	if (text.n >= 4096)
		return h;
	bare = without_gloss(r, text);
	return bare.n && bare.n < text.n ? reader_exact(r, bare) : h;
}

/* Whether a cell may begin a label: it has an ideograph, and no number but the one that labels are
 * printed with (2.其他...). 54[1] and 49278注 are values with a mark. */
static bool may_be_label(const struct reader *r, struct str text)
{
	size_t i = 0, digits = 0;
	bool begun = false, ideograph = false;

	while (i < text.n && !ideograph) {
		uint32_t cp = fold_cp(r->fold, utf8_next(text, &i));

		if (cp >= '0' && cp <= '9' && (digits || !begun))
			digits++;
		begun |= cp != ' ' && cp != '(';
		ideograph = (cp >= 0x3040 && cp < 0xfe00) || cp >= 0x20000;
	}
	return ideograph && digits < 2;
}

/* The longest run of pieces that is a label, which wins: 其他 + 处理 is not 其他. */
static struct label_hits match_whole(struct reader *r, size_t i, size_t end, size_t *used)
{
	struct label_hits h, whole = {{NULL}, 0};
	const struct token *t = r->report->token;
	size_t n, length = 0;

	buf_clear(r->room);
	for (n = 1; n <= JOIN && i + n <= end && length < 512; n++) {
		struct str piece = t[i + n - 1].text;

		if (n > 1 && kind_of(r, piece) != ITEM_TEXT)
			break;
		length += piece.n;
		fold_label(r->fold, piece, r->room);
		h = labels_exact(r->labels, r->table, labels_unnumbered(buf_str(r->room)));
		if (h.n) {
			whole = h;
			*used = n;
		}
	}
	return whole;
}

/* The label that the cells from `i` on make, broken or whole; *used is how many they are. */
static struct label_hits match_cells(struct reader *r, size_t i, size_t end, size_t *used)
{
	struct label_hits whole = match_whole(r, i, end, used);
	const struct token *t = r->report->token;
	struct buf joined = BUF_INIT;
	size_t n;

	if (!whole.n) {
		*used = 1;
		whole = reader_near(r, t[i].text);
		if (!whole.n)
			whole = match_glossed(r, t[i].text);
	}
	for (n = 2; !whole.n && n <= JOIN && i + n <= end; n++) {
		if (kind_of(r, t[i + n - 1].text) != ITEM_TEXT)
			break;
		buf_clear(&joined);
		for (size_t k = 0; k < n; k++)
			buf_put(&joined, t[i + k].text);
		whole = reader_near(r, buf_str(&joined));
		*used = n;
	}
	if (!whole.n)
		*used = 1;
	buf_free(&joined);
	return whole;
}

/* 申请人情况, 自然人 and the like, or the first row's label. */
static bool begins_requests(const struct reader *r, struct str normal)
{
	struct label_hits h = labels_exact(r->labels, TABLE_REQUESTS, normal);
	const struct label *row = label_of_kind(&h, LABEL_ROW);
	const struct label *group = label_of_kind(&h, LABEL_GROUP);

	return (row && str_is(row->name, "new")) || (group && str_is(group->name, "applicants")) ||
	       (!row && label_of_kind(&h, LABEL_COLUMN));
}

/* A cell that only one table has tells that the table begins: its block's heading, alone or before
 * other text, 申请人情况, a column of requests (总计 and 其他 are rows, too), the group 行政诉讼,
 * the first row of requests. */
static enum table_id table_that_begins(struct reader *r, struct str text)
{
	struct str normal;
	size_t end;
	int t;

	if (text.n < 9 || text.n > 300)
		return TABLE_COUNT;
	normal = reader_normalise(r, text);
	for (t = 0; t < TABLE_COUNT; t++) {
		struct label_hits head =
			labels_prefix(r->labels, (enum table_id)t, normal, 0, &end);

		if (label_of_kind(&head, LABEL_BLOCK))
			return (enum table_id)t;
		if (t == TABLE_REQUESTS && begins_requests(r, normal))
			return TABLE_REQUESTS;
		if (t == TABLE_REVIEW &&
		    (label_of_kind(&head, LABEL_ROW) || label_of_kind(&head, LABEL_GROUP)))
			return TABLE_REVIEW;
	}
	return TABLE_COUNT;
}

/* Whether the text names the unit 元 without a number or a multiple before it. */
static bool names_yuan(const struct reader *r, struct str text)
{
	size_t i = 0;
	uint32_t before = 0;

	while (i < text.n) {
		uint32_t cp = fold_cp(r->fold, utf8_next(text, &i));
		bool counted = (before >= '0' && before <= '9') || before == 0x4e07 || /* 万 */
			       before == 0x4ebf || before == 0x5343 ||
			       before == 0x767e; /* 亿千百 */

		if (cp == 0x5143 && !counted)
			return true;
		if (cp != ' ')
			before = cp;
	}
	return false;
}

/* Reads the cell at `i`; returns the next one's index. */
static size_t read_cell(struct reader *r, size_t i, size_t end)
{
	const struct token *t = &r->report->token[i];
	struct item item = {kind_of(r, t->text), t->text, t->line, t->row, {{NULL}, 0}, false};
	size_t used = 1;

	if (item.kind == ITEM_TEXT) {
		r->out->yuan |= names_yuan(r, t->text);
		if (may_be_label(r, t->text))
			item.hits = match_cells(r, i, end, &used);
		if (item.hits.n)
			item.kind = ITEM_LABEL;
		else if (glued_cut(r, t))
			return i + 1;
		else
			item.part = labels_part(r->labels, r->table, reader_normalise(r, t->text));
	}
	reader_put(r, item);
	return i + used;
}

/* Takes the cells right before cell `i` that are heads of requests as well, 总计 | 自然人, out of
 * the table that they were given to; returns the first of them. */
static size_t take_back(struct reader *r, size_t i)
{
	const struct token *t = r->report->token;

	for (; r->out && i > 0 && r->out->n > 0; i--, r->out->n--) {
		struct label_hits h =
			labels_exact(r->labels, TABLE_REQUESTS, reader_normalise(r, t[i - 1].text));

		if (t[i - 1].section != t[i].section || !label_of_kind(&h, LABEL_COLUMN) ||
		    r->out->v[r->out->n - 1].text.p != t[i - 1].text.p)
			break;
	}
	return i;
}

void items_read(struct tables_items *t, const struct report *report, const struct labels *labels,
		const struct fold *fold, struct pool *pool)
{
	struct reader r = {report, labels, fold, pool, &t->room, NULL, TABLE_COUNT};
	int section = -1, table;
	size_t i = 0;

	for (table = 0; table < TABLE_COUNT; table++)
		t->table[table] = (struct items){t->table[table].v, 0, t->table[table].cap, false};
	while (i < report->tokens) {
		const struct token *token = &report->token[i];
		enum table_id begins = table_that_begins(&r, token->text);

		if (token->section != section && token->section >= 2 && token->section <= 4)
			r.table = (enum table_id)(token->section - 2);
		section = token->section;
		if (begins == TABLE_REQUESTS && r.table != begins)
			i = take_back(&r, i);
		if (begins != TABLE_COUNT)
			r.table = begins;
		if (r.table == TABLE_COUNT) {
			i++;
			continue;
		}
		r.out = &t->table[r.table];
		i = read_cell(&r, i, report->tokens);
	}
}

void items_free(struct tables_items *t)
{
	int table;

	for (table = 0; table < TABLE_COUNT; table++)
		free(t->table[table].v);
	buf_free(&t->room);
}
