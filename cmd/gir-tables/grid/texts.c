#include "cmd/gir-tables/grid/texts.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/number.h"
#include "common/utf8.h"

/* The forms have some 300 spellings of labels. Texts with one hash stand in one set, which is a
 * line of the processor's cache. */
enum { SETS = 1024, WAYS = 4, LONGEST = 512, GUESSES = 1024 };

struct slot {
	uint64_t hash;
	struct text *text; /* or NULL */
};

struct guess {
	struct buf text;
	enum table_id table;
	const struct label_hits *hits; /* NULL: nothing is known here */
};

/* The text of a cell, where none was forgotten since it was found. */
struct found {
	struct text *text;
	size_t forgotten;
};

struct texts {
	const struct fold *fold;
	const struct labels *labels;
	struct buf room, bare;
	struct slot slot[SETS * WAYS];
	struct guess guess[GUESS_KINDS][GUESSES]; /* by the hash of the text */
	struct text number, blank;                /* digits alone, and nothing */
	struct text *large;                       /* the last one longer than LONGEST, or NULL */
	size_t forgotten;                         /* how many texts were */
	struct found *found;                      /* of each cell of the report at hand */
	size_t found_cap;
};

struct texts *texts_new(const struct fold *fold, const struct labels *labels)
{
	struct texts *t = xcalloc(1, sizeof *t);

	t->fold = fold;
	t->labels = labels;
	t->number.kind = ITEM_VALUE;
	t->blank.kind = ITEM_BLANK;
	t->number.begins = t->blank.begins = TABLE_COUNT;
	return t;
}

static void text_free(struct text *x)
{
	int table;

	for (table = 0; x && table < TABLE_COUNT; table++)
		free(x->label[table].pieces);
	free(x);
}

void texts_free(struct texts *t)
{
	size_t i;

	for (i = 0; i < SETS * WAYS; i++)
		text_free(t->slot[i].text);
	for (i = 0; i < GUESSES; i++) {
		buf_free(&t->guess[GUESS_JOINED][i].text);
		buf_free(&t->guess[GUESS_GLUED][i].text);
	}
	text_free(t->large);
	free(t->found);
	buf_free(&t->room);
	buf_free(&t->bare);
	free(t);
}

/* ---- labels ---- */

struct str texts_normalise(struct texts *t, struct str text)
{
	buf_clear(&t->room);
	labels_normalise(t->fold, text, &t->room);
	return buf_str(&t->room);
}

const struct label_hits *texts_exact(struct texts *t, enum table_id table, struct str text)
{
	return labels_exact(t->labels, table, texts_normalise(t, text));
}

const struct label_hits *texts_near(struct texts *t, enum table_id table, struct str text)
{
	return text.n < LONGEST_LABEL ? labels_misspelt(t->labels, table, texts_normalise(t, text))
				      : &labels_none;
}

/* The text without what stands in brackets: labels are often followed by a gloss. */
static struct str without_gloss(struct texts *t, struct str text)
{
	size_t i = 0;
	int depth = 0;

	buf_clear(&t->bare);
	while (i < text.n) {
		uint32_t cp = fold_cp(t->fold, utf8_next(text, &i));

		if (cp == '(')
			depth++;
		else if (cp == ')' && depth > 0)
			depth--;
		else if (depth == 0)
			buf_put_cp(&t->bare, cp);
	}
	return buf_str(&t->bare);
}

/* The label of a cell that a gloss follows. */
static const struct label_hits *match_glossed(struct texts *t, enum table_id table, struct str text)
{
	struct str bare;

	if (text.n >= 4096)
		return &labels_none;
	bare = without_gloss(t, text);
	return bare.n && bare.n < text.n ? texts_exact(t, table, bare) : &labels_none;
}

static void read_label(struct texts *t, const struct text *x, enum table_id table,
		       struct text_label *label)
{

