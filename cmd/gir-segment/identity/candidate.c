#include "cmd/gir-segment/identity/candidate.h"

#include "cmd/gir-segment/identity/date.h"
#include "cmd/gir-segment/identity/report_words.h"
#include "cmd/gir-segment/identity/title.h"
#include "common/utf8.h"
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

/* The document's number at the start: 甬审(2024)3号; 0 for none. */
static size_t document_number(struct str s)
{
	size_t close = str_find(s, STR(")"), 0), at = close + 1;

	if (close == STR_NONE || close < strlen("(2024"))
		return 0;
	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		at++;
	return at > close + 1 && str_starts(str_from(s, at), STR("号")) ? at + strlen("号") : 0;
}

/* A remark on what follows at the start: (年报), (政府信息公开). */
static size_t opening_remark(struct str s)
{
	size_t close = str_find(s, STR(")"), 0);
	struct str remark = str_sub(s, 0, close);

	if (close == STR_NONE || remark.n > 30 || !str_starts(s, STR("(")))
		return 0;
	return str_has(remark, STR("报")) || str_has(remark, STR("公开")) ? close + 1 : 0;
}

/* The end of a month behind a year, 2024年1月, 二〇二四年一月; 0 for none. */
static size_t month_end(struct str s)
{
	size_t i, end, from;

	if (!year_at(s, 0, &i) || !str_ends(str_sub(s, 0, i), STR("年")))
		return 0;
	end = str_find(s, STR("月"), i);
	if (end == STR_NONE || end == i)
		return 0;
	for (from = i; i < end; from = i) {
		utf8_next(s, &i);
		if (!str_has(STR("0123456789一二三四五六七八九十元"), str_sub(s, from, i)))
			return 0;
	}
	return end + strlen("月");
}

/* The date, or the number in a list, at the start: 2024-01-10, 2024年1月, 1. */
static size_t opening_date(struct str s)
{
	struct date date;
	struct str rest;
	size_t end;

	if (!date_read(s, &date, &end))
		end = month_end(s);
	rest = str_from(s, end);
	if (end > 0 && rest.n > 0)
		return strchr("-0123456789", rest.p[0]) || str_starts(rest, STR("至")) ||
				       str_starts(rest, STR("到"))
			       ? 0
			       : end;
	for (end = 0; end < s.n && end < 3 && s.p[end] >= '0' && s.p[end] <= '9';)
		end++;
	return end > 0 && end < s.n && s.p[end] == '.' ? end + 1 : 0;
}

/* What stands before the title on its line and is no part of it. */
static size_t opening_number(struct str s)
{
	size_t n = opening_date(s);

	n = n ? n : opening_remark(s);
	return n ? n : document_number(s);
}

bool has_sentence(struct str s)
{
	return str_has(s, STR(",")) || str_has(s, STR("。")) || str_has(s, STR("!")) ||
	       str_has(s, STR("?"));
}

/* Whether what follows on the line leaves the words a title: nothing, the page's marks, the
 * beginning of the text; not the rest of a sentence. */
static bool may_follow(const struct weighing *f, struct str rest)
{
	const struct words *w = &f->g->words;
	static const char marks[] = "|(<>_-\"/)[{:";

	rest = str_from(rest, words_start(w, WORD_TAIL, rest));
	if (rest.n == 0 || words_start(w, WORD_OPENER, rest) ||
	    memchr(marks, rest.p[0], sizeof marks - 1))
		return true;
	if (rest.p[0] == '.') /* a file's name */
		return rest.n <= strlen(".docx");
	return str_starts(rest, STR("》")) &&
	       (rest.n == 3 || (f->sections && words_start(w, WORD_TAIL, str_from(rest, 3))));
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
	if (rest.n > 0 && (rest.p[0] == '-' || rest.p[0] == '_') &&
	    !is_chrome(&f->g->words, rest)) {
		for (close = *end; close < s.n && (s.p[close] == '-' || s.p[close] == '_');)
			close++;
		phrase_of(&f->text, close, s.n, &f->phrase);
		*end = s.n;
		return true;
	}
	if (rest.n == 0 || f->text.from[*end] < split)
		return false;
	phrase_of(&f->text, *end, s.n, &f->phrase);
	return true;
}

/* Whether what stands before the words is the end of a name only: 和改革局, 革局. */
static bool is_torn(struct str phrase, bool named)
{
	if (!named)
		return phrase.n > 0;
	return phrase.n <= strlen("革局") || str_starts(phrase, STR("和")) ||
	       str_starts(phrase, STR("与")) || str_starts(phrase, STR("及"));
}

