/* Lines without tabs and bars: a cell a line, labels with their numbers behind them, or columns set
 * apart by runs of spaces as pdftotext -layout prints them. */
#include <stdlib.h>

#include "cmd/gir-segment/layouts.h"
#include "common/alloc.h"
#include "common/number.h"
#include "common/utf8.h"

/* A word of a line and where it stands, in columns of a fixed-width font (an ideograph takes 2). */
struct word {
	struct str s;
	size_t from, to;
};

struct line {
	struct word *word;
	size_t n, cap;
	size_t label; /* the words before this one are text, the rest are values */
};

/* A word apart by more than one space begins a cell of its own. */
enum { GAP = 2 };
/* Fewer values than this in a line show no columns. */
enum { TABLE_WIDTH = 5 };

static size_t width_of(uint32_t cp)
{
	return cp >= 0x1100 ? 2 : 1;
}

static bool is_value(const struct fold *f, struct str s)
{
	struct dec v;
	enum cell_state state = number_read(f, s, MEASURE_CHANGE, &v);
	size_t i;

	if (state == STATE_TEXT)
		state = number_read(f, s, MEASURE_AMOUNT, &v);
	if (state == STATE_NA)
		return true;
	if (state != STATE_NUM)
		return false;
	for (i = 0; i < s.n;) { /* 三 is more often a part of a label than a value */
		uint32_t cp = fold_cp(f, utf8_next(s, &i));

		if (cp >= '0' && cp <= '9')
			return true;
	}
	return false;
}

static bool is_unit(struct str s)
{
	return str_is(s, "件") || str_is(s, "项") || str_is(s, "条") || str_is(s, "个") ||
	       str_is(s, "元") || str_is(s, "万元") || str_is(s, "万");
}

static void add_word(struct line *l, struct word w)
{
	l->word = grow(l->word, &l->cap, l->n + 1, sizeof *l->word);
	l->word[l->n++] = w;
}

static void split_words(const struct fold *f, struct str s, struct line *l)
{
	size_t i = 0, column = 0;
	bool in_word = false;

	l->n = 0;
	while (i < s.n) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i), folded = fold_cp(f, cp);

		if (folded != ' ') {
			if (!in_word)
				add_word(l, (struct word){{s.p + at, 0}, column, column});
			in_word = true;
			l->word[l->n - 1].s.n = (size_t)(s.p + i - l->word[l->n - 1].s.p);
			l->word[l->n - 1].to = column + width_of(cp);
		} else {
			in_word = false;
		}
		column += width_of(cp);
	}
}

static void join_with_next(struct line *l, size_t i)
{
	struct word *w = &l->word[i], *next = &l->word[i + 1];

	w->s.n = (size_t)(next->s.p + next->s.n - w->s.p);
	w->to = next->to;
	memmove(next, next + 1, (l->n - i - 2) * sizeof *next);
	l->n--;
}

/* "? 0" is a number after a damaged space, "9 项" one with its unit: one word each. */
static void join_words(const struct fold *f, struct line *l)
{
	size_t i;

	for (i = 0; i + 1 < l->n; i++) {
		const struct word *w = &l->word[i], *next = w + 1;

		if ((str_is(w->s, "?") && is_value(f, next->s)) ||
		    (is_unit(next->s) && next->from - w->to < GAP && is_value(f, w->s)))
			join_with_next(l, i);
	}
}

static void read_line(const struct fold *f, struct str s, struct line *l)
{
	split_words(f, s, l);
	join_words(f, l);
	for (l->label = l->n; l->label > 0; l->label--)
		if (!is_value(f, l->word[l->label - 1].s))
			break;
}

static size_t values(const struct line *l)
{
	return l->n - l->label;
}

/* The words before the values, put together again where one space parts them. */
static void write_label(const struct line *l, const struct piece *p, struct blocks *out)
{
	size_t i = 0;

	while (i < l->label) {
		const struct word *w = &l->word[i++];
		struct str cell = w->s;

		while (i < l->label && l->word[i].from - l->word[i - 1].to < GAP) {
			cell.n = (size_t)(l->word[i].s.p + l->word[i].s.n - cell.p);
			i++;
		}
		blocks_cell(out, p->section, cell, p->number);
	}
}

static void write_line(const struct line *l, const struct piece *p, struct blocks *out)
{
	size_t i;

	blocks_row(out);
	write_label(l, p, out);
	for (i = l->label; i < l->n; i++)
		blocks_cell(out, p->section, l->word[i].s, p->number);
}

