#include "common/utf8.h"
#include "tests/generate/docx.h"

void docx_escape(struct str s, struct buf *to)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '&')
			buf_put(to, STR("&amp;"));
		else if (s.p[i] == '<')
			buf_put(to, STR("&lt;"));
		else
			buf_putc(to, s.p[i]);
	}
}

static const char *run_properties(struct author *a)
{
	static const char *const all[] = {
		"", "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>",
		"<w:rPr><w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"24\"/>"
		"<w:szCs w:val=\"24\"/></w:rPr>",
		"<w:rPr><w:kern w:val=\"0\"/><w:lang w:val=\"en-US\" "
		"w:eastAsia=\"zh-CN\"/></w:rPr>"};

	return PICK(&a->r->ink, all);
}

/* A hyphen may be one at which no line breaks, a tab is an element too. */
static void put_run(struct author *a, struct str s, struct buf *to)
{
	bool hard = str_is(s, "-") && random_chance(&a->r->ink, 50);

	say(to, "<w:r>%s", run_properties(a));
	if (hard)
		buf_put(to, STR("<w:noBreakHyphen/>"));
	else if (str_is(s, "\t"))
		buf_put(to, STR("<w:tab/>"));
	else if (str_is(s, "\n"))
		buf_put(to, STR("<w:br/>"));
	else {
		buf_put(to, STR("<w:t xml:space=\"preserve\">"));
		docx_escape(s, to);
		buf_put(to, STR("</w:t>"));
	}
	buf_put(to, STR("</w:r>"));
}

static void put_deleted(struct author *a, struct buf *to)
{
	say(to,
	    "<w:del w:id=\"%zu\" w:author=\"办公室\" w:date=\"2024-01-09T10:00:00Z\"><w:r>"
	    "<w:delText xml:space=\"preserve\">%zu</w:delText></w:r></w:del>",
	    ++a->ids, 1 + random_below(&a->r->ink, 900));
}

/* A run by itself or within what Word puts around runs. */
static void put_piece(struct author *a, struct str s, struct buf *to)
{
	unsigned how = (unsigned)random_below(&a->r->ink, 100);

	if (a->tracked && how < 4)
		put_deleted(a, to);
	if (a->tracked && how < 8) {
		say(to, "<w:ins w:id=\"%zu\" w:author=\"办公室\" w:date=\"2024-01-09T10:00:00Z\">",
		    ++a->ids);
		put_run(a, s, to);
		buf_put(to, STR("</w:ins>"));
	} else if (a->fields && how >= 96) {
		buf_put(to,
			STR("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
			    "xml:space=\"preserve\"> HYPERLINK \"http://www.example.cn/2018/88\" "
			    "</w:instrText></w:r><w:r><w:fldChar "
			    "w:fldCharType=\"separate\"/></w:r>"));
		put_run(a, s, to);
		buf_put(to, STR("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
	} else if (a->fields && how >= 94) {
		buf_put(to, STR("<w:fldSimple w:instr=\" QUOTE 88 \">"));
		put_run(a, s, to);
		buf_put(to, STR("</w:fldSimple>"));
	} else if (a->controls && how >= 90) {
		buf_put(to,
			STR("<w:sdt><w:sdtPr><w:alias w:val=\"件数\"/></w:sdtPr><w:sdtContent>"));
		put_run(a, s, to);
		buf_put(to, STR("</w:sdtContent></w:sdt>"));
	} else {
		put_run(a, s, to);
	}
	if (how == 50)
		buf_put(to, STR("<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"0\" "
				"w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>"));
}

static bool stands_alone(uint32_t cp)
{
	return cp == '\n' || cp == '\t' || cp == '-';
}

void docx_runs(struct author *a, struct str s, struct buf *to)
{
	size_t from = 0, i = 0, n = utf8_length(s);
	unsigned cut = !a->broken ? 1 : n < 12 ? 30 : 6;

	while (i < s.n) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i);

		if (at > from && (stands_alone(cp) || random_chance(&a->r->ink, cut))) {
			put_piece(a, str_sub(s, from, at), to);
			from = at;
		}
		if (stands_alone(cp)) {
			put_piece(a, str_sub(s, at, i), to);
			from = i;
		}
	}
	if (from < s.n)
		put_piece(a, str_from(s, from), to);
}

void docx_paragraph(struct author *a, struct str s, const char *properties, struct buf *to)
{
	buf_put(to, STR("<w:p>"));
	if (*properties)
		say(to, "<w:pPr>%s</w:pPr>", properties);
	docx_runs(a, s, to);
	buf_put(to, STR("</w:p>\n"));
}

static void box_content(struct author *a, const struct str *lines, size_t n, struct buf *to)
{
	size_t i;

	buf_put(to, STR("<w:txbxContent>"));
	for (i = 0; i < n; i++)
		docx_paragraph(a, lines[i], "<w:jc w:val=\"right\"/>", to);
	buf_put(to, STR("</w:txbxContent>"));
}

void docx_box(struct author *a, const struct str *lines, size_t n, struct buf *to)
{
	buf_put(to, STR("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
			"<wp:anchor><wp:extent cx=\"2700000\" cy=\"900000\"/>"
			"<wp:docPr id=\"3\" name=\"文本框 3\"/><a:graphic><a:graphicData "
			"uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
			"<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/><wps:txbx>"));
	box_content(a, lines, n, to);
	buf_put(to, STR("</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
			"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id=\"box\" "
			"style=\"width:212pt;height:71pt\"><v:textbox>"));
	box_content(a, lines, n, to);
	buf_put(to, STR("</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
			"</w:p>\n"));
}
