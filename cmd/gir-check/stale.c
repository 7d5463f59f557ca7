/* stale: plans for a year that is over.
 *
 * The text is read folded, without spaces and line breaks. A plan is a year at the start of a
 * clause (2021年, 2021年度), at most REACH characters that say nothing of the past, and a plan word
 * with a verb behind it: "2021年,我局将进一步". Everything doubtful is left alone: 将 is also the
 * mark of an object, and 针对2021年存在的问题,将... plans for the year after. The words are in
 * check-words.tsv.
 */
#include "cmd/gir-check/check.h"
#include "common/utf8.h"

enum { REACH = 20, HEADING = 60 };

/* A section's text, flattened; start[i] is where line i of the source begins in it. */
struct flat {
	struct str text;
	size_t *start;
	size_t lines;
};

static struct flat flatten(struct check *c, struct report *r, struct str text)
{
	struct flat f = {.lines = 1};
	size_t i, same = 0, line = 0;

	for (i = 0; (i = str_find(text, STR("\n"), i)) != STR_NONE; i++)
		f.lines++;
	f.start = pool_alloc(&r->pool, f.lines * sizeof *f.start);
	f.start[0] = 0;
	buf_clear(&c->folded);
	for (i = 0; i < text.n;) {
		size_t before = i;
		uint32_t cp = utf8_next(text, &i), folded = fold_cp(&c->fold, cp);

		if (folded == cp && cp > ' ' && cp != UTF8_BAD) /* as most are: copied in runs */
			continue;
		buf_put(&c->folded, str_sub(text, same, before));
		same = i;
		if (cp == '\n')
			f.start[++line] = c->folded.n;
		else if (folded != ' ')
			buf_put_cp(&c->folded, folded);
	}
	buf_put(&c->folded, str_sub(text, same, i));
	f.text = buf_str(&c->folded);
	return f;
}

/* The line (from 0) that a place in the text is on. */
static size_t line_of(const struct flat *f, size_t at)
{
	size_t from = 0, to = f->lines;

	while (to - from > 1) {
		size_t mid = from + (to - from) / 2;

		if (f->start[mid] <= at)
			from = mid;
		else
			to = mid;
	}
	return from;
}

static bool ends_clause(struct str s)
{
	static const char *const marks[] = {"。", "、", ",", ";", ":", ".", "!", "?", ")", "("};
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_ends(s, str_of(marks[i])))
			return true;
	return false;
}

/* A clause begins behind a mark, or behind a heading: on the line after it or on the same. */
static bool begins_clause(const struct check *c, const struct flat *f, size_t at)
{
	struct str before = str_sub(f->text, 0, at);
	size_t line = line_of(f, at);

	if (at == 0 || ends_clause(before))
		return true;
	if (line == 0)
		return at <= HEADING && words_end(&c->words, WORD_HEADING, before);
	return f->start[line] == at && at - f->start[line - 1] <= HEADING;
}

/* The same, with leads between: 下一步2021年... */
static bool may_plan(const struct check *c, const struct flat *f, size_t at)
{
	size_t lead = 1;

	while (lead > 0) {
		if (begins_clause(c, f, at))
			return true;
		lead = words_end(&c->words, WORD_LEAD, str_sub(f->text, 0, at));
		at -= lead;
	}
	return false;
}

static bool is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Where the next year is that stands as 20NN年, *end behind the 年 or 年度; STR_NONE for none. */
static size_t next_year(struct str s, size_t from, int *year, size_t *end)
{
	size_t at = from, sign;

	while ((sign = str_find(s, STR("年"), at)) != STR_NONE) {
		at = sign + strlen("年");
		*year = sign < from + 4 ? 0 : year_of(str_sub(s, sign - 4, sign));
		if (*year < 2000 || *year > 2099 || (sign > 4 && is_digit(s, sign - 5)))
			continue;
		*end = at;
		if (str_starts(str_from(s, at), STR("度")))
			*end += strlen("度");
		return sign - 4;
	}
	return STR_NONE;
}

/* Where the plan that follows a year ends, or 0 where none does. */
static size_t read_plan(const struct check *c, struct str s, size_t at)
{
	size_t i;

	for (i = 0; i <= REACH && at < s.n; i++) {
		struct str rest = str_from(s, at);
		size_t plan = words_start(&c->words, WORD_PLAN, rest);
		size_t next = plan ? words_start(&c->words, WORD_NEXT, str_from(rest, plan)) : 0;

		if (next)
			return at + plan + next;
		if (words_start(&c->words, WORD_PAST, rest) || str_starts(rest, STR("。")) ||
		    strchr(";!?:\\", s.p[at]))
			return 0;
		(void)utf8_next(s, &at);
	}
	return 0;
}

/* "2021年工作打算" as a heading of its own, or 0. */
static size_t read_agenda(const struct check *c, const struct flat *f, size_t at)
{
	size_t agenda = words_start(&c->words, WORD_AGENDA, str_from(f->text, at));
	size_t end = at + agenda, line = line_of(f, at);

	if (agenda == 0)
		return 0;
	if (end == f->text.n || (line + 1 < f->lines && f->start[line + 1] == end) ||
	    str_starts(str_from(f->text, end), STR("。")) ||
	    str_starts(str_from(f->text, end), STR(":")))
		return end;
	return 0;
}

static void find_plan(struct check *c, struct report *r, size_t number, const struct flat *f,
		      size_t from, size_t to)
{
	size_t fact = FACT_SECTION + number - 1;
	struct dec line;
	struct str at = STR_EMPTY;

	if (dec_parse(report_fact(r, fact)->at, &line) && line.scale == 0)
		at = size_text(r, (size_t)line.m + line_of(f, from));
	mark_by(c, r, r->fact[fact], RULE_STALE_YEAR);
	find(c, r,
	     &FINDING(.name = RULE_STALE_YEAR, .row = size_text(r, number),
		      .actual = str_sub(f->text, from, from + 4), .line = at,
		      .args = {arg_same("number", size_text(r, number)),
			       arg_same("phrase", str_sub(f->text, from, to))}));
}

void check_stale_year(struct check *c, struct report *r, size_t number)
{
	const struct entry *e = report_fact(r, FACT_SECTION + number - 1);
	struct flat f;
	size_t at, end, to;
	int year;

	if (r->year_number == 0 || !e || e->state != STATE_NUM || !str_has(e->raw, STR("年")))
		return;
	f = flatten(c, r, tsv_unescape(e->raw, &c->plain));
	for (at = f.lines > 1 ? f.start[1] : 0;
	     (at = next_year(f.text, at, &year, &end)) != STR_NONE; at = end) {
		if (year > r->year_number || !may_plan(c, &f, at))
			continue;
		to = read_agenda(c, &f, end);
		if (to == 0)
			to = read_plan(c, f.text, end);
		if (to > 0)
			find_plan(c, r, number, &f, at, to);
	}
}
