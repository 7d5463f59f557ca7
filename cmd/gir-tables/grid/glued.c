#include "cmd/gir-tables/grid/glued.h"

#include <stdlib.h>

#include "cmd/gir-tables/grid/glued_text.h"
#include "cmd/gir-tables/grid/pieces.h"
#include "common/number.h"
#include "common/utf8.h"

static size_t signed_digits_end(struct str s, size_t at)
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

/* Where the number that begins at `at` ends: sign, digits, points; `at` for none. Most characters
 * are ideographs. */
static inline size_t digits_end(struct str s, size_t at)
{
	return at < s.n && !(s.p[at] & 0x80) ? signed_digits_end(s, at) : at;
}

static bool is_number(struct str s, size_t at)
{
	return digits_end(s, at) > at;
}

/* Whether `edge`, a character at an end of a text, says something of a number, where the rest,
 * `label`, is nearly a label: a mark, or a character that the label is nearer without. */
static bool is_of_number(struct reader *r, struct str edge, struct str label, size_t away)
{
	buf_clear(r->room);
	fold_label(r->fold, edge, r->room);
	return r->room->n == 0 || str_is(edge, "十") ||
	       labels_distance(r->labels, r->table, reader_normalise(r, label)) < away;
}

static const struct label_hits *find_near_label(struct reader *r, struct str text)
{
	const struct label_hits *h = reader_near(r, text);
	size_t first = 0, last, away;

	if (h->n == 0)
		return h;
	if (is_numeral(str_sub(text, 0, 3)))
		text = str_from(text, 3);
	last = text.n;
	away = labels_distance(r->labels, r->table, reader_normalise(r, text));
	utf8_next(text, &first);
	do
		last--;
	while (last > 0 && ((unsigned char)text.p[last] & 0xc0) == 0x80);
	if (is_of_number(r, str_sub(text, 0, first), str_from(text, first), away) ||
	    is_of_number(r, str_from(text, last), str_sub(text, 0, last), away))
		return &labels_none;
	return h;
}

/* The label that the text nearly is; none where an end of it belongs to a number: 行政强制注,
 * 千行政强制, %行政强制. */
static const struct label_hits *near_label(struct reader *r, struct str text)
{
	const struct label_hits *h = texts_recall(r->texts, GUESS_GLUED, r->table, text);

	if (!h) {
		h = find_near_label(r, text);
		texts_remember(r->texts, GUESS_GLUED, r->table, text, h);
	}
	return h;
}

/* Where the text at `at` ends before a number, not too far on. */
static size_t text_end(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.n && digits_end(s, end) == end && end - at < 200)
		utf8_next(s, &end);
	return end;
}

/* The label at `at`: the text up to the next number, even misspelt, else the longest label that it
 * begins with. 其他法律行政规禁止公开 is not 其他. */
static const struct label_hits *glued_label(struct reader *r, struct str normal, size_t at,
					    size_t *end)
{
	const struct label_hits *h = labels_prefix(r->labels, r->table, normal, at, end), *near;
	size_t stop = text_end(normal, at), next;

	if (h->n == 0 || *end == stop || labels_prefix(r->labels, r->table, normal, *end, &next)->n)
		return h;
	near = near_label(r, str_sub(normal, at, stop));
	if (near->n == 0 || near->v[0] == h->v[0])
		return h;
	*end = stop;
	return near;
}

/* Whether a glued text is worth cutting: two labels, or a label, even misspelt, and digits. */
static bool is_glued(struct reader *r, struct str normal)
{
	size_t i = 0, hits = 0, digits = 0, said = 0;

	while (i < normal.n) {
		size_t end = digits_end(normal, i);

		if (end == i + 2 && normal.p[i + 1] == '.') {
			said = end; /* a label's number */
		} else if (end > i) {
			if (hits == 0)
				hits = near_label(r, str_trim(str_sub(normal, said, i)))->n;
			digits += hits > 0;
			said = end;
		} else if (labels_prefix(r->labels, r->table, normal, i, &end)->n) {
			hits++;
		} else {
			end = i;
			utf8_next(normal, &end);
		}
		i = end;
	}
	return hits >= 2 || (hits == 1 && digits > 0);
}

