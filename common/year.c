#include "common/year.h"

#include "common/utf8.h"

enum { FIRST_YEAR = 2008, LAST_YEAR = 2099 };

static bool digit_at(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static size_t skip_digits(struct str s, size_t i)
{
	while (digit_at(s, i))
		i++;
	return i;
}

static bool word_at(struct str s, size_t i, struct str word)
{
	return i <= s.n && str_starts(str_from(s, i), word);
}

/* The value of a Chinese digit, or of what is typed for the zero in 二〇二三; -1 for none. */
static int chinese_digit(struct str s, size_t *i)
{
	static const struct str digits[] = {
		{"零", 3}, {"一", 3}, {"二", 3}, {"三", 3}, {"四", 3},
		{"五", 3}, {"六", 3}, {"七", 3}, {"八", 3}, {"九", 3},
	};
	int d;

	for (d = 0; d < 10; d++) {
		if (word_at(s, *i, digits[d])) {
			*i += 3;
			return d;
		}
	}
	if (word_at(s, *i, STR("○")) || word_at(s, *i, STR("Ο"))) {
		*i += *i < s.n && (s.p[*i] & 0xf0) == 0xe0 ? 3 : 2;
		return 0;
	}
	if (*i < s.n && (s.p[*i] == '0' || s.p[*i] == 'O' || s.p[*i] == 'o')) {
		*i += 1;
		return 0;
	}
	return -1;
}

/* A year of four Chinese digits, 年 behind it; *end is left on 年. */
static int chinese_year(struct str s, size_t at, size_t *end)
{
	int year = 0, k;

	if (!word_at(s, at, STR("二")))
		return 0;
	for (k = 0; k < 4; k++) {
		int d = chinese_digit(s, &at);

		if (d < 0)
			return 0;
		year = year * 10 + d;
	}
	*end = at;
	return word_at(s, at, STR("年")) ? year : 0;
}

/* The first four digits of a run; longer runs are dates, whole or damaged. */
static int arabic_year(struct str s, size_t at, size_t *end)
{
	if (!digit_at(s, at) || (at > 0 && digit_at(s, at - 1)))
		return 0;
	*end = skip_digits(s, at);
	if (*end - at < 4 || *end - at > 8)
		return 0;
	return (s.p[at] - '0') * 1000 + (s.p[at + 1] - '0') * 100 + (s.p[at + 2] - '0') * 10 +
	       (s.p[at + 3] - '0');
}

int year_read(struct str s, size_t at, size_t *end)
{
	int year = arabic_year(s, at, end);

	if (year == 0)
		year = chinese_year(s, at, end);
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return 0;
	if (word_at(s, *end, STR("年")))
		*end += strlen("年");
	if (word_at(s, *end, STR("度")))
		*end += strlen("度");
	return year;
}

/* A document's number: (2021)30号, (202137号. */
static bool is_citation(struct str s, size_t at)
{
	size_t i = skip_digits(s, at);

	if (word_at(s, i, STR(")")))
		i++;
	if (word_at(s, i, STR("第")))
		i += strlen("第");
	return at > 0 && s.p[at - 1] == '(' && word_at(s, skip_digits(s, i), STR("号"));
}

/* `s` folded, without spaces. */
static void fold_plain(const struct fold *f, struct str s, struct buf *to)
{
	size_t i = 0, run = 0; /* of characters that stay as they are */

	buf_clear(to);
	while (i < s.n) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i), folded = fold_cp(f, cp);

		if (folded == cp && cp != ' ' && cp != UTF8_BAD)
			continue;
		buf_put(to, str_sub(s, run, at));
		if (folded != ' ')
			buf_put_cp(to, folded);
		run = i;
	}
	buf_put(to, str_from(s, run));
}

/* ---- titles ---- */

enum rank { RANK_DATE, RANK_YEAR, RANK_REPORT };

