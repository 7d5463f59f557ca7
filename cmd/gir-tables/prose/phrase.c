#include "cmd/gir-tables/prose/phrase.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

static const char file[] = "prose.tsv";

/* ---- loading ---- */

static const struct {
	const char *name;
	enum phrase_flag flag;
} flag_names[] = {
	{"whole", PHRASE_WHOLE},   {"context", PHRASE_CONTEXT}, {"about", PHRASE_ABOUT},
	{"follow", PHRASE_FOLLOW}, {"anyyear", PHRASE_ANYYEAR}, {"file", PHRASE_FILE},
	{"nil", PHRASE_NIL},       {"weak", PHRASE_WEAK},       {"near", PHRASE_NEAR},
	{"cases", PHRASE_CASES},   {"pair", PHRASE_PAIR},
};

static unsigned flag_named(struct str name, size_t line)
{
	size_t i;

	for (i = 0; i < sizeof flag_names / sizeof *flag_names; i++)
		if (str_is(name, flag_names[i].name))
			return flag_names[i].flag;
	die("%s:%zu: unknown flag \"%.*s\"", file, line, STR_ARG(name));
}

static struct phrase_element read_element(struct str text, size_t line)
{
	struct phrase_element e = {.many = str_ends(text, STR("*"))};
	struct str name;

	text.n -= e.many;
	while (str_cut(&text, '/', &name)) {
		enum word_class class = word_class_named(name);

		if (class < WORD_CLASSES)
			e.takes.bits[class / 64] |= (uint64_t)1 << class % 64;
		else
			die("%s:%zu: unknown class \"%.*s\"", file, line, STR_ARG(name));
	}
	return e;
}

static bool is_anchor(struct str element)
{
	return str_is(element, "N") || str_is(element, "none") || str_is(element, "zero");
}

static void turn(struct phrase_element *v, size_t n)
{
	size_t i;

	for (i = 0; i < n / 2; i++) {
		struct phrase_element e = v[i];

		v[i] = v[n - 1 - i];
		v[n - 1 - i] = e;
	}
}

static void read_pattern(struct phrase *p, struct str pattern, size_t line)
{
	struct str element;

	p->anchor = WORD_TEXT;
	while (str_cut(&pattern, ' ', &element)) {
		if (p->left_count == PHRASE_ELEMENTS || p->right_count == PHRASE_ELEMENTS)
			die("%s:%zu: too long", file, line);
		if (str_is(element, "^"))
			p->start = true;
		else if (str_is(element, "$"))
			p->end = true;
		else if (is_anchor(element) && p->anchor == WORD_TEXT)
			p->anchor = word_class_named(element);
		else if (p->anchor == WORD_TEXT)
			p->left[p->left_count++] = read_element(element, line);
		else
			p->right[p->right_count++] = read_element(element, line);
	}
	if (p->anchor == WORD_TEXT)
		die("%s:%zu: no anchor", file, line);
	turn(p->left, p->left_count);
}

static void read_phrase(struct phrase *p, const struct data *d)
{
	struct str rows = data_get(d, "figure"), flags = data_get(d, "flags"), piece;

	*p = (struct phrase){.row_count = 0};
	while (p->row_count < PHRASE_ROWS && str_cut(&rows, ',', &piece))
		p->rows[p->row_count++] = piece;
	while (str_cut(&flags, ',', &piece))
		if (piece.n)
			p->flags |= flag_named(piece, d->line);
	read_pattern(p, data_get(d, "pattern"), d->line);
}

static void add_phrase(struct phrase_set *s, size_t i)
{
	s->bits[i / 64] |= (uint64_t)1 << i % 64;
}

/* Whether the first element on a side of the anchor may be a word of the class. */
static bool may_begin(const struct phrase_element *e, size_t count, size_t class)
{
	return count == 0 || e->many || class_in(&e->takes, (enum word_class) class);
}

static void index_phrases(struct phrases *p)
{
	size_t i, class;

	if (p->n > PHRASES_MAX)
		die("%s: more than %d phrases", file, PHRASES_MAX);
	for (i = 0; i < p->n; i++) {
		const struct phrase *v = &p->v[i];

		add_phrase(&p->anchor[v->anchor], i);
		for (class = 0; class <= WORD_CLASSES; class ++) {
			if (may_begin(v->left, v->left_count, class))
				add_phrase(&p->left[class], i);
			if (may_begin(v->right, v->right_count, class))
				add_phrase(&p->right[class], i);
		}
	}
}

void phrases_load(struct phrases *p)
{
	struct data d;
	size_t cap = 0;

	*p = (struct phrases){.n = 0};
	if (data_open(&d, file, data_text(file)) != 0)
		die("%s: cannot be read", file);
	while (data_next(&d)) {
		p->v = grow(p->v, &cap, p->n + 1, sizeof *p->v);
		read_phrase(&p->v[p->n++], &d);
	}
	index_phrases(p);
}

void phrases_free(struct phrases *p)
{
	free(p->v);
}

/* ---- matching ---- */