/* A glued cell while it is cut. */
struct cut {
	struct reader *r;
	const struct token *t;
	struct str s; /* the folded text */
	size_t at;
	size_t said; /* where the last item ended */
};

static void put_item(const struct cut *c, enum item_kind kind, size_t from, size_t to,
		     const struct label_hits *hits)
{
	struct item item = {kind, str_sub(c->s, from, to), c->t, c->t->row, hits, false};

	reader_put(c->r, item);
}

/* Where the next number, mark for not applicable or label begins. */
static size_t next_item(const struct cut *c, size_t at)
{
	size_t end;

	while (at < c->s.n && digits_end(c->s, at) == at && !memchr("/-", c->s.p[at], 2) &&
	       !labels_prefix(c->r->labels, c->r->table, c->s, at, &end)->n) {
		end = gloss_end(c->s, at);
		if (end == at)
			utf8_next(c->s, &at);
		else
			at = end;
	}
	return at;
}

/* Where the number whose digits end at `at` ends: what stands behind digits is a part of the number
 * (5亿, 5余) up to the next item, unless it is the next label, misspelt, or that label's number.
 * *tail is where what follows its unit begins. */
static size_t number_end(const struct cut *c, size_t at, size_t *tail)
{
	size_t unit = skip_spaces(c->s, at), end = next_item(c, at);
	struct str rest;

	*tail = unit + number_unit(str_from(c->s, unit));
	/* 5 万9: a unit that may be the next number's */
	if (*tail == unit || *tail > end || (unit > at && is_number(c->s, *tail)))
		*tail = at;
	/* 7减30, 7减 | 30: the sign is the next number's */
	if (is_digit(c->s, end) || end == c->s.n)
		end -= number_sign(str_sub(c->s, *tail, end));
	rest = str_trim(str_sub(c->s, *tail, end));
	if (rest.n == 0 || near_label(c->r, rest)->n ||
	    near_label(c->r, str_sub(c->s, *tail, text_end(c->s, *tail)))->n ||
	    (is_numeral(rest) && end < c->s.n && !is_digit(c->s, end)))
		return *tail;
	return (size_t)(rest.p - c->s.p) + rest.n;
}

/* Whether the last digit of what ends at `end`, in a point, numbers the label behind it: as in the
 * forms, or because no other digit stands there. */
static bool numbers_label(const struct cut *c, size_t end)
{
	size_t at = skip_spaces(c->s, end), to, i;
	const struct label_hits *h;

	if (at == c->s.n || is_digit(c->s, at))
		return false;
	if (end == c->at + 2)
		return true;
	h = glued_label(c->r, c->s, at, &to);
	if (h->n == 0)
		h = reader_near(c->r, str_sub(c->s, at, text_end(c->s, at)));
	for (i = 0; i < h->n; i++)
		if (h->v[i]->number && h->v[i]->number == c->s.p[end - 2])
			return true;
	return false;
}

/* Puts the number at c->at, whose digits end at `end`. Where other text stands between it and the
 * item before, the whole is noise (减5, 约10), unless it is a label misspelt. A dash between a
 * label and a number is not surely a sign. */
static void put_number(struct cut *c, size_t end)
{
	size_t from = c->at, tail;
	bool behind = from > 1 && c->s.p[from - 1] == ' ', apart;
	const struct label_hits *label = &labels_none;

	tail = end;
	if (c->s.p[end - 1] == '.' && numbers_label(c, end)) {
		c->at = end;
		end -= 2;
	} else {
		c->at = end = number_end(c, end, &tail);
	}
	if (from == end)
		return;
	apart = behind || (end + 1 < c->s.n && c->s.p[end] == ' ' && is_digit(c->s, end + 1));
	if (c->said < from)
		label = near_label(c->r, str_trim(str_sub(c->s, c->said, from)));
	if (label->n)
		put_item(c, ITEM_LABEL, c->said, from, label);
	if ((c->said < from && !label->n) || (c->s.p[from] == '-' && !apart))
		put_item(c, ITEM_NOISE, label->n ? from : c->said, end, &labels_none);
	put_item(c, apart ? ITEM_VALUE : ITEM_GLUED, from, end, &labels_none);
	/* 5余3: whose the word is cannot be told */
	c->said = tail < c->at && is_number(c->s, c->at) ? tail : c->at;
}

