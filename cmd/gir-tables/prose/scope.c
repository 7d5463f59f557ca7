#include "cmd/gir-tables/prose/scope.h"

#include <uchar.h>

#include "cmd/gir-tables/prose/phrase.h"

bool word_is_about(enum word_class class)
{
	return class == WORD_TOPIC || class == WORD_REQUEST || class == WORD_ONREQUEST;
}

bool word_is_other_time(enum word_class class)
{
	return class == WORD_YEAR_BEFORE || class == WORD_YEAR_AFTER || class == WORD_YEAR_OTHER ||
	       class == WORD_THEN;
}

/* ---- scope ---- */

static void note_year(struct scope *s, bool own)
{
	if (s->versus) {
		s->compare = true;
		return;
	}
	/* 截至2023年底: the years before may be counted too. */
	if (own && s->until)
		return;
	s->own_here |= own;
	s->other_here |= !own;
	s->other_year = s->other_here;
	s->span &= !own;
	s->own_year = !s->other_here;
}

static void note_word(struct scope *s, enum word_class class)
{
	s->versus = class == WORD_VERSUS || (s->versus && word_is_fill(class));
	s->approximate = class == WORD_APPROXIMATE;
	s->compare |= class == WORD_COMPARE;
	s->block |= class == WORD_BLOCK;
	s->rate |= class == WORD_RATE;
	s->dispute =
		(s->dispute || class == WORD_REVIEW || class == WORD_SUIT) && class != WORD_NONE;
	s->subject |= class == WORD_SUBJECT;
	s->area |= class == WORD_AREA;
	s->channel = (s->channel || class == WORD_CHANNEL) && class != WORD_ALL;
	s->applicant = (s->applicant || class == WORD_APPLICANT) && class != WORD_ALL;
	s->cumulative |= class == WORD_CUMULATIVE;
	s->part |= class == WORD_INTRO || class == WORD_INNER;
	s->about |= word_is_about(class);
	s->verb |= class == WORD_RECEIVE || class == WORD_HANDLE || class == WORD_FINISH;
	s->stranger |= class == WORD_TEXT || class == WORD_BLOCK;
}

/* 1-12月, 一至十二月: is the month before the dash the first? */
static bool from_january(const struct lexer *x, size_t at)
{
	if (at < 2 || (x->cp[at - 1] != '-' && x->cp[at - 1] != 0x81f3)) /* 至 */
		return false;
	return x->cp[at - 2] == 0x4e00 || /* 一 */
	       (x->cp[at - 2] == '1' && (at < 3 || x->cp[at - 3] < '0' || x->cp[at - 3] > '9'));
}

/* 6月 is a part of the year; 1月至12月, 1-12月 and 截至12月31日 are the whole. */
static void note_month(struct scope *s, const struct lexer *x, size_t i)
{
	const struct token *t = &x->tokens[i];
	bool whole = s->month == 1 || s->until || from_january(x, t->from);

	s->span = t->value.m != 12 || !whole;
	s->month = t->value.m;
}

/* Words that tell which year is spoken of. */
static void note_time(struct scope *s, enum word_class class)
{
	if (class == WORD_YEAR_OWN || class == WORD_OWN)
		note_year(s, true);
	else if (word_is_other_time(class))
		note_year(s, false);
	else if (class == WORD_SINCE && !s->own_here)
		s->other_year = true;
	s->unknown_year |= class == WORD_YEAR_UNKNOWN;
	s->until |= class == WORD_UNTIL;
	s->span = (s->span || class == WORD_SPAN) && class != WORD_WHOLE;
}

/* 2022年结转3件 in a report on 2023 names the year that its cases come from, not the figure's. */
static bool names_origin(const struct lexer *x, size_t high, size_t i)
{
	enum word_class class = x->tokens[i].class;
	size_t j;

	if (class == WORD_YEAR_AFTER)
		return i > 0 && x->tokens[i - 1].class == WORD_CARRY;
	if (class != WORD_YEAR_BEFORE && class != WORD_THEN)
		return false;
	for (j = i + 1; j < high && j <= i + 4; j++) {
		class = x->tokens[j].class;
		if (class == WORD_CARRY)
			return true;
		if (!word_is_fill(class) && class != WORD_REQUEST && class != WORD_ONREQUEST &&
		    class != WORD_BARE)
			return false;
	}
	return false;
}

