#include "cmd/gir-segment/reader/packed/docx_body.h"

#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/packed/docx_xml.h"
#include "common/alloc.h"
#include "common/utf8.h"

enum {
	FIELDS = 32,         /* fields within fields */
	TEXT_MOST = 16 << 20 /* bytes of text, of which a report has some ten thousand */
};

/* The paragraph that is being read. */
struct paragraph {
	bool open;
	bool goes_on;         /* its mark is deleted or moved: the next one is its continuation */
	bool hidden;          /* by its style */
	size_t text, outside; /* where its text begins in the buffers */
	size_t number;
	struct docx_numbered list;
};

/* The run that is being read. */
struct run {
	bool vanished, struck, raised;
};

/* A story that is being read: body, cell or text box. */
struct frame {
	struct story story;
	struct story boxes; /* text boxes in the open paragraph, which stand behind it */
	struct paragraph paragraph;
	struct story_table *table; /* the one that is open in this story, and its row */
	struct story_row *row;
	struct story_cell *cell; /* whose story this is, if any */
	size_t fields;           /* that are open, */
	uint32_t codes;          /* a bit for each whose code, not result, is being read */
	struct run run;
};

/* What is known of an open element. */
enum { MARK_CHOSEN = 1, MARK_FRAME = 2 };

struct body {
	struct docx_lists *lists;
	struct pool *pool;
	size_t *paragraphs;
	size_t things; /* paragraphs and cells so far, */
	size_t length; /* and bytes of text */
	bool large;

	struct frame frame[LIMIT_NESTING + 1];
	size_t frames;
	struct buf text, outside; /* of the paragraphs that are open, one behind the other */
	struct buf label;
	struct buf piece; /* of the w:t at hand */
	bool preserve;    /* blanks around it count */

	unsigned char open[LIMIT_NESTING]; /* the elements around, */
	unsigned char mark[LIMIT_NESTING]; /* MARK_CHOSEN: a mc:Choice in it was read, and so on */
	size_t depth;
	size_t skip;        /* elements within one whose text is none, that one included */
	size_t placeholder; /* the depth of a content control that holds a prompt only, or 0 */
	bool prompts;       /* the control that begins holds one */
};

static struct frame *top(struct body *b)
{
	return &b->frame[b->frames - 1];
}

/* The element `up` levels above the innermost one. */
static enum docx_element around(const struct body *b, size_t up)
{
	return up < b->depth ? (enum docx_element)b->open[b->depth - 1 - up] : EL_OTHER;
}

static void push_frame(struct body *b)
{
	b->frame[b->frames++] = (struct frame){.fields = 0};
	if (b->depth > 0)
		b->mark[b->depth - 1] |= MARK_FRAME;
}

/* False where the document has become too large. */
static bool count_thing(struct body *b)
{
	b->large |= ++b->things > 2 * (size_t)LIMIT_CELLS;
	return !b->large;
}

/* ---- paragraphs ---- */

static void begin_paragraph(struct body *b)
{
	struct paragraph *p = &top(b)->paragraph;

	++*b->paragraphs;
	top(b)->run = (struct run){.raised = false};
	if (!p->open) {
		*p = (struct paragraph){.open = true,
					.text = b->text.n,
					.outside = b->outside.n,
					.number = *b->paragraphs};
	}
	p->goes_on = p->hidden = false;
	p->list = (struct docx_numbered){STR_EMPTY, -1, -1};
}

/* Digits behind a label's number or point would be read as one number with it. */
static bool may_run_together(struct str label, struct str text)
{
	char last = label.n ? label.p[label.n - 1] : 'x', first;

	text = str_trim(text);
	first = text.n ? text.p[0] : 'x';
	return ((last >= '0' && last <= '9') || last == '.' || last == ',' || last == '-') &&
	       ((first >= '0' && first <= '9') || first == '.' || first == ',');
}

/* The paragraph's text with its label in front. A label without a text is not the report's. */
static struct str labelled(struct body *b, struct str text, struct str *lone)
{
	struct str label = str_trim(buf_str(&b->label));
	struct buf *room = &b->piece;

	*lone = STR_EMPTY;
	if (label.n == 0)
		return pool_dup(b->pool, text);
	if (str_trim(text).n == 0) {
		*lone = label;
		return pool_dup(b->pool, text);
	}
	buf_clear(room);
	buf_put(room, label);
	if (may_run_together(label, text))
		buf_put(room, STR("、"));
	else if ((unsigned char)label.p[label.n - 1] < 0x80)
		buf_putc(room, ' ');
	buf_put(room, text);
	return pool_dup(b->pool, buf_str(room));
}

