#include "cmd/gir-tables/prose/list.h"

#include <stdlib.h>

#include "cmd/gir-tables/prose/phrase.h"
#include "common/alloc.h"
#include "common/utf8.h"

/* A remark longer than this stands between no total and its enumeration (characters). */
enum { LONGEST_REMARK = 60, LONGEST_NAME = 60, MOST_PARTS = 400 };

void list_free(struct list *l)
{
	free(l->v);
	buf_free(&l->names);
}

/* ---- where it begins ---- */

enum opening { OPENING_NONE, OPENING_PLAIN, OPENING_SOME, OPENING_SCHEME, OPENING_BARE };

static enum opening opening_of(enum word_class class)
{
	switch (class) {
	case WORD_INTRO:
	case WORD_INTRO_LIST:
		return OPENING_PLAIN;
	case WORD_INTRO_SOME:
		return OPENING_SOME;
	case WORD_SCHEME:
		return OPENING_SCHEME;
	default:
		return OPENING_NONE;
	}
}

/* Looks for the words that open an enumeration from *at on, and moves *at behind them. Where the
 * first number comes before any such word, *at stays. */
static enum opening find_opening(const struct lexer *x, size_t *at, size_t high, bool colon)
{
	enum opening found = OPENING_NONE, next;
	size_t i = *at, start;

	if (i >= high)
		return OPENING_NONE;
	start = x->tokens[i].from;
	for (; i < high && x->tokens[i].to - start <= LONGEST_REMARK; i++) {
		enum word_class class = x->tokens[i].class;

		if (class == WORD_OPENING)
			i = x->tokens[i].partner;
		if (class == WORD_NUMBER || class == WORD_NONE)
			break;
		next = opening_of(class);
		if (class == WORD_COLON && colon && i == *at)
			next = OPENING_PLAIN;
		/* 其中，主要包括 ...: the last of them that stand together counts. */
		if (found && next == OPENING_NONE && class != WORD_COMMA && class != WORD_COLON &&
		    class != WORD_FILL)
			return found;
		if (next != OPENING_NONE) {
			found = next;
			*at = i + 1;
		}
	}
	return found ? found : OPENING_BARE;
}

/* ---- its items ---- */

/* What next_part came upon. */
enum step { STEP_PART, STEP_REMARK, STEP_END, STEP_DOUBT };

struct items {
	const struct lexer *x;
	size_t at, high;
	bool number_first; /* 1条权责清单、11条工作信息 */
	bool via;          /* 通过网站公开3条、通过微信公开2条 */
};

static enum word_class class_at(const struct items *s, size_t i)
{
	return i < s->high ? s->x->tokens[i].class : WORD_STOP;
}

static bool is_between(enum word_class class)
{
	return class == WORD_SEPARATOR || class == WORD_COMMA || class == WORD_STOP ||
	       class == WORD_AND || class == WORD_COLON;
}

static size_t past_bracket(const struct items *s, size_t i)
{
	return class_at(s, i) == WORD_OPENING ? (size_t)s->x->tokens[i].partner + 1 : i;
}

/* Whether a word at the beginning of an item shows that the enumeration is over. */
static enum step step_of(const struct items *s, size_t i)
{
	switch (class_at(s, i)) {
	case WORD_SUM:
	case WORD_CUMULATIVE:
	case WORD_OWN:
	case WORD_YEAR_OWN:
	case WORD_HALT:
	case WORD_UNTIL:
	case WORD_RECEIVE:
	case WORD_NEW:
	case WORD_NONE:
	case WORD_SCHEME:
		return STEP_END;
	case WORD_INTRO:
	case WORD_INTRO_LIST:
	case WORD_INTRO_SOME:
	case WORD_INNER:
	case WORD_ETC:
	case WORD_PUBLISH:
	case WORD_ISSUE:
		return STEP_DOUBT;
	case WORD_SHARE:
	case WORD_COMPARE:
	case WORD_VERSUS:
		return STEP_REMARK;
	case WORD_DISCLOSE:
		return class_at(s, i + 1) == WORD_INFO ? STEP_DOUBT : STEP_PART;
	case WORD_VIA:
		return s->via ? STEP_PART : STEP_DOUBT;
	default:
		return STEP_PART;
	}
}

/* Appends the name that tokens from..to-1 spell, without spaces and brackets. */
static void put_name(struct list *l, const struct lexer *x, size_t from, size_t to)
{
	size_t i;
	uint32_t g;

	for (i = from; i < to; i++) {
		if (x->tokens[i].class == WORD_OPENING) {
			i = x->tokens[i].partner;
			continue;
		}
		for (g = x->tokens[i].from; g < x->tokens[i].to; g++)
			buf_put(&l->names,
				str_sub(x->sentence, x->glyphs[g].from, x->glyphs[g].to));
	}
}

