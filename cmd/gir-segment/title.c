#include "cmd/gir-segment/title.h"

#include <stdlib.h>

#include "cmd/gir-segment/report_words.h"
#include "common/alloc.h"
#include "common/utf8.h"
#include "common/year.h"

enum {
	LINE_BYTES = 1500, /* of a line that are looked at; a title is at its start */
	PHRASE_BYTES = 180,
	LINES_BEFORE = 3000, /* how far above the first section a title may stand */
	LINES_ALONE = 400,   /* how many lines of a text without sections are looked at */
	CONTEXT_BYTES = 6000,
	TAIL_LINES = 12,
	TITLES_A_LINE = 8
};

/* A candidate: what its lines say, read as one. */
struct candidate {
	size_t from, to; /* lines */
	struct str source;
	size_t start, end; /* of the title in the folded source */
	int score, year;
	uint64_t key; /* of the name and the year */
	uint64_t org; /* of the organ's name */
	bool named;   /* an organ or a place */
};

struct search {
	const struct gazetteer *g;
	const struct identity_source *source;
	struct pool *pool;
	struct folded text, phrase;
	struct candidate *v;
	size_t n, cap;
};

bool is_chrome(const struct words *w, struct str folded)
{
	return words_in(w, WORD_CHROME, folded) || str_has(folded, STR(">")) ||
	       str_has(folded, STR("»"));
}

/* ---- one candidate ---- */

/* Behind the last mark that may stand between a label or a crumb and the title. */
static size_t after_mark(struct str s, size_t before)
{
	size_t i;

	for (i = before; i > 0; i--)
		if (strchr(":|>_;", s.p[i - 1]) && s.p[i - 1])
			return i;
	return 0;
}

/* The length of the quotation marks and brackets around a title. */
static size_t opening_marks(struct str s)
{
	static const struct str marks[] = {{"《", 3}, {"<", 1}, {"\"", 1}, {"【", 3}};
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(s, marks[i]))
			return marks[i].n;
	return 0;
}

static bool has_sentence(struct str s)
{
	return str_has(s, STR(",")) || str_has(s, STR("。")) || str_has(s, STR("!")) ||
	       str_has(s, STR("?"));
}

/* Whether what follows on the line leaves the words a title: nothing, the page's marks, the
 * beginning of the text; not the rest of a sentence. */
static bool may_follow(const struct words *w, struct str rest)
{
	static const char marks[] = "|(<>_-\"/)[{:";

	rest = str_from(rest, words_start(w, WORD_TAIL, rest));
	if (rest.n == 0 || words_start(w, WORD_OPENER, rest) ||
	    memchr(marks, rest.p[0], sizeof marks - 1))
		return true;
	return str_starts(rest, STR("》")) && rest.n == 3;
}

/* The name behind the words: in brackets or behind a long dash, then *end moves behind them, or on
 * a line of its own from byte `split` of the source. False where there is none. */
static bool phrase_behind(struct search *f, size_t *end, size_t split)
{
	struct str s = folded_str(&f->text), rest = str_from(s, *end);
	size_t close = str_find(rest, STR(")"), 0);

	if (str_starts(rest, STR("(")) && close != STR_NONE) {
		phrase_of(&f->text, *end + 1, *end + close, &f->phrase);
		*end += close + 1;
		return true;
	}
	if (str_starts(rest, STR("--"))) {
		phrase_of(&f->text, *end + 2, s.n, &f->phrase);
		*end = s.n;
		return true;
	}
	if (rest.n == 0 || f->text.from[*end] < split)
		return false;
	phrase_of(&f->text, *end, s.n, &f->phrase);
	return true;
}

/* Reads the name before the words, in f->phrase, or behind them; c->end is the title's end. */
static void weigh_name(struct search *f, struct candidate *c, size_t end, size_t split)
{
	struct naming name;
	size_t behind = end;

	c->score = 0;
	c->org = 0;
	c->end = end;
	c->named = false;
	if (f->phrase.text.n == 0 && !phrase_behind(f, &behind, split))
		return;
	c->named = naming_read(f->g, &f->phrase, c->source, 0, false, f->pool, &name);
	c->org = str_hash(name.org);
	if (c->named && behind > end)
		c->end = behind;
	if (c->named)
		c->score = name.org.n ? 4 : 1; /* else a place and more that is no organ */
	else
		c->score = c->end == end && behind == end ? -2 : 0;
}

static int year_of(const struct search *f, struct str source, size_t start, size_t end)
{
	size_t from = f->text.from[start], to = f->text.to[end - 1];

	return year_in_title(f->g->fold, str_sub(source, from, to));
}

