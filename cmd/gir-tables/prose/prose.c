#include "cmd/gir-tables/prose/prose.h"

#include <stdlib.h>

#include "cmd/gir-tables/prose/fit.h"
#include "cmd/gir-tables/prose/list.h"
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

	prose_words_load(&p->words);
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
	prose_words_free(&p->words);
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
	struct topic topic;
	struct total total;
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

/* ---- figures ---- */

/* A longer clause is told only from the phrase's first word to its last (characters). */
enum { LONGEST_CLAUSE = 400 };

static struct str clause_around(const struct lexer *x, const struct place *at)
{
	const struct token *t = x->tokens;
	size_t first = t[at->first].clause, end = t[at->anchor].clause_end;

	if (t[end - 1].to - t[first].from <= LONGEST_CLAUSE)
		return lexer_text(x, first, end);
	return lexer_text(x, at->first, (at->last > at->anchor ? at->last : at->anchor) + 1);
}

static void take_figure(struct reader *r, const struct phrase *p, const struct place *at)
{
	const struct scope *s = at->scope;
	const struct token *t = &r->x->tokens[at->anchor];
	bool zero = t->class != WORD_NUMBER;
	struct prose_figure f = {.col = STR("stated"), .value = zero ? DEC_ZERO : t->value};
	size_t i;

	f.sure = zero || !(t->approximate || s->approximate);
	f.raw = clause_around(r->x, at);
	f.line = lexer_line(r->x, at->first);
	flush_total(r);
	if (phrase_is_disclosed(p)) {
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
	r->topic.follow = phrase_is_requests(p) ? FOLLOW_SENTENCES : 0;
	if (phrase_is_requests(p))
		r->topic.context = CONTEXT_SENTENCES;
	if (phrase_is_requests(p) || (p->flags & (PHRASE_ABOUT | PHRASE_PAIR)))
		r->topic.about = FOLLOW_SENTENCES;
}

/* Matches the phrases at an anchor; true once one has. */
static bool read_figure(struct reader *r, size_t low, size_t high, size_t anchor,
			const struct scope *s)
{
	const struct phrases *all = &r->p->phrases;
	struct place at = {.x = r->x, .topic = &r->topic, .scope = s, .anchor = anchor};
	struct phrase_set around = phrases_around(all, r->x, low, high, anchor);
	size_t i = phrase_next(&around, 0);

	for (; i < PHRASES_MAX; i = phrase_next(&around, i + 1)) {
		const struct phrase *p = &all->v[i];

		if (!fit_flags(p, &at) ||
		    !phrase_match(p, r->x, low, high, anchor, &at.first, &at.last) ||
		    !fit_about(p, &at))
			continue;
		if (!fit_scope(p, &at))
			return false;
		take_figure(r, p, &at);
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

	r->topic.disputes |= number && s->dispute && dec_cmp(t->value, DEC_ZERO) > 0;
	if (read_figure(r, low, high, i, s)) {
		if (r->total.set && r->total.age == 0 && low == 0 && high == r->x->count)
			i = read_list(r, i);
	} else if (number) {
		flush_total(r);
		/* A number about something else: what is "answered" next may be that. */
		if (s->part ? s->verb && s->stranger : s->stranger)
			r->topic.follow = r->topic.about = 0;
	}
	if (number)
		scope_end_number(s);
	return i;
}

static void sweep(struct reader *r, size_t low, size_t high, struct scope s, bool inner)
{
	const struct lexer *x = r->x;
	size_t i;

	for (i = low; i < high; i++) {
		enum word_class class = x->tokens[i].class;

		if (class == WORD_OPENING) {
			struct scope within = s;

			scope_end_number(&within);
			within.part = true;
			if (!inner)
				sweep(r, i + 1, x->tokens[i].partner, within, true);
			i = x->tokens[i].partner;
			continue;
		}
		if (class == WORD_NUMBER || class == WORD_NONE || class == WORD_ZERO)
			i = read_anchor(r, low, high, i, &s);
		scope_note(&s, x, high, i);
		topic_note(&r->topic, x, i);
	}
}

static void read_sentence(struct reader *r)
{
	struct scope s = {.part = false};

	r->p->list->tried = 0;
	topic_begin(&r->topic, r->x);
	s.other_year = r->topic.other_year;
	if (r->total.set && r->total.age++ > 0)
		flush_total(r);
	if (r->x->tokens_of_interest) {
		size_t from = r->total.set ? read_list(r, STR_NONE) : STR_NONE;

		sweep(r, from == STR_NONE ? 0 : from + 1, r->x->count, s, false);
	} else {
		topic_heading(&r->topic, r->x);
	}
	topic_end(&r->topic);
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