	*label = (struct text_label){.known = true};
	label->longer = labels_longer(t->labels, table, x->folded);
	label->hits = labels_exact(t->labels, table, labels_unnumbered(x->folded));
	label->exact = label->hits->n > 0;
	if (!label->hits->n)
		label->hits = texts_near(t, table, x->raw);
	if (!label->hits->n)
		label->hits = match_glossed(t, table, x->raw);
}

/* ---- the table that begins ---- */

/* 申请人情况, 自然人 and the like, or the first row's label. */
static bool begins_requests(const struct texts *t, struct str normal)
{
	const struct label_hits *h = labels_exact(t->labels, TABLE_REQUESTS, normal);
	const struct label *row = h->of[LABEL_ROW];
	const struct label *group = h->of[LABEL_GROUP];

	return (row && str_is(row->name, "new")) || (group && str_is(group->name, "applicants")) ||
	       (!row && h->of[LABEL_COLUMN]);
}

/* A cell that only one table has tells that the table begins: its block's heading, alone or before
 * other text, 申请人情况, a column of requests (总计 and 其他 are rows, too), the group 行政诉讼,
 * the first row of requests. */
static enum table_id table_that_begins(struct texts *t, struct str text)
{
	struct str normal;
	size_t end;
	int k;

	if (text.n < 9 || text.n > 300)
		return TABLE_COUNT;
	normal = texts_normalise(t, text);
	for (k = 0; k < TABLE_COUNT; k++) {
		const struct label_hits *head =
			labels_prefix(t->labels, (enum table_id)k, normal, 0, &end);

		if (head->of[LABEL_BLOCK])
			return (enum table_id)k;
		if (k == TABLE_REQUESTS && begins_requests(t, normal))
			return TABLE_REQUESTS;
		if (k == TABLE_REVIEW && (head->of[LABEL_ROW] || head->of[LABEL_GROUP]))
			return TABLE_REVIEW;
	}
	return TABLE_COUNT;
}

/* ---- kinds ---- */

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

static enum item_kind kind_of(const struct texts *t, struct str text)
{
	enum cell_state state = number_state(t->fold, text);

	if (is_glued_digits(text))
		return ITEM_GLUED;
	return state == STATE_BLANK ? ITEM_BLANK : state == STATE_TEXT ? ITEM_TEXT : ITEM_VALUE;
}

/* Whether a cell may begin a label: it has an ideograph, and no number but the one that labels are
 * printed with (2.其他...). 54[1] and 49278注 are values with a mark. */
static bool may_be_label(const struct texts *t, struct str text)
{
	size_t i = 0, digits = 0;
	bool begun = false, ideograph = false;

	while (i < text.n && !ideograph) {
		uint32_t cp = fold_cp(t->fold, utf8_next(text, &i));

		if (cp >= '0' && cp <= '9' && (digits || !begun))
			digits++;
		begun |= cp != ' ' && cp != '(';
		ideograph = (cp >= 0x3040 && cp < 0xfe00) || cp >= 0x20000;
	}
	return ideograph && digits < 2;
}

