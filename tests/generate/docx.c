/* docx: a small Word package: content types, relations, document, styles, numbering, a footer. */
#include "tests/generate/docx.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD_PART "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORD_SPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char content_types[] = XML
	"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
	"<Default Extension=\"rels\" "
	"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_PART "document.main+xml\"/>"
	"<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_PART "styles+xml\"/>"
	"<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_PART "numbering+xml\"/>"
	"<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD_PART "footer+xml\"/>"
	"</Types>\n";

static const char package_relations[] =
	XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	    "<Relationship Id=\"rId1\" Type=\"" RELATION "/officeDocument\" "
	    "Target=\"word/document.xml\"/></Relationships>\n";

static const char document_relations[] =
	XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	    "<Relationship Id=\"rId1\" Type=\"" RELATION "/styles\" Target=\"styles.xml\"/>"
	    "<Relationship Id=\"rId2\" Type=\"" RELATION "/numbering\" Target=\"numbering.xml\"/>"
	    "<Relationship Id=\"rId3\" Type=\"" RELATION "/footer\" Target=\"footer1.xml\"/>"
	    "</Relationships>\n";

static const char numbering[] =
	XML "<w:numbering " WORD_SPACE "><w:abstractNum w:abstractNumId=\"0\">"
	    "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
	    "<w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/>"
	    "<w:lvlText w:val=\"%1、\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>"
	    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>\n";

static const char footer[] = XML
	"<w:ftr " WORD_SPACE "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>- </w:t></w:r>"
	"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
	"</w:instrText></w:r>"
	"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r>"
	"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> -</w:t></w:r></w:p></w:ftr>\n";

static const char document_head[] =
	XML "<w:document " WORD_SPACE " xmlns:r=\"" RELATION "\" "
	    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
	    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
	    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
	    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
	    "xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>\n";

static const char document_foot[] =
	"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
	"<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1700\" "
	"w:bottom=\"1440\" w:left=\"1700\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>"
	"</w:sectPr></w:body></w:document>\n";

#define BORDER(side) "<w:" side " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
static const char table_style[] =
	"<w:style w:type=\"table\" w:styleId=\"a3\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
	"<w:tblBorders>" BORDER("top") BORDER("left") BORDER("bottom") BORDER("right")
		BORDER("insideH") BORDER("insideV") "</w:tblBorders></w:tblPr></w:style>";

static void put_styles(const struct author *a, struct buf *to)
{
	bool counted = a->numbered && a->by_style;

	say(to,
	    XML "<w:styles " WORD_SPACE "><w:style w:type=\"paragraph\" w:default=\"1\" "
		"w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" "
		"w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr>%s"
		"<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>%s</w:styles>\n",
	    counted ? "<w:numPr><w:numId w:val=\"1\"/></w:numPr>" : "", table_style);
}

static struct str number_of(size_t n)
{
	static const char *const numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、"};

	return n < COUNT_OF(numbers) ? str_of(numbers[n]) : STR("?");
}

/* Whether the headings bear the numbers that Word would give them. */
static bool counts(const struct blocks *b)
{
	size_t i, n = 0;

	for (i = 0; i < b->n; i++)
		if (b->v[i].kind == BLOCK_HEADING && !str_starts(b->v[i].text, number_of(n++)))
			return false;
	return true;
}

static void put_heading(struct author *a, struct str s, size_t n, struct buf *to)
{
	const char *properties = "<w:pStyle w:val=\"1\"/>";

	if (!a->numbered) {
		docx_paragraph(a, s, properties, to);
		return;
	}
	if (!a->by_style)
		properties = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
	docx_paragraph(a, str_trim(str_from(s, number_of(n).n)), properties, to);
}

/* The lines of the signature, in a box or as they are. Returns how many blocks they are. */
static size_t put_signature(struct author *a, const struct blocks *b, size_t i, struct buf *to)
{
	struct str lines[8];
	size_t n = 0, k;

	while (i + n < b->n && b->v[i + n].kind == BLOCK_SIGNATURE && n < COUNT_OF(lines)) {
		lines[n] = b->v[i + n].text;
		n++;
	}
	if (a->boxed)
		docx_box(a, lines, n, to);
	else
		for (k = 0; k < n; k++)
			docx_paragraph(a, lines[k], "<w:jc w:val=\"right\"/>", to);
	return n;
}

static void put_title(struct author *a, struct str s, struct buf *to)
{
	bool control = a->controls;
	struct str line;

	if (control)
		buf_put(to,
			STR("<w:sdt><w:sdtPr><w:alias w:val=\"标题\"/></w:sdtPr><w:sdtContent>"));
	while (str_cut(&s, '\n', &line))
		docx_paragraph(a, line, "<w:jc w:val=\"center\"/>", to);
	if (control)
		buf_put(to, STR("</w:sdtContent></w:sdt>\n"));
}

static void put_document(struct author *a, const struct blocks *b, struct buf *to)
{
	size_t headings = 0, i;

	buf_put(to, str_of(document_head));
	for (i = 0; i < b->n; i++) {
		const struct block *v = &b->v[i];

		if (v->kind == BLOCK_TABLE)
			docx_table(a, v->grid, to);
		else if (v->kind == BLOCK_HEADING)
			put_heading(a, v->text, headings++, to);
		else if (v->kind == BLOCK_TITLE)
			put_title(a, v->text, to);
		else if (v->kind == BLOCK_SIGNATURE)
			i += put_signature(a, b, i, to) - 1;
		else
			docx_paragraph(a, v->text, "<w:ind w:firstLineChars=\"200\"/>", to);
	}
	buf_put(to, str_of(document_foot));
}

void print_docx(struct report *r, const struct blocks *b, struct buf *to)
{
	struct author a = {.r = r};
	struct buf part = BUF_INIT;
	struct zip *z = zip_new(to);

	a.tracked = random_chance(&r->ink, 40) && r->noise > 0;
	a.broken = random_chance(&r->ink, 70);
	a.fields = random_chance(&r->ink, 40) && r->noise > 0;
	a.controls = random_chance(&r->ink, 35) && r->noise > 0;
	a.boxed = random_chance(&r->ink, 25);
	a.numbered = random_chance(&r->ink, 40) && counts(b);
	a.by_style = random_chance(&r->ink, 50);
	zip_add(z, "[Content_Types].xml", str_of(content_types));
	zip_add(z, "_rels/.rels", str_of(package_relations));
	put_document(&a, b, &part);
	zip_add(z, "word/document.xml", buf_str(&part));
	zip_add(z, "word/_rels/document.xml.rels", str_of(document_relations));
	buf_clear(&part);
	put_styles(&a, &part);
	zip_add(z, "word/styles.xml", buf_str(&part));
	zip_add(z, "word/numbering.xml", str_of(numbering));
	zip_add(z, "word/footer1.xml", str_of(footer));
	zip_end(z);
	buf_free(&part);
}
