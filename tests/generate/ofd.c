/* ofd: the pages as OFD (GB/T 33190-2016): millimetres from the left upper corner. */
#include "common/utf8.h"
#include "tests/generate/docx.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OFD_SPACE "xmlns:ofd=\"http://www.ofdspec.org/2016\""

static const double MM = 25.4 / 72;

static const char entry[] = XML
	"<ofd:OFD " OFD_SPACE " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>"
	"<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID><ofd:Creator>办公室</ofd:Creator>"
	"</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>\n";

static const char resources[] =
	XML "<ofd:Res " OFD_SPACE " BaseLoc=\"Res\"><ofd:Fonts>"
	    "<ofd:Font ID=\"2\" FontName=\"宋体\" FamilyName=\"宋体\"/></ofd:Fonts></ofd:Res>\n";

/* Identifiers of objects are unique in the document; 1 .. 9 are taken. */
struct ofd {
	struct report *r;
	size_t id;
	struct buf *to;
};

/* Advances, runs of equal ones in the short form, where the writer knows it. */
static void put_advances(struct ofd *o, struct str s, double size)
{
	size_t i = 0;
	bool groups = o->r->style.variant % 2, first = true;

	while (i < s.n) {
		double advance = paper_advance(utf8_next(s, &i));
		size_t n = 1;

		while (groups && i < s.n) {
			size_t next = i;

			if (paper_advance(utf8_next(s, &next)) != advance || next >= s.n)
				break;
			i = next;
			n++;
		}
		if (i >= s.n)
			break;
		if (!first)
			buf_putc(o->to, ' ');
		if (n > 1)
			say(o->to, "g %zu ", n);
		say(o->to, "%.4f", advance * size);
		first = false;
	}
}

static void put_text(struct ofd *o, const struct paper_text *t)
{
	double size = t->size * MM, width = paper_width(t->s) * size;

	say(o->to,
	    "<ofd:TextObject ID=\"%zu\" Boundary=\"%.4f %.4f %.4f %.4f\" Font=\"2\" "
	    "Size=\"%.4f\"><ofd:TextCode X=\"0\" Y=\"%.4f\"",
	    ++o->id, t->x * MM, (PAPER_HEIGHT - t->y) * MM - 0.86 * size, width, size * 1.1, size,
	    0.86 * size);
	if (utf8_length(t->s) > 1) {
		buf_put(o->to, STR(" DeltaX=\""));
		put_advances(o, t->s, size);
		buf_putc(o->to, '"');
	}
	buf_putc(o->to, '>');
	docx_escape(t->s, o->to);
	buf_put(o->to, STR("</ofd:TextCode></ofd:TextObject>\n"));
}

static void put_line(struct ofd *o, const struct paper_line *l)
{
	double width = (l->x2 - l->x1) * MM, height = (l->y1 - l->y2) * MM;

	say(o->to,
	    "<ofd:PathObject ID=\"%zu\" Boundary=\"%.4f %.4f %.4f %.4f\" LineWidth=\"0.176\">"
	    "<ofd:AbbreviatedData>M 0 0 L %.4f %.4f</ofd:AbbreviatedData></ofd:PathObject>\n",
	    ++o->id, l->x1 * MM, (PAPER_HEIGHT - l->y1) * MM, width > 0 ? width : 0.176,
	    height > 0 ? height : 0.176, width, height);
}

static void put_page(struct ofd *o, const struct paper *p, size_t page)
{
	size_t i;

	say(o->to,
	    XML "<ofd:Page " OFD_SPACE "><ofd:Area><ofd:PhysicalBox>0 0 209.9028 297.0389"
		"</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"%zu\" Type=\"Body\">\n",
	    ++o->id);
	for (i = 0; i < p->lines; i++)
		if (p->line[i].page == page)
			put_line(o, &p->line[i]);
	for (i = 0; i < p->texts; i++)
		if (p->text[i].page == page)
			put_text(o, &p->text[i]);
	buf_put(o->to, STR("</ofd:Layer></ofd:Content></ofd:Page>\n"));
}

static void put_document(size_t pages, struct buf *to)
{
	size_t i;

	say(to, XML
	    "<ofd:Document " OFD_SPACE "><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID>"
	    "<ofd:PageArea><ofd:PhysicalBox>0 0 209.9028 297.0389</ofd:PhysicalBox></ofd:PageArea>"
	    "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>");
	for (i = 0; i < pages; i++)
		say(to, "<ofd:Page ID=\"%zu\" BaseLoc=\"Pages/Page_%zu/Content.xml\"/>", 90000 + i,
		    i);
	buf_put(to, STR("</ofd:Pages></ofd:Document>\n"));
}

void print_ofd(struct report *r, const struct paper *p, struct buf *to)
{
	struct zip *z = zip_new(to);
	struct buf part = BUF_INIT;
	struct ofd o = {r, 9, &part};
	size_t i;

	zip_add(z, "OFD.xml", str_of(entry));
	put_document(p->pages, &part);
	zip_add(z, "Doc_0/Document.xml", buf_str(&part));
	zip_add(z, "Doc_0/PublicRes.xml", str_of(resources));
	for (i = 0; i < p->pages; i++) {
		struct str name = report_text(r, "Doc_0/Pages/Page_%zu/Content.xml", i);

		buf_clear(&part);
		put_page(&o, p, i);
		zip_add(z, name.p, buf_str(&part));
	}
	zip_end(z);
	buf_free(&part);
}
