#include "cmd/gir-tables/grid/glued_text.h"

#include "common/utf8.h"

size_t gloss_end(struct str s, size_t at)
{
	size_t end = s.p[at] == '(' ? str_find(s, STR(")"), at) : STR_NONE;

	return end == STR_NONE || end - at > 400 ? at : end + 1;
}

size_t skip_spaces(struct str s, size_t at)
{
	while (at < s.n && s.p[at] == ' ')
		at++;
	return at;
}

bool is_numeral(struct str s)
{
	return s.n == 3 && str_has(STR("一二三四五六七八九"), s);
}

/* Marks that part what stands around them and say nothing about a number. A '?' is a no-break space
 * that was damaged on the way. */
static bool is_separator(struct str mark, bool ends_number)
{
	return str_has(STR(",;:\"'|。、…·_"), mark) || (!ends_number && str_has(STR("?)"), mark));
}

/* The text without the spaces behind it. */
static struct str without_end(struct buf *b)
{
	struct str s = buf_str(b);

	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

static bool ends_in_digit(struct str s)
{
	return s.n > 0 && is_digit(s, s.n - 1);
}

/* A gloss is left out, but not a label's number, （三）, nor what is said of a number: 5（注）. */
static void put_gloss(struct str gloss, struct buf *to)
{
	struct str inner = str_trim(str_sub(gloss, 1, gloss.n - 1));

	if (is_numeral(inner))
		buf_put(to, inner);
	else if (ends_in_digit(without_end(to)))
		buf_put(to, gloss);
}

/* Whether the next that is no space, separator or sign is a digit. */
static bool is_digit_ahead(struct str s, size_t at)
{
	while (at < s.n && memchr(" ?()\":;,'|+-", s.p[at], 13))
		at++;
	return is_digit(s, at);
}

/* Whether the mark is a part of a number, or one for not applicable. */
static bool is_of_number(struct str s, size_t at, struct str mark, struct str before)
{
	bool number = is_digit(s, at + 1), last = skip_spaces(s, at + 1) == s.n;

	switch (mark.p[0]) {
	case '/':
		return true;
	case '-':
		return number || last ||
		       (before.n && (ends_in_digit(before) || str_ends(before, STR(" "))));
	case '+':
		return number;
	case '.':
	case ',':
		return number && at > 0 && is_digit(s, at - 1);
	default:
		return false;
	}
}

/* Puts s[at, end), which carries no meaning in labels, where it says something about a number. */
static void put_mark(struct str s, size_t at, size_t end, struct buf *to)
{
	struct str mark = str_sub(s, at, end), before = without_end(to);
	bool behind = ends_in_digit(before), digit = is_digit_ahead(s, end);
	bool number = is_of_number(s, at, mark, buf_str(to));

	if (mark.p[0] == ' ') {
		/* numbers apart are not glued */
		if (to->n && (ends_in_digit(buf_str(to)) || is_digit(s, end)))
			buf_putc(to, ' ');
	} else if (!number && behind && (mark.p[0] == '.' || (str_is(mark, "、") && !digit))) {
		to->n = before.n; /* 0000000 5.属于... : a label's number */
		buf_putc(to, '.');
	} else if (!number && is_separator(mark, behind && !digit)) {
		if (digit && to->n && !(to->p[to->n - 1] & 0x80))
			buf_putc(to, ' ');
	} else if (number || behind || end == s.n || (digit && !memchr("+-", mark.p[0], 2))) {
		buf_put(to, mark);
	}
}

/* Of folded text it stands in labels as it is. */
static bool is_ideograph(uint32_t cp)
{
	return cp - 0x4e00 < 0x5200;
}

void glued_fold(const struct fold *f, struct str text, struct buf *to)
{
	struct buf plain = BUF_INIT;
	struct str s;
	size_t i = 0;

	fold_text(f, text, &plain);
	s = buf_str(&plain);
	while (i < s.n) {
		size_t at = i, n = to->n;

		i = gloss_end(s, at);
		if (i > at) {
			put_gloss(str_sub(s, at, i), to);
			continue;
		}
		if (is_digit(s, at)) {
			buf_putc(to, s.p[i++]);
			continue;
		}
		if (is_ideograph(utf8_next(s, &i)))
			buf_put(to, str_sub(s, at, i));
		else
			fold_label(f, str_sub(s, at, i), to);
		if (to->n == n)
			put_mark(s, at, i, to);
	}
	buf_free(&plain);
}
