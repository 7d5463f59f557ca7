#include "cmd/gir-segment/identity/report_words.h"

#include "common/year.h"

enum {
	YEAR_BYTES = 24,  /* of 二〇二三年度, brackets included */
	WORDS_BYTES = 240 /* of the words as a whole: a bound for hostile text */
};

/* Whether text may end within a year, by its last byte: that of a digit, of 年 or of 度. */
static bool may_end_in_year(struct str s)
{
	static const char last[] =
		"0123456789Oo\xb6\x80\x8c\x89\x9b\x94\xad\x83\xab\x9d\x8b\x9f\xb4\xa6";

	return s.n > 0 && memchr(last, s.p[s.n - 1], sizeof last - 1);
}

/* Where a year that ends at `end` begins; `end` for none. Brackets around it belong to it. */
static size_t year_start(struct str s, size_t end)
{
	bool closed = end > 0 && s.p[end - 1] == ')';
	size_t stop = closed ? end - 1 : end, i, after;

	if (!may_end_in_year(str_sub(s, 0, stop)))
		return end;
	for (i = stop; i > 0 && stop - i < YEAR_BYTES;) {
		i--;
		if (!year_at(s, i, &after) || after < stop) /* its 年度 may be taken already */
			continue;
		if (!closed)
			return i;
		return i > 0 && s.p[i - 1] == '(' ? i - 1 : end;
	}
	return end;
}

/* Where the words that end at `end` begin. */
static size_t walk_back(const struct words *w, struct str s, size_t end, bool *topic)
{
	size_t stop = end > WORDS_BYTES ? end - WORDS_BYTES : 0;

	for (*topic = false; end > stop;) {
		struct str before = str_sub(s, 0, end);
		size_t year = year_start(s, end), n, subject = words_end(w, WORD_TOPIC, before);

		if (year < end) {
			end = year;
			continue;
		}
		n = words_end(w, WORD_REPORT, before);
		n = n > subject ? n : subject;
		*topic |= n > 0 && n == subject;
		if (n == 0)
			n = words_end(w, WORD_FILLER, before);
		if (n == 0 && end > 0 && s.p[end - 1] == '(')
			n = 1;
		if (n == 0)
			return end;
		end -= n;
	}
	return end;
}

/* A year, with brackets or without, right behind the words. */
static size_t year_end(struct str s, size_t at)
{
	size_t open = at < s.n && s.p[at] == '(', end;

	if (at + open >= s.n || !year_at(s, at + open, &end))
		return at;
	if (open)
		return end < s.n && s.p[end] == ')' ? end + 1 : at;
	/* A date, or the source's number, is no part of the title. */
	return end < s.n && strchr("-./0123456789", s.p[end]) ? at : end;
}

static bool is_notice(const struct words *w, struct str rest)
{
	if (str_starts(rest, STR("的")))
		rest = str_from(rest, strlen("的"));
	return words_start(w, WORD_NOTICE, rest) > 0;
}

bool report_words_find(const struct words *w, struct str s, size_t from, struct report_words *out)
{
	size_t at = from;

	while (at < s.n) {
		size_t a = str_find(s, STR("报告"), at), b = str_find(s, STR("年报"), at);
		size_t end = (a < b ? a : b);
		bool topic;

		if (end == STR_NONE)
			return false;
		end += strlen("报告");
		out->begin = walk_back(w, s, end, &topic);
		if (topic && out->begin >= from) {
			out->end = year_end(s, end);
			out->notice = is_notice(w, str_from(s, out->end));
			return true;
		}
		at = end;
	}
	return false;
}

/* Behind a number and the word after it; `i` for none. */
static size_t numbered_end(struct str s, size_t i, struct str word)
{
	size_t at = i;

	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		at++;
	return at > i && str_starts(str_from(s, at), word) ? at + word.n : i;
}

/* Behind the months after a year: 1月至12月, 1-12月, 1月1日-2023年12月31日; `i` for none. */
static size_t months_end(struct str s, size_t i)
{
	static const struct str to[] = {{"至", 3}, {"到", 3}, {"-", 1}};
	size_t at = numbered_end(s, i, STR("月")), k, end;

	at = numbered_end(s, at > i ? at : numbered_end(s, i, STR_EMPTY), STR("日"));
	for (k = 0; k < sizeof to / sizeof *to; k++)
		if (str_starts(str_from(s, at), to[k]))
			break;
	if (at == i || k == sizeof to / sizeof *to)
		return i;
	for (at += to[k].n; at < s.n && s.p[at] == '-';)
		at++;
	at = numbered_end(s, at, STR("年"));
	end = numbered_end(s, at, STR("月"));
	return end > at ? numbered_end(s, end, STR("日")) : i;
}

void phrase_of(const struct folded *text, size_t i, size_t j, struct folded *phrase)
{
	struct str s = folded_str(text);
	size_t end, from;

	folded_clear(phrase);
	if (str_ends(str_sub(s, i, j), STR("人民")) && str_starts(str_from(s, j), STR("政府")))
		j += strlen("政府");
	for (from = i; i < j;) {
		bool open = s.p[i] == '(' && i + 1 < j && year_at(s, i + 1, &end);

		if (!open && !year_at(s, i, &end)) {
			i++;
			continue;
		}
		folded_append(phrase, text, from, i);
		end = months_end(s, end);
		i = end < j ? end : j;
		if (open && i < j && s.p[i] == ')')
			i++;
		from = i;
	}
	folded_append(phrase, text, from, i);
}
