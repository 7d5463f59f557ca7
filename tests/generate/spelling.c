#include "common/utf8.h"
#include "tests/generate/generate.h"

/* Layouts in which a space parts the cells leave no room for one inside a number. */
static bool parted_by_space(const struct report *r)
{
	return r->layout == LAYOUT_SPACES || r->layout == LAYOUT_FLAT || r->layout == LAYOUT_PAGE;
}

struct str value_plain(struct report *r, struct dec v)
{
	struct buf b = BUF_INIT;
	struct str s;

	dec_put(v, &b);
	s = pool_dup(r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

/* The sign as offices write it in the column of changes; what follows is the magnitude. */
static const char *sign_of(struct report *r, struct dec *v, enum measure measure)
{
	static const char *const plus[] = {"", "+", "增", "＋", "+"};
	static const char *const minus[] = {"-", "-", "减", "－", "-"};
	size_t i = r->noise ? random_below(&r->random, COUNT_OF(plus)) : 0;
	bool negative = v->m < 0;

	if (negative)
		v->m = -v->m;
	if (measure != MEASURE_CHANGE || v->m == 0)
		return "";
	return negative ? minus[i] : plus[i];
}

static const char *unit_of(const struct report *r, size_t cell)
{
	const struct form_cell *c = &r->form->cells[cell];

	if (c->measure == MEASURE_AMOUNT)
		return r->style.yuan ? "元" : r->style.units ? (cell % 2 ? "万" : "万元") : "";
	if (!r->style.units)
		return "";
	return str_is(r->form->columns[c->column].name, "items") ? "项" : "件";
}

/* The digits with separators of thousands, in the document's width. */
static void put_digits(struct report *r, struct str digits, struct buf *to)
{
	static const char *const separators[] = {"", ",", "，"};
	size_t whole = str_find(digits, STR("."), 0), i;

	if (whole == STR_NONE)
		whole = digits.n;
	for (i = 0; i < digits.n; i++) {
		bool wide = r->style.wide_digits;

		if (i && i < whole && (whole - i) % 3 == 0)
			buf_put(to, str_of(separators[r->style.comma]));
		buf_put_cp(to, wide ? 0xfee0U + (uint32_t)(unsigned char)digits.p[i]
				    : (uint32_t)(unsigned char)digits.p[i]);
	}
}

static void put_padded(struct report *r, size_t cell, struct str text, struct buf *to)
{
	static const char *const before[][4] = {
		{"", "", "", ""},         {"　　", "\u00a0", "　", ""},
		{"　", "　", "　", "　"}, {"", "", "\u00a0", "\u00a0"},
		{" ", "", " ", "  "},     {"\u00a0　", "　　", "\u00a0", ""},
	};
	static const char *const behind[][4] = {
		{"", "", "", ""},  {"", "", "", "\u00a0"},
		{"", "", "", ""},  {"\u00a0", "\u00a0", "", ""},
		{"", " ", "", ""}, {"", "\u00a0", "　", " "},
	};

	buf_put(to, str_of(before[r->style.pad][cell % 4]));
	if (r->style.question && cell % 3 == 0)
		buf_put(to, STR("? "));
	buf_put(to, text);
	buf_put(to, str_of(behind[r->style.pad][cell % 4]));
}

static struct str ideographs(struct dec v)
{
	static const char *const words[] = {"零", "一", "二", "三", "四", "五",
					    "六", "七", "八", "九", "十"};

	if (v.scale || v.m < 1 || v.m > 10)
		return STR_EMPTY;
	return str_of(words[v.m]);
}

static struct str spell(struct report *r, size_t cell)
{
	struct dec v = r->figure[cell].value;
	enum measure measure = r->form->cells[cell].measure;
	struct buf digits = BUF_INIT, b = BUF_INIT, padded = BUF_INIT;
	const char *sign = sign_of(r, &v, measure);
	struct str s;

	if (measure == MEASURE_AMOUNT && r->style.yuan)
		dec_shift(v, 4, &v);
	dec_put(v, &digits);
	if (r->style.fraction && measure == MEASURE_AMOUNT && v.scale == 0)
		buf_put(&digits, STR(".00"));
	buf_put(&b, str_of(sign));
	if (r->noise >= 3 && r->style.units && *sign == '\0' && ideographs(v).n &&
	    random_chance(&r->random, 3))
		buf_put(&b, ideographs(v));
	else
		put_digits(r, buf_str(&digits), &b);
	buf_put(&b, str_of(unit_of(r, cell)));
	put_padded(r, cell, buf_str(&b), &padded);
	s = pool_dup(r->pool, buf_str(&padded));
	buf_free(&digits);
	buf_free(&b);
	buf_free(&padded);
	return s;
}

void values_spell(struct report *r)
{
	size_t i;

	if (r->layout == LAYOUT_GLUED || r->noise == 0)
		r->style.wide_digits = r->style.units = r->style.yuan = r->style.fraction = false;
	if (r->layout == LAYOUT_GLUED || r->noise == 0 || parted_by_space(r)) {
		r->style.pad = 0;
		r->style.question = false;
	}
	if (r->layout == LAYOUT_GLUED)
		r->style.comma = 0;
	for (i = 0; i < r->form->cell_count; i++)
		if (r->figure[i].state == STATE_NUM)
			r->figure[i].text = spell(r, i);
}

struct str brackets_print(struct report *r, struct str s)
{
	struct buf b = BUF_INIT;
	struct str printed;
	size_t i = 0;

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (r->style.half_brackets && (cp == 0xff08 || cp == 0xff09 || cp == 0xff1a))
			cp -= 0xfee0;
		if (r->style.wide_numbers && ((cp >= '0' && cp <= '9') || cp == '.'))
			cp += 0xfee0;
		buf_put_cp(&b, cp);
	}
	printed = pool_dup(r->pool, buf_str(&b));
	buf_free(&b);
	return printed;
}

static struct str variant_of(struct report *r, struct str labels)
{
	struct str first, piece, chosen;
	size_t n = 1;