/* Reads the title around the words, which starts at `from` or later. False where it is none. */
static bool weigh_words(struct search *f, struct candidate *c, const struct report_words *words,
			size_t from, size_t split)
{
	const struct words *w = &f->g->words;
	struct str s = folded_str(&f->text), before;

	c->start = after_mark(s, words->begin);
	c->start = c->start > from ? c->start : from;
	c->start += opening_marks(str_sub(s, c->start, words->begin));
	before = str_sub(s, c->start, words->begin);
	if (words->notice || has_sentence(before) || before.n > PHRASE_BYTES)
		return false;
	phrase_of(&f->text, c->start, words->begin, &f->phrase);
	if (words_start(w, WORD_OPENER, folded_str(&f->phrase)))
		return false;
	weigh_name(f, c, words->end, split);
	if (!may_follow(w, str_from(s, c->end)) && f->text.from[c->end] < split)
		return false;
	c->year = year_of(f, c->source, c->start, c->end);
	c->key = str_hash(folded_str(&f->phrase)) ^ (uint64_t)(unsigned)c->year;
	c->score += c->year ? 3 : 0;
	c->score += str_has(str_sub(s, c->start, c->end), STR("政府信息公开")) ? 1 : 0;
	c->score -= c->start > 0 ? 1 : 0;
	c->score -= is_chrome(w, str_sub(s, 0, c->start)) ? 3 : 0;
	return true;
}

/* Reads c->source as a title: of several in it the best. False where there is none. */
static bool weigh(struct search *f, struct candidate *c, size_t split)
{
	struct candidate best = *c, trial;
	struct report_words words, best_words = {.begin = 0};
	size_t from = 0, best_from = 0, k;
	bool found = false;
	struct str s;

	folded_set(&f->text, f->g->fold, str_sub(c->source, 0, LINE_BYTES));
	s = folded_str(&f->text);
	for (k = 0; k < TITLES_A_LINE && report_words_find(&f->g->words, s, from, &words); k++) {
		trial = *c;
		if (weigh_words(f, &trial, &words, from, split) &&
		    (!found || trial.score > best.score)) {
			best = trial;
			best_words = words;
			best_from = from;
			found = true;
		}
		from = words.end;
	}
	if (found && k > 1) /* the phrase is to be the best one's */
		weigh_words(f, &best, &best_words, best_from, split);
	*c = best;
	return found;
}

/* ---- titles broken over lines ---- */

/* The next line with anything on it, above (step -1) or below, not far away; `lines` for none. */
static size_t neighbour(const struct identity_source *in, size_t from, int step)
{
	size_t i = from, k;

	for (k = 0; k < 3; k++) {
		if (step < 0 ? i == 0 : i + 1 >= in->first_section)
			return in->lines;
		i = step < 0 ? i - 1 : i + 1;
		if (str_trim(in->line[i].s).n)
			return i;
	}
	return in->lines;
}

enum part { PART_NONE, PART_YEAR, PART_NAME, PART_PLACE, PART_TOPIC };

/* What a short line may be a title's part as. */
static enum part part_of(struct search *f, struct str line)
{
	struct folded text = {.cap = 0}, phrase = {.cap = 0};
	enum part part = PART_NONE;
	struct naming name;
	struct str s;
	size_t n;

	if (line.n > 3 * PHRASE_BYTES)
		return PART_NONE;
	folded_set(&text, f->g->fold, line);
	s = folded_str(&text);
	if (s.n > 0 && s.n <= PHRASE_BYTES && !has_sentence(s) && !is_chrome(&f->g->words, s) &&
	    !str_has(s, STR("报告")) && !str_has(s, STR(":"))) {
		phrase_of(&text, 0, s.n, &phrase);
		n = words_end(&f->g->words, WORD_FILLER, s);
		if (phrase.text.n == 0)
			part = PART_YEAR;
		else if (words_end(&f->g->words, WORD_TOPIC, str_sub(s, 0, s.n - n)))
			part = PART_TOPIC;
		else if (naming_read(f->g, &phrase, line, 0, false, f->pool, &name) && name.org.n)
			part = name.place.end == phrase.text.n ? PART_PLACE : PART_NAME;
	}
	folded_free(&text);
	folded_free(&phrase);
	return part;
}

/* The lines [from, to) as one text. */
static struct str join(struct search *f, size_t from, size_t to)
{
	struct buf room = BUF_INIT;
	struct str joined;
	size_t i;

	for (i = from; i < to; i++) {
		if (i > from)
			buf_putc(&room, '\n');
		buf_put(&room, str_sub(f->source->line[i].s, 0, LINE_BYTES));
	}
	joined = pool_dup(f->pool, buf_str(&room));
	buf_free(&room);
	return joined;
}

/* Tries the candidate with the lines [from, to); keeps them if it is a better title so. */
static bool stretch(struct search *f, struct candidate *c, bool read, size_t from, size_t to)
{
	struct candidate wider = {.from = from, .to = to, .source = join(f, from, to)};
	size_t split = to > c->to ? wider.source.n - f->source->line[to - 1].s.n : SIZE_MAX;

	if (to > c->to && f->source->line[to - 1].s.n > LINE_BYTES)
		return false;
	if (!weigh(f, &wider, split) || (read && wider.score < c->score))
		return false;
	if (c->named && wider.org != c->org) /* the line above is no prefix of the name */
		return false;
	*c = wider;
	return true;
}

