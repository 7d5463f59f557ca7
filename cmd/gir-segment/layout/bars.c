/* Cells before bars: a row a line, or a cell a line (the bar may come on the next line). */
#include "cmd/gir-segment/layout/layouts.h"

static bool is_rule(char c)
{
	return c == '|' || c == '-' || c == ':' || c == '=' || c == ' ' || c == '\t';
}

/* The rule under a head of a Markdown table: at least two runs of three dashes. A lone `--` is a
 * mark for not applicable. */
static bool is_separator(struct str s)
{
	size_t i, dashes = 0, runs = 0;

	for (i = 0; i < s.n; i++) {
		if (!is_rule(s.p[i]))
			return false;
		dashes = s.p[i] == '-' ? dashes + 1 : 0;
		runs += dashes == 3;
	}
	return runs >= 2;
}

/* Without the bars that stand apart at the end of a row, `0 | ||`: they pad it where cells were
 * merged. */
static struct str without_padding(struct str s)
{
	size_t bars = 0, n = s.n;

	while (n > 0 && s.p[n - 1] == '|') {
		n--;
		bars++;
	}
	if (bars < 2 || n == 0 || s.p[n - 1] != ' ')
		return s;
	s = str_trim(str_sub(s, 0, n));
	return s.n && s.p[s.n - 1] == '|' ? s : str_sub(s, 0, n + 1);
}

/* Nothing but bars, and more than one. */
static bool is_padding(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] != '|')
			return false;
	return s.n > 1;
}

/* Whether rows of the region are padded at all: then a lone bar at a row's end may be padding too.
 */
static bool has_padding(const struct piece *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = str_trim(p[i].s);

		if (is_padding(s) || without_padding(s).n < s.n)
			return true;
	}
	return false;
}

/* `a | b | |` without its last bar, which closes a blank cell or pads the row. */
static struct str without_last_blank(struct str s)
{
	struct str body = str_trim(str_sub(s, 0, s.n - str_ends(s, STR("|"))));

	return str_ends(body, STR("|")) ? body : s;
}

/* A line `| a | b |` has two cells, and so have `a | b` and `a | b |`; a lone bar is a blank one.
 */
static void cut_row(const struct piece *p, bool padded, struct blocks *out)
{
	struct str rest = str_trim(p->s), cell;

	if (is_padding(rest))
		return;
	blocks_row(out);
	if (str_is(rest, "|")) {
		blocks_cell(out, p->section, STR_EMPTY, p->number);
		return;
	}
	rest = without_padding(rest);
	if (padded)
		rest = without_last_blank(rest);
	if (str_starts(rest, STR("|")))
		rest = str_from(rest, 1);
	while (str_cut(&rest, '|', &cell)) {
		if (!rest.p && str_trim(cell).n == 0) /* behind the last bar */
			break;
		blocks_cell(out, p->section, str_trim(cell), p->number);
	}
}

void layout_bar_rows(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	bool padded = has_padding(p, n);
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = p[i].s;

		if (!s.n || !memchr(s.p, '|', s.n))
			layout_plain_line(f, &p[i], out);
		else if (!is_separator(s))
			cut_row(&p[i], padded, out);
	}
}

/* The text before the next bar, gathered over lines. */
struct pending {
	struct buf text;
	size_t line;
	int section;
};

/* Takes text without blanks around it. */
static void pend(struct pending *c, struct str s, const struct piece *p)
{
	if (s.n == 0)
		return;
	if (c->text.n)
		buf_putc(&c->text, '\n');
	else
		c->line = p->number;
	c->section = p->section;
	buf_put(&c->text, s);
}

/* Text that no bar ever closed: a sentence, or a heading of the table. */
static void drop_pending(struct pending *c, struct blocks *out)
{
	blocks_text(out, "para", c->section, buf_str(&c->text), c->line);
	buf_clear(&c->text);
}

/* A bar closes the text before it, or is a blank cell where it stands alone; more bars on a line
 * pad the row that ends there, for the columns that it lacks. `bar` is the first one. */
static void cut_cells(struct pending *c, const struct piece *p, const char *bar, struct blocks *out)
{
	struct str rest = p->s;

	for (; bar; bar = rest.n ? memchr(rest.p, '|', rest.n) : NULL) {
		size_t line = c->text.n ? c->line : p->number, n = (size_t)(bar - rest.p);
		struct str cell = str_trim(str_sub(rest, 0, n));

		rest = str_from(rest, n + 1);
		if (c->text.n) {
			pend(c, cell, p);
			cell = buf_str(&c->text);
		} else if (cell.n == 0 && !str_is(str_trim(p->s), "|")) {
			continue;
		}
		blocks_row(out);
		blocks_cell(out, p->section, cell, line);
		buf_clear(&c->text);
	}
	pend(c, str_trim(rest), p);
}

void layout_bar_cells(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	struct pending cell = {.text = BUF_INIT};
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = p[i].s;
		const char *bar = s.n ? memchr(s.p, '|', s.n) : NULL;

		if (is_separator(s))
			continue;
		if (bar) {
			cut_cells(&cell, &p[i], bar, out);
		} else if (layout_is_sentence(s)) {
			drop_pending(&cell, out);
			blocks_text(out, "para", p[i].section, s, p[i].number);
		} else if (!layout_is_blank(f, s)) {
			pend(&cell, str_trim(s), &p[i]);
		}
	}
	drop_pending(&cell, out);
	buf_free(&cell.text);
}