static bool add_part(struct list *l, const struct lexer *x, size_t from, size_t to,
		     const struct list_part *like)
{
	struct list_part *p;

	if (from >= to || x->tokens[to - 1].to - x->tokens[from].from > LONGEST_NAME ||
	    l->n == MOST_PARTS)
		return false;
	l->v = grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	p = &l->v[l->n++];
	*p = *like;
	p->name = l->names.n;
	put_name(l, x, from, to);
	p->name_end = l->names.n;
	return p->name_end > p->name;
}

/* Marks and little words around a name that are no part of it. */
static bool is_trim(const struct items *s, size_t i)
{
	enum word_class class = class_at(s, i);
	struct str text = lexer_text(s->x, i, i + 1);

	if (class == WORD_FILL)
		return str_ends(text, STR("是")) || str_is(text, "为") || str_is(text, "有") ||
		       str_is(text, "的") || str_is(text, "达") || str_is(text, "計") ||
		       str_is(text, "计") || str_is(text, "為");
	return class == WORD_COLON || class == WORD_SUM || class == WORD_SEPARATOR ||
	       class == WORD_COMMA || class == WORD_VIA;
}

/* Tokens from..to-1 as one name, or as several where 各 stands before the number: A、B各2条. */
static bool add_names(struct list *l, const struct items *s, size_t from, size_t to,
		      const struct list_part *like)
{
	bool each = to > from && class_at(s, to - 1) == WORD_EACH;
	size_t i, start;

	to -= each;
	while (to > from && is_trim(s, to - 1))
		to--;
	while (from < to && is_trim(s, from))
		from++;
	if (s->via && to > from + 1 &&
	    (class_at(s, to - 1) == WORD_PUBLISH || class_at(s, to - 1) == WORD_OPEN ||
	     class_at(s, to - 1) == WORD_DISCLOSE))
		to--;
	if (!each)
		return add_part(l, s->x, from, to, like);
	for (i = start = from; i <= to; i++) {
		if (i < to && class_at(s, i) != WORD_SEPARATOR && class_at(s, i) != WORD_AND)
			continue;
		if (!add_part(l, s->x, start, i, like))
			return false;
		start = i + 1;
	}
	return true;
}

static bool is_countable(const struct items *s, size_t number)
{
	const struct token *t = &s->x->tokens[number];

	return !t->approximate && (t->unit == UNIT_BOTH || t->unit == UNIT_INFO) &&
	       (number == 0 || t[-1].class != WORD_APPROXIMATE);
}

/* The number that ends the item which begins at `i`; s->high where its clause holds none. */
static size_t number_after(const struct items *s, size_t i)
{
	for (; i < s->high; i++) {
		enum word_class class = class_at(s, i);

		if (class == WORD_NUMBER)
			return i;
		if (class == WORD_COMMA || class == WORD_STOP || class == WORD_COMPARE)
			return s->high;
		if (class == WORD_OPENING)
			i = s->x->tokens[i].partner;
	}
	return s->high;
}

static bool numbers_follow(const struct items *s, size_t i)
{
	for (; i < s->high; i++)
		if (class_at(s, i) == WORD_NUMBER)
			return true;
	return false;
}

static enum step name_then_number(struct items *s, struct list *l)
{
	size_t number = number_after(s, s->at);
	struct list_part part = {.first = s->at, .last = number};

	if (number == s->high)
		return numbers_follow(s, s->at) ? STEP_DOUBT : STEP_END;
	part.value = s->x->tokens[number].value;
	if (!is_countable(s, number) || !add_names(l, s, s->at, number, &part))
		return STEP_DOUBT;
	s->at = past_bracket(s, number + 1);
	return STEP_PART;
}

static enum step number_then_name(struct items *s, struct list *l)
{
	size_t number = s->at, end = number + 1;
	struct list_part part = {.first = number, .value = s->x->tokens[number].value};

	while (end < s->high && class_at(s, end) != WORD_NUMBER &&
	       (!is_between(class_at(s, end)) ||
		(class_at(s, end) == WORD_AND && class_at(s, end + 1) != WORD_NUMBER)))
		end = past_bracket(s, end) == end ? end + 1 : past_bracket(s, end);
	part.last = end - 1;
	s->at = end;
	if (!is_countable(s, number) || class_at(s, number + 1) == WORD_ETC ||
	    !add_names(l, s, number + 1, end, &part))
		return STEP_DOUBT;
	return STEP_PART;
}