/* What stands between a column's label and the next label is the head of a column that no form has;
 * a single character is the next label's number. */
static bool put_head(const struct cut *c, size_t to)
{
	if (to - c->said < 6 || !pieces_behind_head(c->r->out))
		return false;
	put_item(c, ITEM_TEXT, c->said, to, &labels_none);
	return true;
}

/* What the cell ends in makes the number in the next cell doubtful: 减 | 3. */
static void put_end(const struct cut *c)
{
	struct str end = str_trim(str_from(c->s, c->said));

	if (!put_head(c, c->s.n) && end.n)
		put_item(c, ITEM_NOISE, c->said, c->s.n, &labels_none);
}

static void cut_next(struct cut *c)
{
	const struct label_hits *hits = &labels_none;
	size_t end = digits_end(c->s, c->at);

	if (c->s.p[c->at] == ' ') {
		c->said += c->said == c->at++;
	} else if (end > c->at) {
		put_number(c, end);
	} else if (memchr("/-", c->s.p[c->at], 2)) { /* not applicable */
		put_item(c, ITEM_VALUE, c->at, c->at + 1, hits);
		c->said = ++c->at;
	} else if ((hits = glued_label(c->r, c->s, c->at, &end))->n) {
		(void)put_head(c, c->at);
		put_item(c, ITEM_LABEL, c->at, end, hits);
		c->said = c->at = end;
	} else {
		utf8_next(c->s, &c->at);
	}
}

/* Of which text the items are slices, or no text where the cell is not glued. */
static struct str cut_glued(struct reader *r, const struct token *t)
{
	struct cut c = {.r = r, .t = t};
	struct buf folded = BUF_INIT;

	glued_fold(r->fold, t->text, &folded);
	if (is_glued(r, buf_str(&folded))) {
		c.s = pool_dup(r->pool, buf_str(&folded));
		while (c.at < c.s.n)
			cut_next(&c);
		put_end(&c);
	}
	buf_free(&folded);
	return c.s;
}

/* A group's label and a row's with a space between: （四）无法提供 1.本机关不掌握相关政府信息. */
static bool cut_labels(struct reader *r, const struct token *t)
{
	struct item head = {.kind = ITEM_LABEL, .from = t, .row = t->row}, tail = head;
	size_t at = 0;

	if (t->text.n > 600)
		return false;
	while ((at = str_find(t->text, STR(" "), at + 1)) != STR_NONE) {
		head.text = str_sub(t->text, 0, at);
		tail.text = str_trim(str_from(t->text, at));
		head.hits = reader_exact(r, head.text);
		if (!head.hits->of[LABEL_GROUP])
			continue;
		tail.hits = reader_exact(r, tail.text);
		if (!tail.hits->n)
			tail.hits = reader_near(r, tail.text);
		if (!tail.hits->n)
			continue;
		reader_put(r, head);
		reader_put(r, tail);
		return true;
	}
	return false;
}

static void remember(struct reader *r, const struct token *t, size_t from, struct str text,
		     bool behind_head)
{
	size_t n = r->out->n - from;
	struct text *x = reader_text(r, t);
	struct text_label *label = texts_label(r->texts, x, r->table);

	if (n > PIECES_MAX)
		return;
	free(label->pieces);
	label->pieces = pieces_copy(r->out->v + from, n, text);
	label->pieces->behind_head = behind_head;
}

bool glued_cut(struct reader *r, const struct token *t)
{
	const struct pieces *known = texts_label(r->texts, reader_text(r, t), r->table)->pieces;
	bool behind_head = pieces_behind_head(r->out);
	size_t from = r->out->n;
	struct str text;

	if (known && known->behind_head == behind_head) {
		pieces_put(known, r, t);
		return true;
	}
	text = cut_labels(r, t) ? t->text : cut_glued(r, t);
	if (text.p)
		remember(r, t, from, text, behind_head);
	return text.p != NULL;
}
