#include "cmd/gir-tables/grid/labels.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/number.h"
#include "common/pool.h"
#include "common/utf8.h"

const struct label_hits labels_none = {.n = 0};

enum { LONGEST = 64 }; /* code points of a label that is compared; official ones have up to 37 */

/* One spelling of a label. */
struct variant {
	struct str normal;
	uint32_t cp[LONGEST];
	size_t length; /* code points */
	size_t label;  /* index */
	size_t next;   /* the next variant that begins alike, or STR_NONE */
};

/* What is compared first: most labels are too unlike a text to be near it. */
struct outline {
	uint64_t signature; /* of the characters: see signature_of */
	size_t length, variant;
};

struct labels {
	const struct fold *fold;
	struct pool pool;
	struct label *label;
	size_t n, cap;
	struct variant *variant;
	size_t variants, variant_cap;
	size_t *slot; /* hash table over the variants' texts: an index, or `variants` for free */
	size_t slots;
	size_t first[256]; /* variant with that byte at the end of its first character, or STR_NONE
			    */
	struct label_place *place;            /* [label * forms + form] */
	struct label_hits *same;              /* [variant]: the labels with that spelling */
	struct label_hits *alone;             /* [label] */
	struct outline *outline[TABLE_COUNT]; /* of the spellings that may be misspelt */
	size_t outlines[TABLE_COUNT];
	size_t longest[TABLE_COUNT]; /* the code points of the longest of them */
};

/* The last byte of the first character, of three, tells most labels apart. */
enum { TELLING = 2 };

static bool is_chinese_numeral(uint32_t cp)
{
	switch (cp) {
	case 0x4e00: /* 一 */
	case 0x4e8c:
	case 0x4e09:
	case 0x56db:
	case 0x4e94:
	case 0x516d:
	case 0x4e03:
	case 0x516b:
	case 0x4e5d:
	case 0x5341: /* 十 */
		return true;
	default:
		return false;
	}
}

/* Where the number that the text begins with ends: 1属于国家秘密, 三不予公开. */
static size_t digits_end(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i == 0 && s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (!is_chinese_numeral(cp))
			i = 0;
	}
	return i;
}

static bool is_number(struct str s)
{
	return digits_end(s) == s.n;
}

/* Where the text begins behind its number, which is not all of it. */
static size_t number_end(struct str s)
{
	size_t end = digits_end(s);

	return end == s.n ? 0 : end;
}

struct str labels_unnumbered(struct str folded)
{
	return str_from(folded, number_end(folded));
}

void labels_normalise(const struct fold *fold, struct str text, struct buf *to)
{
	size_t from = to->n, cut;

	fold_label(fold, text, to);
	cut = number_end(str_from(buf_str(to), from));
	memmove(to->p + from, to->p + from + cut, to->n - from - cut);
	to->n -= cut;
}

static size_t code_points(struct str s, uint32_t *cp)
{
	size_t i = 0, n = 0;

	while (i < s.n && n < LONGEST)
		cp[n++] = utf8_next(s, &i);
	return n;
}

/* By how many characters a label of that length may be misspelt. */
static size_t tolerance(size_t length)
{
	return length >= 6 ? 2 : length >= 4 ? 1 : 0;
}

/* A bit for each character, by its number. Where texts have n bits that the other lacks, they
 * differ in n characters or more. */
static uint64_t signature_of(const uint32_t *cp, size_t n)
{
	uint64_t bits = 0;
	size_t i;

	for (i = 0; i < n; i++)
		bits |= (uint64_t)1 << (cp[i] % 64);
	return bits;
}

static bool has_more_bits(uint64_t bits, size_t than)
{
	for (; than > 0; than--)
		bits &= bits - 1;
	return bits != 0;
}

static void add_variant(struct labels *l, size_t label, struct str text)
{
	struct buf room = BUF_INIT;
	struct variant *v;
	size_t i;

	labels_normalise(l->fold, text, &room);
	for (i = 0; i < l->variants; i++)
		if (l->variant[i].label == label && str_eq(l->variant[i].normal, buf_str(&room)))
			break;
	if (i == l->variants && room.n) {
		l->variant = grow(l->variant, &l->variant_cap, i + 1, sizeof *l->variant);
		v = &l->variant[l->variants++];
		*v = (struct variant){.normal = pool_dup(&l->pool, buf_str(&room)), .label = label};
		v->length = code_points(v->normal, v->cp);
	}
	buf_free(&room);
}