/* Reads the name before the words, in f->phrase, or behind them; c->end is the title's end. */
static void weigh_name(struct weighing *f, struct candidate *c, size_t end, size_t split)
{
	struct naming name;
	size_t behind = end;

	c->score = 0;
	c->org = 0;
	c->end = end;
	c->named = c->torn = false;
	if (f->phrase.text.n == 0 && !phrase_behind(f, &behind, split))
		return;
	c->named = naming_read(f->g, &f->phrase, c->source, 0, false, f->pool, &name);
	c->org = str_hash(name.org);
	if (c->named && behind > end)
		c->end = behind;
	c->torn = behind == end && is_torn(folded_str(&f->phrase), c->named);
	if (c->named)
		c->score = name.org.n ? 4 : 1; /* else a place and more that is no organ */
	else if (c->torn && !str_is(folded_str(&f->phrase), "人民政府"))
		c->score = -2;
}

/* Reads the title around the words, which starts at `from` or later. False where it is none. */
static bool weigh_words(struct weighing *f, struct candidate *c, const struct report_words *words,
			size_t from, size_t split)
{
	const struct words *w = &f->g->words;
	struct str s = folded_str(&f->text), before;

	c->start = after_mark(s, words->begin);
	c->start = c->start > from ? c->start : from;
	c->start += opening_number(str_sub(s, c->start, words->begin));
	c->start += opening_marks(str_sub(s, c->start, words->begin));
	before = str_sub(s, c->start, words->begin);
	if (words->notice || has_sentence(before) || before.n > PHRASE_BYTES)
		return false;
	phrase_of(&f->text, c->start, words->begin, &f->phrase);
	if (words_start(w, WORD_OPENER, folded_str(&f->phrase)))
		return false;
	weigh_name(f, c, words->end, split);
	if (!may_follow(f, str_from(s, c->end)) && f->text.from[c->end] < split)
		return false;
	c->title = folded_source(&f->text, c->source, c->start, c->end);
	c->year = year_in_title(f->g->fold, c->title);
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
	size_t from = 0, best_from = 0, k, best_k = 0;
	bool found = false;
	struct folded own;
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
			best_k = k;
			found = true;
		}
		from = words.end;
	}
	if (!found)
		return false;
	if (best_k + 1 < k) /* the phrase is to be the best one's */
		weigh_words(f, &best, &best_words, best_from, split);
	own = best.phrase;
	best.phrase = f->phrase;
	f->phrase = own;
	best.split = split;
	*c = best;
	return true;
}

void candidate_free(struct candidate *c)
{
	folded_free(&c->phrase);
}

/* Whether a line ends in the words for the topic: 政府信息公开工作年. */
static bool ends_in_topic(const struct words *w, struct str s)
{
	size_t n;

	while (s.n > 0 && !words_end(w, WORD_TOPIC, s)) {
		n = words_end(w, WORD_FILLER, s);
		if (n == 0)
			return false;
		s.n -= n;
	}
	return s.n > 0;
}

/* Whether a line breaks off within the words for the topic: 政府信息. */
static bool breaks_off(const struct words *w, struct str s)
{
	size_t i, n;

	for (i = 0; i < w->kind[WORD_TOPIC].n; i++)
		for (n = 6; n < w->kind[WORD_TOPIC].v[i].n; n += 3)
			if (str_ends(s, str_sub(w->kind[WORD_TOPIC].v[i], 0, n)))
				return true;
	return false;
}

/* What a phrase without years is that may be the name of the title, or a part of it. */
static enum part part_of_name(const struct weighing *f, const struct folded *phrase,
			      struct str line)
{
	struct naming name;

	if (naming_read(f->g, phrase, line, 0, false, f->pool, &name) && name.org.n)
		return name.place.end == phrase->text.n ? PART_PLACE : PART_NAME;
	if (str_is(folded_str(phrase), "人民政府"))
		return PART_NAME;
	return breaks_off(&f->g->words, folded_str(phrase)) ? PART_TOPIC : PART_TORN;
}

enum part part_of(const struct weighing *f, struct str line)
{
	struct folded text = {.cap = 0}, phrase = {.cap = 0};
	enum part part = PART_NONE;
	struct str s;

	if (line.n > 3 * PHRASE_BYTES)
		return PART_NONE;
	folded_set(&text, f->g->fold, line);
	s = folded_str(&text);
	if (s.n > 0 && s.n <= PHRASE_BYTES && !has_sentence(s) && !is_chrome(&f->g->words, s) &&
	    !str_has(s, STR("报告")) && !str_has(s, STR(":"))) {
		phrase_of(&text, 0, s.n, &phrase);
		if (phrase.text.n == 0)
			part = PART_YEAR;
		else if (ends_in_topic(&f->g->words, s))
			part = PART_TOPIC;
		else
			part = part_of_name(f, &phrase, line);
	}
	folded_free(&text);
	folded_free(&phrase);
	return part;
}