	str_cut(&labels, '|', &first);
	chosen = first;
	if (!r->style.label_variants || !random_chance(&r->random, 12))
		return first;
	while (str_cut(&labels, '|', &piece))
		if (random_below(&r->random, ++n) == 0)
			chosen = piece;
	return chosen;
}

static bool ideograph(uint32_t cp)
{
	return cp >= 0x4e00 && cp < 0xa000;
}

/* Drops or replaces one ideograph of a long label, behind its number. */
static void put_damaged(struct report *r, struct str s, struct buf *to)
{
	size_t at = 3 + random_below(&r->random, utf8_length(s) - 4), i = 0, n = 0;
	bool drop = random_chance(&r->random, 60);

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (n++ != at || !ideograph(cp))
			buf_put_cp(to, cp);
		else if (!drop)
			buf_put(to, STR("口"));
	}
}

/* A space, or a line's end, where cells are narrow: after every second ideograph. */
static void put_parted(struct report *r, struct str s, struct buf *to)
{
	size_t length = utf8_length(s), i = 0, n = 0;
	bool broken = r->style.label_breaks && length >= 4 && random_chance(&r->random, 30);
	bool spaced = !broken && r->style.label_spaces && random_chance(&r->random, 25);
	size_t at = length >= 6 ? 3 : length / 2;

	while (i < s.n) {
		if (n && n == at && broken)
			buf_putc(to, '\n');
		if (n && n == at && spaced)
			buf_putc(to, ' ');
		buf_put_cp(to, utf8_next(s, &i));
		n++;
	}
}

struct str label_print(struct report *r, struct str labels, bool may_damage)
{
	struct str s = variant_of(r, labels);
	struct buf hurt = BUF_INIT, b = BUF_INIT;

	if (may_damage && utf8_length(s) >= 8 && random_chance(&r->random, r->style.label_damage))
		put_damaged(r, s, &hurt);
	else
		buf_put(&hurt, s);
	if (hurt.n < s.n && utf8_length(s) >= 14 && random_chance(&r->random, 30)) {
		put_damaged(r, buf_str(&hurt), &b);
		buf_clear(&hurt);
		buf_put(&hurt, buf_str(&b));
		buf_clear(&b);
	}
	put_parted(r, buf_str(&hurt), &b);
	s = brackets_print(r, buf_str(&b));
	buf_free(&hurt);
	buf_free(&b);
	return s;
}
