#include "cmd/gir-segment/identity/title.h"

#include <stdlib.h>

#include "cmd/gir-segment/identity/candidate.h"
#include "cmd/gir-segment/identity/report_words.h"
#include "common/alloc.h"
#include "common/utf8.h"
#include "common/year.h"

enum {
	LINES_BEFORE = 3000, /* how far above the first section a title may stand */
	LINES_ALONE = 400,   /* how many lines of a text without sections are looked at */
	CONTEXT_BYTES = 6000,
	TAIL_LINES = 12
};

struct search {
	const struct identity_source *source;
	struct weighing w;
	struct candidate *v;
	size_t n, cap;
};

bool is_chrome(const struct words *w, struct str folded)
{
	return words_in(w, WORD_CHROME, folded) || str_has(folded, STR(">")) ||
	       str_has(folded, STR("»"));
}

static void consider(struct search *f, size_t i)
{
	struct candidate c = {.from = i, .to = i + 1, .source = identity_line(f->source, i)};

	if (!candidate_widen(&f->w, f->source, &c))
		return;
	f->v = grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
	f->v[f->n++] = c;
}

/* Neighbours that name other organs or years are entries of a list. */
static void mark_lists(struct search *f)
{
	size_t i;

	for (i = 1; i < f->n; i++) {
		struct candidate *a = &f->v[i - 1], *b = &f->v[i];
		bool other = (a->year && b->year && a->year != b->year) ||
			     (a->named && b->named && a->key != b->key && a->year == b->year);

		if (!other || b->from > a->to + 1)
			continue;
		a->score -= a->key == b->key ? 0 : 2;
		b->score -= a->key == b->key ? 0 : 2;
	}
}

/* The text around the title, candidates left out: the opening and the signature. */
static void gather(struct search *f, struct folded *line, struct buf *context)
{
	const struct identity_source *in = f->source;
	size_t first = in->first_section, i, k = f->n;

	for (i = first; i > 0 && context->n < CONTEXT_BYTES; i--) {
		while (k > 0 && f->v[k - 1].from > i - 1)
			k--;
		if (k > 0 && f->v[k - 1].to > i - 1)
			continue;
		folded_set(line, f->w.g->fold, str_sub(identity_line(in, i - 1), 0, TITLE_BYTES));
		buf_put(context, folded_str(line));
	}
	for (i = in->lines; i > in->last_section && in->lines - i < TAIL_LINES; i--) {
		folded_set(line, f->w.g->fold, str_sub(identity_line(in, i - 1), 0, TITLE_BYTES));
		buf_put(context, folded_str(line));
	}
}

/* The candidate as read with that split, which mostly it was; else it is read anew into *room. NULL
 * where it is no title so. */
static const struct candidate *read_with(struct search *f, const struct candidate *c, size_t split,
					 struct candidate *room)
{
	*room = (struct candidate){.source = c->source};
	if (c->split == split)
		return c;
	return candidate_weigh(&f->w, room, split) ? room : NULL;
}

/* Candidates that the rest of the report bears out. */
static void mark_agreement(struct search *f)
{
	struct buf context = BUF_INIT;
	struct folded line = {.cap = 0};
	size_t i;

	gather(f, &line, &context);
	for (i = 0; i < f->n; i++) {
		struct candidate room;
		const struct candidate *c;

		if (!f->v[i].named)
			continue;
		c = read_with(f, &f->v[i], SIZE_MAX, &room);
		if (c && c->phrase.text.n && str_has(buf_str(&context), folded_str(&c->phrase)))
			f->v[i].score += 2;
		candidate_free(&room);
	}
	folded_free(&line);
	buf_free(&context);
}

/* The source's text with runs of blanks squeezed, and none where two ideographs meet over a
 * line's end. */
static struct str squeeze(const struct fold *fold, struct str s, struct pool *pool)
{
	struct buf room = BUF_INIT;
	struct str text;
	size_t i = 0;
	uint32_t last = 0;
	bool gap = false, broken = false;

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (cp == '*' || cp == '#')
			continue;
		if (fold_cp(fold, cp) == ' ') {
			gap = true;
			broken |= cp == '\n' || cp == '\r';
			continue;
		}
		if (gap && last && !(broken && (cp >= 0x80 || last >= 0x80)))
			buf_putc(&room, ' ');
		buf_put_cp(&room, cp);
		last = cp;
		gap = broken = false;
	}
	text = pool_dup(pool, buf_str(&room));
	buf_free(&room);
	return text;
}

