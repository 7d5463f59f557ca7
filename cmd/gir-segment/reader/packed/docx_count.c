#include "cmd/gir-segment/reader/packed/docx_count.h"

#include "common/utf8.h"

enum docx_notation docx_notation_named(struct str name)
{
	static const struct {
		const char *name;
		enum docx_notation notation;
	} known[] = {
		{"decimal", NOTATION_DECIMAL},
		{"decimalZero", NOTATION_DECIMAL_ZERO},
		{"decimalFullWidth", NOTATION_FULL_WIDTH},
		{"decimalFullWidth2", NOTATION_FULL_WIDTH},
		{"decimalEnclosedCircle", NOTATION_CIRCLE},
		{"decimalEnclosedCircleChinese", NOTATION_CIRCLE},
		{"decimalEnclosedFullstop", NOTATION_FULL_STOP},
		{"decimalEnclosedParen", NOTATION_BRACKET},
		{"numberInDash", NOTATION_DASH},
		{"chineseCounting", NOTATION_CHINESE},
		{"chineseCountingThousand", NOTATION_CHINESE},
		{"japaneseCounting", NOTATION_CHINESE},
		{"taiwaneseCounting", NOTATION_CHINESE},
		{"taiwaneseCountingThousand", NOTATION_CHINESE},
		{"koreanDigital2", NOTATION_CHINESE_DIGITS},
		{"ideographDigital", NOTATION_CHINESE_DIGITS},
		{"japaneseDigitalTenThousand", NOTATION_CHINESE_DIGITS},
		{"taiwaneseDigital", NOTATION_CHINESE_DIGITS},
		{"chineseLegalSimplified", NOTATION_CHINESE_FORMAL},
		{"japaneseLegal", NOTATION_CHINESE_FORMAL_TRADITIONAL},
		{"ideographLegalTraditional", NOTATION_CHINESE_FORMAL_TRADITIONAL},
		{"ideographEnclosedCircle", NOTATION_CHINESE_CIRCLE},
		{"ideographTraditional", NOTATION_STEMS},
		{"ideographZodiac", NOTATION_BRANCHES},
		{"ideographZodiacTraditional", NOTATION_BRANCHES},
		{"upperRoman", NOTATION_UPPER_ROMAN},
		{"lowerRoman", NOTATION_LOWER_ROMAN},
		{"upperLetter", NOTATION_UPPER_LETTER},
		{"lowerLetter", NOTATION_LOWER_LETTER},
		{"bullet", NOTATION_BULLET},
		{"none", NOTATION_NONE},
	};
	size_t i;

	for (i = 0; i < sizeof known / sizeof *known; i++)
		if (str_is(name, known[i].name))
			return known[i].notation;
	return NOTATION_DECIMAL;
}

/* Appends the character of `list` at index i; false where it has fewer. */
static bool put_nth(const char *list, int i, struct buf *to)
{
	struct str s = str_of(list);
	size_t at = 0;
	uint32_t cp = 0;

	for (; i >= 0; i--) {
		if (at == s.n)
			return false;
		cp = utf8_next(s, &at);
	}
	buf_put_cp(to, cp);
	return true;
}

/* 一千零二十三; 十一, not 一十一, but in formal writing. */
static bool put_chinese(const char *digits, const char *units, bool formal, int v, struct buf *to)
{
	bool zero = false, begun = false;
	int place, power = 1000;

	if (v < 1 || v > 9999)
		return v == 0 && put_nth(digits, 0, to);
	for (place = 3; place >= 0; place--, power /= 10) {
		int digit = v / power % 10;

		if (digit == 0) {
			zero = begun;
			continue;
		}
		if (zero)
			put_nth(digits, 0, to);
		if (formal || begun || place != 1 || digit != 1)
			put_nth(digits, digit, to);
		if (place > 0)
			put_nth(units, place - 1, to);
		begun = true;
		zero = false;
	}
	return true;
}

/* The decimal digits of v in the characters of `digits`. */
static bool put_digits(const char *digits, int v, struct buf *to)
{
	int power = 1;

	while (v / power >= 10)
		power *= 10;
	for (; power > 0; power /= 10)
		put_nth(digits, v / power % 10, to);
	return true;
}

