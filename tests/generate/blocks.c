#include <stdlib.h>

#include "common/alloc.h"
#include "tests/generate/formats.h"

static void add(struct blocks *b, enum block_kind kind, struct str text, const struct grid *grid)
{
	b->v = grow(b->v, &b->cap, b->n + 1, sizeof *b->v);
	b->v[b->n++] = (struct block){kind, text, grid};
}

/* Every line that is not blank, without its indent. */
static void add_lines(struct blocks *b, enum block_kind kind, struct str text)
{
	struct str line;

	while (str_cut(&text, '\n', &line))
		if (str_trim(line).n)
			add(b, kind, str_trim(line), NULL);
}

void blocks_cut(struct report *r, struct str text, struct blocks *b)
{
	size_t at = 0, i;

	text = pool_dup(r->pool, text);
	for (i = 0; i < r->marks; i++) {
		const struct mark *m = &r->mark[i];
		struct str s = str_sub(text, m->from, m->to);

		add_lines(b, BLOCK_PARAGRAPH, str_sub(text, at, m->from));
		if (m->kind == BLOCK_TABLE || m->kind == BLOCK_TITLE)
			add(b, m->kind, str_trim(s), m->grid);
		else
			add_lines(b, m->kind, s);
		at = m->to;
	}
	add_lines(b, BLOCK_PARAGRAPH, str_from(text, at));
}

/* Labels are broken where their cells end; by hand, too, only where rulings tell the cells apart.
 */
static struct str without_breaks(struct report *r, struct str s)
{
	struct buf b = BUF_INIT;
	size_t i;

	if (r->format != FORMAT_PDF_HALF && r->format != FORMAT_PDF_BARE)
		return s;
	for (i = 0; i < s.n; i++)
		if (s.p[i] != '\n')
			buf_putc(&b, s.p[i]);
	s = pool_dup(r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

static const struct grid *styled_grid(struct encoder *e, struct report *r, const struct grid *g)
{
	struct grid *copy = pool_alloc(r->pool, sizeof *copy);
	size_t i, j;

	*copy = *g;
	for (i = 0; i < g->n; i++)
		for (j = 0; j < g->row[i].n; j++)
			copy->row[i].cell[j].text =
				encode_style(e, r, without_breaks(r, g->row[i].cell[j].text));
	return copy;
}

void blocks_style(struct encoder *e, struct report *r, struct blocks *b)
{
	size_t i;

	for (i = 0; i < b->n; i++) {
		b->v[i].text = encode_style(e, r, b->v[i].text);
		if (b->v[i].grid)
			b->v[i].grid = styled_grid(e, r, b->v[i].grid);
	}
}

void blocks_free(struct blocks *b)
{
	free(b->v);
}

const char *format_print(struct encoder *e, struct report *r, struct blocks *b, struct buf *to)
{
	struct buf page = BUF_INIT;
	struct paper paper = {0};
	const char *encoding = "";

	switch (r->format) {
	case FORMAT_HTML:
	case FORMAT_HTML_SITE:
		(r->format == FORMAT_HTML ? print_html : print_html_site)(r, b, &page);
		encoding = encode(e, r, buf_str(&page), to);
		break;
	case FORMAT_HTML_WORD:
		print_html_word(r, b, &page);
		encoding = encode_gb18030(e, r, buf_str(&page), to);
		break;
	case FORMAT_DOCX:
		blocks_style(e, r, b);
		print_docx(r, b, to);
		break;
	default:
		blocks_style(e, r, b);
		paper_set(r, b, &paper);
		(r->format == FORMAT_OFD ? print_ofd : print_pdf)(r, &paper, to);
		paper_free(&paper);
	}
	buf_free(&page);
	return encoding;
}