/* The index of the label, made where it is new. */
static size_t find_or_add(struct labels *l, enum label_kind kind, enum table_id table,
			  struct str name)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->label[i].kind == kind && l->label[i].table == table &&
		    str_eq(l->label[i].name, name))
			return i;
	l->label = grow(l->label, &l->cap, l->n + 1, sizeof *l->label);
	l->label[l->n] = (struct label){kind, table, name, 0, (int)l->n, '\0', NULL};
	return l->n++;
}

static void add(struct labels *l, size_t form, enum label_kind kind, enum table_id table,
		struct str name, struct str texts)
{
	size_t at = find_or_add(l, kind, table, name);
	struct str text;

	l->label[at].forms |= (size_t)1 << form;
	if (texts.n && texts.p[0] >= '1' && texts.p[0] <= '9')
		l->label[at].number = texts.p[0];
	while (texts.n && str_cut(&texts, '|', &text))
		add_variant(l, at, text);
}

static void add_form(struct labels *l, size_t f, const struct form *form)
{
	size_t i;

	for (i = 0; i < form->block_count; i++)
		add(l, f, LABEL_BLOCK, form->blocks[i].table, form->blocks[i].name,
		    form->blocks[i].labels);
	for (i = 0; i < form->column_count; i++)
		add(l, f, LABEL_COLUMN, form->columns[i].table, form->columns[i].name,
		    form->columns[i].labels);
	for (i = 0; i < form->group_count; i++)
		add(l, f, LABEL_GROUP, form->groups[i].table, form->groups[i].name,
		    form->groups[i].labels);
	for (i = 0; i < form->row_count; i++)
		add(l, f, LABEL_ROW, form->rows[i].table, form->rows[i].name, form->rows[i].labels);
}

/* Open addressing; variants with the same text stand in the same run of slots. */
static void build_slots(struct labels *l)
{
	size_t i;

	for (l->slots = 64; l->slots < 4 * l->variants; l->slots *= 2)
		;
	l->slot = xcalloc(l->slots, sizeof *l->slot);
	for (i = 0; i < l->slots; i++)
		l->slot[i] = l->variants;
	for (i = 0; i < l->variants; i++) {
		size_t at = (size_t)str_hash(l->variant[i].normal) & (l->slots - 1);

		while (l->slot[at] != l->variants)
			at = (at + 1) & (l->slots - 1);
		l->slot[at] = i;
	}
}

/* Chains in the order of the variants. */
static void build_chains(struct labels *l)
{
	size_t i;

	for (i = 0; i < sizeof l->first / sizeof *l->first; i++)
		l->first[i] = STR_NONE;
	for (i = l->variants; i-- > 0;) {
		struct variant *v = &l->variant[i];
		size_t *first;

		if (v->normal.n <= TELLING)
			continue;
		first = &l->first[(unsigned char)v->normal.p[TELLING]];
		v->next = *first;
		*first = i;
	}
}

static void build_outlines(struct labels *l)
{
	size_t i;
	int t;

	for (t = 0; t < TABLE_COUNT; t++)
		l->outline[t] = xcalloc(l->variants, sizeof *l->outline[t]);
	for (i = 0; i < l->variants; i++) {
		const struct variant *v = &l->variant[i];
		enum table_id table = l->label[v->label].table;

		if (tolerance(v->length) == 0)
			continue;
		l->outline[table][l->outlines[table]++] =
			(struct outline){signature_of(v->cp, v->length), v->length, i};
		if (v->length > l->longest[table])
			l->longest[table] = v->length;
	}
}

static void hit(struct label_hits *h, const struct label *label)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (h->v[i] == label)
			return;
	if (h->n == LABEL_HITS)
		return;
	h->v[h->n++] = label;
	if (!h->of[label->kind])
		h->of[label->kind] = label;
}

