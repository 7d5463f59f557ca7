#include "cmd/gir-tables/prose/fit.h"

bool phrase_is_requests(const struct phrase *p)
{
	return str_starts(p->rows[0], STR("requests."));
}

bool phrase_is_disclosed(const struct phrase *p)
{
	return str_starts(p->rows[0], STR("disclosed."));
}

/* Cases are counted in 件, documents and projects in others too. */
static bool counts_cases(const struct lexer *x, const struct token *t)
{
	return t->class != WORD_NUMBER || t->unit == UNIT_CASE || x->cp[t->to - 1] == 0x4ef6;
}

static bool is_dispute(enum word_class class)
{
	return class == WORD_REVIEW || class == WORD_SUIT;
}

/* Whether the number of a review or suit has one of the other beside it. An organ that decides
 * reviews for others "accepts" them. */
static bool in_pair(const struct lexer *x, const struct token *t)
{
	const struct token *end = x->tokens + x->count, *i = t + 1;
	bool found = false;

	while (i < end && (word_is_fill(i->class) || i->class == WORD_COMMA ||
			   i->class == WORD_SEPARATOR || i->class == WORD_AND))
		i++;
	for (; i < end && (is_dispute(i->class) || word_is_fill(i->class)); i++)
		found |= is_dispute(i->class);
	if (!found || i == end || i->class != WORD_NUMBER)
		return false;
	for (i = t; i > x->tokens + t->clause && i[-1].class != WORD_NUMBER; i--) {
		struct str verb =
			lexer_text(x, (size_t)(i - x->tokens) - 1, (size_t)(i - x->tokens));

		if (i[-1].class == WORD_HANDLE || i[-1].class == WORD_FINISH ||
		    (i[-1].class == WORD_RECEIVE && !str_is(verb, "收到") && !str_is(verb, "接到")))
			return false;
	}
	return true;
}

bool fit_flags(const struct phrase *p, const struct place *at)
{
	const struct token *t = &at->x->tokens[at->anchor];
	const struct topic *topic = at->topic;

	if ((p->flags & PHRASE_WHOLE) && at->scope->part)
		return false;
	if ((p->flags & PHRASE_CONTEXT) && topic->context == 0)
		return false;
	if ((p->flags & PHRASE_NEAR) && topic->context == 0 && !topic->near &&
	    (topic->foreign || !counts_cases(at->x, t)))
		return false;
	if ((p->flags & PHRASE_NEAR) && topic->disputes)
		return false;
	if ((p->flags & (PHRASE_ABOUT | PHRASE_PAIR)) && topic->unrelated)
		return false;
	if ((p->flags & PHRASE_CASES) && (topic->foreign || !topic->carried))
		return false;
	if ((p->flags & PHRASE_PAIR) &&
	    ((topic->foreign && topic->about == 0) || !in_pair(at->x, t)))
		return false;
	if ((p->flags & PHRASE_FOLLOW) && topic->follow == 0)
		return false;
	if ((p->flags & PHRASE_NIL) && dec_cmp(t->value, DEC_ZERO) != 0)
		return false;
	if (t->class != WORD_NUMBER)
		return true;
	if ((p->flags & PHRASE_FILE) && t->unit != UNIT_BOTH && t->unit != UNIT_FILE)
		return false;
	return !phrase_is_disclosed(p) || t->unit == UNIT_BOTH || t->unit == UNIT_INFO;
}

bool fit_about(const struct phrase *p, const struct place *at)
{
	size_t i;

	if (!(p->flags & PHRASE_ABOUT) || at->scope->about || at->topic->about)
		return true;
	for (i = at->first; i <= at->last; i++)
		if (word_is_about(at->x->tokens[i].class))
			return true;
	return false;
}

/* The reviews that an organ decides for others are no reviews against it. */
static bool is_own_case(const struct phrase *p, const struct place *at)
{
	return phrase_is_requests(p) || phrase_is_disclosed(p) || !at->scope->verb ||
	       (p->flags & PHRASE_PAIR) || at->x->tokens[at->anchor].class != WORD_NUMBER ||
	       str_starts(p->rows[0], STR("normative."));
}

/* 8件（2022年） */
static bool is_dated_elsewhere(const struct lexer *x, size_t number)
{
	size_t i = number + 1, end;

	if (i >= x->count || x->tokens[i].class != WORD_OPENING)
		return false;
	end = x->tokens[i].partner;
	return end == i + 2 && word_is_other_time(x->tokens[i + 1].class);
}

/* 三年分别收到3件、5件、8件: whose each of them is cannot be told. */
static bool is_in_series(const struct lexer *x, size_t number)
{
	size_t i = number + 1;
	enum word_class class;

	if (i + 1 >= x->count || x->tokens[i + 1].class != WORD_NUMBER)
		return false;
	class = x->tokens[i].class;
	if (class != WORD_SEPARATOR && class != WORD_AND && class != WORD_COMMA)
		return false;
	class = i + 2 < x->count ? x->tokens[i + 2].class : WORD_STOP;
	return class == WORD_SEPARATOR || class == WORD_AND || class == WORD_COMMA ||
	       class == WORD_STOP;
}

static bool scope_holds(const struct phrase *p, const struct scope *s)
{
	if (s->rate || (s->span && !(p->flags & PHRASE_ANYYEAR)))
		return false;
	if (s->dispute && phrase_is_requests(p))
		return false;
	if (s->compare || s->block)
		return phrase_is_disclosed(p) && !s->compare;
	if (s->other_year && !(p->flags & PHRASE_ANYYEAR))
		return false;
	if (phrase_is_disclosed(p))
		return true;
	return !s->subject && (!phrase_is_requests(p) || (!s->channel && !s->applicant));
}

bool fit_scope(const struct phrase *p, const struct place *at)
{
	return scope_holds(p, at->scope) && is_own_case(p, at) &&
	       !is_dated_elsewhere(at->x, at->anchor) && !is_in_series(at->x, at->anchor);
}
