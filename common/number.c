#include "common/number.h"

#include "common/utf8.h"

enum { MAX_DIGITS = 18 };

static const int64_t power[MAX_DIGITS + 1] = {1,
					      10,
					      100,
					      1000,
					      10000,
					      100000,
					      1000000,
					      10000000,
					      100000000,
					      1000000000,
					      10000000000,
					      100000000000,
					      1000000000000,
					      10000000000000,
					      100000000000000,
					      1000000000000000,
					      10000000000000000,
					      100000000000000000,
					      1000000000000000000};

static struct dec normal(struct dec v)
{
	while (v.scale > 0 && v.m % 10 == 0) {
		v.m /= 10;
		v.scale--;
	}
	return v;
}

bool dec_parse_all(struct str s, struct dec *v)
{
	struct dec d = DEC_ZERO;
	bool negative = s.n && s.p[0] == '-', point = false;
	size_t i, digits = 0, fraction = 0;

	for (i = negative; i < s.n; i++) {
		char c = s.p[i];

		if (c == '.' && !point && digits) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9' || digits == MAX_DIGITS)
			return false;
		d.m = d.m * 10 + (c - '0');
		digits++;
		fraction += point;
	}
	if (digits == 0 || (point && fraction == 0))
		return false;
	d.scale = (int)fraction;
	if (negative)
		d.m = -d.m;
	*v = normal(d);
	return true;
}

size_t dec_size(struct str s)
{
	struct dec v;

	return dec_parse(s, &v) && v.scale == 0 && v.m > 0 ? (size_t)v.m : 0;
}

void dec_put(struct dec v, struct buf *to)
{
	char digits[MAX_DIGITS + 4];
	size_t i = sizeof digits;
	uint64_t m = v.m < 0 ? 0 - (uint64_t)v.m : (uint64_t)v.m;
	int places = 0;

	do {
		if (places == v.scale && places > 0)
			digits[--i] = '.';
		digits[--i] = (char)('0' + m % 10);
		m /= 10;
		places++;
	} while (m > 0 || places <= v.scale);
	if (v.m < 0)
		buf_putc(to, '-');
	buf_put(to, (struct str){digits + i, sizeof digits - i});
}

int dec_shift(struct dec v, int places, struct dec *shifted)
{
	int64_t m;

	if (v.m == 0) {
		*shifted = DEC_ZERO;
		return 0;
	}
	v.scale -= places;
	if (v.scale > MAX_DIGITS)
		return -1;
	if (v.scale < 0) {
		if (-v.scale > MAX_DIGITS || __builtin_mul_overflow(v.m, power[-v.scale], &m))
			return -1;
		v = (struct dec){m, 0};
	}
	*shifted = normal(v);
	return 0;
}

int dec_add(struct dec a, struct dec b, struct dec *sum)
{
	struct dec s = {0, a.scale > b.scale ? a.scale : b.scale};
	int64_t x, y;

	if (__builtin_mul_overflow(a.m, power[s.scale - a.scale], &x) ||
	    __builtin_mul_overflow(b.m, power[s.scale - b.scale], &y) ||
	    __builtin_add_overflow(x, y, &s.m))
		return -1;
	*sum = normal(s);
	return 0;
}

int dec_sub(struct dec a, struct dec b, struct dec *difference)
{
	if (b.m == INT64_MIN)
		return -1;
	b.m = -b.m;
	return dec_add(a, b, difference);
}

int dec_cmp(struct dec a, struct dec b)
{
	int64_t x = a.m / power[a.scale], y = b.m / power[b.scale];
	int64_t p = a.m % power[a.scale], q = b.m % power[b.scale];

	if (x != y)
		return x < y ? -1 : 1;
	/* Both fractions have less than their scale of digits, so this cannot overflow. */
	if (a.scale < b.scale)
		p *= power[b.scale - a.scale];
	else
		q *= power[a.scale - b.scale];
	return (p > q) - (p < q);
}

/* ---- cells as people write them ---- */

enum { LONGEST = 64 }; /* code points; a longer cell is no number */