/* Passes a remark on the last item: 占60%, 同比增长5条. */
static void pass_remark(struct items *s)
{
	while (s->at < s->high && class_at(s, s->at) != WORD_COMMA &&
	       class_at(s, s->at) != WORD_STOP && class_at(s, s->at) != WORD_SEPARATOR)
		s->at++;
}

/* Behind the number that items are counted with: 1、政策法规2条. */
static size_t past_ordinal(const struct items *s)
{
	struct str text;
	size_t i;

	if (class_at(s, s->at) != WORD_TEXT ||
	    (class_at(s, s->at + 1) != WORD_SEPARATOR && class_at(s, s->at + 1) != WORD_STOP))
		return s->at;
	text = lexer_text(s->x, s->at, s->at + 1);
	for (i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return s->at;
	return s->at + 1 < s->high ? s->at + 2 : s->at;
}

static enum step next_part(struct items *s, struct list *l)
{
	enum step step;

	while (s->at < s->high &&
	       (is_between(class_at(s, s->at)) || (l->n == 0 && class_at(s, s->at) == WORD_FILL)))
		s->at++;
	s->at = past_ordinal(s);
	if (s->at >= s->high)
		return STEP_END;
	if (l->n == 0) {
		s->number_first = class_at(s, s->at) == WORD_NUMBER;
		s->via = class_at(s, s->at) == WORD_VIA;
	}
	step = step_of(s, s->at);
	if (step == STEP_REMARK)
		pass_remark(s);
	if (step != STEP_PART)
		return step;
	if (!s->number_first)
		return name_then_number(s, l);
	if (class_at(s, s->at) == WORD_NUMBER)
		return number_then_name(s, l);
	return numbers_follow(s, s->at) ? STEP_DOUBT : STEP_END;
}

/* Reads items from token `at` on; false where what ends them leaves a doubt. */
static bool read_items(struct list *l, const struct lexer *x, size_t at, size_t high)
{
	struct items s = {.x = x, .at = at, .high = high};
	enum step step;

	l->n = 0;
	buf_clear(&l->names);
	do {
		step = next_part(&s, l);
	} while (step == STEP_PART || step == STEP_REMARK);
	l->end = s.at;
	/* At the end of a line without a mark the enumeration may go on in the next. */
	return step == STEP_END && (s.at < high || high < x->count || x->ended);
}

/* ---- the whole ---- */

/* One piece of information goes out over several channels: such parts may come to more. */
static bool has_channel(const struct list *l, const struct lexer *x)
{
	size_t i, j;

	for (i = 0; i < l->n; i++)
		for (j = l->v[i].first; j <= l->v[i].last; j++)
			if (x->tokens[j].class == WORD_CHANNEL)
				return true;
	return false;
}

/* What the parts come to: -2 no sum, -1 too little or too much, 0 something near the total, 1 it.
 */
static int weigh(const struct list *l, const struct lexer *x, struct dec total)
{
	struct dec sum = DEC_ZERO, twice;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (dec_add(sum, l->v[i].value, &sum) != 0)
			return -2;
	if (dec_cmp(sum, total) == 0)
		return 1;
	if (dec_cmp(sum, total) > 0)
		return has_channel(l, x) ? -1 : 0;
	return dec_add(sum, sum, &twice) != 0 || dec_cmp(twice, total) >= 0 ? 0 : -1;
}

static bool read_between(struct list *l, const struct lexer *x, size_t at, size_t high,
			 struct dec total, bool again)
{
	enum opening opening = find_opening(x, &at, high, true);
	bool clean;
	int weight;

	if (opening == OPENING_NONE)
		return false;
	clean = read_items(l, x, at, high);
	weight = weigh(l, x, total);
	if (l->n < 2 || weight == -2)
		return false;
	/* Without a word that opens it, only what adds up was meant as an enumeration. */
	if (weight != 1 && (opening == OPENING_BARE || (again && opening != OPENING_SCHEME)))
		return false;
	l->sure = weight == 1 || (clean && weight == 0 && opening != OPENING_SOME);
	return true;
}

bool list_read(struct list *l, const struct lexer *x, size_t from, struct dec total, bool again)
{
	size_t at = from == STR_NONE ? 0 : from + 1, end;
	bool found;

	if (at < l->tried || at >= x->count)
		return false;
	if (from != STR_NONE && x->tokens[at].class == WORD_OPENING) {
		end = x->tokens[at].partner;
		if (read_between(l, x, at + 1, end, total, again)) {
			l->end = end + 1;
			return true;
		}
		at = end + 1;
	}
	l->end = at;
	found = read_between(l, x, at, x->count, total, again);
	l->tried = l->end;
	return found;
}
