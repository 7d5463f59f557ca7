#include "cmd/gir-tables/prose/prose.h"

#include <stdlib.h>

#include "cmd/gir-tables/prose/list.h"
#include "cmd/gir-tables/prose/phrase.h"
#include "common/alloc.h"
#include "common/utf8.h"

struct prose {
	struct words words;
	struct phrases phrases;
	struct lexer *lexer; /* room to work in, used anew by each call */
	struct list *list;
};

struct prose *prose_new(const struct fold *fold)
{
	struct prose *p = xcalloc(1, sizeof *p);

	words_load(&p->words);
	phrases_load(&p->phrases);
	p->lexer = xcalloc(1, sizeof *p->lexer);
	lexer_init(p->lexer, fold, &p->words);
	p->list = xcalloc(1, sizeof *p->list);
	return p;
}

void prose_free(struct prose *p)
{
	if (!p)
		return;
	words_free(&p->words);
	phrases_free(&p->phrases);
	lexer_free(p->lexer);
	list_free(p->list);
	free(p->lexer);
	free(p->list);
	free(p);
}

/* A total of what was disclosed, until it is known whether an enumeration follows. */
struct total {
	bool set;
	bool listed;   /* it has had an enumeration, and has been told */
	bool weak;     /* worth telling only with an enumeration */
	bool doubtful; /* not the year's for certain, which its own parts do not mind */
	size_t age;    /* sentences since */
	struct prose_figure figure;
};

struct reader {
	const struct prose *p;
	struct lexer *x;
	void (*emit)(void *ctx, const struct prose_figure *);
	void *ctx;
	bool other_year; /* the paragraph is about another year, as its last such word says */
	size_t context;  /* sentences left in which requests count as spoken of */
	bool near;       /* requests are spoken of in the sentence, perhaps later */
	bool carried;    /* ... and cases carried over */
	bool unrelated;  /* the sentence says that something is not about disclosure */
	bool foreign;    /* the paragraph has spoken of something else */
	bool disputes;   /* ... and last of reviews or suits, not of requests */
	size_t follow;   /* sentences left in which the last figure was about requests */
	size_t about;    /* ... about requests, reviews or suits */
	struct total total;
};

enum { CONTEXT_SENTENCES = 4, FOLLOW_SENTENCES = 2 };

/* What the words so far say about a number that comes now. */
struct scope {
	bool other_year, own_year, unknown_year;
	bool part;  /* behind 其中, or in brackets */
	bool about; /* disclosure was spoken of */
	bool span;  /* a part of the year, of which the first month is: */
	int64_t month;
	/* of the clause */
	bool subject, area, other_here, own_here, until;
	/* since the last number */
	bool compare, block, channel, applicant, cumulative, versus, approximate, verb, stranger;
	bool rate, dispute;
};

/* ---- totals ---- */

static void tell(struct reader *r, const struct prose_figure *f)
{
	r->emit(r->ctx, f);
}

/* No enumeration came: tells the total alone. */
static void flush_total(struct reader *r)
{
	struct total *t = &r->total;

	if (t->set && !t->listed && !t->weak) {
		if (t->doubtful)
			t->figure.sure = false;
		tell(r, &t->figure);
	}
	t->set = false;
}

static void tell_list(struct reader *r)
{
	const struct list *l = r->p->list;
	size_t i;

	tell(r, &r->total.figure);
	for (i = 0; i < l->n; i++) {
		const struct list_part *part = &l->v[i];
		struct prose_figure f = {
			.row = STR("disclosed.part"),
			.col = str_sub(buf_str(&l->names), part->name, part->name_end),
			.sure = l->sure,
			.value = part->value,
			.raw = lexer_text(r->x, part->first, part->last + 1),
			.line = lexer_line(r->x, part->first),
		};

		tell(r, &f);
	}
	r->total.listed = true;
}

/* Looks for enumerations of the waiting total behind token `from` (STR_NONE: from the sentence's
 * beginning); returns the last token of them, or `from`. */
