#include "cmd/gir-segment/identity/candidate.h"

#include "cmd/gir-segment/identity/report_words.h"
#include "cmd/gir-segment/identity/title.h"
#include "common/year.h"

enum { TITLES_A_LINE = 8 };

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

bool has_sentence(struct str s)
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
static bool phrase_behind(struct weighing *f, size_t *end, size_t split)
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
static void weigh_name(struct weighing *f, struct candidate *c, size_t end, size_t split)
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

static int year_of(const struct weighing *f, struct str source, size_t start, size_t end)
{
	size_t from = f->text.from[start], to = f->text.to[end - 1];

	return year_in_title(f->g->fold, str_sub(source, from, to));
}

/* Reads the title around the words, which starts at `from` or later. False where it is none. */
static bool weigh_words(struct weighing *f, struct candidate *c, const struct report_words *words,
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

bool candidate_weigh(struct weighing *f, struct candidate *c, size_t split)
{
	struct candidate best = *c, trial;
	struct report_words words, best_words = {.begin = 0};
	size_t from = 0, best_from = 0, k;
	bool found = false;
	struct str s;

	folded_set(&f->text, f->g->fold, str_sub(c->source, 0, TITLE_BYTES));
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

enum part part_of(const struct weighing *f, struct str line)
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