static void take(struct search *f, const struct candidate *best, struct title *title)
{
	const struct fold *fold = f->w.g->fold;
	size_t at = best->source.n;
	const struct candidate *c;
	struct candidate room;

	/* A name on the last line was read as such. */
	while (at > 0 && best->source.p[at - 1] != '\n')
		at--;
	c = read_with(f, best, at > 0 ? at : SIZE_MAX, &room);
	if (c) {
		title->from = best->from;
		title->to = best->to;
		title->source = best->source;
		title->report = true;
		title->traditional = is_traditional(fold, best->source);
		title->text = squeeze(fold, c->title, f->w.pool);
		title->year = year_in_title(fold, title->text);
		folded_append(&title->phrase, &c->phrase, 0, c->named ? c->phrase.text.n : 0);
	}
	candidate_free(&room);
}

static void choose(struct search *f, struct title *title)
{
	size_t i, best = 0;

	if (f->n > 1) {
		mark_lists(f);
		mark_agreement(f);
	}
	for (i = 1; i < f->n; i++)
		if (f->v[i].score >= f->v[best].score)
			best = i;
	take(f, &f->v[best], title);
}

/* Whether a line is the title of another document on such reports. */
static bool is_notice(const struct words *w, struct str s)
{
	struct report_words words;

	return report_words_find(w, s, 0, &words) && words.notice && !has_sentence(s);
}

/* The first short line says what a text is that is no report; in one that has a report's sections
 * only the title of a notice does. */
static void take_heading(struct search *f, struct title *title, size_t to, bool alone)
{
	size_t i;

	for (i = 0; i < to; i++) {
		struct str line = str_trim(identity_line(f->source, i));
		struct str s;

		folded_set(&f->w.text, f->w.g->fold, str_sub(line, 0, TITLE_BYTES));
		s = folded_str(&f->w.text);
		if (s.n < 6 || is_chrome(&f->w.g->words, s))
			continue;
		if (s.n > PHRASE_BYTES && alone)
			return;
		if (!alone && (s.n > PHRASE_BYTES || !is_notice(&f->w.g->words, s)))
			continue;
		title->from = i;
		title->to = i + 1;
		title->source = line;
		title->text = squeeze(f->w.g->fold, line, f->w.pool);
		return;
	}
}

static void free_search(struct search *f)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		candidate_free(&f->v[i]);
	folded_free(&f->w.text);
	folded_free(&f->w.phrase);
	free(f->v);
}

static bool may_hold(struct str line)
{
	line = str_sub(line, 0, TITLE_BYTES);
	return str_has(line, STR("报")) || str_has(line, STR("報"));
}

void title_find(const struct gazetteer *g, const struct identity_source *source, struct pool *pool,
		struct title *title)
{
	struct search f = {.source = source, .w = {.g = g, .pool = pool}};
	bool alone = source->first_section == source->lines;
	size_t from = 0, to = source->first_section, i;

	*title = (struct title){.text = STR_EMPTY, .source = STR_EMPTY};
	f.w.sections = !alone;
	if (alone && to > LINES_ALONE)
		to = LINES_ALONE;
	if (!alone && to > LINES_BEFORE)
		from = to - LINES_BEFORE;
	for (i = from; i < to; i++)
		if (may_hold(identity_line(source, i)))
			consider(&f, i);
	if (f.n > 0)
		choose(&f, title);
	else
		take_heading(&f, title, to - from > LINES_ALONE ? LINES_ALONE : to, alone);
	free_search(&f);
}

/* What parts a site's title: 年报_某局, 年报 - 某局. */
static size_t part_end(struct str s, size_t from)
{
	size_t i;

	for (i = from; i < s.n; i++)
		if (s.p[i] == '_' || s.p[i] == '|' ||
		    (s.p[i] == '-' && i > 0 && (s.p[i - 1] == ' ' || s.p[i - 1] == '-')))
			return i;
	return s.n;
}

static void consider_parts(struct search *f, struct str s)
{
	size_t from, end;

	for (from = 0; from < s.n; from = end + 1) {
		struct candidate c = {.source =
					      str_trim(str_sub(s, from, end = part_end(s, from)))};

		if (!may_hold(c.source) || !candidate_weigh(&f->w, &c, SIZE_MAX))
			continue;
		f->v = grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
		f->v[f->n++] = c;
	}
}

void title_of_page(const struct gazetteer *g, const struct identity_source *in, struct pool *pool,
		   struct title *title)
{
	enum { HEAD_LINES = 32 };
	struct search f = {.source = in, .w = {.g = g, .pool = pool, .sections = true}};
	size_t i, k;

	*title = (struct title){.text = STR_EMPTY, .source = STR_EMPTY};
	for (k = 0; k < g->words.kind[WORD_PAGE_TITLE].n && f.n == 0; k++)
		for (i = 0; i < in->lines && i < HEAD_LINES; i++) {
			struct str label = g->words.kind[WORD_PAGE_TITLE].v[k];

			if (str_starts(in->piece[i].source->outside, label))
				consider_parts(&f, str_from(in->piece[i].source->outside, label.n));
		}
	if (f.n > 0)
		take(&f, &f.v[0], title);
	free_search(&f);
}

void title_free(struct title *title)
{
	folded_free(&title->phrase);
}