/* The cell folded, without spaces: what the readers below walk over. */
struct glyphs {
	uint32_t v[LONGEST + 1];
	size_t n, at;
};

static bool is_digit(const struct glyphs *g, size_t at)
{
	return at < g->n && g->v[at] >= '0' && g->v[at] <= '9';
}

static bool load_glyphs(const struct fold *f, struct str raw, struct glyphs *g)
{
	size_t i = 0;
	bool broken = false; /* a line break or tab since the glyph before */

	g->n = g->at = 0;
	while (i < raw.n) {
		uint32_t cp = fold_cp(f, utf8_next(raw, &i));

		broken |= raw.p[i - 1] == '\n' || raw.p[i - 1] == '\t';
		if (cp == ' ')
			continue;
		/* Digits on two lines are a number and a page's number as likely as one number. */
		if (g->n == LONGEST ||
		    (broken && g->n && is_digit(g, g->n - 1) && cp >= '0' && cp <= '9'))
			return false;
		broken = false;
		g->v[g->n++] = cp;
	}
	g->v[g->n] = 0;
	return true;
}

/* Moves behind `word` where it stands at g->at. */
static bool skip(struct glyphs *g, struct str word)
{
	size_t i = 0, at = g->at;

	while (i < word.n) {
		if (at == g->n || utf8_next(word, &i) != g->v[at])
			return false;
		at++;
	}
	g->at = at;
	return true;
}

static bool is_word(struct glyphs *g, const struct str *words, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		g->at = 0;
		if (skip(g, words[i]) && g->at == g->n)
			return true;
	}
	g->at = 0;
	return false;
}

/* Digits with thousands separators and a decimal point into d. */
static bool read_digits(struct glyphs *g, struct dec *d)
{
	size_t start = g->at, digits = 0, group = 0, fraction = 0;
	bool commas = false;

	for (;; g->at++) {
		if (is_digit(g, g->at)) {
			if (++digits > MAX_DIGITS)
				return false;
			d->m = d->m * 10 + (int64_t)(g->v[g->at] - '0');
			group++;
		} else if (g->at < g->n && g->v[g->at] == ',' && is_digit(g, g->at + 1)) {
			if (digits == 0 || (commas ? group != 3 : group > 3))
				return false;
			commas = true;
			group = 0;
		} else {
			break;
		}
	}
	if (digits == 0 || (commas && group != 3))
		return false;
	/* "007" and "0 0" are no numbers that anybody meant. */
	if (digits > 1 && g->v[start] == '0')
		return false;
	if (g->at < g->n && g->v[g->at] == '.') {
		for (g->at++; is_digit(g, g->at); g->at++, fraction++) {
			if (++digits > MAX_DIGITS)
				return false;
			d->m = d->m * 10 + (int64_t)(g->v[g->at] - '0');
		}
		if (fraction == 0)
			return false;
	}
	d->scale = (int)fraction;
	return true;
}

/* A Chinese digit's value, or -1. */
static int chinese_digit(uint32_t cp)
{
	static const uint32_t digits[] = {U'零', U'一', U'二', U'三', U'四',
					  U'五', U'六', U'七', U'八', U'九'};
	int v;

	if (cp == U'两')
		return 2;
	for (v = 0; v < 10; v++)
		if (digits[v] == cp)
			return v;
	return -1;
}

static int chinese_power(uint32_t cp)
{
	return cp == 0x5341 ? 10 : cp == 0x767e ? 100 : cp == 0x5343 ? 1000 : 0; /* 十 百 千 */
}