/* Which labels of a table are spelt alike. */
static void build_hits(struct labels *l)
{
	size_t i, k;

	l->same = xcalloc(l->variants, sizeof *l->same);
	l->alone = xcalloc(l->n, sizeof *l->alone);
	for (i = 0; i < l->n; i++)
		hit(&l->alone[i], &l->label[i]);
	for (i = 0; i < l->variants; i++)
		for (k = 0; k < l->variants; k++) {
			const struct label *label = &l->label[l->variant[k].label];

			if (label->table == l->label[l->variant[i].label].table &&
			    str_eq(l->variant[i].normal, l->variant[k].normal))
				hit(&l->same[i], label);
		}
}

static void find_places(struct labels *l, const struct forms *forms)
{
	size_t i, f;

	l->place = xcalloc(l->n * forms->n, sizeof *l->place);
	for (i = 0; i < l->n; i++) {
		struct label *label = &l->label[i];

		for (f = 0; f < forms->n; f++)
			l->place[i * forms->n + f] = (struct label_place){
				form_find_row(&forms->v[f], label->table, label->name),
				form_find_column(&forms->v[f], label->table, label->name)};
		label->place = &l->place[i * forms->n];
	}
}

struct labels *labels_new(const struct fold *fold, const struct forms *forms)
{
	struct labels *l = xcalloc(1, sizeof *l);
	size_t f;

	l->fold = fold;
	for (f = forms->n; f-- > 0;) /* the newest form's labels are the likeliest */
		add_form(l, f, &forms->v[f]);
	build_slots(l);
	build_chains(l);
	build_outlines(l);
	build_hits(l);
	find_places(l, forms);
	return l;
}

void labels_free(struct labels *l)
{
	int t;

	free(l->label);
	free(l->variant);
	free(l->slot);
	free(l->place);
	free(l->same);
	free(l->alone);
	for (t = 0; t < TABLE_COUNT; t++)
		free(l->outline[t]);
	pool_free(&l->pool);
	free(l);
}

const struct label_hits *labels_exact(const struct labels *l, enum table_id table,
				      struct str normal)
{
	size_t at = (size_t)str_hash(normal) & (l->slots - 1);

	for (; l->slot[at] != l->variants; at = (at + 1) & (l->slots - 1)) {
		const struct variant *v = &l->variant[l->slot[at]];

		if (l->label[v->label].table == table && str_eq(v->normal, normal))
			return &l->same[l->slot[at]];
	}
	return &labels_none;
}

/* Levenshtein distance, or limit + 1 where it is greater than limit. */
static size_t distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m, size_t limit)
{
	size_t row[LONGEST + 1], i, j;

	if ((n > m ? n - m : m - n) > limit)
		return limit + 1;
	for (j = 0; j <= m; j++)
		row[j] = j;
	for (i = 1; i <= n; i++) {
		size_t diagonal = row[0], least = row[0] = i;

		for (j = 1; j <= m; j++) {
			size_t up = row[j], cost = diagonal + (a[i - 1] != b[j - 1]);

			if (up + 1 < cost)
				cost = up + 1;
			if (row[j - 1] + 1 < cost)
				cost = row[j - 1] + 1;
			diagonal = up;
			row[j] = cost;
			if (cost < least)
				least = cost;
		}
		if (least > limit)
			return limit + 1;
	}
	return row[m];
}

/* The labels nearest to a text. */
struct nearest {
	size_t away;  /* how far they are, a large number where none is within its tolerance */
	size_t label; /* the index of one of them */
	bool several; /* it is not the only one */
};

static struct nearest nearest_labels(const struct labels *l, enum table_id table, struct str normal)
{
	struct nearest best = {.away = LONGEST};
	uint32_t cp[LONGEST];
	const struct outline *o = l->outline[table], *end = o + l->outlines[table];
	uint64_t signature;
	size_t n;

