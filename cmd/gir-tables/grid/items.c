#include "cmd/gir-tables/grid/items.h"

#include <stdlib.h>

#include "cmd/gir-tables/grid/glued.h"
#include "common/alloc.h"
#include "common/number.h"
#include "common/utf8.h"

enum { JOIN = 4 }; /* pieces that a broken label may have */

static inline struct item *add_item(struct items *out)
{
	out->v = grow(out->v, &out->cap, out->n + 1, sizeof *out->v);
	return &out->v[out->n++];
}

struct item *reader_add(struct reader *r)
{
	return add_item(r->out);
}

void reader_put(struct reader *r, struct item item)
{
	*reader_add(r) = item;
}

struct text *reader_text(struct reader *r, const struct token *t)
{
	return texts_at(r->texts, (size_t)(t - r->report->token), t->text);
}

struct str reader_normalise(struct reader *r, struct str text)
{
	return texts_normalise(r->texts, text);
}

const struct label_hits *reader_exact(struct reader *r, struct str text)
{
	return texts_exact(r->texts, r->table, text);
}

const struct label_hits *reader_near(struct reader *r, struct str text)
{
	return texts_near(r->texts, r->table, text);
}

/* Whether the cell is a number or a blank for certain, and nothing follows from it. */
static inline bool is_value(struct str text)
{
	return text.n == 0 || text_is_plain(text);
}

/* The longest run of pieces, from the cell `i` on, that is a label; *used is how many they are. It
 * wins over the first piece: 其他 + 处理 is not 其他. Where no label goes on behind the first, only
 * marks can be pieces. */
static const struct label_hits *match_longer(struct reader *r, struct str first, size_t i,
					     size_t end, bool longer, size_t *used)
{
	const struct label_hits *h, *whole = &labels_none;
	const struct token *t = r->report->token;
	size_t n, length = t[i].text.n;

	buf_clear(r->room);
	buf_put(r->room, first);
	for (n = 2; n <= JOIN && i + n <= end && length < 512; n++) {
		const struct text *piece;

		if (is_value(t[i + n - 1].text))
			break;
		piece = texts_at(r->texts, i + n - 1, t[i + n - 1].text);
		if (piece->kind != ITEM_TEXT || (!longer && piece->folded.n))
			break;
		length += piece->raw.n;
		buf_put(r->room, piece->folded);
		h = labels_exact(r->labels, r->table, labels_unnumbered(buf_str(r->room)));
		if (h->n) {
			whole = h;
			*used = n;
		}
	}
	return whole;
}

/* labels_misspelt, remembered. */
static const struct label_hits *misspelt(struct reader *r, struct str normal)
{
	const struct label_hits *h = texts_recall(r->texts, GUESS_JOINED, r->table, normal);

	if (!h) {
		h = labels_misspelt(r->labels, r->table, normal);
		texts_remember(r->texts, GUESS_JOINED, r->table, normal, h);
	}
	return h;
}

/* The label that the cells from `i` on, of which the first is `first`, folded, nearly are together.
 */
static const struct label_hits *match_joined(struct reader *r, struct str first, size_t i,
					     size_t end, size_t *used)
{
	const struct label_hits *whole = &labels_none;
	const struct token *t = r->report->token;
	size_t n, length = t[i].text.n;

	buf_clear(r->room);
	buf_put(r->room, first);
	for (n = 2; !whole->n && n <= JOIN && i + n <= end; n++) {
		const struct text *piece;

		if (is_value(t[i + n - 1].text))
			break;
		piece = texts_at(r->texts, i + n - 1, t[i + n - 1].text);
		length += piece->raw.n;
		if (piece->kind != ITEM_TEXT || length >= LONGEST_LABEL)
			break;
		buf_put(r->room, piece->folded);
		whole = misspelt(r, labels_unnumbered(buf_str(r->room)));
		*used = whole->n ? n : 1;
	}
	return whole;
}

/* The label that the cells from `i` on make, broken or whole; *used is how many they are. */
static const struct label_hits *match_cells(struct reader *r, struct text *x, size_t i, size_t end,
					    size_t *used)
{
	const struct text_label *label = texts_label(r->texts, x, r->table);
	const struct label_hits *alone = label->hits;
	const struct label_hits *whole = &labels_none;

	*used = 1;
	if (label->longer || label->exact)
		whole = match_longer(r, x->folded, i, end, label->longer, used);
	if (whole->n)
		return whole;
	if (alone->n)
		return alone;
	/* The pieces may have taken the place of the first. */
	x = texts_at(r->texts, i, r->report->token[i].text);
	return match_joined(r, x->folded, i, end, used);
}