/* 三, 十二, 一百零五, 三千: below 一万, each power at most once, falling. */
static bool read_chinese(struct glyphs *g, struct dec *d)
{
	int last = 10000, digit = -1;
	size_t start = g->at;
	bool zero = false; /* a 零 stands before the next digit */

	for (; g->at < g->n; g->at++) {
		int v = chinese_digit(g->v[g->at]), p = chinese_power(g->v[g->at]);

		if (v == 0 && g->at > start && !zero && digit < 0) {
			zero = true;
		} else if (v >= 0 && digit < 0) {
			digit = v;
		} else if (p && p < last && digit != 0 &&
			   (digit > 0 || (p == 10 && g->at == start))) {
			d->m += (digit < 0 ? 1 : digit) * p;
			last = p;
			digit = -1;
			zero = false;
		} else {
			break;
		}
	}
	/* 一百二 is 120 in speech: what stands there is doubtful, so no number. */
	if (digit > 0 && last > 10 && last < 10000 && !zero)
		return false;
	if (digit == 0 && g->at - start > 1)
		return false;
	if (digit > 0)
		d->m += digit;
	return g->at > start && !(zero && digit < 0);
}

static const struct str counters[] = {{"件次", 6}, {"件", 3}, {"项", 3}, {"条", 3}, {"个", 3},
				      {"宗", 3},   {"起", 3}, {"份", 3}, {"例", 3}, {"次", 3},
				      {"篇", 3},   {"人", 3}, {"笔", 3}, {"户", 3}};

size_t number_unit(struct str s)
{
	size_t n, i;

	if (s.n == 0 || (unsigned char)s.p[0] < 0x80) /* as of most words behind a number */
		return 0;
	n = str_starts(s, STR("万")) || str_starts(s, STR("亿")) ? 3 : 0;
	s = str_from(s, n);
	if (str_starts(s, STR("元")))
		return n + 3;
	for (i = 0; i < sizeof counters / sizeof *counters; i++)
		if (str_starts(s, counters[i]))
			return n + counters[i].n;
	return n;
}

size_t number_sign(struct str s)
{
	static const struct str words[] = {{"增加", 6}, {"新增", 6}, {"增", 3},   {"减少", 6},
					   {"减", 3},   {"加", 3},   {"少", 3},   {"约", 3},
					   {"近", 3},   {"超", 3},   {"超过", 6}, {"不足", 6},
					   {"逾", 3},   {"注", 3}};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (str_ends(s, words[i]))
			return words[i].n;
	return 0;
}

/* A unit behind the digits; *places is the power of ten it adds. False where it does not fit. */
static bool read_unit(struct glyphs *g, enum measure measure, int *places)
{
	size_t i;

	*places = 0;
	if (skip(g, STR("万")))
		*places = measure == MEASURE_AMOUNT ? 0 : 4;
	else if (measure == MEASURE_AMOUNT && skip(g, STR("亿")))
		*places = 4;
	else if (measure == MEASURE_AMOUNT && g->at < g->n && g->v[g->at] == 0x5143) /* 元 */
		*places = -4;
	if (measure == MEASURE_AMOUNT) {
		(void)(skip(g, STR("元")) && skip(g, STR("整")));
		(void)skip(g, STR("人民币"));
		return g->at == g->n;
	}
	for (i = 0; i < sizeof counters / sizeof *counters; i++)
		if (skip(g, counters[i]))
			break;
	return g->at == g->n;
}

/* A sign before the digits: -1, 1; 0 where it does not fit the column. */
static int read_sign(struct glyphs *g, enum measure measure)
{
	if (is_digit(g, g->at))
		return 1;
	if (skip(g, STR("+")))
		return 1;
	if (skip(g, STR("-")))
		return -1;
	if (measure != MEASURE_CHANGE)
		return 1;
	if (skip(g, STR("增加")) || skip(g, STR("新增")) || skip(g, STR("增")))
		return 1;
	if (skip(g, STR("减少")) || skip(g, STR("减")))
		return -1;
	return 1;
}

static bool read_number(struct glyphs *g, enum measure measure, struct dec *v)
{
	struct dec d = DEC_ZERO;
	int sign, places;

	/* A '?' before the number is a no-break space that was damaged on the way. */
	if (g->v[g->at] == '?')
		g->at++;
	if (measure == MEASURE_AMOUNT)
		(void)skip(g, STR("人民币"));
	sign = read_sign(g, measure);
	if (g->v[g->at] == '?' && is_digit(g, g->at + 1))
		g->at++;
	if (is_digit(g, g->at) ? !read_digits(g, &d) : !read_chinese(g, &d))
		return false;
	if (!read_unit(g, measure, &places))
		return false;
	d.m *= sign;
	return dec_shift(normal(d), places, v) == 0;
}