/* Whether the text names the unit 元 without a number or a multiple before it. */
static bool names_yuan(const struct texts *t, struct str text)
{
	size_t i = 0;
	uint32_t before = 0;

	while (i < text.n) {
		uint32_t cp = fold_cp(t->fold, utf8_next(text, &i));
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

/* ---- finding ---- */

static struct str put_bytes(char *to, struct str s)
{
	memcpy(to, s.p, s.n);
	return (struct str){to, s.n};
}

static struct text *read_text(struct texts *t, struct str raw)
{
	struct str folded = STR_EMPTY;
	enum item_kind kind = kind_of(t, raw);
	struct text *x;

	buf_clear(&t->room);
	if (kind == ITEM_TEXT) {
		fold_label(t->fold, raw, &t->room);
		folded = buf_str(&t->room);
	}
	x = xmalloc(sizeof *x + raw.n + folded.n);
	*x = (struct text){.kind = kind};
	x->raw = put_bytes((char *)(x + 1), raw);
	x->folded = put_bytes((char *)(x + 1) + raw.n, folded);
	x->begins = table_that_begins(t, raw);
	if (kind == ITEM_TEXT) {
		x->ideograph = may_be_label(t, raw);
		x->yuan = names_yuan(t, raw);
	}
	return x;
}

static uint64_t eight_bytes(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof v);
	return v;
}

/* A hash of a text's length and ends, which tell labels apart. */
static uint64_t hash_of(struct str s)
{
	const uint64_t odd = 0x9e3779b97f4a7c15U;
	char few[8] = {0};
	uint64_t first, last = 0, h;

	if (s.n >= 8) {
		first = eight_bytes(s.p);
		last = eight_bytes(s.p + s.n - 8);
	} else {
		memcpy(few, s.p, s.n);
		first = eight_bytes(few);
	}
	h = (first ^ s.n) * odd;
	h = ((h ^ h >> 32) + last) * odd;
	return h ^ h >> 32;
}

static struct guess *guess_at(struct texts *t, enum guess_kind kind, enum table_id table,
			      struct str text)
{
	return &t->guess[kind][(hash_of(text) + table) % GUESSES];
}

const struct label_hits *texts_recall(struct texts *t, enum guess_kind kind, enum table_id table,
				      struct str text)
{
	const struct guess *g = guess_at(t, kind, table, text);

	return g->hits && g->table == table && str_eq(buf_str(&g->text), text) ? g->hits : NULL;
}

void texts_remember(struct texts *t, enum guess_kind kind, enum table_id table, struct str text,
		    const struct label_hits *hits)
{
	struct guess *g = guess_at(t, kind, table, text);

	if (text.n > LONGEST)
		return;
	buf_clear(&g->text);
	buf_put(&g->text, text);
	g->table = table;
	g->hits = hits;
}

static void forget(struct texts *t, struct text *x)
{
	t->forgotten += x != NULL;
	text_free(x);
}

/* Each time that a text is found it moves up in its set; what is new takes the place of the last.
 */
static struct text *find_in_set(struct texts *t, struct str raw)
{
	uint64_t hash = hash_of(raw);
	struct slot *set = &t->slot[hash % SETS * WAYS];
	size_t i;

	for (i = 0; i < WAYS && set[i].text; i++) {
		struct slot found = set[i];

		if (found.hash != hash || !str_eq(found.text->raw, raw))
			continue;
		if (i > 0) {
			set[i] = set[i - 1];
			set[i - 1] = found;
		}
		return found.text;
	}
	i = i < WAYS ? i : WAYS - 1;
	forget(t, set[i].text);
	set[i] = (struct slot){hash, read_text(t, raw)};
	return set[i].text;
}

struct text *texts_find(struct texts *t, struct str raw)
{
	if (raw.n == 0)
		return &t->blank;
	if (text_is_plain(raw)) /* such would only drive labels out */
		return &t->number;
	if (raw.n <= LONGEST)
		return find_in_set(t, raw);
	if (!t->large || !str_eq(t->large->raw, raw)) {
		forget(t, t->large);
		t->large = read_text(t, raw);
	}
	return t->large;
}

void texts_begin(struct texts *t, size_t n)
{
	t->found = grow(t->found, &t->found_cap, n, sizeof *t->found);
	if (n)
		memset(t->found, 0, n * sizeof *t->found);
}

struct text *texts_at(struct texts *t, size_t i, struct str raw)
{
	struct found *found = &t->found[i];

	if (!found->text || found->forgotten != t->forgotten) {
		found->text = texts_find(t, raw);
		found->forgotten = t->forgotten;
	}
	return found->text;
}

struct text_label *texts_label(struct texts *t, struct text *x, enum table_id table)
{
	struct text_label *label = &x->label[table];

	if (!label->known)
		read_label(t, x, table, label);
	return label;
}
