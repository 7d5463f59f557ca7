#include "cmd/gir-segment/reader/packed/docx_xml.h"

#include "cmd/gir-segment/reader/limits.h"

enum ns { NS_OTHER, NS_WORD, NS_COMPATIBILITY, NS_MATH, NS_VML, NS_RELATIONSHIPS };

/* The namespaces, transitional and strict. */
static enum ns namespace_of(struct str uri)
{
	static const struct {
		const char *uri;
		enum ns ns;
	} known[] = {
		{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", NS_WORD},
		{"http://purl.oclc.org/ooxml/wordprocessingml/main", NS_WORD},
		{"http://schemas.openxmlformats.org/markup-compatibility/2006", NS_COMPATIBILITY},
		{"http://schemas.openxmlformats.org/officeDocument/2006/math", NS_MATH},
		{"http://purl.oclc.org/ooxml/officeDocument/math", NS_MATH},
		{"urn:schemas-microsoft-com:vml", NS_VML},
		{"http://schemas.openxmlformats.org/package/2006/relationships", NS_RELATIONSHIPS},
	};
	size_t i;

	for (i = 0; i < sizeof known / sizeof *known; i++)
		if (str_is(uri, known[i].uri))
			return known[i].ns;
	return NS_OTHER;
}

/* In the order of the names, for a search by halves. */
static const struct {
	const char *name;
	enum ns ns;
	enum docx_element element;
} elements[] = {
	{"AlternateContent", NS_COMPATIBILITY, EL_ALTERNATE},
	{"Choice", NS_COMPATIBILITY, EL_CHOICE},
	{"Fallback", NS_COMPATIBILITY, EL_FALLBACK},
	{"Relationship", NS_RELATIONSHIPS, EL_RELATIONSHIP},
	{"abstractNum", NS_WORD, EL_ABSTRACT_NUM},
	{"abstractNumId", NS_WORD, EL_ABSTRACT_NUM_ID},
	{"basedOn", NS_WORD, EL_BASED_ON},
	{"br", NS_WORD, EL_BREAK},
	{"cellDel", NS_WORD, EL_CELL_DELETED},
	{"cr", NS_WORD, EL_CARRIAGE_RETURN},
	{"del", NS_WORD, EL_DELETED},
	{"delInstrText", NS_WORD, EL_FIELD_CODE},
	{"delText", NS_WORD, EL_FIELD_CODE},
	{"dstrike", NS_WORD, EL_STRIKE},
	{"fldChar", NS_WORD, EL_FIELD},
	{"gridAfter", NS_WORD, EL_GRID_AFTER},
	{"gridBefore", NS_WORD, EL_GRID_BEFORE},
	{"gridSpan", NS_WORD, EL_GRID_SPAN},
	{"hMerge", NS_WORD, EL_H_MERGE},
	{"ilvl", NS_WORD, EL_LEVEL_INDEX},
	{"instrText", NS_WORD, EL_FIELD_CODE},
	{"isLgl", NS_WORD, EL_LEGAL},
	{"lvl", NS_WORD, EL_LEVEL},
	{"lvlOverride", NS_WORD, EL_LEVEL_OVERRIDE},
	{"lvlRestart", NS_WORD, EL_LEVEL_RESTART},
	{"lvlText", NS_WORD, EL_LEVEL_TEXT},
	{"moveFrom", NS_WORD, EL_MOVED_AWAY},
	{"noBreakHyphen", NS_WORD, EL_NO_BREAK_HYPHEN},
	{"num", NS_WORD, EL_NUM},
	{"numFmt", NS_WORD, EL_NUM_FORMAT},
	{"numId", NS_WORD, EL_NUM_ID},
	{"numStyleLink", NS_WORD, EL_NUM_STYLE_LINK},
	{"p", NS_WORD, EL_PARAGRAPH},
	{"pPr", NS_WORD, EL_PARAGRAPH_PROPERTIES},
	{"pStyle", NS_WORD, EL_PARAGRAPH_STYLE},
	{"ptab", NS_WORD, EL_TAB},
	{"r", NS_WORD, EL_RUN},
	{"rPr", NS_WORD, EL_RUN_PROPERTIES},
	{"rStyle", NS_WORD, EL_RUN_STYLE},
	{"rt", NS_WORD, EL_RUBY_TEXT},
	{"sdtContent", NS_WORD, EL_SDT_CONTENT},
	{"showingPlcHdr", NS_WORD, EL_PLACEHOLDER},
	{"specVanish", NS_WORD, EL_STYLE_BREAK},
	{"start", NS_WORD, EL_START},
	{"startOverride", NS_WORD, EL_START_OVERRIDE},
	{"strike", NS_WORD, EL_STRIKE},
	{"style", NS_WORD, EL_STYLE},
	{"sym", NS_WORD, EL_SYMBOL},
	{"t", NS_WORD, EL_TEXT},
	{"tab", NS_WORD, EL_TAB},
	{"tbl", NS_WORD, EL_TABLE},
	{"tc", NS_WORD, EL_CELL},
	{"tcPr", NS_WORD, EL_CELL_PROPERTIES},
	{"textpath", NS_VML, EL_WORD_ART},
	{"tr", NS_WORD, EL_ROW},
	{"trPr", NS_WORD, EL_ROW_PROPERTIES},
	{"txbxContent", NS_WORD, EL_TEXT_BOX},
	{"vMerge", NS_WORD, EL_V_MERGE},
	{"vanish", NS_WORD, EL_VANISH},
	{"vertAlign", NS_WORD, EL_VERTICAL_ALIGN},
};

/* A run of mathematics is one of text as well: m:r, m:t. */
static enum docx_element element_of(const char *name, enum ns ns)
{
	size_t from = 0, to = sizeof elements / sizeof *elements;