/* Whether `s` goes on behind a digit as an entry of a list does: 一、 or 1. with text behind it. */
static bool is_entry(const struct fold *f, struct str s)
{
	size_t i = 0;
	uint32_t mark = s.n ? fold_cp(f, utf8_next(s, &i)) : 0, next;

	if (mark != '.' || i == s.n)
		return mark == U'、';
	next = fold_cp(f, utf8_next(s, &i));
	return next != ' ' && (next < '0' || next > '9');
}

/* Whether what begins like this may be a number or a mark: labels, the most of all text, do not. */
static bool may_be_value(const struct fold *f, struct str raw)
{
	static const char marks[] = " +-?/\\nN0123456789";
	uint32_t first = ' ';
	size_t i = 0;

	while (i < raw.n && first == ' ')
		first = fold_cp(f, utf8_next(raw, &i));
	if (is_entry(f, str_from(raw, i)))
		return false;
	switch (first) {
	case U'增':
	case U'减':
	case U'新':
	case U'人':
	case U'无':
	case U'暂':
	case U'不':
	case U'十':
		return true;
	default:
		return first < 0x80 ? memchr(marks, (int)first, sizeof marks - 1) != NULL
				    : chinese_digit(first) >= 0;
	}
}

/* Most cells are digits and nothing else; false leaves them to the full reading. */
static bool read_plain(struct str s, struct dec *v)
{
	if (s.n == 1)
		return dec_parse(s, v);
	s = str_trim(s);
	if (s.n == 0 || s.n > MAX_DIGITS || (s.n > 1 && s.p[0] == '0') || memchr(s.p, '-', s.n))
		return false;
	return dec_parse(s, v);
}

/* What is not digits alone: STATE_NUM where it may be a number, too. */
static enum cell_state load_cell(const struct fold *f, struct str raw, struct glyphs *g)
{
	enum { LONGEST_MARK = 4 }; /* code points */
	static const struct str not_applicable[] = {
		{"/", 1},      {"//", 2},     {"\\", 1},  {"-", 1},    {"--", 2},
		{"---", 3},    {"----", 4},   {"无", 3},  {"暂无", 6}, {"不适用", 9},
		{"不涉及", 9}, {"无此项", 9}, {"n/a", 3}, {"N/A", 3},  {"NA", 2}};

	if (!load_glyphs(f, raw, g))
		return STATE_TEXT;
	if (g->n == 0)
		return STATE_BLANK;
	if (g->n <= LONGEST_MARK &&
	    is_word(g, not_applicable, sizeof not_applicable / sizeof *not_applicable))
		return STATE_NA;
	return STATE_NUM;
}

enum cell_state number_read(const struct fold *f, struct str raw, enum measure measure,
			    struct dec *v)
{
	struct glyphs g;
	enum cell_state state;

	if (raw.n == 0)
		return STATE_BLANK;
	if (read_plain(raw, v))
		return STATE_NUM;
	if (!may_be_value(f, raw))
		return STATE_TEXT;
	state = load_cell(f, raw, &g);
	return state == STATE_NUM && !read_number(&g, measure, v) ? STATE_TEXT : state;
}

enum cell_state number_state(const struct fold *f, struct str raw)
{
	struct glyphs g;
	enum cell_state state;
	struct dec v;

	if (read_plain(raw, &v))
		return STATE_NUM;
	if (!may_be_value(f, raw))
		return STATE_TEXT;
	state = load_cell(f, raw, &g);
	if (state != STATE_NUM || read_number(&g, MEASURE_CHANGE, &v))
		return state;
	g.at = 0;
	return read_number(&g, MEASURE_AMOUNT, &v) ? STATE_NUM : STATE_TEXT;
}
