/* Pages to lines and cells in reading order: paragraphs and tables go on over page breaks. */
#include <math.h>
#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/glyphs.h"
#include "cmd/gir-segment/reader/page/leaf.h"
#include "cmd/gir-segment/reader/page/parts.h"
#include "common/alloc.h"

/* Shares of the font's size. */
static const double SHORT_OF_END = 2.6; /* how far a line may end before the margin and be full */
static const double INDENT = 1.2;       /* how far a line that begins a paragraph stands inside */
static const double FAR_INSIDE = 4;     /* further: a signature at the right, or what is centred */
static const double CENTRED = 1;        /* how far from the middle a line is still in it */
static const double SAME_SIZE = 0.15;
static const double INNER_GAP = 1.5; /* a wider gap between words is one between columns */

enum { TITLE_LINE = 4 }; /* a title begins no later */

/* Where the writing stands. */
struct flow {
	struct reading *r;
	struct parts parts;
	size_t page, number;         /* of the line written last */
	struct buf para;             /* the paragraph that is not written yet, */
	const struct wordline *last; /* its last line, NULL where there is none, */
	double left, right;          /* where lines begin and end on the page of that, */
	double origin, unit;      /* where columns are counted from, and how wide, on all pages */
	size_t first, first_page; /* and the number of its first line */
};

static void end_paragraph(struct flow *f)
{
	if (f->last)
		text_add(&f->r->text, pool_dup(&f->r->pool, buf_str(&f->para)), f->first)->page =
			f->first_page;
	f->last = NULL;
}

static bool is_running_text(const struct wordline *l)
{
	return l->gap <= INNER_GAP * l->size;
}

/* 一、 or （一）: a heading or the first line of a paragraph. */
static bool is_numbered(struct str s)
{
	static const char numerals[] = "一二三四五六七八九十";
	const struct str all = {numerals, sizeof numerals - 1};

	if (str_starts(s, STR("（")))
		s = str_from(s, 3);
	return s.n >= 6 && str_has(all, str_sub(s, 0, 3)) &&
	       (str_starts(str_from(s, 3), STR("、")) || str_starts(str_from(s, 3), STR("）")));
}

static bool ends_clause(struct str s)
{
	return str_ends(s, STR("。")) || str_ends(s, STR("；")) || str_ends(s, STR("："));
}

/* Whether a line is as long as lines are on its page, so that the next may go on with it. */
static bool is_full(const struct flow *f, const struct wordline *l)
{
	return f->right - l->box.x1 <= SHORT_OF_END * l->size &&
	       l->box.x0 - f->left <= FAR_INSIDE * l->size;
}

/* Whether `l` is the centred rest of a title. */
static bool ends_title(const struct flow *f, const struct leaf *s, const struct wordline *l)
{
	double off = (l->box.x0 + l->box.x1) / 2 - (s->left + s->right) / 2;

	return f->page == 0 && f->number - f->first == 1 && f->first <= TITLE_LINE &&
	       fabs(off) <= CENTRED * l->size && !ends_clause(buf_str(&f->para));
}

/* Whether `l` goes on with the paragraph at hand: that ends at the margin, and `l` begins there. */
static bool goes_on(const struct flow *f, const struct leaf *s, const struct wordline *l)
{
	const struct wordline *last = f->last;

	if (!last || !is_running_text(last) || !is_running_text(l) ||
	    fabs(l->size - last->size) > SAME_SIZE * last->size || !is_full(f, last))
		return false;
	if (l->box.x0 - s->left > INDENT * l->size)
		return ends_title(f, s, l);
	return !(ends_clause(buf_str(&f->para)) && is_numbered(s->word[l->from].s));
}

static void go_on(struct flow *f, const struct leaf *s, const struct wordline *l)
{
	if (glyphs_latin_last(buf_str(&f->para)) && glyphs_latin_first(s->word[l->from].s))
		buf_putc(&f->para, ' ');
	wordline_put(l, s->word, &f->para);
}

/* Page numbers and running heads, which part no paragraph. */
static void put_margin(struct flow *f, const struct leaf *s, const struct wordline *l)
{
	struct buf room = BUF_INIT;
	struct text_line *line;
	struct str text;

	wordline_put(l, s->word, &room);
	text = pool_dup(&f->r->pool, buf_str(&room));
	buf_free(&room);
	line = text_add(&f->r->text, l->number ? text : STR_EMPTY, f->number);
	line->outside = l->number ? STR_EMPTY : text;
	line->page_number = l->number;
	line->page = f->page;
}

static void put_line(struct flow *f, const struct leaf *s, const struct wordline *l)
{
	f->number++;
	if (l->number || l->running) {
		put_margin(f, s, l);
		return;
	}
	parts_end(&f->parts);
	if (goes_on(f, s, l)) {
		go_on(f, s, l);
	} else {
		end_paragraph(f);
		buf_clear(&f->para);
		f->first = f->number;
		f->first_page = f->page;
		wordline_put_placed(l, s->word, f->origin, f->unit, &f->para);
	}
	f->last = l;
	f->left = s->left;
	f->right = s->right;
}

static void put_leaf(struct flow *f, const struct leaf *s)
{
	size_t i = 0, g = 0;

	while (i < s->lines.n || g < s->grids.n) {
		if (g < s->grids.n && !s->text[g]) {
			g++;
		} else if (g < s->grids.n &&
			   (i == s->lines.n || s->grids.v[g].y[0] < s->lines.v[i].box.y0)) {
			end_paragraph(f);
			parts_put(&f->parts, &s->grids.v[g], s->text[g], f->page, &f->number, f->r);
			g++;
		} else {
			put_line(f, s, &s->lines.v[i++]);
		}
	}
}

/* Columns that stand below each other on two pages are the same ones. */
static void find_columns(struct flow *f, const struct leaf *leaf, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		f->origin = i ? fmin(f->origin, leaf[i].left) : leaf[i].left;
		f->unit = i ? fmin(f->unit, leaf[i].unit) : leaf[i].unit;
	}
}

void pages_read(struct pages *p, struct reading *r)
{
	struct leaf *leaf = xcalloc(p->n + 1, sizeof *leaf);
	struct flow f = {.r = r};
	size_t i, fields = LIMIT_CELLS;

	for (i = 0; i < p->n; i++)
		leaf_read(&leaf[i], &p->page[i], &fields, &r->pool);
	leaves_mark_margins(leaf, p->n);
	find_columns(&f, leaf, p->n);
	for (f.page = 0; f.page < p->n; f.page++)
		put_leaf(&f, &leaf[f.page]);
	end_paragraph(&f);
	for (i = 0; i < p->n; i++)
		leaf_free(&leaf[i]);
	free(leaf);
	buf_free(&f.para);
}
