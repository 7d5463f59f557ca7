/* html_word: the page as Word saves it: styles in every tag, a span for every change of script,
 * lines broken anywhere but inside of a word. */
#include "common/utf8.h"
#include "tests/generate/formats.h"

static bool ascii_word(uint32_t cp)
{
	return cp < 0x80 && cp != ' ' && cp != '\n';
}

/* Word can leave out what only Word reads. */
static bool filtered(const struct report *r)
{
	return r->style.variant % 3 == 2;
}

static void open_span(struct report *r, bool ascii, struct buf *to)
{
	static const char *const plain[] = {"<span style='font-family:宋体'>", "<span lang=EN-US>"};

	static const char *const latin[] = {
		"<span lang=EN-US>",
		"<span lang=EN-US\nstyle='font-size:12.0pt'>",
		("<span\nlang=EN-US style='font-size:10.5pt;font-family:\"Times New "
		 "Roman\",serif;\n"
		 "mso-fareast-font-family:仿宋_GB2312'>"),
	};
	static const char *const fareast[] = {
		"<span style='font-family:宋体'>",
		("<span\nstyle='font-size:12.0pt;font-family:仿宋_GB2312;"
		 "mso-hansi-font-family:宋体'>"),
		("<span style='mso-bidi-font-size:10.5pt;mso-ascii-font-family:Calibri;\n"
		 "mso-hansi-font-family:Calibri'>"),
	};

	if (filtered(r))
		buf_put(to, str_of(plain[ascii]));
	else
		buf_put(to, str_of(ascii ? PICK(&r->ink, latin) : PICK(&r->ink, fareast)));
}

/* The text in spans; some begin in the middle of a word or a number. */
static void put_spans(struct report *r, struct str s, struct buf *to)
{
	bool open = false, was = false;
	size_t i = 0, column = 0;

	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);
		bool ascii = ascii_word(cp);

		if (cp == '\n') {
			buf_put(to, STR("<br>\n"));
			continue;
		}
		if (!open || ascii != was || random_chance(&r->ink, 2)) {
			if (open)
				buf_put(to, STR("</span>"));
			open_span(r, ascii, to);
			open = true;
		}
		if (!ascii && !was && column++ > 30 && random_chance(&r->ink, 20)) {
			buf_putc(to, '\n');
			column = 0;
		}
		was = ascii;
		if (cp == '<' || cp == '>' || cp == '&')
			say(to, "&#%u;", (unsigned)cp);
		else if (cp == 0xa0)
			buf_put(to, STR("&nbsp;"));
		else
			buf_put_cp(to, cp);
	}
	if (open)
		buf_put(to, STR("</span>"));
}

/* A paragraph; the mark of its end is Word's own. */
static void put_paragraph(struct report *r, struct str s, const char *style, struct buf *to)
{
	bool font = random_chance(&r->ink, 10), plain = filtered(r);

	say(to, "<p class=MsoNormal%s%s>", plain ? "" : " ", plain ? "" : style);
	if (font)
		buf_put(to, STR("<font face=\"仿宋_GB2312\"><font size=3\ncolor=\"#000000\">"));
	if (s.n)
		put_spans(r, s, to);
	if (font)
		buf_put(to, STR("</font></font>"));
	if (plain)
		buf_put(to, s.n ? STR("</p>\n") : STR("<span lang=EN-US>&nbsp;</span></p>\n"));
	else
		buf_put(to, s.n ? STR("<span lang=EN-US><o:p></o:p></span></p>\n\n")
				: STR("<span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n\n"));
}

static void put_cell(struct report *r, const struct grid *g, size_t i, size_t j, struct buf *to)
{
	const struct grid_cell *c = &g->row[i].cell[j];
	size_t rows = grid_rows(g, i, j);
	struct str rest = c->text, piece;

	say(to, "  <td width=%zu ", 52 * c->span);
	if (c->span > 1)
		say(to, "colspan=%zu ", c->span);
	if (rows > 1)
		say(to, "rowspan=%zu ", rows);
	if (filtered(r))
		buf_put(to, STR(">"));
	else
		say(to,
		    "style='width:%zu.0pt;border:solid windowtext 1.0pt;\n"
		    "  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>\n  ",
		    39 * c->span);
	while (str_cut(&rest, '\n', &piece))
		put_paragraph(r, piece,
			      "align=center style='text-align:center;\n  line-height:12pt'", to);
	buf_put(to, STR("  </td>\n"));
}

