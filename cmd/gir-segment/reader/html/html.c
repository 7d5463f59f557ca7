/* HTML: the bytes to the parser's events (libxml2), the events to a page (page.h). */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "cmd/gir-segment/reader/html/asked.h"
#include "cmd/gir-segment/reader/html/declared.h"
#include "cmd/gir-segment/reader/html/page.h"
#include "cmd/gir-segment/reader/html/plain.h"
#include "cmd/gir-segment/reader/readers.h"
#include "common/decode.h"
#include "common/diag.h"

enum {
	CACHE = 128,         /* tags whose names were met */
	DICTIONARY = 8 << 20 /* bytes of names of elements and attributes */
};

/* One run of a parser. */
struct run {
	struct page page;
	htmlParserCtxt *parser;
	size_t lines; /* of the source before it */
	size_t next;  /* where the parser that takes over begins, */
	bool taken;   /* if one does */
	bool large;
	bool nests, deep; /* nesting counts exactly; it must be counted so */
	struct {
		const xmlChar *name;
		const struct tag *tag;
	} cache[CACHE]; /* by the name's address, which is the same each time */
};

static const struct str mark = {"\xef\xbb\xbf", 3}; /* of UTF-8 */

static const struct tag *find_tag(struct run *r, const xmlChar *name)
{
	size_t i = (uint64_t)(uintptr_t)name * 0x9e3779b97f4a7c15 >> 57; /* of 128 */

	if (r->cache[i].name != name) {
		r->cache[i].name = name;
		r->cache[i].tag = tag_named((const char *)name);
	}
	return r->cache[i].tag;
}

static void set_line(struct run *r)
{
	r->page.line = r->lines + (size_t)r->parser->input->line;
}

/* Ends this parser; behind the tag that it is in the next one begins, for which nothing is open:
 * each end tag is looked for among all open elements. */
static void hand_over(struct run *r)
{
	r->lines += (size_t)r->parser->input->line - 1;
	r->next = (size_t)xmlByteConsumed(r->parser) - mark.n;
	r->taken = true;
	xmlStopParser(r->parser);
}

/* Whether what the parser still tells is of no use. */
static bool is_over(const struct run *r)
{
	return r->taken || r->large || r->deep;
}

static void on_start(void *run, const xmlChar *name, const xmlChar **attributes)
{
	struct run *r = run;

	if (is_over(r))
		return;
	set_line(r);
	page_start(&r->page, find_tag(r, name), (const char *const *)attributes);
	if (page_is_large(&r->page)) {
		r->large = true;
		xmlStopParser(r->parser);
	} else if (!r->nests && r->parser->nameNr >= LIMIT_NESTING) {
		r->deep = true;
		xmlStopParser(r->parser);
	} else if (r->parser->nameNr > LIMIT_NESTING) {
		hand_over(r);
	}
}

static void on_end(void *run, const xmlChar *name)
{
	struct run *r = run;

	(void)name;
	if (is_over(r))
		return;
	set_line(r);
	page_end(&r->page);
}

static void on_text(void *run, const xmlChar *s, int n)
{
	struct run *r = run;

	if (is_over(r))
		return;
	set_line(r);
	page_text(&r->page, (struct str){(const char *)s, n > 0 ? (size_t)n : 0});
	if (page_is_large(&r->page)) {
		r->large = true;
		xmlStopParser(r->parser);
	}
}

/* Scripts and style sheets. */
static void on_script(void *run, const xmlChar *s, int n)
{
	(void)run;
	(void)s;
	(void)n;
}

static const xmlSAXHandler events = {
	.startElement = on_start,
	.endElement = on_end,
	.characters = on_text,
	.ignorableWhitespace = on_text,
	.cdataBlock = on_script,
};

/* What the parser reads: the text, behind a mark that says it is UTF-8. */
struct source {
	struct str mark, text;
};

static int take(struct str *from, char *to, int room)
{
	size_t n = from->n < (size_t)room ? from->n : (size_t)room;

	memcpy(to, from->p, n);
	*from = str_from(*from, n);
	return (int)n;
}

static int on_read(void *source, char *to, int room)
{
	struct source *s = source;

	int n = take(&s->mark, to, room);

	return n + take(&s->text, to + n, room - n);
}

static int on_close(void *source)
{
	(void)source;
	return 0;
}

static bool parse(struct run *r, struct str s)
{
	struct source source = {mark, s};
	htmlParserCtxt *parser = htmlNewParserCtxt();

	if (!parser)
		return false;
	memcpy(parser->sax, &events, sizeof events);
	parser->userData = r;
	xmlDictSetLimit(parser->dict, DICTIONARY);
	r->parser = parser;
	memset(r->cache, 0, sizeof r->cache);
	htmlCtxtReadIO(parser, on_read, on_close, &source, NULL, NULL,
		       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
			       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
	htmlFreeParserCtxt(parser);
	return true;
}

/* Runs parsers over the text until it ends. */
static bool parse_all(struct run *r, struct str s)
{
	do {
		r->taken = false;
		if (s.n && !parse(r, s))
			return false;
		if (r->taken) {
			size_t end = str_find(s, STR(">"), r->next);

			s = str_from(s, end == STR_NONE ? s.n : end + 1);
		}
	} while (r->taken && s.n);
	return true;
}

/* A page that ends in the middle of a text, not behind a tag, was cut. */
static bool is_cut(struct str s)
{
	s = str_trim(s);
	return s.n && s.p[s.n - 1] != '>';
}

/* Reads the text of a page; false where it holds more than any report. *deep: paragraphs count
 * among the elements that nest, and did not. */
static bool read_page(struct reading *r, struct str text, bool nests, bool *deep)
{
	struct run run = {.nests = nests};
	struct str s = asked_text(plain_text(text, &r->room), nests, &r->room);
	bool read;

	page_init(&run.page, r);
	read = parse_all(&run, s) && !run.large;
	if (read && !run.deep)
		page_finish(&run.page, is_cut(s));
	page_free(&run.page);
	*deep = run.deep;
	return read;
}

bool read_html(struct reading *r, struct str bytes)
{
	struct decoded d;
	char declared[DECLARED];
	const char *charset = declared_charset(bytes, declared) ? declared : NULL;
	bool read, deep;

	if (bytes.n > LIMIT_UNPACKED) {
		r->format = "html-large";
		return false;
	}
	if (!r->words)
		r->words = page_words_new();
	decode(&r->charsets, bytes, charset, &r->room, &d);
	r->encoding = d.encoding;
	r->undecodable = d.undecodable;
	read = read_page(r, d.text, false, &deep);
	if (deep) {
		text_clear(&r->text);
		pool_clear(&r->pool);
		decode(&r->charsets, bytes, charset, &r->room, &d); /* what was thinned out */
		read = read_page(r, d.text, true, &deep);
	}
	if (!read)
		r->format = "html-large";
	return read;
}
