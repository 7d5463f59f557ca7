#include "cmd/gir-tables/items.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/number.h"
#include "common/utf8.h"

enum { JOIN = 4 }; /* pieces that a broken label may have */

/* What the reading of one report's cells shares. */
struct reader {
	const struct report *report;
	const struct labels *labels;
	const struct fold *fold;
	struct pool *pool;
	struct buf *room;
	struct items *out; /* of the table at hand */
	enum table_id table;
};

static void put(struct reader *r, struct item item)
{
	struct items *out = r->out;

	out->v = grow(out->v, &out->cap, out->n + 1, sizeof *out->v);
	out->v[out->n++] = item;
}

/* The kind of a cell by itself: a value, a blank, or text. */
static enum item_kind kind_of(const struct reader *r, struct str text)
{
	struct dec v;
	enum cell_state state = number_read(r->fold, text, MEASURE_CHANGE, &v);

	if (state == STATE_TEXT)
		state = number_read(r->fold, text, MEASURE_AMOUNT, &v);
	return state == STATE_BLANK ? ITEM_BLANK : state == STATE_TEXT ? ITEM_TEXT : ITEM_VALUE;
}

static struct str normalise(struct reader *r, struct str text)
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

static struct label_hits match_exact(struct reader *r, struct str text)
{
	return labels_exact(r->labels, r->table, normalise(r, text));
}

static struct label_hits match_near(struct reader *r, struct str text)
{
	struct label_hits h = {{NULL}, 0};
	struct str bare;

	if (text.n < 600) /* a longer text is no label, gloss or not */
		h = labels_near(r->labels, r->table, normalise(r, text));
	if (h.n || text.n >= 4096)
		return h;
	bare = without_gloss(r, text);
	return bare.n && bare.n < text.n ? match_exact(r, bare) : h;
}

/* The label that the cells from `i` on make, broken or whole; *used is how many they are. */
static struct label_hits match_cells(struct reader *r, size_t i, size_t end, size_t *used)
{
	struct buf joined = BUF_INIT;
	struct label_hits h = {{NULL}, 0}, whole = {{NULL}, 0};
	const struct token *t = r->report->token;
	size_t n;

	/* The longest run of pieces that is a label wins: 其他 + 处理 is not 其他. */
	for (n = 1; n <= JOIN && i + n <= end && joined.n < 512; n++) {
		if (n > 1 && kind_of(r, t[i + n - 1].text) != ITEM_TEXT)
			break;
		buf_put(&joined, t[i + n - 1].text);
		h = match_exact(r, buf_str(&joined));
		if (h.n) {
			whole = h;
			*used = n;
		}
	}
	if (!whole.n) {
		*used = 1;
		whole = match_near(r, t[i].text);
	}
	for (n = 2; !whole.n && n <= JOIN && i + n <= end; n++) {
		if (kind_of(r, t[i + n - 1].text) != ITEM_TEXT)
			break;
		buf_clear(&joined);
		for (size_t k = 0; k < n; k++)
			buf_put(&joined, t[i + k].text);
		whole = match_near(r, buf_str(&joined));
		*used = n;
	}
	if (!whole.n)
		*used = 1;
	buf_free(&joined);
	return whole;
}

/* ---- glued text ---- */

static size_t digits_end(struct str s, size_t at)
{
	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		at++;
	return at;
}

/* Whether a glued text is worth cutting: two labels, or a label and digits. */
static bool is_glued(struct reader *r, struct str normal)
{
	size_t i = 0, hits = 0, digits = 0;

	while (i < normal.n) {
		size_t end = digits_end(normal, i);

		if (end > i) {
			digits += hits > 0;
		} else if (labels_prefix(r->labels, r->table, normal, i, &end).n) {
			hits++;
		} else {
			end = i;
			utf8_next(normal, &end);
		}
		i = end;
	}
	return hits >= 2 || (hits == 1 && digits > 0);
}

/* The number that a label behind the digits is printed with is not a value: 0000000|2.其他... */
static size_t without_label_number(struct reader *r, struct str normal, size_t from, size_t end)
{
	size_t behind;
	struct label_hits h = labels_prefix(r->labels, r->table, normal, end, &behind);
	size_t i;

	for (i = 0; i < h.n; i++)
		if (h.v[i]->number && end - from > 1 && normal.p[end - 1] == '0' + h.v[i]->number)
			return end - 1;
	return end;
}

static bool cut_glued(struct reader *r, const struct token *t)
{
	struct str normal;
	size_t i = 0;

	buf_clear(r->room);
	fold_label(r->fold, t->text, r->room);
	if (!is_glued(r, buf_str(r->room)))
		return false;
	normal = pool_dup(r->pool, buf_str(r->room));
	while (i < normal.n) {
		struct item item = {.line = t->line, .row = t->row};
		size_t end = digits_end(normal, i), stop;

		if (end > i) {
			stop = without_label_number(r, normal, i, end);
			item.kind = ITEM_GLUED;
			item.text = str_sub(normal, i, stop);
			put(r, item);
		} else if ((item.hits = labels_prefix(r->labels, r->table, normal, i, &end)).n) {
			item.kind = ITEM_LABEL;
			item.text = str_sub(normal, i, end);
			put(r, item);
		} else {
			end = i;
			utf8_next(normal, &end);
		}
		i = end;
	}
	return true;
}

/* ---- the cells of a report ---- */

/* A cell that only one table has tells that the table begins: its block's heading, the group
 * 行政诉讼, the first row of requests. */
static enum table_id table_that_begins(struct reader *r, struct str text)
{
	struct str normal;
	int t;

	if (text.n < 9 || text.n > 300)
		return TABLE_COUNT;
	normal = normalise(r, text);
	for (t = 0; t < TABLE_COUNT; t++) {
		struct label_hits h = labels_exact(r->labels, (enum table_id)t, normal);
		const struct label *row = label_of_kind(&h, LABEL_ROW);

		if (label_of_kind(&h, LABEL_BLOCK))
			return (enum table_id)t;
		if (t == TABLE_REQUESTS && row && str_is(row->name, "new"))
			return TABLE_REQUESTS;
		if (t == TABLE_REVIEW && (row || label_of_kind(&h, LABEL_GROUP)))
			return TABLE_REVIEW;
	}
	return TABLE_COUNT;
}

/* Reads the cell at `i`; returns the next one's index. */
static size_t read_cell(struct reader *r, size_t i, size_t end)
{
	const struct token *t = &r->report->token[i];
	struct item item = {kind_of(r, t->text), t->text, t->line, t->row, {{NULL}, 0}};
	size_t used = 1;

	if (item.kind == ITEM_TEXT) {
		item.hits = match_cells(r, i, end, &used);
		if (item.hits.n)
			item.kind = ITEM_LABEL;
		else if (cut_glued(r, t))
			return i + 1;
	}
	put(r, item);
	return i + used;
}

void items_read(struct tables_items *t, const struct report *report, const struct labels *labels,
		const struct fold *fold, struct pool *pool)
{
	struct reader r = {report, labels, fold, pool, &t->room, NULL, TABLE_COUNT};
	int section = -1, table;
	size_t i = 0;

	for (table = 0; table < TABLE_COUNT; table++)
		t->table[table].n = 0;
	while (i < report->tokens) {
		const struct token *token = &report->token[i];
		enum table_id begins = table_that_begins(&r, token->text);

		if (token->section != section && token->section >= 2 && token->section <= 4)
			r.table = (enum table_id)(token->section - 2);
		section = token->section;
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