/* What Word writes for programs that cannot do columns of uneven width; it is no row. */
static void put_misaligned(const struct grid *g, struct buf *to)
{
	size_t i;

	buf_put(to, STR(" <![if !supportMisalignedColumns]>\n <tr height=0>\n"));
	for (i = 0; i < g->width; i++)
		buf_put(to, STR("  <td width=52 style='border:none'></td>\n"));
	buf_put(to, STR(" </tr>\n <![endif]>\n"));
}

static void put_table(struct report *r, const struct grid *g, struct buf *to)
{
	size_t i, j;

	buf_put(to, STR("<div align=center>\n\n"
			"<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n"
			" style='border-collapse:collapse;border:none;mso-border-alt:solid "
			"windowtext .5pt;\n mso-yfti-tbllook:1184'>\n"));
	for (i = 0; i < g->n; i++) {
		say(to, " <tr style='mso-yfti-irow:%zu%s;height:%d.0pt'>\n", i,
		    i == 0 ? ";mso-yfti-firstrow:yes" : "", 24);
		for (j = 0; j < g->row[i].n; j++)
			if (!grid_covered(g, i, j))
				put_cell(r, g, i, j, to);
		buf_put(to, STR(" </tr>\n"));
	}
	if (random_chance(&r->ink, 40))
		put_misaligned(g, to);
	buf_put(to, STR("</table>\n\n</div>\n\n"));
}

static void put_head(struct report *r, struct buf *to)
{
	static const char *const charsets[] = {
		"<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n",
		"<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n",
		"<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n", ""};

	say(to,
	    "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\n"
	    "xmlns:o=\"urn:schemas-microsoft-com:office:office\"\n"
	    "xmlns:w=\"urn:schemas-microsoft-com:office:word\"\n"
	    "xmlns=\"http://www.w3.org/TR/REC-html40\">\n\n<head>\n%s"
	    "<meta name=ProgId content=Word.Document>\n"
	    "<meta name=Generator content=\"Microsoft Word 15\">\n<title>附件</title>\n"
	    "<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Author>办公室</o:Author>\n"
	    "  <o:Created>%d-01-08T02:10:00Z</o:Created>\n  <o:Pages>6</o:Pages>\n"
	    " </o:DocumentProperties>\n</xml><![endif]-->\n",
	    PICK(&r->ink, charsets), r->year + 1);
	buf_put(to,
		STR("<!--[if gte mso 9]><xml>\n <w:WordDocument>\n  <w:View>Print</w:View>\n"
		    "  <w:Compatibility><w:UseFELayout/></w:Compatibility>\n </w:WordDocument>\n"
		    "</xml><![endif]-->\n<style>\n<!--\n /* Font Definitions */\n @font-face\n"
		    "\t{font-family:宋体;\n\tpanose-1:2 1 6 0 3 1 1 1 1 1;\n"
		    "\tmso-font-alt:SimSun;}\n /* Style Definitions */\n p.MsoNormal, "
		    "li.MsoNormal, div.MsoNormal\n\t{mso-style-unhide:no;\n\tmargin:0cm;\n"
		    "\ttext-align:justify;\n\tfont-size:10.5pt;}\n@page WordSection1\n"
		    "\t{size:595.3pt 841.9pt;\n\tmargin:72.0pt 90.0pt 72.0pt 90.0pt;}\n"
		    "div.WordSection1\n\t{page:WordSection1;}\n-->\n</style>\n</head>\n\n"));
}

void print_html_word(struct report *r, const struct blocks *b, struct buf *to)
{
	size_t i;

	put_head(r, to);
	buf_put(to, STR("<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>\n\n"
			"<div class=WordSection1 style='layout-grid:15.6pt'>\n\n"));
	for (i = 0; i < b->n; i++) {
		const struct block *v = &b->v[i];
		struct str rest = v->text, line;

		if (v->kind == BLOCK_TABLE)
			put_table(r, v->grid, to);
		while (v->kind != BLOCK_TABLE && str_cut(&rest, '\n', &line))
			put_paragraph(r, line,
				      v->kind == BLOCK_TITLE
					      ? "align=center style='text-align:center'"
					      : "style='text-indent:32.0pt;line-height:28.0pt;\n"
						"mso-line-height-rule:exactly'",
				      to);
	}
	buf_put(to, STR("</div>\n\n</body>\n\n</html>\n"));
}
