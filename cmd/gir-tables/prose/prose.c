#include "cmd/gir-tables/prose/prose.h"

#include <stdlib.h>

#include "cmd/gir-tables/prose/list.h"
#include "cmd/gir-tables/prose/phrase.h"
#include "common/alloc.h"

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
	/* of the clause */
	bool subject, area, other_here, own_here;
	/* since the last number */
	bool compare, block, channel, applicant, cumulative, versus, approximate, verb, stranger;
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
	s->own_here |= own;
	s->other_here |= !own;
	s->other_year = s->other_here;
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

/* Words that tell which year is spoken of. */
static void note_time(struct scope *s, enum word_class class)
{
	if (class == WORD_YEAR_OWN || class == WORD_OWN)
		note_year(s, true);
	else if (class == WORD_YEAR_BEFORE || class == WORD_YEAR_AFTER ||
		 class == WORD_YEAR_OTHER || class == WORD_THEN)
		note_year(s, false);
	else if (class == WORD_SINCE && !s->own_here)
		s->other_year = true;
	s->unknown_year |= class == WORD_YEAR_UNKNOWN;
}

static void end_clause(struct scope *s)
{
	s->subject = s->area = s->other_here = s->own_here = false;
	s->compare = s->block = s->channel = s->applicant = s->cumulative = s->versus = false;
	s->approximate = s->verb = s->stranger = false;
}

static void end_number(struct scope *s)
{
	s->compare = s->block = s->channel = s->applicant = s->cumulative = s->versus = false;
	s->approximate = s->verb = s->stranger = false;
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

static bool flags_hold(const struct reader *r, const struct phrase *p, const struct scope *s,
		       const struct token *t)
{
	if ((p->flags & PHRASE_WHOLE) && s->part)
		return false;
	if ((p->flags & PHRASE_CONTEXT) && r->context == 0)
		return false;
	if ((p->flags & PHRASE_NEAR) && r->context == 0 && !r->near)
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
	return is_requests(p) || is_disclosed(p) || !s->verb ||
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
	if (is_requests(p) || (p->flags & PHRASE_ABOUT))
		r->about = FOLLOW_SENTENCES;
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
		if (!scope_holds(p, s) || !is_own_case(p, r->x, &at, s))
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
	bool number = r->x->tokens[i].class == WORD_NUMBER;

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
		else if (class != WORD_NUMBER && !names_origin(x, high, i))
			note_time(&s, class);
		if (class != WORD_NUMBER)
			note_word(&s, class);
		if (class == WORD_REQUEST || class == WORD_ONREQUEST)
			r->context = CONTEXT_SENTENCES;
	}
}

/* A sentence that begins with a year speaks for those behind it. */
static void read_topic(struct reader *r)
{
	const struct lexer *x = r->x;
	struct scope s = {.part = false};
	size_t i;

	for (i = 0; i < x->count && i < 2; i++) {
		enum word_class class = x->tokens[i].class;

		if (class == WORD_VERSUS) /* 比2022年增加7条。 */
			break;
		if (class != WORD_YEAR_UNKNOWN && !names_origin(x, x->count, i))
			note_time(&s, class);
	}
	if (s.own_year || s.other_year)
		r->other_year = s.other_year;
}

static bool has_requests(const struct lexer *x)
{
	size_t i;

	for (i = 0; i < x->count; i++)
		if (x->tokens[i].class == WORD_REQUEST || x->tokens[i].class == WORD_ONREQUEST)
			return true;
	return false;
}

static void read_sentence(struct reader *r)
{
	struct scope s = {.part = false};

	r->p->list->tried = 0;
	read_topic(r);
	r->near = has_requests(r->x);
	s.other_year = r->other_year;
	if (r->total.set && r->total.age++ > 0)
		flush_total(r);
	if (r->x->tokens_of_interest) {
		size_t from = r->total.set ? read_list(r, STR_NONE) : STR_NONE;

		sweep(r, from == STR_NONE ? 0 : from + 1, r->x->count, s, false);
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
