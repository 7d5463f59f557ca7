/* paper: the report set on pages of A4: paragraphs broken into lines, page numbers, and tables with
 * as many rulings as the format has. */
#include "tests/generate/paper.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"

double paper_advance(uint32_t cp)
{
	return cp < 0x2000 ? 0.5 : 1.0;
}

double paper_width(struct str s)
{
	double width = 0;
	size_t i = 0;

	while (i < s.n)
		width += paper_advance(utf8_next(s, &i));
	return width;
}

void paper_text(struct setter *s, double x, double y, double size, struct str text)
{
	struct paper *p = s->paper;

	if (text.n == 0)
		return;
	p->text = grow(p->text, &p->text_cap, p->texts + 1, sizeof *p->text);
	p->text[p->texts++] = (struct paper_text){s->page, x, y, size, text};
}

static bool within(double a, double from, double to)
{
	return from <= a && a <= to;
}

/* Cells that touch draw the same line; it is kept once. Some writers draw it in one, too, where it
 * goes on from cell to cell. */
static bool is_drawn(const struct setter *s, struct paper_line *l, const struct paper_line *new)
{
	bool across = l->y1 == l->y2;

	if (l->page != new->page || across != (new->y1 == new->y2) ||
	    (across ? l->y1 != new->y1 : l->x1 != new->x1))
		return false;
	if (within(new->x1, l->x1, l->x2) && within(new->x2, l->x1, l->x2) &&
	    within(new->y1, l->y2, l->y1) && within(new->y2, l->y2, l->y1))
		return true;
	if (s->r->style.variant % 3 == 0 || (across ? l->x2 != new->x1 : l->y2 != new->y1))
		return false;
	l->x2 = new->x2;
	l->y2 = new->y2;
	return true;
}

void paper_rule(struct setter *s, double x1, double y1, double x2, double y2)
{
	struct paper *p = s->paper;
	const struct paper_line new = {s->page, x1, y1, x2, y2};
	size_t i;

	for (i = s->table_lines; i < p->lines; i++)
		if (is_drawn(s, &p->line[i], &new))
			return;
	p->line = grow(p->line, &p->line_cap, p->lines + 1, sizeof *p->line);
	p->line[p->lines++] = new;
}

void paper_turn(struct setter *s)
{
	struct str number;

	if (s->r->style.variant % 3 == 0)
		number = report_text(s->r, "%zu", s->page + 1);
	else if (s->r->style.variant % 3 == 1)
		number = report_text(s->r, "- %zu -", s->page + 1);
	else
		number = report_text(s->r, "第 %zu 页", s->page + 1);
	paper_text(s, (PAPER_WIDTH - paper_width(number) * 9) / 2, 40, 9, number);
	s->page++;
	s->paper->pages = s->page;
	s->y = PAPER_TOP;
}

static bool latin(uint32_t cp)
{
	return cp < 0x80 && cp != ' ';
}

static bool closes(uint32_t cp)
{
	return cp == 0xff0c || cp == 0x3002 || cp == 0x3001 || cp == 0xff1b || cp == 0xff09 ||
	       cp == 0xff1a || cp == 0x201d;
}

/* A line ends before the character that would not fit, but not within a number, nor before a mark
 * that closes, which may stand over the edge. */
struct str paper_cut(struct str *rest, double width)
{
	size_t i = 0, end = 0;
	double n = 0;
	uint32_t before = ' ';
	struct str line;

	while (i < rest->n) {
		size_t at = i;
		uint32_t cp = utf8_next(*rest, &i);

		if (cp == '\n') {
			end = at;
			break;
		}
		if (at && !closes(cp) && !(latin(cp) && latin(before)))
			end = at;
		n += paper_advance(cp);
		if (n > width && end)
			break;
		before = cp;
		if (i == rest->n)
			end = i;
	}
	line = str_sub(*rest, 0, end);
	*rest = str_from(*rest, end + (end < rest->n && rest->p[end] == '\n'));
	return line;
}

/* Lines of a paragraph, the first one indented; where: 0 left, 1 centred, 2 right. */
static void set_lines(struct setter *s, struct str text, double size, double indent, int where)
{
	double lead = size * 1.6;

	while (text.n) {
		double room = PAPER_MEASURE - indent;
		struct str line = paper_cut(&text, room / size);
		double left = room - paper_width(line) * size;

		if (s->y - lead < PAPER_BOTTOM)
			paper_turn(s);
		paper_text(s, PAPER_LEFT + indent + left * where / 2, s->y - size, size, line);
		s->y -= lead;
		indent = 0;
	}
}

static void set_block(struct setter *s, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_TITLE:
		set_lines(s, b->text, 18, 0, 1);
		s->y -= 12;
		break;
	case BLOCK_HEADING:
		s->y -= 4;
		set_lines(s, b->text, 14, 28, 0);
		break;
	case BLOCK_SIGNATURE:
		set_lines(s, b->text, 12, 0, 2);
		break;
	case BLOCK_TABLE:
		s->table_lines = s->paper->lines;
		paper_table(s, b->grid);
		s->y -= 8;
		break;
	default:
		set_lines(s, b->text, 12, 24, 0);
	}
}

void paper_set(struct report *r, const struct blocks *b, struct paper *p)
{
	struct setter s = {.r = r, .paper = p, .y = PAPER_TOP};
	size_t i;

	s.across = r->format != FORMAT_PDF_BARE;
	s.down = s.across && r->format != FORMAT_PDF_HALF;
	for (i = 0; i < b->n; i++)
		set_block(&s, &b->v[i]);
	paper_turn(&s);
}

void paper_free(struct paper *p)
{
	free(p->text);
	free(p->line);
}