/* Whether every gap between the values is a run of spaces: single spaces show no columns. */
static bool has_columns(const struct line *l)
{
	size_t i;

	for (i = l->label + 1; i < l->n; i++)
		if (l->word[i].from - l->word[i - 1].to < GAP)
			return false;
	return true;
}

static size_t centre(const struct word *w)
{
	return w->from + w->to; /* twice the centre: only differences count */
}

static size_t apart(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* Finds for each value of a line that lacks some the column of a full line that it stands under.
 * False where one stands between columns, so that blanks cannot be told. */
static bool find_columns(const struct line *full, const struct line *l, size_t *column)
{
	size_t i, c, next = 0;

	for (i = 0; i < values(l); i++) {
		size_t at = centre(&l->word[l->label + i]), best = next;

		for (c = next; c < values(full); c++)
			if (apart(at, centre(&full->word[full->label + c])) <
			    apart(at, centre(&full->word[full->label + best])))
				best = c;
		if (best >= values(full))
			return false;
		for (c = 0; c < values(full); c++) {
			size_t other = centre(&full->word[full->label + c]);
			size_t here = centre(&full->word[full->label + best]);

			/* A third of the way to the neighbour is as far as a number may stray. */
			if (c != best && apart(at, here) * 3 > apart(here, other))
				return false;
		}
		column[i] = best;
		next = best + 1;
	}
	return true;
}

static void write_with_blanks(const struct line *full, const struct line *l, const struct piece *p,
			      struct blocks *out)
{
	size_t *column = xcalloc(values(l), sizeof *column), c, i = 0;

	if (!has_columns(l) || !find_columns(full, l, column)) {
		write_line(l, p, out);
	} else {
		blocks_row(out);
		write_label(l, p, out);
		for (c = 0; c < values(full); c++) {
			bool there = i < values(l) && column[i] == c;

			blocks_cell(out, p->section, there ? l->word[l->label + i].s : STR_EMPTY,
				    p->number);
			i += there;
		}
	}
	free(column);
}

void layout_plain_line(const struct fold *f, const struct piece *p, struct blocks *out)
{
	struct line l = {.word = NULL};

	if (layout_is_sentence(p->s)) {
		blocks_text(out, "para", p->section, p->s, p->number);
		return;
	}
	read_line(f, p->s, &l);
	if (l.n)
		write_line(&l, p, out);
	free(l.word);
}

/* The greatest count of values that two lines have, if it makes a table; else 0. */
static size_t table_width(const struct fold *f, const struct piece *p, size_t n)
{
	struct line l = {.word = NULL};
	size_t i, width = 0, once = 0;

	for (i = 0; i < n; i++) {
		read_line(f, p[i].s, &l);
		if (values(&l) < TABLE_WIDTH || !has_columns(&l) || layout_is_sentence(p[i].s))
			continue;
		if (values(&l) == once && once > width)
			width = once;
		if (values(&l) > once)
			once = values(&l);
	}
	free(l.word);
	return width;
}

/* The next line from `i` on that has all values, into `full`; its index, or n. */
static size_t next_full(const struct fold *f, const struct piece *p, size_t n, size_t i,
			size_t width, struct line *full)
{
	for (; i < n; i++) {
		if (layout_is_sentence(p[i].s))
			continue;
		read_line(f, p[i].s, full);
		if (values(full) == width && has_columns(full))
			return i;
	}
	return n;
}

/* Page layout: pages may be shifted, so a line is compared with the full line nearest above or
 * below it. */
static void cut_page(const struct fold *f, const struct piece *p, size_t n, size_t width,
		     struct blocks *out)
{
	struct line l = {.word = NULL}, above = {.word = NULL}, below = {.word = NULL};
	size_t i, last = n, next = next_full(f, p, n, 0, width, &below);

	for (i = 0; i < n; i++) {
		const struct line *full;

		if (i == next) {
			struct line swap = above;

			above = below;
			below = swap;
			last = i;
			next = next_full(f, p, n, i + 1, width, &below);
		}
		full = last == n || (next < n && next - i < i - last) ? &below : &above;
		read_line(f, p[i].s, &l);
		if (layout_is_sentence(p[i].s))
			blocks_text(out, "para", p[i].section, p[i].s, p[i].number);
		else if (values(&l) > 1 && values(&l) < width)
			write_with_blanks(full, &l, &p[i], out);
		else if (l.n)
			write_line(&l, &p[i], out);
	}
	free(l.word);
	free(above.word);
	free(below.word);
}

void layout_spaces(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	size_t width = table_width(f, p, n), i;

	if (width) {
		cut_page(f, p, n, width, out);
		return;
	}
	for (i = 0; i < n; i++)
		layout_plain_line(f, &p[i], out);
}