/* What the year that ends at `end` is there for. */
static enum rank rank_of(struct str s, size_t at, size_t end)
{
	static const struct str report[] = {{"政府", 6}, {"政务", 6}, {"信息", 6},
					    {"年度", 6}, {"年报", 6}, {"报告", 6}};
	size_t i;

	if (digit_at(s, end) || (end - at > 4 && digit_at(s, at + 4)))
		return RANK_DATE;
	if (end < s.n && strchr("-./", s.p[end]) && digit_at(s, end + 1))
		return RANK_DATE;
	for (i = 0; i < sizeof report / sizeof *report; i++)
		if (word_at(s, end, report[i]))
			return RANK_REPORT;
	return RANK_YEAR;
}

/* 2021-2022年度 is no one year. */
static bool is_range(struct str s, size_t end)
{
	static const struct str to[] = {{"-", 1},  {"~", 1},  {"至", 3}, {"到", 3},
					{"、", 3}, {"和", 3}, {"及", 3}};
	size_t i, after;

	for (i = 0; i < sizeof to / sizeof *to; i++)
		if (word_at(s, end, to[i]) && year_at(s, end + to[i].n, &after) > 0 &&
		    after - end - to[i].n < 12)
			return !digit_at(s, end + to[i].n + 4);
	return false;
}

/* ---- the statistics period ---- */

enum { BEFORE = 48, WINDOW = 260 };

/* The month behind a year; 0 where damage leaves it open. */
static int month_after(struct str s, size_t at, size_t end)
{
	size_t stop = skip_digits(s, end);

	if (end - at < strlen("2023年") || !word_at(s, stop, STR("月")) || stop - end > 2)
		return 0;
	return stop == end + 1 ? s.p[end] - '0' : (s.p[end] - '0') * 10 + s.p[end + 1] - '0';
}

static bool number_at(struct str s, size_t i)
{
	return digit_at(s, i) || word_at(s, i, STR("十")) || chinese_digit(s, &i) > 0;
}

/* Behind the month and day of 2023-1-1. */
static size_t skip_date(struct str s, size_t i)
{
	int k;

	for (k = 0; k < 2 && i < s.n && strchr("-./", s.p[i]) && digit_at(s, i + 1); k++)
		i = skip_digits(s, i + 1);
	return i;
}

/* Where the period's end begins, behind 至 or the like; STR_NONE for no period. */
static size_t period_end(struct str s, size_t from)
{
	static const struct str to[] = {{"至", 3}, {"到", 3}, {"-", 1}, {"~", 1}};
	size_t i, k;

	for (i = from; i < s.n && i < from + 40; i++)
		for (k = 0; k < sizeof to / sizeof *to; k++)
			if (word_at(s, i, to[k]) && number_at(s, i + to[k].n))
				return i + to[k].n;
	return STR_NONE;
}

/* The year of a period that starts with the date at `at`; 0 where none does. */
static int period_at(struct str s, size_t at, bool told)
{
	size_t end, last, after;
	int year = year_at(s, at, &end), month, until;

	if (year == 0 || is_citation(s, at))
		return 0;
	if (!number_at(s, end) && !digit_at(s, at + 4) && skip_date(s, end) == end)
		return 0; /* no date */
	month = month_after(s, at, end);
	last = period_end(s, skip_date(s, end));
	if (last == STR_NONE || (!told && month > 1))
		return 0;
	until = year_at(s, last, &after);
	return month >= 7 && until == year + 1 ? until : year;
}

/* The year of folded text; *range: it names a span of years. 0 for none, -1 for several. */
static int titled_year(struct str s, bool *range)
{
	enum rank best = RANK_DATE;
	size_t i, end;
	int found = 0;

	*range = false;
	for (i = 0; i < s.n; i = end) {
		int year = year_at(s, i, &end);
		enum rank rank;

		if (year == 0 || is_citation(s, i)) {
			end = digit_at(s, i) ? skip_digits(s, i) : i + 1;
			continue;
		}
		rank = rank_of(s, i, end);
		if (is_range(s, end)) {
			*range = true;
			return 0;
		}
		if (rank == RANK_DATE || rank < best)
			continue;
		found = rank > best || found == year ? year : -1;
		best = rank;
	}
	return found;
}

