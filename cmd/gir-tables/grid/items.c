#include "cmd/gir-tables/grid/items.h"

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
	struct dec v;
	enum cell_state state = number_read(r->fold, text, MEASURE_CHANGE, &v);

	if (state == STATE_TEXT)
		state = number_read(r->fold, text, MEASURE_AMOUNT, &v);
	if (is_glued_digits(text))
		return ITEM_GLUED;
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

static bool has_digit(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static struct label_hits match_near(struct reader *r, struct str text)
{
	struct label_hits h = {{NULL}, 0};
	struct str normal;

	if (text.n >= 600) /* no label */
		return h;
	normal = normalise(r, text);
	if (!has_digit(normal)) /* 行政许可0 is a label and its number, not a label misspelt */
		h = labels_near(r->labels, r->table, normal);
	return h;
}

/* The label of one cell that a gloss follows. */
static struct label_hits match_glossed(struct reader *r, struct str text)
{
	struct label_hits h = {{NULL}, 0};
	struct str bare;

	if (text.n >= 4096)
		return h;
	bare = without_gloss(r, text);
	return bare.n && bare.n < text.n ? match_exact(r, bare) : h;
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
		ideograph = cp >= 0x2e80;
	}
	return ideograph && digits < 2;
}

/* The label that the cells from `i` on make, broken or whole; *used is how many they are. */
static struct label_hits match_cells(struct reader *r, size_t i, size_t end, size_t *used)
{
	struct buf joined = BUF_INIT;
	struct label_hits h, whole = {{NULL}, 0};
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
		if (!whole.n)
			whole = match_glossed(r, t[i].text);
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

static bool is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Where the brackets that open at `at` are closed again, not too far on; `at` for none. */
static size_t gloss_end(struct str s, size_t at)
{
	size_t end = s.p[at] == '(' ? str_find(s, STR(")"), at) : STR_NONE;

	return end == STR_NONE || end - at > 400 ? at : end + 1;
}

static void drop_last_digit(struct buf *to)
{
	size_t n = to->n;

	while (n > 0 && to->p[n - 1] == ' ')
		n--;
	if (n > 0 && is_digit(buf_str(to), n - 1))
		to->n = n - 1;
}

/* Folds text without glosses as labels are, but keeps what belongs to numbers: a point or comma
 * between digits, a sign before one. */
static void fold_glued(struct reader *r, struct str text, struct buf *to)
{
	struct buf plain = BUF_INIT;
	struct str s;
	size_t i = 0;

	fold_text(r->fold, text, &plain);
	s = buf_str(&plain);
	while (i < s.n) {
		size_t at = i;
		bool sign;

		i = gloss_end(s, at);
		if (i > at)
			continue;
		utf8_next(s, &i);
		if (s.p[at] == ' ' && to->n &&
		    (is_digit(buf_str(to), to->n - 1) || is_digit(s, i))) {
			buf_putc(to, ' '); /* numbers apart are not glued */
			continue;
		}
		/* 0000000 5.属于... : the digit before the mark numbers the next label. */
		if ((s.p[at] == '.' || str_eq(str_sub(s, at, i), STR("、"))) && !is_digit(s, i))
			drop_last_digit(to);
		sign = s.p[at] == '-' || s.p[at] == '+';
		if (s.p[at] == '/' ||
		    (s.p[at] == '-' && to->n &&
		     is_digit(buf_str(to),
			      to->n - 1))) { /* a mark for not applicable is a cell, too */
			buf_putc(to, s.p[at]);
			continue;
		}
		if (is_digit(s, i) &&
		    (sign || (memchr(".,", s.p[at], 2) && at > 0 && is_digit(s, at - 1))))
			buf_putc(to, s.p[at]);
		else
			fold_label(r->fold, str_sub(s, at, i), to);
	}
	buf_free(&plain);
}

/* Where the number that begins at `at` ends: sign, digits, points; `at` for none. */
static size_t digits_end(struct str s, size_t at)
{
	size_t i = at;

	if (i < s.n && (s.p[i] == '-' || s.p[i] == '+'))
		i++;
	if (!is_digit(s, i))
		return at;
	while (i < s.n && (is_digit(s, i) || memchr("-+.,/", s.p[i], 5)))
		i++;
	return i;
}

/* The unit behind a number belongs to it: without it 元 would be read as 万元. */
static size_t unit_end(struct str s, size_t at)
{
	static const char *const units[] = {"万元", "亿元", "万", "元", "件", "项", "条", "个"};
	size_t i;

	for (i = 0; i < sizeof units / sizeof *units; i++)
		if (str_starts(str_from(s, at), str_of(units[i])))
			return at + strlen(units[i]);
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

/* Puts the number that ends at `end`. Where other text stands between it and the item before, from
 * `said` on, the whole is noise (减5, 约10), unless it is
 * a label misspelt. */
static void put_glued(struct reader *r, const struct token *t, struct str normal, size_t said,
		      size_t from, size_t end)
{
	struct item item = {.kind = ITEM_GLUED, .line = t->line, .row = t->row};
	bool apart = (from > 1 && normal.p[from - 1] == ' ') ||
		     (end + 1 < normal.n && normal.p[end] == ' ' && is_digit(normal, end + 1));
	struct item label = {.kind = ITEM_LABEL, .line = t->line, .row = t->row};

	item.text = str_sub(normal, from, end);
	label.text = str_sub(normal, said, from);
	if (apart)
		item.kind = ITEM_VALUE;
	if (said < from)
		label.hits = labels_near(r->labels, r->table, normalise(r, label.text));
	if (label.hits.n) {
		put(r, label);
	} else if (said < from) {
		item.kind = ITEM_NOISE;
		item.text = str_sub(normal, said, end);
	}
	put(r, item);
}

/* The label at `at`: the text up to the next number, even misspelt, else the longest label that it
 * begins with. 其他法律行政规禁止公开 is not 其他. */
static struct label_hits glued_label(struct reader *r, struct str normal, size_t at, size_t *end)
{
	struct label_hits h = labels_prefix(r->labels, r->table, normal, at, end), near;
	size_t stop = at, next;

	while (stop < normal.n && digits_end(normal, stop) == stop && stop - at < 200)
		utf8_next(normal, &stop);
	if (h.n == 0 || *end == stop || labels_prefix(r->labels, r->table, normal, *end, &next).n)
		return h;
	near = labels_near(r->labels, r->table, str_sub(normal, at, stop));
	if (near.n == 0 ||
	    near.v[0] == h.v[0]) /* 行政强制注1: what is behind the label is no label */
		return h;
	*end = stop;
	return near;
}

/* What stands between a column's label and the next label is the head of a column that no form has;
 * a single character is the next label's number. */
static void put_head(struct reader *r, const struct token *t, struct str normal, size_t from,
		     size_t to)
{
	const struct items *out = r->out;
	struct item text = {ITEM_TEXT, str_sub(normal, from, to), t->line, t->row, {{NULL}, 0},
			    false};

	if (to - from >= 6 && out->n && out->v[out->n - 1].kind == ITEM_LABEL &&
	    label_of_kind(&out->v[out->n - 1].hits, LABEL_COLUMN))
		put(r, text);
}

static bool cut_glued(struct reader *r, const struct token *t)
{
	struct str normal;
	size_t i = 0, said = 0; /* where the last item ended */

	buf_clear(r->room);
	fold_glued(r, t->text, r->room);
	if (!is_glued(r, buf_str(r->room)))
		return false;
	normal = pool_dup(r->pool, buf_str(r->room));
	while (i < normal.n) {
		struct item item = {.kind = ITEM_LABEL, .line = t->line, .row = t->row};
		size_t end = digits_end(normal, i);

		if (normal.p[i] == ' ') {
			said += said == i++;
			continue;
		}
		if (end > i) {
			end = unit_end(normal, end);
			put_glued(r, t, normal, said, i, end);
			said = end;
		} else if ((item.hits = glued_label(r, normal, i, &end)).n) {
			put_head(r, t, normal, said, i);
			item.text = str_sub(normal, i, end);
			put(r, item);
			said = end;
		} else {
			end = i;
			utf8_next(normal, &end);
		}
		i = end;
	}
	put_head(r, t, normal, said, normal.n);
	return true;
}

/* A group's label and a row's with a space between: （四）无法提供 1.本机关不掌握相关政府信息. */
static bool cut_labels(struct reader *r, const struct token *t)
{
	struct item head = {.kind = ITEM_LABEL, .line = t->line, .row = t->row}, tail = head;
	size_t at = 0;

	if (t->text.n > 600)
		return false;
	while ((at = str_find(t->text, STR(" "), at + 1)) != STR_NONE) {
		head.text = str_sub(t->text, 0, at);
		tail.text = str_trim(str_from(t->text, at));
		head.hits = match_exact(r, head.text);
		if (!label_of_kind(&head.hits, LABEL_GROUP))
			continue;
		tail.hits = match_exact(r, tail.text);
		if (!tail.hits.n)
			tail.hits = match_near(r, tail.text);
		if (!tail.hits.n)
			continue;
		put(r, head);
		put(r, tail);
		return true;
	}
	return false;
}

/* A label that is misspelt, with its digits glued to it. */
static bool cut_near_glued(struct reader *r, const struct token *t)
{
	struct item item = {.kind = ITEM_LABEL, .line = t->line, .row = t->row};
	size_t end = t->text.n;

	while (end > 0 && is_digit(t->text, end - 1))
		end--;
	if (end == t->text.n || end == 0)
		return false;
	item.text = str_sub(t->text, 0, end);
	item.hits = match_near(r, item.text);
	if (!item.hits.n)
		return false;
	put(r, item);
	item = (struct item){ITEM_GLUED, str_from(t->text, end), t->line, t->row, {{NULL}, 0},
			     false};
	put(r, item);
	return true;
}

/* ---- the cells of a report ---- */

/* A cell that only one table has tells that the table begins: its block's heading, alone or before
 * other text, 申请人情况, the group 行政诉讼, the first row of requests. */
static enum table_id table_that_begins(struct reader *r, struct str text)
{
	struct str normal;
	size_t end;
	int t;

	if (text.n < 9 || text.n > 300)
		return TABLE_COUNT;
	normal = normalise(r, text);
	for (t = 0; t < TABLE_COUNT; t++) {
		struct label_hits h = labels_exact(r->labels, (enum table_id)t, normal);
		struct label_hits head =
			labels_prefix(r->labels, (enum table_id)t, normal, 0, &end);
		const struct label *row = label_of_kind(&h, LABEL_ROW);
		const struct label *group = label_of_kind(&h, LABEL_GROUP);

		if (label_of_kind(&head, LABEL_BLOCK))
			return (enum table_id)t;
		if (t == TABLE_REQUESTS && ((row && str_is(row->name, "new")) ||
					    (group && str_is(group->name, "applicants"))))
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
		else if (cut_labels(r, t) || cut_glued(r, t) || cut_near_glued(r, t))
			return i + 1;
		else
			item.part = labels_part(r->labels, r->table, normalise(r, t->text));
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
		t->table[table] = (struct items){t->table[table].v, 0, t->table[table].cap, false};
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