	if (normal.n > 4 * LONGEST)
		return best;
	n = code_points(normal, cp);
	if (n > l->longest[table] + tolerance(n))
		return best;
	signature = signature_of(cp, n);
	for (; o < end; o++) {
		const struct variant *v = &l->variant[o->variant];
		size_t limit = tolerance(o->length), here;

		if (n > o->length + limit || o->length > n + limit ||
		    has_more_bits(signature & ~o->signature, limit) ||
		    has_more_bits(o->signature & ~signature, limit))
			continue;
		here = distance(cp, n, v->cp, v->length, limit);
		if (here > limit || here > best.away)
			continue;
		if (here < best.away)
			best = (struct nearest){here, v->label, false};
		best.several |= v->label != best.label;
	}
	return best;
}

const struct label_hits *labels_near(const struct labels *l, enum table_id table, struct str normal)
{
	struct nearest best = nearest_labels(l, table, normal);

	/* Two that are as near cannot be told apart. */
	return best.away == LONGEST || best.several ? &labels_none : &l->alone[best.label];
}

size_t labels_distance(const struct labels *l, enum table_id table, struct str normal)
{
	return nearest_labels(l, table, normal).away;
}

static bool has_digit(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

const struct label_hits *labels_misspelt(const struct labels *l, enum table_id table,
					 struct str normal)
{
	const struct label_hits *near;
	size_t sign;

	if (has_digit(normal)) /* 行政许可0 is a label and its number */
		return &labels_none;
	near = labels_near(l, table, normal);
	sign = near->n ? number_sign(normal) : 0; /* 行政许可减 | 3, too */
	if (sign && labels_distance(l, table, str_sub(normal, 0, normal.n - sign)) <
			    labels_distance(l, table, normal))
		return &labels_none;
	return near;
}

const struct label_hits *labels_prefix(const struct labels *l, enum table_id table,
				       struct str normal, size_t at, size_t *end)
{
	size_t best = STR_NONE, length = 0, i = STR_NONE;

	if (at + TELLING < normal.n)
		i = l->first[(unsigned char)normal.p[at + TELLING]];
	for (; i != STR_NONE; i = l->variant[i].next) {
		const struct variant *v = &l->variant[i];

		if (v->normal.n <= length || l->label[v->label].table != table ||
		    !str_starts(str_from(normal, at), v->normal))
			continue;
		best = i;
		length = v->normal.n;
	}
	*end = at + length;
	return best == STR_NONE ? &labels_none : &l->same[best];
}

bool labels_longer(const struct labels *l, enum table_id table, struct str folded)
{
	struct str normal = labels_unnumbered(folded);
	size_t i;

	/* A number alone is that of the label to come. */
	if (is_number(folded))
		return true;
	for (i = 0; i < l->variants; i++)
		if (l->label[l->variant[i].label].table == table &&
		    l->variant[i].normal.n > normal.n && str_starts(l->variant[i].normal, normal))
			return true;
	return false;
}

bool labels_part(const struct labels *l, enum table_id table, struct str normal)
{
	size_t i;

	for (i = 0; i < l->variants; i++)
		if (l->label[l->variant[i].label].table == table &&
		    str_has(l->variant[i].normal, normal))
			return true;
	return false;
}

/* The longest common subsequence of a label's spelling and a text, in hundredths of the label. */
static int likeness(const struct variant *v, struct str normal)
{
	size_t row[LONGEST + 1] = {0}, i = 0, j;

	while (i < normal.n) {
		uint32_t cp = utf8_next(normal, &i);
		size_t diagonal = 0;

		for (j = 1; j <= v->length; j++) {
			size_t up = row[j];

			if (v->cp[j - 1] == cp)
				row[j] = diagonal + 1;
			else if (row[j - 1] > row[j])
				row[j] = row[j - 1];
			diagonal = up;
		}
	}
	return v->length ? (int)(row[v->length] * 100 / v->length) : 0;
}

int labels_likeness(const struct labels *l, enum table_id table, struct str row, struct str normal)
{
	int best = 0;
	size_t i;

	for (i = 0; i < l->variants; i++) {
		const struct label *label = &l->label[l->variant[i].label];
		int like;

		if (label->kind != LABEL_ROW || label->table != table || !str_eq(label->name, row))
			continue;
		like = likeness(&l->variant[i], normal);
		if (like > best)
			best = like;
	}
	return best;
}
