/* Numbers in running text: which digits are an amount, which a year, which neither. */
#include "cmd/gir-tables/prose/lex.h"

#include <uchar.h>

#include "common/utf8.h"

static bool is_digit(const struct lexer *x, size_t i)
{
	return i < x->glyph_count && x->cp[i] >= '0' && x->cp[i] <= '9';
}

static bool is_one_of(const struct lexer *x, size_t i, const char32_t *characters)
{
	if (i >= x->glyph_count)
		return false;
	for (; *characters; characters++)
		if (*characters == x->cp[i])
			return true;
	return false;
}

static bool is_chinese(const struct lexer *x, size_t i)
{
	return i < x->glyph_count && lexer_is_numeral(x->cp[i]);
}

/* Behind the digits at `at`, with groups of three behind commas and a decimal fraction. */
static size_t digits_end(const struct lexer *x, size_t at)
{
	size_t i = at;

	while (is_digit(x, i))
		i++;
	if (i - at <= 3)
		while (i < x->glyph_count && x->cp[i] == ',' && is_digit(x, i + 1) &&
		       is_digit(x, i + 2) && is_digit(x, i + 3) && !is_digit(x, i + 4))
			i += 4;
	if (i < x->glyph_count && x->cp[i] == '.' && is_digit(x, i + 1))
		for (i++; is_digit(x, i);)
			i++;
	return i;
}

/* A longer run is no number, and must not be read again from each of its characters. */
enum { LONGEST_CHINESE = 12 };

static size_t chinese_end(const struct lexer *x, size_t at)
{
	size_t i = at;

	while (i - at < LONGEST_CHINESE && is_chinese(x, i))
		i++;
	return i;
}

/* The years that reports are about, from `n` digits of either kind; 0 for another number. */
static int year_value(const struct lexer *x, size_t at, size_t n)
{
	const struct str digits = STR("零一二三四五六七八九");
	int v = 0;
	size_t i, from;

	for (i = at; i < at + n; i++) {
		int d = 0;

		if (is_digit(x, i)) {
			d = (int)(x->cp[i] - '0');
		} else {
			for (from = 0, d = -1; from < digits.n;) {
				d++;
				if (utf8_next(digits, &from) == x->cp[i])
					break;
			}
			if (d == 9 && x->cp[i] != 0x4e5d) /* 九 */
				return 0;
		}
		v = v * 10 + d;
	}
	return v >= 1990 && v < 2100 ? v : 0;
}

static enum word_class year_class(int value, int year)
{
	if (year == 0)
		return WORD_YEAR_UNKNOWN;
	if (value == year)
		return WORD_YEAR_OWN;
	return value == year - 1   ? WORD_YEAR_BEFORE
	       : value == year + 1 ? WORD_YEAR_AFTER
				   : WORD_YEAR_OTHER;
}

/* Digits from at to end as a year: 2023年, 2023 (the 年 lost), 20231月 (damaged), 23年. */
static bool read_year(const struct lexer *x, size_t at, size_t end, int year, struct token *t)
{
	size_t n = end - at;
	bool mark = is_one_of(x, end, U"年");
	uint8_t unit;
	int value = n >= 4 && n <= 8 ? year_value(x, at, 4) : 0;

	if (n > 4 && !is_one_of(x, end, U"年月日"))
		return false;
	if (n == 4 && !mark &&
	    (is_one_of(x, end, U"万余多%") ||
	     words_match(&x->words->units, x->cp + end, x->glyph_count - end, &unit)))
		return false;
	if (n == 2 && mark && year && is_digit(x, at))
		value = (int)(x->cp[at] - '0') * 10 + (int)(x->cp[at + 1] - '0') + 2000;
	if (value == 0)
		return false;
	t->class = year_class(value, year);
	t->to = (uint32_t)(end + mark);
	if (mark && is_one_of(x, end + 1, U"度底末初内间"))
		t->to++;
	return true;
}

