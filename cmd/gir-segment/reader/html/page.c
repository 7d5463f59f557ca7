#include "cmd/gir-segment/reader/html/page.h"

#include <stdlib.h>

#include "common/alloc.h"

void page_init(struct page *p, struct reading *r)
{
	*p = (struct page){.r = r, .t = &r->text, .cur = BUF_INIT};
}

void page_free(struct page *p)
{
	buf_free(&p->cur);
	free(p->frame);
	free(p->mark);
	free(p->table);
	free(p->cell);
	free(p->region);
	free(p->scratch_line);
	free(p->scratch_mark);
}

bool page_is_large(const struct page *p)
{
	return p->t->n > PAGE_LINES || p->cells > PAGE_LINES || p->bytes > PAGE_BYTES;
}

/* ---- lines ---- */

size_t page_box(struct page *p)
{
	size_t i = p->frames, box = 0;

	while (i > 0 && !p->frame[i - 1].box)
		i--;
	if (i > 0)
		box = p->frame[i - 1].box;
	for (; i < p->frames; i++) {
		p->frame[i].own = p->frame[i].tag->does & TAG_BOX && p->t->boxes < PAGE_BOXES;
		if (p->frame[i].own)
			box = text_open(p->t, box);
		p->frame[i].box = box;
	}
	return box;
}

void page_add(struct page *p, struct str s, size_t number, unsigned mark)
{
	struct text_line *line = text_add(p->t, s, number);

	line->box = page_box(p);
	p->mark = grow(p->mark, &p->mark_cap, p->t->n, 1);
	p->mark[p->t->n - 1] = (unsigned char)mark;
}

/* Nothing but spaces of any kind. */
static bool is_blank(struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		if (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r')
			i++;
		else if (str_starts(str_from(s, i), STR("\xc2\xa0")))
			i += 2;
		else if (str_starts(str_from(s, i), STR("\xe3\x80\x80")))
			i += 3;
		else
			return false;
	}
	return true;
}

static void add_line(struct page *p)
{
	struct str s = buf_str(&p->cur);
	unsigned mark = 0;

	if (!p->plain)
		mark |= MARK_LINK;
	if (p->titles) {
		mark &= ~(unsigned)MARK_LINK;
		mark |= MARK_TITLE;
	}
	if (!(mark & MARK_LINK) && page_words_heading(p->r->words, s))
		mark |= MARK_SECTION;
	page_add(p, pool_dup(&p->r->pool, s), p->cur_line, mark);
}

void page_flush(struct page *p)
{
	if (p->cur.n && !is_blank(buf_str(&p->cur)))
		add_line(p);
	buf_clear(&p->cur);
	p->gap = p->plain = false;
}

/* Ends a line of preformatted text, which may be blank. */
static void flush_pre(struct page *p, size_t number)
{
	while (p->cur.n && (p->cur.p[p->cur.n - 1] == '\r'))
		p->cur.n--;
	if (p->cur.n && !is_blank(buf_str(&p->cur)))
		add_line(p);
	else if (!(p->tables && p->table[p->tables - 1].in_cell))
		page_add(p, pool_dup(&p->r->pool, buf_str(&p->cur)), number, 0);
	buf_clear(&p->cur);
	p->gap = p->plain = false;
}

/* ---- text ---- */

/* What a byte of text is to a browser. */
enum { BYTE_PLAIN, BYTE_BLANK, BYTE_LEAD /* perhaps of a character without width */ };

static const unsigned char byte_class[256] = {
	[' '] = BYTE_BLANK, ['\t'] = BYTE_BLANK, ['\n'] = BYTE_BLANK, ['\r'] = BYTE_BLANK,
	[0xc2] = BYTE_LEAD, [0xe2] = BYTE_LEAD,  [0xef] = BYTE_LEAD,
};

/* The length of a character without width at the start: such may stand within a number. */
static size_t without_width(struct str s)
{
	static const struct str none[] = {
		{"\xc2\xad", 2},     /* soft hyphen */
		{"\xe2\x80\x8b", 3}, /* zero width space, non-joiner, joiner */
		{"\xe2\x80\x8c", 3}, {"\xe2\x80\x8d", 3},
		{"\xe2\x80\x8e", 3}, /* marks of direction */
		{"\xe2\x80\x8f", 3}, {"\xe2\x81\xa0", 3},
		{"\xef\xbb\xbf", 3},
	};
	size_t i;

	if (s.n == 0 || byte_class[(unsigned char)s.p[0]] != BYTE_LEAD)
		return 0;
	for (i = 0; i < sizeof none / sizeof *none; i++)
		if (str_starts(s, none[i]))
			return none[i].n;
	return 0;
}

