#include "cmd/gir-segment/layout/lines.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/number.h"
#include "common/utf8.h"

static size_t width_of(uint32_t cp)
{
	return cp >= 0x1100 ? 2 : 1;
}

static bool is_value(const struct fold *f, struct str s)
{
	enum cell_state state;
	size_t i = 0, glyphs = 0;

	if (s.n == 1 && s.p[0] >= '0' && s.p[0] <= '9') /* as most are */
		return true;
	state = number_state(f, s);
	if (state == STATE_NA)
		return true;
	if (state != STATE_NUM)
		return false;
	/* 三 is more often a part of a label than a value; 三件 and 零 are values. */
	while (i < s.n) {
		uint32_t cp = fold_cp(f, utf8_next(s, &i));

		if ((cp >= '0' && cp <= '9') || cp == 0x96f6) /* 零 */
			return true;
		glyphs++;
	}
	return glyphs > 1;
}

static inline void add_word(struct line *l, struct word w)
{
	l->word = grow(l->word, &l->cap, l->n + 1, sizeof *l->word);
	l->word[l->n++] = w;
}

static void split_words(const struct fold *f, struct str s, struct line *l)
{
	struct word w = {{s.p, 0}, 0, 0};
	size_t i = 0, at, column = 0;

	l->n = 0;
	while (i < s.n) {
		uint32_t cp;

		at = i;
		cp = utf8_next(s, &i);
		if (fold_cp(f, cp) != ' ') {
			column += width_of(cp);
			continue;
		}
		w.s.n = (size_t)(s.p + at - w.s.p);
		w.to = column;
		if (w.s.n)
			add_word(l, w);
		w = (struct word){{s.p + i, 0}, ++column, 0}; /* U+3000 parts no cells */
	}
	w.s.n = (size_t)(s.p + i - w.s.p);
	w.to = column;
	if (w.s.n)
		add_word(l, w);
}

static void join_with_next(struct line *l, size_t i)
{
	struct word *w = &l->word[i], *next = &l->word[i + 1];

	w->s.n = (size_t)(next->s.p + next->s.n - w->s.p);
	w->to = next->to;
	memmove(next, next + 1, (l->n - i - 2) * sizeof *next);
	l->n--;
}

static struct str joined(const struct word *w, const struct word *next)
{
	return (struct str){w->s.p, (size_t)(next->s.p + next->s.n - w->s.p)};
}

/* "? 0" is a number after a damaged space, "9 项" one with its unit: one word each. */
static void join_words(const struct fold *f, struct line *l)
{
	size_t i;

	for (i = 0; i + 1 < l->n; i++) {
		const struct word *w = &l->word[i], *next = w + 1;

		if ((str_ends(w->s, STR("?")) && is_value(f, joined(w, next))) ||
		    (next->from - w->to < GAP && number_unit(next->s) == next->s.n &&
		     is_value(f, w->s)))
			join_with_next(l, i);
	}
}

void line_read(const struct fold *f, struct str s, struct line *l)
{
	split_words(f, s, l);
	join_words(f, l);
	for (l->label = l->n; l->label > 0; l->label--)
		if (!is_value(f, l->word[l->label - 1].s))
			break;
}

void line_free(struct line *l)
{
	free(l->word);
	*l = (struct line){NULL, 0, 0, 0};
}