	if (ns == NS_MATH)
		return strcmp(name, "t") == 0   ? EL_TEXT
		       : strcmp(name, "r") == 0 ? EL_RUN
						: EL_OTHER;
	while (ns != NS_OTHER && from < to) {
		size_t middle = (from + to) / 2;
		int order = strcmp(name, elements[middle].name);

		if (order == 0)
			return elements[middle].ns == ns ? elements[middle].element : EL_OTHER;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return ns == NS_WORD && str_ends(str_of(name), STR("Change")) ? EL_CHANGE : EL_OTHER;
}

/* Elements by the address of their name, which equal names share: most come again. */
enum { SEEN = 256 };
struct seen {
	const char *name;
	enum ns ns;
	enum docx_element element;
};

struct reader {
	const struct docx_handler *handler;
	void *context;
	const char *uri; /* the namespace seen last */
	enum ns ns;
	size_t depth;
	bool stopped;
	unsigned char open[LIMIT_NESTING]; /* the elements around */
	struct seen seen[SEEN];
};

static enum docx_element known_element(struct reader *r, const char *name)
{
	struct seen *seen = &r->seen[((uintptr_t)name ^ (uintptr_t)name >> 8) % SEEN];

	if (seen->name != name || seen->ns != r->ns)
		*seen = (struct seen){name, r->ns, element_of(name, r->ns)};
	return seen->element;
}

static void on_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct reader *r = context;
	enum docx_element e;

	if (r->stopped)
		return;
	if (a->uri != r->uri) {
		r->uri = a->uri;
		r->ns = a->uri ? namespace_of(str_of(a->uri)) : NS_OTHER;
	}
	e = known_element(r, name.p);
	r->open[r->depth++] = (unsigned char)e;
	r->stopped = !r->handler->start(r->context, e, a);
}

static void on_end(void *context, struct str name)
{
	struct reader *r = context;

	(void)name;
	if (!r->stopped && r->depth > 0)
		r->handler->end(r->context, (enum docx_element)r->open[--r->depth]);
}

static void on_text(void *context, struct str s)
{
	struct reader *r = context;

	if (!r->stopped && r->handler->text)
		r->handler->text(r->context, s);
}

bool docx_xml_read(struct str xml, const struct docx_handler *handler, void *context)
{
	static const struct sax sax = {on_start, on_end, on_text};
	struct reader r = {.handler = handler, .context = context};

	return sax_parse(xml, false, &sax, &r) && !r.stopped;
}

int docx_number(const struct sax_attributes *a, const char *name, int otherwise)
{
	struct str s = str_trim(sax_attribute(a, name));
	int v = 0;
	size_t i;

	if (str_starts(s, STR("-")))
		return -1;
	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v < 100000 ? v * 10 + (s.p[i] - '0') : 1000000;
	return i > 0 ? v : otherwise;
}

bool docx_on(const struct sax_attributes *a)
{
	struct str s = sax_attribute(a, "val");

	return !(str_is(s, "0") || str_is(s, "false") || str_is(s, "off") || str_is(s, "none"));
}
