#include "cmd/gir-check/print.h"

#include "common/utf8.h"

enum {
	QUOTE = 24,      /* code points of each cell of a row */
	QUOTE_LINE = 60, /* of a line of text */
	GUTTER = 6,
	INDENT = 4 /* of a message in a further language */
};

/* ---- the source, as far as the stream tells ---- */

/* How many places of a terminal the text takes: two for an ideograph. */
static size_t width_of(struct str s)
{
	size_t i = 0, width = 0;

	while (i < s.n)
		width += utf8_next(s, &i) < 0x1100 ? 1 : 2;
	return width;
}

static void put_spaces(struct buf *to, size_t n)
{
	while (n-- > 0)
		buf_putc(to, ' ');
}

static void put_gutter(struct buf *to, struct str line)
{
	put_spaces(to, line.n < GUTTER ? GUTTER - line.n : 0);
	buf_put(to, line);
	buf_put(to, STR(" | "));
}

/* The row of a cell, and a caret below it. */
static void quote_row(const struct report *r, size_t cell, struct str line, struct buf *to)
{
	const struct form_row *row = &r->form->rows[r->form->cells[cell].row];
	size_t columns = r->form->blocks[row->block].columns, i, before = 0;

	put_gutter(to, line);
	for (i = 0; i < columns; i++) {
		const struct entry *e = report_cell(r, row->first_cell + i);
		struct str raw = e ? tsv_clip(e->raw, QUOTE) : STR_EMPTY;

		if (i > 0)
			buf_put(to, STR(" | "));
		buf_put(to, raw);
		if (row->first_cell + i < cell)
			before += width_of(raw) + 3;
	}
	buf_putc(to, '\n');
	put_gutter(to, STR_EMPTY);
	put_spaces(to, before);
	buf_put(to, STR("^\n"));
}

/* What the stream quotes of a line: the figure's clause, the heading, the text of a section. */
static struct str text_at(const struct report *r, const struct finding *f)
{
	size_t line = dec_size(f->line), i;
	struct str text = STR_EMPTY;

	for (i = 0; i < r->n && text.n == 0; i++) {
		const struct entry *e = &r->v[i];
		const struct topic *t = e->topic;
		bool named = f->row.n && t && str_eq(t->row, f->row) && str_eq(t->col, f->col);

		if (str_eq(e->at, f->line) && (named || !f->table.n))
			text = tsv_line_of(e->raw, line, line);
		else if (e->at.n && t && str_is(t->row, "section") && str_eq(t->col, f->row))
			text = tsv_line_of(e->raw, dec_size(e->at), line);
	}
	return text;
}

static void quote(const struct report *r, const struct finding *f, struct buf *to)
{
	struct str text;

	if (f->line.n == 0)
		return;
	if (f->cell != STR_NONE && r->n > 0) {
		quote_row(r, f->cell, f->line, to);
		return;
	}
	text = f->cell != STR_NONE ? f->actual : text_at(r, f);
	if (text.n == 0)
		return;
	put_gutter(to, f->line);
	buf_put(to, tsv_clip(text, QUOTE_LINE));
	buf_putc(to, '\n');
}

/* ---- a finding ---- */

static void put_hex(struct buf *to, unsigned char c)
{
	static const char digits[] = "0123456789abcdef";

	buf_put(to, STR("\\x"));
	buf_putc(to, digits[c >> 4]);
	buf_putc(to, digits[c & 15]);
}

/* Hands lines on. Fields hold no line feed; other control characters, and bytes of none, are shown
 * as \xHH, so that what a hostile file holds cannot drive a terminal. */
static void list_lines(struct check *c, struct str doc, struct str text)
{
	struct buf safe = BUF_INIT;
	size_t i = 0;

	while (i < text.n) {
		size_t start = i;
		uint32_t cp = utf8_next(text, &i);

		if ((cp < 0x20 && cp != '\n') || (cp >= 0x7f && cp < 0xa0) ||
		    (cp == UTF8_BAD && i == start + 1))
			for (; start < i; start++)
				put_hex(&safe, (unsigned char)text.p[start]);
		buf_put(&safe, str_sub(text, start, i));
	}
	listing_add(&c->listing, doc, buf_str(&safe));
	buf_free(&safe);
}

/* Where there is no document, the organ that should have written one. */
static void put_place(const struct report *r, struct str line, struct buf *to)
{
	if (r->doc.n) {
		buf_put(to, r->doc);
	} else {
		buf_put(to, r->region);
		buf_putc(to, ' ');
		buf_put(to, r->org);
	}
	if (line.n) {
		buf_putc(to, ':');
		buf_put(to, line);
	}
	buf_put(to, STR(": "));
}

/* The message in the first language on the line begun, in any other on one of its own below. */
static void put_messages(const struct check *c, struct str rule, struct buf *to)
{
	enum language l;

	buf_put(to, buf_str(&c->message[c->languages.first]));
	buf_put(to, STR(" ["));
	buf_put(to, rule);
	buf_put(to, STR("]\n"));
	for (l = c->languages.first + 1; l <= c->languages.last; l++) {
		put_spaces(to, INDENT);
		buf_put(to, buf_str(&c->message[l]));
		buf_putc(to, '\n');
	}
}

void print_finding(struct check *c, const struct report *r, const struct finding *f,
		   enum severity severity, struct str rule)
{
	struct buf b = BUF_INIT;

	put_place(r, f->line, &b);
	buf_put(&b, str_of(severity_names[severity]));
	buf_put(&b, STR(": "));
	put_messages(c, rule, &b);
	quote(r, f, &b);
	list_lines(c, r->doc, buf_str(&b));
	buf_free(&b);
}

/* ---- a cell to blame ---- */

/* The wordings for a cause, from common/data/causes.tsv, for wording_free. */
static void find_wording(enum cause cause, struct wording wording[LANGUAGE_COUNT],
			 struct pool *pool)
{
	struct data d;

	if (data_open(&d, "causes.tsv", data_text("causes.tsv")) != 0)
		return;
	while (data_next(&d))
		if (str_is(data_get(&d, "cause"), cause_names[cause]))
			break;
	wording_parse(&wording[LANGUAGE_EN], data_get(&d, "en"), pool);
	wording_parse(&wording[LANGUAGE_ZH], data_get(&d, "zh"), pool);
}

void print_blame(struct check *c, const struct report *r, const struct blame *b)
{
	const struct entry *e = &r->v[r->slot[b->cell].entry];
	struct finding f = {.cell = b->cell, .actual = e->value, .line = e->at};
	struct buf repair = BUF_INIT, text = BUF_INIT;
	struct wording wording[LANGUAGE_COUNT] = {{.n = 0}, {.n = 0}};
	enum language l;

	if (!c->findings || c->format != FORMAT_TEXT)
		return;
	dec_put(b->repair, &repair);
	f.expected = buf_str(&repair);
	put_place(r, f.line, &text);
	buf_put(&text, STR("note: "));
	find_wording(b->cause, wording, &c->pool);
	finding_word(c, r, &f, wording);
	put_messages(c, STR("suspect"), &text);
	list_lines(c, r->doc, buf_str(&text));
	for (l = LANGUAGE_EN; l < LANGUAGE_COUNT; l++)
		wording_free(&wording[l]);
	buf_free(&repair);
	buf_free(&text);
}