int year_in_title(const struct fold *f, struct str title)
{
	struct buf room = BUF_INIT;
	bool range;
	int year;
	size_t i;

	fold_plain(f, title, &room);
	year = titled_year(buf_str(&room), &range);
	for (i = 0; i < room.n && year == 0 && !range; i++) /* 2023年1月至12月 */
		year = period_at(buf_str(&room), i, true);
	buf_free(&room);
	return year > 0 ? year : 0;
}

/* The first period in a stretch of text around a word that announces one. */
static int period_in(const struct fold *f, struct str stretch, bool told, struct buf *room)
{
	struct str s;
	size_t i;
	int year = 0;

	fold_plain(f, stretch, room);
	s = buf_str(room);
	for (i = 0; i < s.n && year == 0; i++)
		if (digit_at(s, i) || word_at(s, i, STR("二")))
			year = period_at(s, i, told);
	return year;
}

/* A slice that starts and ends between characters. */
static struct str whole(struct str s, size_t from, size_t to)
{
	while (from > 0 && from < s.n && (s.p[from] & 0xc0) == 0x80)
		from--;
	while (to < s.n && (s.p[to] & 0xc0) == 0x80)
		to++;
	return str_sub(s, from, to);
}

/* Tries the word at every place, each stretch of text at most twice. */
static int period_near(const struct fold *f, struct str text, struct str word, size_t before,
		       struct buf *room)
{
	bool told = before == 0;
	size_t at = 0;
	int year = 0;

	while (year == 0 && (at = str_find(text, word, at)) != STR_NONE) {
		struct str ahead = whole(text, at, at + WINDOW);
		size_t stop = str_find(ahead, STR("。"), 0);
		size_t from = at > before ? at - before : 0;

		stop = stop == STR_NONE ? ahead.n : stop;
		year = period_in(f, whole(text, from, at + stop), told, room);
		at += stop / 2 + word.n;
	}
	return year;
}

int year_of_period(const struct fold *f, struct str text)
{
	static const struct {
		struct str word;
		size_t before; /* how much of the sentence may stand in front; 0: it names a period
				*/
	} words[] = {
		{{"期限", 6}, 0},      {{"时限", 6}, 0},      {{"時限", 6}, 0},
		{{"统计周期", 12}, 0}, {{"统计时间", 12}, 0}, {{"统计时段", 12}, 0},
		{{"統計時間", 12}, 0}, {{"报告期", 9}, 0},    {{"时间范围", 12}, 0},
		{{"起至", 6}, BEFORE}, {{"日至", 6}, BEFORE}, {{"日到", 6}, BEFORE},
		{{"数据", 6}, 1},
	};
	struct buf room = BUF_INIT;
	size_t i;
	int year = 0;

	for (i = 0; i < sizeof words / sizeof *words && year == 0; i++)
		year = period_near(f, text, words[i].word, words[i].before, &room);
	buf_free(&room);
	return year;
}

int year_in_text(const struct fold *f, struct str text)
{
	struct buf room = BUF_INIT;
	size_t at = 0, i, end;
	int year = 0;

	while (year == 0 && (at = str_find(text, STR("年度"), at)) != STR_NONE) {
		struct str s;

		at += strlen("年度");
		fold_plain(f, whole(text, at > 36 ? at - 36 : 0, at), &room);
		s = buf_str(&room);
		for (i = 0; i < s.n && year == 0; i++) {
			year = year_at(s, i, &end);
			if (year && (end != s.n || digit_at(s, i + 4)))
				year = 0;
		}
	}
	buf_free(&room);
	return year;
}