static bool put_roman(bool upper, int v, struct buf *to)
{
	static const struct {
		int value;
		const char *upper, *lower;
	} parts[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"},
		     {100, "C", "c"},  {90, "XC", "xc"},  {50, "L", "l"},  {40, "XL", "xl"},
		     {10, "X", "x"},   {9, "IX", "ix"},   {5, "V", "v"},   {4, "IV", "iv"},
		     {1, "I", "i"}};
	size_t i;

	if (v < 1 || v > 3999)
		return false;
	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; v >= parts[i].value; v -= parts[i].value)
			buf_put(to, str_of(upper ? parts[i].upper : parts[i].lower));
	return true;
}

/* a ... z, aa, bb ... */
static bool put_letters(char first, int v, struct buf *to)
{
	int i;

	if (v < 1 || v > 26 * 10)
		return false;
	for (i = 0; i <= (v - 1) / 26; i++)
		buf_putc(to, (char)(first + (v - 1) % 26));
	return true;
}

/* One of a run of code points that stand for 1 to `most`. */
static bool put_enclosed(uint32_t first, int most, int v, struct buf *to)
{
	if (v < 1 || v > most)
		return false;
	buf_put_cp(to, first + (uint32_t)v - 1);
	return true;
}

static bool put_circle(int v, struct buf *to)
{
	if (v > 35)
		return put_enclosed(0x32b1, 15, v - 35, to);
	return v > 20 ? put_enclosed(0x3251, 15, v - 20, to) : put_enclosed(0x2460, 20, v, to);
}

static bool put_chinese_style(enum docx_notation notation, int v, struct buf *to)
{
	switch (notation) {
	case NOTATION_CHINESE:
		return put_chinese("零一二三四五六七八九", "十百千", false, v, to);
	case NOTATION_CHINESE_FORMAL:
		return put_chinese("零壹贰叁肆伍陆柒捌玖", "拾佰仟", true, v, to);
	case NOTATION_CHINESE_FORMAL_TRADITIONAL:
		return put_chinese("零壹貳參肆伍陸柒捌玖", "拾佰仟", true, v, to);
	case NOTATION_CHINESE_DIGITS:
		return put_digits("〇一二三四五六七八九", v, to);
	case NOTATION_CHINESE_CIRCLE:
		return put_enclosed(0x3280, 10, v, to);
	case NOTATION_STEMS:
		return v > 0 && put_nth("甲乙丙丁戊己庚辛壬癸", v - 1, to);
	case NOTATION_BRANCHES:
		return v > 0 && put_nth("子丑寅卯辰巳午未申酉戌亥", v - 1, to);
	default:
		return false;
	}
}

static bool put_western(enum docx_notation notation, int v, struct buf *to)
{
	switch (notation) {
	case NOTATION_FULL_WIDTH:
		return put_digits("０１２３４５６７８９", v, to);
	case NOTATION_CIRCLE:
		return put_circle(v, to);
	case NOTATION_FULL_STOP:
		return put_enclosed(0x2488, 20, v, to);
	case NOTATION_BRACKET:
		return put_enclosed(0x2474, 20, v, to);
	case NOTATION_UPPER_ROMAN:
	case NOTATION_LOWER_ROMAN:
		return put_roman(notation == NOTATION_UPPER_ROMAN, v, to);
	case NOTATION_UPPER_LETTER:
	case NOTATION_LOWER_LETTER:
		return put_letters(notation == NOTATION_UPPER_LETTER ? 'A' : 'a', v, to);
	default:
		return false;
	}
}

void docx_count(enum docx_notation notation, int v, struct buf *to)
{
	if (notation == NOTATION_NONE || notation == NOTATION_BULLET ||
	    put_chinese_style(notation, v, to) || put_western(notation, v, to))
		return;
	if (notation == NOTATION_DASH)
		buf_put(to, STR("- "));
	if (notation == NOTATION_DECIMAL_ZERO && v < 10)
		buf_putc(to, '0');
	buf_put_size(to, (size_t)v);
	if (notation == NOTATION_DASH)
		buf_put(to, STR(" -"));
}