/* Takes in the line above where it has what the title lacks. */
static bool widen_up(struct search *f, struct candidate *c, bool read)
{
	size_t above = neighbour(f->source, c->from, -1);
	enum part part;

	if (above == f->source->lines)
		return false;
	part = part_of(f, f->source->line[above].s);
	if ((part == PART_YEAR && read && !c->year) || (part == PART_NAME && read && !c->named) ||
	    (part == PART_PLACE && read) || (part == PART_TOPIC && !read))
		return stretch(f, c, read, above, c->to);
	return false;
}

static bool widen_down(struct search *f, struct candidate *c)
{
	size_t below = neighbour(f->source, c->to - 1, 1);
	enum part part;

	if (below == f->source->lines || (c->named && c->year))
		return false;
	part = part_of(f, f->source->line[below].s);
	if ((part == PART_YEAR && !c->year) ||
	    ((part == PART_NAME || part == PART_PLACE) && !c->named))
		return stretch(f, c, true, c->from, below + 1);
	return false;
}

static void consider(struct search *f, size_t i)
{
	struct candidate c = {.from = i, .to = i + 1, .source = f->source->line[i].s};
	bool read = weigh(f, &c, SIZE_MAX);

	if (!read)
		read = widen_up(f, &c, false);
	if (!read)
		return;
	while (c.to - c.from < 7 && widen_up(f, &c, true))
		;
	widen_down(f, &c);
	f->v = grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
	f->v[f->n++] = c;
}

/* ---- the choice ---- */

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
		folded_set(line, f->g->fold, str_sub(in->line[i - 1].s, 0, LINE_BYTES));
		buf_put(context, folded_str(line));
	}
	for (i = in->lines; i > in->last_section && in->lines - i < TAIL_LINES; i--) {
		folded_set(line, f->g->fold, str_sub(in->line[i - 1].s, 0, LINE_BYTES));
		buf_put(context, folded_str(line));
	}
}

/* Candidates that the rest of the report bears out. */
static void mark_agreement(struct search *f)
{
	struct buf context = BUF_INIT;
	struct folded line = {.cap = 0};
	size_t i;

	gather(f, &line, &context);
	for (i = 0; i < f->n; i++) {
		struct candidate *c = &f->v[i];

		if (!c->named || !weigh(f, &(struct candidate){.source = c->source}, SIZE_MAX))
			continue;
		if (f->phrase.text.n && str_has(buf_str(&context), folded_str(&f->phrase)))
			c->score += 2;
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
	struct candidate c = *best;
	size_t split = SIZE_MAX, at = c.source.n;

	/* A name on the last line was read as such. */
	while (at > 0 && c.source.p[at - 1] != '\n')
		at--;
	if (at > 0)
		split = at;
	if (!weigh(f, &c, split))
		return;
	title->from = best->from;
	title->to = best->to;
	title->source = best->source;
	title->report = true;
	title->traditional = is_traditional(f->g->fold, best->source);
	title->text = squeeze(f->g->fold,
			      str_sub(best->source, f->text.from[c.start], f->text.to[c.end - 1]),
			      f->pool);
	folded_append(&title->phrase, &f->phrase, 0, c.named ? f->phrase.text.n : 0);
}

static void choose(struct search *f, struct title *title)
{
	size_t i, best = 0;

	mark_lists(f);
	mark_agreement(f);
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
		struct str line = str_trim(f->source->line[i].s);
		struct str s;

		folded_set(&f->text, f->g->fold, str_sub(line, 0, LINE_BYTES));
		s = folded_str(&f->text);
		if (s.n < 6 || is_chrome(&f->g->words, s))
			continue;
		if (s.n > PHRASE_BYTES && alone)
			return;
		if (!alone && (s.n > PHRASE_BYTES || !is_notice(&f->g->words, s)))
			continue;
		title->from = i;
		title->to = i + 1;
		title->source = line;
		title->text = squeeze(f->g->fold, line, f->pool);
		return;
	}
}

static bool may_hold(struct str line)
{
	line = str_sub(line, 0, LINE_BYTES);
	return str_has(line, STR("报")) || str_has(line, STR("報"));
}

void title_find(const struct gazetteer *g, const struct identity_source *source, struct pool *pool,
		struct title *title)
{
	struct search f = {.g = g, .source = source, .pool = pool};
	bool alone = source->first_section == source->lines;
	size_t from = 0, to = source->first_section, i;

	*title = (struct title){.text = STR_EMPTY, .source = STR_EMPTY};
	if (alone && to > LINES_ALONE)
		to = LINES_ALONE;
	if (!alone && to > LINES_BEFORE)
		from = to - LINES_BEFORE;
	for (i = from; i < to; i++)
		if (may_hold(source->line[i].s))
			consider(&f, i);
	if (f.n > 0)
		choose(&f, title);
	else
		take_heading(&f, title, to - from > LINES_ALONE ? LINES_ALONE : to, alone);
	folded_free(&f.text);
	folded_free(&f.phrase);
	free(f.v);
}

void title_free(struct title *title)
{
	folded_free(&title->phrase);
}