/* A digit of a note or a power, which must not become one of the number before it. */
static void put_shifted(struct page *p, struct str s)
{
	static const uint32_t raised[] = {0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
					  0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
	size_t i;

	for (i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c < '0' || c > '9')
			buf_putc(&p->cur, c);
		else
			buf_put_cp(&p->cur,
				   p->raised ? raised[c - '0'] : 0x2080 + (uint32_t)(c - '0'));
	}
}

static void put_run(struct page *p, struct str s, size_t number)
{
	if (p->cur.n == 0)
		p->cur_line = number;
	else if (p->gap)
		buf_putc(&p->cur, ' ');
	p->gap = false;
	p->plain |= p->links == 0;
	if (p->raised || p->lowered)
		put_shifted(p, s);
	else
		buf_put(&p->cur, s);
}

static void put_flowing(struct page *p, struct str s, size_t number)
{
	size_t i = 0, from;

	while (i < s.n) {
		for (; i < s.n && byte_class[(unsigned char)s.p[i]] == BYTE_BLANK; i++) {
			number += s.p[i] == '\n';
			p->gap = true;
		}
		for (from = i; i < s.n; i++) {
			int class = byte_class[(unsigned char)s.p[i]];

			if (class == BYTE_BLANK ||
			    (class == BYTE_LEAD && without_width(str_from(s, i))))
				break;
		}
		if (i > from)
			put_run(p, str_sub(s, from, i), number);
		i += without_width(str_from(s, i));
	}
}

static void put_pre(struct page *p, struct str s, size_t number)
{
	size_t i = 0, end;

	if (p->pre_start && s.n) { /* a line feed right behind the tag is none of the text */
		size_t cr = s.p[0] == '\r' && s.n > 1;

		if (s.p[cr] == '\n') {
			number++;
			i = cr + 1;
		}
		p->pre_start = false;
	}
	for (; i < s.n; i = end + 1, number++) {
		end = str_find(s, STR("\n"), i);
		if (end > i && i < s.n)
			put_run(p, str_sub(s, i, end), number);
		if (end == STR_NONE)
			break;
		flush_pre(p, number);
	}
}

void page_text(struct page *p, struct str s)
{
	size_t number = p->line, i;

	if (p->drop || s.n == 0)
		return;
	if (memchr(s.p, '\n', s.n))
		for (i = 0; i < s.n; i++)
			number -= s.p[i] == '\n';
	p->bytes += s.n;
	if (p->pre && !p->in_head)
		put_pre(p, s, number);
	else
		put_flowing(p, s, number);
}

/* ---- elements ---- */

static void count(struct page *p, const struct frame *f, bool open)
{
	size_t one = open ? 1 : SIZE_MAX; /* taken off by adding it */

	p->links += (f->look & LOOK_LINK) ? one : 0;
	p->titles += (f->tag->does & TAG_HEADING) ? one : 0;
	p->outside += (f->look & LOOK_OUTSIDE) ? one : 0;
	p->hidden += (f->look & (LOOK_HIDDEN | LOOK_UNSEEN)) ? one : 0;
	p->pre += f->tag->kind == TAG_PRE ? one : 0;
	p->raised += f->tag->kind == TAG_RAISED ? one : 0;
	p->lowered += f->tag->kind == TAG_LOWERED ? one : 0;
}

static bool breaks_line(const struct tag *tag, unsigned look)
{
	if (tag->does & TAG_BLOCK && tag->kind == TAG_PLAIN)
		return !(look & LOOK_INLINE);
	return tag->does & TAG_BLOCK || look & LOOK_BLOCK;
}

/* A figure in a field of a form that stands in a cell, as where a page is printed from one. */
static void put_field(struct page *p, const char *const *attributes)
{
	struct str type = attribute(attributes, "type"), value = attribute(attributes, "value");
	bool shown = type.n == 0 || str_is(type, "text") || str_is(type, "number");

	if (shown && p->tables && p->table[p->tables - 1].in_cell && value.n &&
	    memchr("0123456789-+.", value.p[0], 13))
		page_text(p, value);
}