bool word_is_fill(enum word_class class)
{
	return class == WORD_FILL || class == WORD_SUM || class == WORD_CUMULATIVE ||
	       class == WORD_OWN || class == WORD_WHOLE || class == WORD_YEAR_OWN ||
	       class == WORD_YEAR_UNKNOWN || class == WORD_COLON || class == WORD_END;
}

/* A walk from the anchor over the tokens of one clause. */
struct walk {
	const struct lexer *x;
	size_t low, high;
	size_t at;  /* the token last taken */
	int step;   /* -1 or 1 */
	bool comma; /* may pass a comma: "收到申请，共5件" */
};

/* The token behind the one at hand, brackets passed over; false at the end of the clause. */
static bool peek(struct walk *w, size_t *next)
{
	size_t at = w->at;

	for (;;) {
		enum word_class class;

		if (w->step < 0 ? at == w->low : at + 1 >= w->high)
			return false;
		at = w->step < 0 ? at - 1 : at + 1;
		class = w->x->tokens[at].class;
		if (class == WORD_OPENING || class == WORD_CLOSING) {
			at = w->x->tokens[at].partner;
			continue;
		}
		if (class == WORD_COMMA && w->comma && w->x->tokens[w->at].class == WORD_SUM)
			continue;
		*next = at;
		return class != WORD_COMMA && class != WORD_STOP;
	}
}

/* Takes words of fill. */
static void pass_fill(struct walk *w)
{
	size_t next;

	while (peek(w, &next) && word_is_fill(w->x->tokens[next].class))
		w->at = next;
}

static bool take(struct walk *w, const struct phrase_element *e)
{
	size_t next;
	bool taken = false;

	do {
		pass_fill(w);
		if (!peek(w, &next) || !class_in(&e->takes, w->x->tokens[next].class))
			return e->many;
		w->at = next;
		w->comma = false;
		taken = true;
	} while (e->many);
	return taken;
}

/* Does nothing but the words that may follow a phrase stand before the end of the clause? */
static bool ends_here(struct walk *w)
{
	size_t next;
	enum word_class class;

	for (;;) {
		pass_fill(w);
		if (!peek(w, &next))
			return true;
		class = w->x->tokens[next].class;
		if (class != WORD_ETC)
			break;
		w->at = next;
	}
	return class == WORD_SEPARATOR || class == WORD_AND || class == WORD_SO;
}

/* A phrase that goes on from "A、" or "A和" is about A too, unless A has a number of its own. */
static bool stands_alone(struct walk *w, bool start)
{
	const struct token *t = w->x->tokens;
	size_t next;

	pass_fill(w);
	if (!peek(w, &next))
		return true;
	if (t[next].class == WORD_SEPARATOR || t[next].class == WORD_AND)
		return next > w->low &&
		       (t[next - 1].class == WORD_NUMBER || t[next - 1].class == WORD_COMMA);
	switch (t[next].class) {
	case WORD_NONE:  /* 未办结3件 */
	case WORD_CARRY: /* 结转2024年办理3件 */
	case WORD_YEAR_AFTER:
	case WORD_CARRIED_IN:
	case WORD_CARRIED_OUT:
		return false;
	default:
		break;
	}
	return !start || t[next].class == WORD_NUMBER;
}

/* The class of the first word that is no fill, or WORD_CLASSES. */
static enum word_class neighbour(struct walk w)
{
	size_t next;

	pass_fill(&w);
	return peek(&w, &next) ? w.x->tokens[next].class : WORD_CLASSES;
}

struct phrase_set phrases_around(const struct phrases *p, const struct lexer *x, size_t low,
				 size_t high, size_t anchor)
{
	enum word_class left = neighbour((struct walk){x, low, high, anchor, -1, true});
	enum word_class right = neighbour((struct walk){x, low, high, anchor, 1, false});
	struct phrase_set s = p->anchor[x->tokens[anchor].class];
	size_t i;

	for (i = 0; i < sizeof s.bits / sizeof *s.bits; i++)
		s.bits[i] &= p->left[left].bits[i] & p->right[right].bits[i];
	return s;
}

size_t phrase_next(const struct phrase_set *s, size_t i)
{
	while (i < PHRASES_MAX && s->bits[i / 64] >> i % 64 == 0)
		i = (i / 64 + 1) * 64;
	return i < PHRASES_MAX ? i + (size_t)__builtin_ctzll(s->bits[i / 64] >> i % 64)
			       : PHRASES_MAX;
}

bool phrase_match(const struct phrase *p, const struct lexer *x, size_t low, size_t high,
		  size_t anchor, size_t *first, size_t *last)
{
	struct walk left = {x, low, high, anchor, -1, true};
	struct walk right = {x, low, high, anchor, 1, false};
	size_t i;

	for (i = 0; i < p->left_count; i++)
		if (!take(&left, &p->left[i]))
			return false;
	*first = left.at;
	for (i = 0; i < p->right_count; i++)
		if (!take(&right, &p->right[i]))
			return false;
	*last = right.at;
	/* 无A、无B: a denial begins a statement of its own. */
	if (x->tokens[*first].class != WORD_NONE && !stands_alone(&left, p->start))
		return false;
	return !p->end || ends_here(&right);
}