static size_t read_list(struct reader *r, size_t from)
{
	struct total *t = &r->total;

	if (!t->figure.sure)
		return from;
	while (list_read(r->p->list, r->x, from, t->figure.value, t->listed)) {
		tell_list(r);
		from = r->p->list->end - 1;
	}
	return from;
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

static bool is_about(enum word_class class)
{
	return class == WORD_TOPIC || class == WORD_REQUEST || class == WORD_ONREQUEST;
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
	s->about |= is_about(class);
	s->verb |= class == WORD_RECEIVE || class == WORD_HANDLE || class == WORD_FINISH;
	s->stranger |= class == WORD_TEXT || class == WORD_BLOCK;
}

/* 6月 is a part of the year; 1月至12月, 1-12月 and 截至12月31日 are the whole. */
static void note_month(struct scope *s, const struct lexer *x, size_t i)
{
	const struct token *t = &x->tokens[i];
	int64_t from = s->month;

	if (from == 0 && i > 0 && t[-1].class == WORD_TEXT && x->glyphs[t->from].from > 0)
		from = x->cp[t->from - 1] == '-' || x->cp[t->from - 1] == 0x81f3; /* 至 */
	s->span = t->value.m != 12 || (from != 1 && !s->until);
	s->month = t->value.m;
}

static bool is_other_time(enum word_class class)
{
	return class == WORD_YEAR_BEFORE || class == WORD_YEAR_AFTER || class == WORD_YEAR_OTHER ||
	       class == WORD_THEN;
}

/* Words that tell which year is spoken of. */
static void note_time(struct scope *s, enum word_class class)
{
	if (class == WORD_YEAR_OWN || class == WORD_OWN)
		note_year(s, true);
	else if (is_other_time(class))
		note_year(s, false);
	else if (class == WORD_SINCE && !s->own_here)
		s->other_year = true;
	s->unknown_year |= class == WORD_YEAR_UNKNOWN;
	s->until |= class == WORD_UNTIL;
	s->span = (s->span || class == WORD_SPAN) && class != WORD_WHOLE;
}

static void end_number(struct scope *s)
{
	s->compare = s->block = s->channel = s->applicant = s->cumulative = s->versus = false;
	s->approximate = s->verb = s->stranger = s->rate = s->dispute = false;
}

static void end_clause(struct scope *s)
{
	s->subject = s->area = s->other_here = s->own_here = s->until = false;
	end_number(s);
}

/* ---- figures ---- */

/* Where a phrase was found. */
struct place {
	size_t anchor, first, last;
};

static bool is_requests(const struct phrase *p)
{
	return str_starts(p->rows[0], STR("requests."));
}

static bool is_disclosed(const struct phrase *p)
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

static bool flags_hold(const struct reader *r, const struct phrase *p, const struct scope *s,
		       const struct token *t)
{
	if ((p->flags & PHRASE_WHOLE) && s->part)
		return false;
	if ((p->flags & PHRASE_CONTEXT) && r->context == 0)
		return false;
	if ((p->flags & PHRASE_NEAR) && r->context == 0 && !r->near &&
	    (r->foreign || !counts_cases(r->x, t)))
		return false;
	if ((p->flags & PHRASE_NEAR) && r->disputes)
		return false;
	if ((p->flags & (PHRASE_ABOUT | PHRASE_PAIR)) && r->unrelated)
		return false;
	if ((p->flags & PHRASE_CASES) && (r->foreign || !r->carried))
		return false;
	if ((p->flags & PHRASE_PAIR) && ((r->foreign && r->about == 0) || !in_pair(r->x, t)))
		return false;
	if ((p->flags & PHRASE_FOLLOW) && r->follow == 0)
		return false;
	if ((p->flags & PHRASE_NIL) && dec_cmp(t->value, DEC_ZERO) != 0)
		return false;
	if (t->class != WORD_NUMBER)
		return true;
	if ((p->flags & PHRASE_FILE) && t->unit != UNIT_BOTH && t->unit != UNIT_FILE)
		return false;
	return !is_disclosed(p) || t->unit == UNIT_BOTH || t->unit == UNIT_INFO;
}

/* May the figure be told, as far as the words around it go? */
static bool scope_holds(const struct phrase *p, const struct scope *s)
{
	if (s->rate || (s->span && !(p->flags & PHRASE_ANYYEAR)))
		return false;
	if (s->dispute && is_requests(p))
		return false;
	if (s->compare || s->block)
		return is_disclosed(p) && !s->compare;
	if (s->other_year && !(p->flags & PHRASE_ANYYEAR))
		return false;
	if (is_disclosed(p))
		return true;
	return !s->subject && (!is_requests(p) || (!s->channel && !s->applicant));
}

/* Whether disclosure was spoken of, before the phrase or in it. */
static bool about_holds(const struct reader *r, const struct phrase *p, const struct scope *s,
			const struct place *at)
{
	size_t i;

	if (!(p->flags & PHRASE_ABOUT) || s->about || r->about)
		return true;
	for (i = at->first; i <= at->last; i++)
		if (is_about(r->x->tokens[i].class))
			return true;
	return false;
}

/* The reviews that an organ decides for others are no reviews against it. */
static bool is_own_case(const struct phrase *p, const struct lexer *x, const struct place *at,
			const struct scope *s)
{
	return is_requests(p) || is_disclosed(p) || !s->verb || (p->flags & PHRASE_PAIR) ||
	       x->tokens[at->anchor].class != WORD_NUMBER ||
	       str_starts(p->rows[0], STR("normative."));
}

static void take_figure(struct reader *r, const struct phrase *p, const struct place *at,
			const struct scope *s)
{
	const struct token *t = &r->x->tokens[at->anchor];
	bool zero = t->class != WORD_NUMBER;
	struct prose_figure f = {.col = STR("stated"), .value = zero ? DEC_ZERO : t->value};
	size_t i;

	f.sure = zero || !(t->approximate || s->approximate);
	f.raw = lexer_text(r->x, r->x->tokens[at->first].clause, t->clause_end);
	f.line = lexer_line(r->x, at->first);
	flush_total(r);
	if (is_disclosed(p)) {
		f.row = p->rows[0];
		r->total = (struct total){.set = true, .figure = f};
		r->total.weak = p->flags & PHRASE_WEAK;
		r->total.doubtful = s->unknown_year || (s->cumulative && !s->own_year);
		return;
	}
	f.sure = f.sure && !s->unknown_year && !s->cumulative;
	f.area = s->area;
	for (i = 0; i < p->row_count; i++) {
		f.row = p->rows[i];
		tell(r, &f);
	}
	r->follow = is_requests(p) ? FOLLOW_SENTENCES : 0;
	if (is_requests(p))
		r->context = CONTEXT_SENTENCES;
	if (is_requests(p) || (p->flags & (PHRASE_ABOUT | PHRASE_PAIR)))
		r->about = FOLLOW_SENTENCES;
}

/* 8件（2022年） */
static bool is_dated_elsewhere(const struct lexer *x, size_t number)
{
	size_t i = number + 1, end;

	if (i >= x->count || x->tokens[i].class != WORD_OPENING)
		return false;
	end = x->tokens[i].partner;
	return end == i + 2 && is_other_time(x->tokens[i + 1].class);
}

/* Matches the phrases at an anchor; true once one has. */
static bool read_figure(struct reader *r, size_t low, size_t high, size_t anchor,
			const struct scope *s)
{
	const struct phrases *all = &r->p->phrases;
	struct place at = {.anchor = anchor};
	size_t i;

	for (i = 0; i < all->n; i++) {
		const struct phrase *p = &all->v[i];

		if (p->anchor != r->x->tokens[anchor].class ||
		    !flags_hold(r, p, s, &r->x->tokens[anchor]) ||
		    !phrase_match(p, r->x, low, high, anchor, &at.first, &at.last) ||
		    !about_holds(r, p, s, &at))
			continue;
		if (!scope_holds(p, s) || !is_own_case(p, r->x, &at, s) ||
		    is_dated_elsewhere(r->x, anchor))
			return false;
		take_figure(r, p, &at, s);
		return true;
	}
	return false;
}

/* ---- sentences ---- */

/* Reads an anchor at token i; returns the last token that was read. */
static size_t read_anchor(struct reader *r, size_t low, size_t high, size_t i, struct scope *s)
{
	const struct token *t = &r->x->tokens[i];
	bool number = t->class == WORD_NUMBER;

	r->disputes |= number && s->dispute && dec_cmp(t->value, DEC_ZERO) > 0;
	if (read_figure(r, low, high, i, s)) {
		if (r->total.set && r->total.age == 0 && low == 0 && high == r->x->count)
			i = read_list(r, i);
	} else if (number) {
		flush_total(r);
		/* A number about something else: what is "answered" next may be that. */
		if (s->part ? s->verb && s->stranger : s->stranger)
			r->follow = r->about = 0;
	}
	if (number)
		end_number(s);
	return i;
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

/* A word that shows that something else than requests is spoken of, not a date or an ordinal. */
static bool is_foreign(const struct lexer *x, size_t i)
{
	const struct str plain = STR("0123456789一二三四五六七八九十日至起止-.其余");
	const struct token *t = &x->tokens[i];
	char character[4];
	uint32_t g;

	if (t->class == WORD_SUBJECT || t->class == WORD_BLOCK || t->class == WORD_CHANNEL ||
	    t->class == WORD_APPLICANT)
		return true;
	if (t->class != WORD_TEXT)
		return false;
	for (g = t->from; g < t->to; g++) {
		size_t n = utf8_write(character, x->cp[g]);

		if (!str_has(plain, (struct str){character, n}))
			return true;
	}
	return false;
}

static void sweep(struct reader *r, size_t low, size_t high, struct scope s, bool inner)
{
	const struct lexer *x = r->x;
	size_t i;

	for (i = low; i < high; i++) {
		enum word_class class = x->tokens[i].class;

		if (class == WORD_OPENING) {
			struct scope within = s;

			end_number(&within);
			within.part = true;
			if (!inner)
				sweep(r, i + 1, x->tokens[i].partner, within, true);
			i = x->tokens[i].partner;
			continue;
		}
		if (class == WORD_NUMBER || class == WORD_NONE || class == WORD_ZERO)
			i = read_anchor(r, low, high, i, &s);
		if (class == WORD_COMMA || class == WORD_STOP)
			end_clause(&s);
		else if (class == WORD_MONTH)
			note_month(&s, x, i);
		else if (class != WORD_NUMBER && !names_origin(x, high, i))
			note_time(&s, class);
		if (class != WORD_NUMBER)
			note_word(&s, class);
		if (class == WORD_REQUEST || class == WORD_ONREQUEST)
			r->context = CONTEXT_SENTENCES;
		r->disputes &=
			class != WORD_REQUEST && class != WORD_ONREQUEST && class != WORD_BARE;
		r->foreign |= is_foreign(x, i);
	}
}

/* （一）, 1. or 一、 */
static bool is_ordinal(const struct lexer *x, size_t i)
{
	enum word_class class = x->tokens[i].class;

	return class == WORD_OPENING || class == WORD_CLOSING || class == WORD_STOP ||
	       class == WORD_SEPARATOR || (class == WORD_TEXT && !is_foreign(x, i));
}

/* A sentence that begins with a year speaks for those behind it. */
static void read_topic(struct reader *r)
{
	const struct lexer *x = r->x;
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
		r->other_year = s.other_year;
}

/* Notes what the sentence speaks of, perhaps behind a figure. */
static void look_ahead(struct reader *r)
{
	size_t i;

	r->near = r->carried = r->unrelated = false;
	for (i = 0; i < r->x->count; i++) {
		enum word_class class = r->x->tokens[i].class;

		r->near |= class == WORD_REQUEST || class == WORD_ONREQUEST;
		r->unrelated |= class == WORD_UNRELATED;
		r->carried |= class == WORD_CARRIED_IN || class == WORD_CARRIED_OUT;
	}
}

/* A sentence without figures; one on requests alone is a heading for those behind it. */
static void read_heading(struct reader *r)
{
	bool foreign = false;
	size_t i;

	for (i = 0; i < r->x->count && !foreign; i++)
		foreign = is_foreign(r->x, i);
	r->foreign |= foreign;
	if (r->near && !foreign)
		r->context = CONTEXT_SENTENCES;
}

static void read_sentence(struct reader *r)
{
	struct scope s = {.part = false};

	r->p->list->tried = 0;
	read_topic(r);
	look_ahead(r);
	s.other_year = r->other_year;
	if (r->total.set && r->total.age++ > 0)
		flush_total(r);
	if (r->x->tokens_of_interest) {
		size_t from = r->total.set ? read_list(r, STR_NONE) : STR_NONE;

		sweep(r, from == STR_NONE ? 0 : from + 1, r->x->count, s, false);
	} else {
		read_heading(r);
	}
	r->context -= r->context > 0;
	r->follow -= r->follow > 0;
	r->about -= r->about > 0;
}

void prose_read(const struct prose *p, struct str paragraph, int section, size_t line, int year,
		void (*emit)(void *ctx, const struct prose_figure *), void *ctx)
{
	struct reader r = {.p = p, .x = p->lexer, .emit = emit, .ctx = ctx};

	(void)section; /* the phrases are the same in all of them */
	while (lexer_next(r.x, &paragraph, &line, year))
		read_sentence(&r);
	flush_total(&r);
}