/* Behind marks of doubt at `at` (20余条, 20条左右); `at` itself where there are none. */
static size_t doubt_end(const struct lexer *x, size_t at)
{
	if (is_one_of(x, at, U"左") && is_one_of(x, at + 1, U"右"))
		return at + 2;
	if (is_one_of(x, at, U"以") && is_one_of(x, at + 1, U"上下内"))
		return at + 2;
	if (is_one_of(x, at, U"上") && is_one_of(x, at + 1, U"下"))
		return at + 2;
	if (is_one_of(x, at, U"有") && is_one_of(x, at + 1, U"余"))
		return at + 2;
	return is_one_of(x, at, U"余多来几") ? at + 1 : at;
}

/* 5件+2件, 5件-6件, 5件/年 */
static bool is_half(const struct lexer *x, size_t at)
{
	return is_one_of(x, at, U"+~/") || (is_one_of(x, at, U"-") && is_digit(x, at + 1));
}

/* What stands before makes it doubtful: 3-5件, A4, 近十件. */
static bool is_doubtful(const struct lexer *x, size_t at, size_t end, bool chinese)
{
	size_t i;

	for (i = at + 1; i < end; i++)
		if (x->glyphs[i].spaced)
			return true;
	if (at == 0)
		return false;
	if (chinese)
		return is_one_of(x, at - 1, U"近约余");
	return is_one_of(x, at - 1, U"-~/+.<>=") ||
	       (x->cp[at - 1] < 0x80 && !is_one_of(x, at - 1, U",;:.()|%"));
}

/* Finishes a number whose characters end at `end`: units, marks of doubt. */
static bool read_amount(const struct lexer *x, size_t at, size_t end, bool chinese, struct token *t)
{
	size_t i = end, length;
	uint8_t unit = UNIT_NO;
	struct str source;
	bool doubt = is_doubtful(x, at, end, chinese);

	if (doubt_end(x, i) > i)
		doubt = true, i = doubt_end(x, i);
	if (is_one_of(x, i, U"万"))
		end = ++i;
	if (doubt_end(x, i) > i)
		doubt = true, i = doubt_end(x, i);
	if (is_one_of(x, i, U"%年月日号时分元人"))
		return false;
	length = words_match(&x->words->units, x->cp + i, x->glyph_count - i, &unit);
	i += length;
	if (unit == UNIT_FILE && is_one_of(x, i, U"月门百"))
		return false;
	source = str_sub(x->sentence, x->glyphs[at].from, x->glyphs[end - 1].to);
	if (chinese && length == 0 && !str_is(source, "零")) /* 一是, 统一 */
		return false;
	if (number_read(x->fold, source, MEASURE_COUNT, &t->value) != STATE_NUM ||
	    t->value.scale > 0)
		return false;
	if (length && doubt_end(x, i) > i)
		doubt = true, i = doubt_end(x, i);
	doubt |= is_half(x, i);
	t->class = WORD_NUMBER;
	t->unit = (enum word_unit)unit;
	t->approximate = doubt;
	t->to = (uint32_t)i;
	return true;
}

/* A month of the year: 6月, 十二月; not 3个月. */
static bool read_month(const struct lexer *x, size_t at, size_t end, struct token *t)
{
	struct str source = str_sub(x->sentence, x->glyphs[at].from, x->glyphs[end - 1].to);

	if (!is_one_of(x, end, U"月") ||
	    number_read(x->fold, source, MEASURE_COUNT, &t->value) != STATE_NUM ||
	    t->value.scale > 0 || t->value.m < 1 || t->value.m > 12)
		return false;
	t->class = WORD_MONTH;
	t->to = (uint32_t)(end + 1);
	if (is_one_of(x, end + 1, U"份底末"))
		t->to++;
	return true;
}

bool lexer_number(const struct lexer *x, size_t at, int year, struct token *t)
{
	bool chinese = is_chinese(x, at);
	size_t end = chinese ? chinese_end(x, at) : digits_end(x, at);

	if (end == at)
		return false;
	if (read_year(x, at, end, year, t) && (!chinese || end - at == 4))
		return true;
	if (end - at <= 2 && read_month(x, at, end, t))
		return true;
	t->class = WORD_TEXT;
	t->to = (uint32_t)(chinese && end - at < LONGEST_CHINESE ? at + 1 : end);
	if (chinese && end - at == LONGEST_CHINESE)
		return true;
	if (at && is_one_of(x, at - 1, chinese ? U"第数几上成" : U"第"))
		return !chinese;
	return read_amount(x, at, end, chinese, t) || !chinese;
}