/* Adds an item whose text is all of the cell. */
static struct item *add_cell(struct reader *r, const struct token *t, enum item_kind kind,
			     const struct label_hits *hits)
{
	struct item *item = reader_add(r);

	item->kind = kind;
	item->text = t->text;
	item->from = t;
	item->row = t->row;
	item->hits = hits;
	item->part = false;
	return item;
}

/* Puts a cell that is no label: labels and numbers in one piece, or a text. */
static void put_text(struct reader *r, const struct token *t)
{
	struct text_label *label = texts_label(r->texts, reader_text(r, t), r->table);

	if (!label->whole) {
		if (glued_cut(r, t))
			return;
		label->part = labels_part(r->labels, r->table, reader_normalise(r, t->text));
		label->whole = true;
	}
	add_cell(r, t, ITEM_TEXT, &labels_none)->part = label->part;
}

static void add_value(struct items *out, const struct token *t)
{
	struct item *item = add_item(out);

	item->kind = t->text.n ? ITEM_VALUE : ITEM_BLANK;
	item->text = t->text;
	item->from = t;
	item->row = t->row;
	item->hits = &labels_none;
	item->part = false;
}

/* Reads the cell at `i`, whose text is `x`; returns the next one's index. */
static size_t read_cell(struct reader *r, struct text *x, size_t i, size_t end)
{
	const struct token *t = &r->report->token[i];
	const struct label_hits *hits = &labels_none;
	size_t used = 1;

	if (x->kind != ITEM_TEXT) {
		(void)add_cell(r, t, x->kind, hits);
		return i + 1;
	}
	r->out->yuan |= x->yuan;
	if (x->ideograph)
		hits = match_cells(r, x, i, end, &used);
	if (hits->n)
		(void)add_cell(r, t, ITEM_LABEL, hits);
	else
		put_text(r, t);
	return i + used;
}

/* Takes the cells right before cell `i` that are heads of requests as well, 总计 | 自然人, out of
 * the table that they were given to; returns the first of them. */
static size_t take_back(struct reader *r, size_t i)
{
	const struct token *t = r->report->token;

	for (; r->out && i > 0 && r->out->n > 0; i--, r->out->n--) {
		const struct label_hits *h = texts_exact(r->texts, TABLE_REQUESTS, t[i - 1].text);

		if (t[i - 1].section != t[i].section || !h->of[LABEL_COLUMN] ||
		    r->out->v[r->out->n - 1].text.p != t[i - 1].text.p)
			break;
	}
	return i;
}

/* Reads the cell at `i`, a text, in the table that it begins or stands in; returns the next one's
 * index. */
static size_t read_text(struct reader *r, struct tables_items *t, size_t i)
{
	struct text *x = texts_at(r->texts, i, r->report->token[i].text);
	enum table_id begins = x->begins;

	if (begins == TABLE_REQUESTS && r->table != begins) {
		i = take_back(r, i);
		x = texts_at(r->texts, i, r->report->token[i].text);
	}
	if (begins != TABLE_COUNT)
		r->table = begins;
	if (r->table == TABLE_COUNT)
		return i + 1;
	r->out = &t->table[r->table];
	return read_cell(r, x, i, r->report->tokens);
}

static bool has_serial(const struct tables_items *t)
{
	size_t i;
	int table;

	for (table = 0; table < TABLE_COUNT; table++)
		for (i = 0; i < t->table[table].n; i++)
			if (t->table[table].v[i].kind == ITEM_LABEL &&
			    str_is(t->table[table].v[i].hits->v[0]->name, "serial"))
				return true;
	return false;
}

void items_read(struct tables_items *t, const struct report *report, struct texts *texts,
		const struct labels *labels, const struct fold *fold, struct pool *pool)
{
	struct reader r = {report, texts, labels, fold, pool, &t->room, NULL, TABLE_COUNT};
	int section = -1, table;
	size_t i = 0;

	texts_begin(texts, report->tokens);
	for (table = 0; table < TABLE_COUNT; table++)
		t->table[table] = (struct items){t->table[table].v, 0, t->table[table].cap, false};
	while (i < report->tokens) {
		const struct token *token = &report->token[i];

		if (token->section != section && token->section >= 2 && token->section <= 4)
			r.table = (enum table_id)(token->section - 2);
		section = token->section;
		if (!is_value(token->text))
			i = read_text(&r, t, i);
		else if (r.table != TABLE_COUNT)
			add_value(r.out = &t->table[r.table], &report->token[i++]);
		else
			i++;
	}
	t->serial = has_serial(t);
}

void items_free(struct tables_items *t)
{
	int table;

	for (table = 0; table < TABLE_COUNT; table++)
		free(t->table[table].v);
	buf_free(&t->room);
}