static void close_paragraph(struct body *b)
{
	struct frame *f = top(b);
	struct paragraph *p = &f->paragraph;
	struct str text, outside, lone;

	if (!p->open)
		return;
	text = str_from(buf_str(&b->text), p->text);
	outside = str_from(buf_str(&b->outside), p->outside);
	buf_clear(&b->label);
	/* Where all is hidden, so is the number. */
	if (str_trim(text).n > 0 || str_trim(outside).n == 0)
		docx_lists_label(b->lists, &p->list, &b->label);
	text = labelled(b, text, &lone);
	if (lone.n > 0)
		outside = lone;
	if (f->cell && !f->story.first)
		f->cell->number = p->number;
	story_add_paragraph(&f->story, b->pool, text, pool_dup(b->pool, outside), p->number);
	b->text.n = p->text;
	b->outside.n = p->outside;
	p->open = false;
	story_append(&f->story, &f->boxes);
}

static void end_paragraph(struct body *b)
{
	struct frame *f = top(b);

	/* No code goes on behind its paragraph: the end of such a field is lost. */
	if (f->codes)
		f->fields = f->codes = 0;
	if (!f->paragraph.goes_on)
		close_paragraph(b);
}

/* Ends the innermost story, which is returned, and what is open in it. */
static struct story pop_frame(struct body *b)
{
	close_paragraph(b);
	return b->frame[--b->frames].story;
}

/* ---- text ---- */

static bool is_hidden(const struct body *b)
{
	const struct frame *f = &b->frame[b->frames - 1];

	return f->run.vanished || f->run.struck || f->paragraph.hidden || b->placeholder > 0;
}

/* Digits set above or below the line are marks of notes: 5¹ is not 51. */
static void put_raised(struct str s, struct buf *to)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			buf_put(to, str_of(raised[s.p[i] - '0']));
		else
			buf_putc(to, s.p[i]);
}

static void put_text(struct body *b, struct str s)
{
	struct frame *f = top(b);
	struct buf *to = is_hidden(b) ? &b->outside : &b->text;

	if (f->codes || !f->paragraph.open)
		return;
	if (f->run.raised)
		put_raised(s, to);
	else
		buf_put(to, s);
}

/* The text of a w:t: line ends in the XML are blanks, and those around it are none of it. */
static void end_text(struct body *b)
{
	struct str s = buf_str(&b->piece);
	size_t i;

	for (i = 0; i < s.n; i++)
		if (memchr("\t\n\r", b->piece.p[i], 3))
			b->piece.p[i] = ' ';
	put_text(b, b->preserve ? s : str_trim(s));
}

/* A character of a symbol font by its number: below F000 it is itself, above it is one of ASCII in
 * most fonts; what a picture font shows there is not known. */
