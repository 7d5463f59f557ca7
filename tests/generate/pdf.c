/* pdf: a small PDF 1.4 (ISO 32000-1): one font, not embedded, of which a CMap tells the characters.
 */
#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"
#include "tests/generate/formats.h"

struct pdf {
	struct report *r;
	struct buf *to;
	uint16_t glyph[0x10000]; /* by character: its number in the font, from 1 */
	uint16_t character[0x10000];
	size_t glyphs;
	size_t *offset; /* of each object */
	size_t objects, cap;
};

enum { CATALOG = 1, PAGES, FONT, CID_FONT, DESCRIPTOR, UNICODE, FIRST_PAGE };

static size_t glyph_of(struct pdf *f, uint32_t cp)
{
	cp &= 0xffff;
	if (!f->glyph[cp]) {
		f->glyph[cp] = (uint16_t)++f->glyphs;
		f->character[f->glyphs] = (uint16_t)cp;
	}
	return f->glyph[cp];
}

static void begin(struct pdf *f, size_t object)
{
	f->offset = grow(f->offset, &f->cap, object + 1, sizeof *f->offset);
	f->offset[object] = f->to->n;
	if (object > f->objects)
		f->objects = object;
	say(f->to, "%zu 0 obj\n", object);
}

static void end(struct pdf *f)
{
	buf_put(f->to, STR("\nendobj\n"));
}

static void put_stream(struct pdf *f, size_t object, struct str content)
{
	begin(f, object);
	say(f->to, "<< /Length %zu >>\nstream\n", content.n);
	buf_put(f->to, content);
	buf_put(f->to, STR("\nendstream"));
	end(f);
}

static void put_string(struct pdf *f, double x, double y, double size, struct str s, struct buf *to)
{
	size_t i = 0;

	say(to, "/F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <", size, x, y);
	while (i < s.n)
		say(to, "%04zX", glyph_of(f, utf8_next(s, &i)));
	buf_put(to, STR("> Tj\n"));
}

/* Some writers begin a string anew where the script changes. */
static void put_text(struct pdf *f, const struct paper_text *t, struct buf *to)
{
	bool split = f->r->style.variant % 2;
	size_t from = 0, i = 0;
	double x = t->x;
	bool was = false;

	while (i < t->s.n) {
		size_t at = i;
		bool ascii = utf8_next(t->s, &i) < 0x80;

		if (split && at > from && ascii != was) {
			struct str s = str_sub(t->s, from, at);

			put_string(f, x, t->y, t->size, s, to);
			x += paper_width(s) * t->size;
			from = at;
		}
		was = ascii;
	}
	put_string(f, x, t->y, t->size, str_from(t->s, from), to);
}

/* A line that is stroked, or a thin box that is filled. */
static void put_line(const struct pdf *f, const struct paper_line *l, struct buf *to)
{
	if (f->r->style.variant >= 3)
		say(to, "%.2f %.2f m %.2f %.2f l S\n", l->x1, l->y1, l->x2, l->y2);
	else if (l->x1 == l->x2)
		say(to, "%.2f %.2f 0.5 %.2f re f\n", l->x1 - 0.25, l->y2, l->y1 - l->y2);
	else
		say(to, "%.2f %.2f %.2f 0.5 re f\n", l->x1, l->y1 - 0.25, l->x2 - l->x1);
}

static void put_page(struct pdf *f, const struct paper *p, size_t page)
{
	struct buf content = BUF_INIT;
	size_t object = FIRST_PAGE + 2 * page, i;

	buf_put(&content, STR("0.5 w\n"));
	for (i = 0; i < p->lines; i++)
		if (p->line[i].page == page)
			put_line(f, &p->line[i], &content);
	buf_put(&content, STR("BT\n"));
	for (i = 0; i < p->texts; i++)
		if (p->text[i].page == page)
			put_text(f, &p->text[i], &content);
	buf_put(&content, STR("ET"));
	begin(f, object);
	say(f->to,
	    "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Contents %zu 0 R "
	    "/Resources << /Font << /F1 %d 0 R >> >> >>",
	    PAGES, PAPER_WIDTH, PAPER_HEIGHT, object + 1, FONT);
	end(f);
	put_stream(f, object + 1, buf_str(&content));
	buf_free(&content);
}

static void put_unicode(struct pdf *f)
{
	struct buf b = BUF_INIT;
	size_t i;

	buf_put(&b, STR("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
			"/CMapName /Report def\n/CMapType 2 def\n"
			"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"));
	for (i = 1; i <= f->glyphs; i++) {
		size_t left = f->glyphs - i + 1;

		if (i % 100 == 1)
			say(&b, "%zu beginbfchar\n", left < 100 ? left : 100);
		say(&b, "<%04zX> <%04X>\n", i, f->character[i]);
		if (i % 100 == 0 || i == f->glyphs)
			buf_put(&b, STR("endbfchar\n"));
	}
	buf_put(&b, STR("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"));
	put_stream(f, UNICODE, buf_str(&b));
	buf_free(&b);
}

static void put_font(struct pdf *f)
{
	size_t i;

	begin(f, FONT);
	say(f->to,
	    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H "
	    "/DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
	    CID_FONT, UNICODE);
	end(f);
	begin(f, CID_FONT);
	say(f->to,
	    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo "
	    "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
	    "/FontDescriptor %d 0 R /DW 1000 /W [1 [",
	    DESCRIPTOR);
	for (i = 1; i <= f->glyphs; i++)
		say(f->to, "%d ", (int)(1000 * paper_advance(f->character[i])));
	buf_put(f->to, STR("]] >>"));
	end(f);
	begin(f, DESCRIPTOR);
	buf_put(f->to, STR("<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox "
			   "[0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 "
			   "/CapHeight 700 /StemV 80 >>"));
	end(f);
}

static void put_tree(struct pdf *f, size_t pages)
{
	size_t i;

	begin(f, CATALOG);
	say(f->to, "<< /Type /Catalog /Pages %d 0 R >>", PAGES);
	end(f);
	begin(f, PAGES);
	say(f->to, "<< /Type /Pages /Count %zu /Kids [", pages);
	for (i = 0; i < pages; i++)
		say(f->to, "%zu 0 R ", FIRST_PAGE + 2 * i);
	buf_put(f->to, STR("] >>"));
	end(f);
}

static void put_trailer(struct pdf *f)
{
	size_t at = f->to->n, i;

	say(f->to, "xref\n0 %zu\n0000000000 65535 f \n", f->objects + 1);
	for (i = 1; i <= f->objects; i++)
		say(f->to, "%010zu 00000 n \n", f->offset[i]);
	say(f->to, "trailer\n<< /Size %zu /Root %d 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
	    f->objects + 1, CATALOG, at);
}

void print_pdf(struct report *r, const struct paper *p, struct buf *to)
{
	struct pdf *f = xcalloc(1, sizeof *f);
	size_t i;

	f->r = r;
	f->to = to;
	buf_put(to, STR("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"));
	for (i = 0; i < p->pages; i++)
		put_page(f, p, i);
	put_tree(f, p->pages);
	put_font(f);
	put_unicode(f);
	put_trailer(f);
	free(f->offset);
	free(f);
}
