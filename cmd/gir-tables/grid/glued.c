#include "cmd/gir-tables/grid/glued.h"

#include "common/utf8.h"

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
		/* A mark for not applicable is a cell, too. */
		if (s.p[at] == '/' ||
		    (s.p[at] == '-' && !is_digit(s, i) && to->n &&
		     (is_digit(buf_str(to), to->n - 1) || to->p[to->n - 1] == ' '))) {
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

/* Whether the text ends in a word that changes the number behind it, or makes it a footnote's. */
static bool ends_in_sign(struct str s)
{
	static const char *const words[] = {"增", "减", "加", "少", "约", "近", "注"};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (str_ends(s, str_of(words[i])))
			return true;
	return false;
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
	if (said < from && !ends_in_sign(label.text))
		label.hits = labels_near(r->labels, r->table, reader_normalise(r, label.text));
	if (label.hits.n) {
		reader_put(r, label);
	} else if (said < from) {
		item.kind = ITEM_NOISE;
		item.text = str_sub(normal, said, end);
	}
	reader_put(r, item);
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
	/* 行政强制注1: what is behind the label is no label */
	if (near.n == 0 || near.v[0] == h.v[0] || ends_in_sign(str_sub(normal, at, stop)))
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
		reader_put(r, text);
}

static void put_mark(struct reader *r, const struct token *t, struct str mark)
{
	struct item item = {ITEM_VALUE, mark, t->line, t->row, {{NULL}, 0}, false};

	reader_put(r, item);
}

/* A cell that ends in a word that changes a number makes the next cell's number doubtful: 减 | 3.
 */
static void put_sign(struct reader *r, const struct token *t, struct str end)
{
	struct item item = {ITEM_NOISE, end, t->line, t->row, {{NULL}, 0}, false};

	if (ends_in_sign(end))
		reader_put(r, item);
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
		if (end == i && memchr("/-", normal.p[i], 2)) { /* not applicable */
			put_mark(r, t, str_sub(normal, i, i + 1));
			said = ++i;
			continue;
		}
		if (end > i) {
			end = unit_end(normal, end);
			put_glued(r, t, normal, said, i, end);
			said = end;
		} else if ((item.hits = glued_label(r, normal, i, &end)).n) {
			put_head(r, t, normal, said, i);
			item.text = str_sub(normal, i, end);
			reader_put(r, item);
			said = end;
		} else {
			end = i;
			utf8_next(normal, &end);
		}
		i = end;
	}
	put_head(r, t, normal, said, normal.n);
	put_sign(r, t, str_from(normal, said));
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
		head.hits = reader_exact(r, head.text);
		if (!label_of_kind(&head.hits, LABEL_GROUP))
			continue;
		tail.hits = reader_exact(r, tail.text);
		if (!tail.hits.n)
			tail.hits = reader_near(r, tail.text);
		if (!tail.hits.n)
			continue;
		reader_put(r, head);
		reader_put(r, tail);
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
	if (end == t->text.n || end == 0 || ends_in_sign(str_sub(t->text, 0, end)))
		return false;
	item.text = str_sub(t->text, 0, end);
	item.hits = reader_near(r, item.text);
	if (!item.hits.n)
		return false;
	reader_put(r, item);
	item = (struct item){ITEM_GLUED, str_from(t->text, end), t->line, t->row, {{NULL}, 0},
			     false};
	reader_put(r, item);
	return true;
}

bool glued_cut(struct reader *r, const struct token *t)
{
	return cut_labels(r, t) || cut_glued(r, t) || cut_near_glued(r, t);
}