static void start_kind(struct page *p, const struct frame *f, const char *const *attributes)
{
	switch (f->tag->kind) {
	case TAG_TABLE:
		tables_open(p);
		break;
	case TAG_GROUP:
		tables_group(p);
		break;
	case TAG_ROW:
		tables_row(p, f->look);
		break;
	case TAG_CELL:
		tables_cell(p, f->look, attributes);
		break;
	case TAG_BREAK:
		if (p->pre)
			flush_pre(p, p->line);
		else
			page_flush(p);
		break;
	case TAG_PRE:
		p->pre_start = true;
		break;
	case TAG_TITLE:
		page_flush(p);
		p->in_head = true;
		break;
	case TAG_INPUT:
		put_field(p, attributes);
		break;
	case TAG_META:
		outside_meta(p, attributes);
		break;
	default:
		break;
	}
}

static bool is_hidden_inline(const struct tag *tag, unsigned look)
{
	return look & (LOOK_HIDDEN | LOOK_UNSEEN) && !(tag->does & TAG_BLOCK);
}

void page_start(struct page *p, const struct tag *tag, const char *const *attributes)
{
	struct frame *f;
	unsigned look = p->drop ? 0 : look_of(p, tag, attributes);

	if (!p->drop && breaks_line(tag, look))
		page_flush(p);
	if (p->beyond || p->frames == PAGE_FRAMES ||
	    (tag->kind == TAG_TABLE && p->tables == LIMIT_NESTING)) {
		p->beyond++;
		if (!p->drop && tag->kind == TAG_BREAK)
			page_flush(p);
		return;
	}
	p->frame = grow(p->frame, &p->frame_cap, p->frames + 1, sizeof *p->frame);
	f = &p->frame[p->frames++];
	*f = (struct frame){.tag = tag, .look = look, .line = p->t->n};
	if (p->drop)
		return;
	if (p->outside + p->hidden > 16)
		f->look &= ~(unsigned)(LOOK_OUTSIDE | LOOK_HIDDEN);
	count(p, f, true);
	if (tag->kind == TAG_PICTURE && !p->hidden)
		tables_picture(p);
	if (tag->does & TAG_DROP || is_hidden_inline(tag, look)) {
		p->drop = p->frames;
		return;
	}
	start_kind(p, f, attributes);
}

static void end_kind(struct page *p, const struct frame *f)
{
	switch (f->tag->kind) {
	case TAG_TABLE:
		tables_close(p);
		break;
	case TAG_GROUP:
		tables_group(p);
		break;
	case TAG_ROW:
		tables_row_end(p);
		break;
	case TAG_CELL:
		tables_cell_end(p);
		break;
	case TAG_TITLE:
		outside_title(p);
		break;
	default:
		break;
	}
}

/* Links over many lines are the text itself, with a tag that was never closed. */
static void end_link(struct page *p, const struct frame *f)
{
	enum { CARD = 5 };
	size_t i;

	if (f->look & LOOK_LINK && p->t->n > f->line + CARD)
		for (i = f->line; i < p->t->n; i++)
			p->mark[i] &= (unsigned char)~MARK_LINK;
}

void page_end(struct page *p)
{
	struct frame f;
	bool own;

	if (p->beyond) {
		p->beyond--;
		return;
	}
	if (p->frames == 0)
		return;
	f = p->frame[p->frames - 1];
	if (p->drop) {
		if (p->drop == p->frames) {
			p->drop = 0;
			count(p, &f, false);
		}
		p->frames--;
		return;
	}
	if (breaks_line(f.tag, f.look))
		page_flush(p);
	end_kind(p, &f);
	end_link(p, &f);
	own = p->frame[--p->frames].own;
	count(p, &f, false);
	if (f.look & (LOOK_OUTSIDE | LOOK_HIDDEN | LOOK_UNSEEN) && p->t->n > f.line)
		outside_region(p, &f);
	if (own)
		text_close(p->t, p->frame[p->frames].box); /* it may be newer than f */
}

/* A number at the end of a page that was cut may be cut itself, and is no cell. */
static void drop_cut_cell(struct page *p)
{
	struct text_line *last = p->t->n ? &p->t->line[p->t->n - 1] : NULL;

	if (last && last->s.n && last->s.p[last->s.n - 1] >= '0' && last->s.p[last->s.n - 1] <= '9')
		last->cell.table = 0;
}

void page_finish(struct page *p, bool cut)
{
	p->beyond = 0;
	while (p->frames)
		page_end(p);
	page_flush(p);
	p->t->unfinished = cut;
	if (cut)
		drop_cut_cell(p);
	outside_finish(p);
}