void scope_end_number(struct scope *s)
{
	s->compare = s->block = s->channel = s->applicant = s->cumulative = s->versus = false;
	s->approximate = s->verb = s->stranger = s->rate = s->dispute = false;
}

static void end_clause(struct scope *s)
{
	s->subject = s->area = s->other_here = s->own_here = s->until = false;
	scope_end_number(s);
}

void scope_note(struct scope *s, const struct lexer *x, size_t high, size_t i)
{
	enum word_class class = x->tokens[i].class;

	if (class == WORD_NUMBER)
		return;
	if (class == WORD_COMMA || class == WORD_STOP)
		end_clause(s);
	else if (class == WORD_MONTH)
		note_month(s, x, i);
	else if (!names_origin(x, high, i))
		note_time(s, class);
	note_word(s, class);
}

/* ---- topic ---- */

/* Whether dates and ordinals have the character. */
static bool is_of_date(uint32_t cp)
{
	static const char32_t characters[] = U"0123456789一二三四五六七八九十日至起止-.其余";
	const char32_t *c;

	for (c = characters; *c && *c != cp; c++)
		;
	return *c;
}

/* A word that shows that something else than requests is spoken of, not a date or an ordinal. */
static bool is_foreign(const struct lexer *x, size_t i)
{
	const struct token *t = &x->tokens[i];
	uint32_t g;

	if (t->class == WORD_SUBJECT || t->class == WORD_BLOCK || t->class == WORD_CHANNEL ||
	    t->class == WORD_APPLICANT)
		return true;
	if (t->class != WORD_TEXT)
		return false;
	for (g = t->from; g < t->to; g++)
		if (!is_of_date(x->cp[g]))
			return true;
	return false;
}

/* （一）, 1. or 一、 */
static bool is_ordinal(const struct lexer *x, size_t i)
{
	enum word_class class = x->tokens[i].class;

	return class == WORD_OPENING || class == WORD_CLOSING || class == WORD_STOP ||
	       class == WORD_SEPARATOR || (class == WORD_TEXT && !is_foreign(x, i));
}

/* A sentence that begins with a year speaks for those behind it. */
static void read_year(struct topic *t, const struct lexer *x)
{
	struct scope s = {.part = false};
	size_t i, start = 0;

	while (start < x->count && is_ordinal(x, start))
		start++;
	for (i = start; i < x->count && i < start + 2; i++) {
		enum word_class class = x->tokens[i].class;

		if (class == WORD_VERSUS) /* 比2022年增加7条。 */
			break;
		if (class != WORD_YEAR_UNKNOWN && !names_origin(x, x->count, i))
			note_time(&s, class);
	}
	if (s.own_year || s.other_year)
		t->other_year = s.other_year;
}

/* Notes what the sentence speaks of, perhaps behind a figure. */
static void look_ahead(struct topic *t, const struct lexer *x)
{
	size_t i;

	t->near = t->carried = t->unrelated = false;
	for (i = 0; i < x->count; i++) {
		enum word_class class = x->tokens[i].class;

		t->near |= class == WORD_REQUEST || class == WORD_ONREQUEST;
		t->unrelated |= class == WORD_UNRELATED;
		t->carried |= class == WORD_CARRIED_IN || class == WORD_CARRIED_OUT;
	}
}

void topic_begin(struct topic *t, const struct lexer *x)
{
	read_year(t, x);
	look_ahead(t, x);
}

void topic_note(struct topic *t, const struct lexer *x, size_t i)
{
	enum word_class class = x->tokens[i].class;
	bool requests = class == WORD_REQUEST || class == WORD_ONREQUEST;

	if (requests)
		t->context = CONTEXT_SENTENCES;
	t->disputes &= !requests && class != WORD_BARE;
	t->foreign = t->foreign || is_foreign(x, i);
}

void topic_heading(struct topic *t, const struct lexer *x)
{
	bool foreign = false;
	size_t i;

	for (i = 0; i < x->count && !foreign; i++)
		foreign = is_foreign(x, i);
	t->foreign |= foreign;
	if (t->near && !foreign)
		t->context = CONTEXT_SENTENCES;
}

void topic_end(struct topic *t)
{
	t->context -= t->context > 0;
	t->follow -= t->follow > 0;
	t->about -= t->about > 0;
}