static void put_symbol(struct body *b, const struct sax_attributes *a)
{
	struct str hex = sax_attribute(a, "char"), font = sax_attribute(a, "font");
	uint32_t cp = 0;
	char utf8[4];
	size_t i;

	for (i = 0; i < hex.n && i < 5; i++) {
		char c = hex.p[i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
			    : c >= 'A' && c <= 'F' ? c - 'A' + 10
						   : -1;

		if (digit < 0)
			return;
		cp = cp << 4 | (uint32_t)digit;
	}
	if (cp > 0xf020 && cp < 0xf07f && !str_has(font, STR("ings")) &&
	    !str_has(font, STR("Symbol")))
		cp -= 0xf000;
	if (cp < 0x20 || (cp >= 0xd800 && cp < 0xe000))
		return;
	put_text(b, (struct str){utf8, utf8_write(utf8, cp)});
}

/* ---- fields ---- */

/* LibreOffice writes the text of some controls several times, as fields and as text: in a cell, the
 * digits of a field are no part of a number with those beside it. */
static void part_digits(struct body *b)
{
	const struct buf *text = &b->text;

	if (top(b)->cell && text->n > top(b)->paragraph.text && text->p[text->n - 1] >= '0' &&
	    text->p[text->n - 1] <= '9')
		put_text(b, STR("\n"));
}

static void change_field(struct body *b, const struct sax_attributes *a)
{
	struct frame *f = top(b);
	struct str type = sax_attribute(a, "fldCharType");

	part_digits(b);
	if (str_is(type, "begin")) {
		if (f->fields < FIELDS)
			f->codes |= 1U << f->fields;
		f->fields++;
	} else if (f->fields > 0 && f->fields <= FIELDS && str_is(type, "separate")) {
		f->codes &= ~(1U << (f->fields - 1));
	} else if (f->fields > 0 && str_is(type, "end")) {
		f->fields--;
		if (f->fields < FIELDS)
			f->codes &= ~(1U << f->fields);
	}
}

/* ---- elements ---- */

/* What stands in a run. */
static void start_in_run(struct body *b, enum docx_element e, const struct sax_attributes *a)
{
	switch (e) {
	case EL_TEXT:
		buf_clear(&b->piece);
		b->preserve = str_is(sax_attribute(a, "space"), "preserve");
		break;
	case EL_TAB:
		put_text(b, STR("\t"));
		break;
	case EL_BREAK:
	case EL_CARRIAGE_RETURN:
		put_text(b, STR("\n"));
		break;
	case EL_NO_BREAK_HYPHEN:
		put_text(b, STR("-"));
		break;
	case EL_SYMBOL:
		put_symbol(b, a);
		break;
	case EL_FIELD:
		change_field(b, a);
		break;
	default:
		break;
	}
}

static void set_look(struct run *run, struct docx_look look)
{
	run->vanished = look.hidden;
	run->raised = look.raised;
}

/* What stands in w:rPr, of a run or of the paragraph's mark. */
static void start_run_property(struct body *b, enum docx_element e, const struct sax_attributes *a)
{
	struct paragraph *p = &top(b)->paragraph;
	struct run *run = &top(b)->run;

	if (around(b, 2) == EL_PARAGRAPH_PROPERTIES) {
		if (e == EL_DELETED || e == EL_MOVED_AWAY || (e == EL_STYLE_BREAK && docx_on(a)))
			p->goes_on = true;
		return;
	}
	if (e == EL_VANISH)
		run->vanished = docx_on(a);
	else if (e == EL_STRIKE)
		run->struck = run->struck || docx_on(a);
	else if (e == EL_VERTICAL_ALIGN)
		run->raised = !str_is(sax_attribute(a, "val"), "baseline");
	else if (e == EL_RUN_STYLE)
		set_look(run, docx_lists_look(b->lists, sax_attribute(a, "val")));
}

static void start_paragraph_property(struct body *b, enum docx_element e,
				     const struct sax_attributes *a)
{
	struct paragraph *p = &top(b)->paragraph;

	if (e == EL_PARAGRAPH_STYLE) {
		p->list.style = pool_dup(b->pool, sax_attribute(a, "val"));
		p->hidden = docx_lists_look(b->lists, p->list.style).hidden;
	} else if (e == EL_NUM_ID) {
		p->list.num = docx_number(a, "val", -1);
	} else if (e == EL_LEVEL_INDEX) {
		p->list.level = docx_number(a, "val", -1);
	}
}

static enum story_merge merge_of(const struct sax_attributes *a)
{
	return str_is(sax_attribute(a, "val"), "restart") ? MERGE_RESTART : MERGE_CONTINUE;
}

static size_t columns_of(const struct sax_attributes *a, int least)
{
	int n = docx_number(a, "val", least);

	/* One column too many is enough to be seen as such. */
	return (size_t)(n < least ? least : n > LIMIT_COLUMNS ? LIMIT_COLUMNS + 1 : n);
}

static void start_cell_property(struct body *b, enum docx_element e, const struct sax_attributes *a)
{
	struct story_cell *c = top(b)->cell;

	if (!c)
		return;
	if (e == EL_GRID_SPAN)
		c->cols = columns_of(a, 1);
	else if (e == EL_V_MERGE)
		c->down = merge_of(a);
	else if (e == EL_H_MERGE)
		c->right = merge_of(a);
}

static void start_row_property(struct body *b, enum docx_element e, const struct sax_attributes *a)
{
	struct story_row *r = top(b)->row;

	if (!r)
		return;
	if (e == EL_DELETED)
		r->deleted = true;
	else if (e == EL_GRID_BEFORE)
		r->before = columns_of(a, 0);
}

/* Tables, rows and cells, wherever they stand: content controls may be around them. */
static bool start_table_part(struct body *b, enum docx_element e)
{
	struct frame *f = top(b);

	if (e == EL_TABLE) {
		close_paragraph(b);
		if (!f->table)
			f->table = story_add_table(&f->story, b->pool);
	} else if (e == EL_ROW && f->table) {
		f->row = story_add_row(f->table, b->pool);
	} else if (e == EL_CELL && f->row) {
		struct story_cell *c = story_add_cell(f->row, b->pool);

		c->number = *b->paragraphs + 1;
		push_frame(b);
		top(b)->cell = c;
	}
	return count_thing(b);
}

static bool start_paragraph_or_box(struct body *b, enum docx_element e)
{
	if (e == EL_PARAGRAPH)
		begin_paragraph(b);
	else
		push_frame(b);
	return count_thing(b);
}

/* Text art is an attribute. */
static void add_word_art(struct body *b, const struct sax_attributes *a)
{
	struct frame *f = top(b);
	struct str s = sax_attribute(a, "string");

	story_add_paragraph(f->paragraph.open ? &f->boxes : &f->story, b->pool,
			    pool_dup(b->pool, s), STR_EMPTY, *b->paragraphs);
}

/* Whether an element is passed over with all that is in it: what was deleted, or was so before, and
 * the second of two ways to draw one thing. */
static bool is_skipped(const struct body *b, enum docx_element e)
{
	switch (e) {
	case EL_CHANGE:
	case EL_FIELD_CODE:
	case EL_RUBY_TEXT:
		return true;
	case EL_DELETED:
	case EL_MOVED_AWAY:
		return around(b, 0) != EL_RUN_PROPERTIES && around(b, 0) != EL_ROW_PROPERTIES;
	case EL_CHOICE:
	case EL_FALLBACK:
		return b->depth > 0 && (b->mark[b->depth - 1] & MARK_CHOSEN);
	default:
		return false;
	}
}

static bool start_element(struct body *b, enum docx_element e, const struct sax_attributes *a)
{
	enum docx_element parent = around(b, 1);

	switch (e) {
	case EL_PARAGRAPH:
	case EL_TEXT_BOX:
		return start_paragraph_or_box(b, e);
	case EL_TABLE:
	case EL_ROW:
	case EL_CELL:
		return start_table_part(b, e);
	case EL_RUN:
		top(b)->run = (struct run){.raised = false};
		break;
	case EL_WORD_ART:
		add_word_art(b, a);
		return count_thing(b);
	case EL_CELL_DELETED:
		if (top(b)->cell)
			top(b)->cell->merged = true;
		break;
	case EL_PLACEHOLDER:
		b->prompts = docx_on(a);
		break;
	case EL_SDT_CONTENT:
		if (b->prompts && !b->placeholder)
			b->placeholder = b->depth;
		b->prompts = false;
		break;
	case EL_NUM_ID:
	case EL_LEVEL_INDEX:
	case EL_PARAGRAPH_STYLE:
		start_paragraph_property(b, e, a);
		break;
	default:
		if (parent == EL_RUN)
			start_in_run(b, e, a);
		else if (parent == EL_RUN_PROPERTIES)
			start_run_property(b, e, a);
		else if (parent == EL_CELL_PROPERTIES)
			start_cell_property(b, e, a);
		else if (parent == EL_ROW_PROPERTIES)
			start_row_property(b, e, a);
	}
	return true;
}

static bool on_start(void *context, enum docx_element e, const struct sax_attributes *a)
{
	struct body *b = context;

	if (b->skip || is_skipped(b, e)) {
		b->skip++;
		return true;
	}
	if (b->depth > 0 && (e == EL_CHOICE || e == EL_FALLBACK))
		b->mark[b->depth - 1] |= MARK_CHOSEN;
	b->mark[b->depth] = 0;
	b->open[b->depth++] = (unsigned char)e;
	return start_element(b, e, a);
}

/* Ends a cell or a text box. */
static void end_story(struct body *b)
{
	struct story_cell *cell = top(b)->cell;
	struct story story = pop_frame(b);
	struct frame *host = top(b);

	if (cell && !cell->merged) /* a deleted cell is nothing but a place left out */
		cell->story = story;
	else if (!cell)
		story_append(host->paragraph.open ? &host->boxes : &host->story, &story);
}

static void on_end(void *context, enum docx_element e)
{
	struct body *b = context;

	if (b->skip) {
		b->skip--;
		return;
	}
	if (b->placeholder == b->depth)
		b->placeholder = 0;
	b->depth--;
	if (b->mark[b->depth] & MARK_FRAME)
		end_story(b);
	else if (e == EL_PARAGRAPH)
		end_paragraph(b);
	else if (e == EL_TEXT && around(b, 0) == EL_RUN)
		end_text(b);
	else if (e == EL_ROW)
		top(b)->row = NULL;
	else if (e == EL_TABLE)
		top(b)->table = NULL;
}

static void on_text(void *context, struct str s)
{
	struct body *b = context;

	if (b->skip || around(b, 0) != EL_TEXT)
		return;
	b->length += s.n;
	b->large |= b->length > TEXT_MOST;
	if (!b->large)
		buf_put(&b->piece, s);
}

enum docx_end docx_body_read(struct str xml, struct docx_lists *lists, struct pool *pool,
			     size_t *paragraphs, struct story *story)
{
	static const struct docx_handler handler = {on_start, on_end, on_text};
	struct body *b = xcalloc(1, sizeof *b);
	enum docx_end end = DOCX_DONE;

	b->lists = lists;
	b->pool = pool;
	b->paragraphs = paragraphs;
	push_frame(b);
	if (!docx_xml_read(xml, &handler, b))
		end = DOCX_DAMAGED;
	if (b->large)
		end = DOCX_LARGE;
	if (end == DOCX_DONE) {
		struct story read = pop_frame(b);

		story_append(story, &read);
	}
	buf_free(&b->text);
	buf_free(&b->outside);
	buf_free(&b->label);
	buf_free(&b->piece);
	free(b);
	return end;
}
