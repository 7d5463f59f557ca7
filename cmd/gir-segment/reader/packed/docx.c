/* Word documents (DOCX): ECMA-376, as Word, WPS and LibreOffice write them. */
#include "cmd/gir-segment/reader/packed/docx_body.h"
#include "cmd/gir-segment/reader/packed/docx_xml.h"
#include "cmd/gir-segment/reader/packed/package.h"
#include "cmd/gir-segment/reader/readers.h"
#include "common/diag.h"

/* A part that the document is related to. */
struct relation {
	struct relation *next;
	struct str type, name; /* type: what its address ends in, as "styles" */
};

/* The relations of one part. */
struct relations {
	struct pool *pool;
	struct str from;
	struct relation *first, **end;
};

struct document {
	struct reading *r;
	struct package package;
	struct str name; /* of the main part */
	struct relations relations;
	struct docx_lists *lists;
	size_t paragraphs, tables;
	bool large;
};

/* Pictures and what speaks of looks and settings are left packed. */
static bool is_wanted(struct str name)
{
	static const char *const others[] = {
		"word/theme/",       "word/media/",      "word/settings.", "word/fontTable.",
		"word/webSettings.", "word/embeddings/", "customXml/",     "docProps/",
		"word/glossary/",    "word/fonts/"};
	size_t i;

	for (i = 0; i < sizeof others / sizeof *others; i++)
		if (str_starts(name, str_of(others[i])))
			return false;
	return str_ends(name, STR(".xml")) || str_ends(name, STR(".rels")) ||
	       str_ends(name, STR(".XML")) || str_ends(name, STR(".RELS"));
}

/* ---- relations ---- */

static bool add_relation(void *context, enum docx_element e, const struct sax_attributes *a)
{
	struct relations *all = context;
	struct relation *new;
	struct str type = sax_attribute(a, "Type");
	struct buf name = BUF_INIT;
	size_t at = type.n;

	if (e != EL_RELATIONSHIP || str_is(sax_attribute(a, "TargetMode"), "External"))
		return true;
	while (at > 0 && type.p[at - 1] != '/')
		at--;
	package_resolve(all->from, sax_attribute(a, "Target"), &name);
	new = pool_alloc(all->pool, sizeof *new);
	*new = (struct relation){NULL, pool_dup(all->pool, str_from(type, at)),
				 pool_dup(all->pool, buf_str(&name))};
	buf_free(&name);
	*all->end = new;
	all->end = &new->next;
	return true;
}

static void end_nothing(void *context, enum docx_element e)
{
	(void)context, (void)e;
}

/* Reads what the part `from` ("" for the package) is related to. */
static void read_relations(struct document *d, struct str from)
{
	static const struct docx_handler handler = {add_relation, end_nothing, NULL};
	struct relations *all = &d->relations;
	struct buf name = BUF_INIT;
	struct str xml;
	size_t at = from.n;

	while (at > 0 && from.p[at - 1] != '/')
		at--;
	buf_put(&name, str_sub(from, 0, at));
	buf_put(&name, STR("_rels/"));
	buf_put(&name, str_from(from, at));
	buf_put(&name, STR(".rels"));
	*all = (struct relations){.pool = &d->r->pool, .from = from};
	all->end = &all->first;
	if (package_part(&d->package, buf_str(&name), &xml))
		docx_xml_read(xml, &handler, all);
	buf_free(&name);
}

/* The first part that is related as `type`, else that of the usual name. */
static struct str related(const struct document *d, const char *type, const char *usual)
{
	const struct relation *rel;
	struct str xml = STR_EMPTY;

	for (rel = d->relations.first; rel; rel = rel->next)
		if (str_is(rel->type, type) && package_part(&d->package, rel->name, &xml))
			return xml;
	(void)package_part(&d->package, str_of(usual), &xml);
	return xml;
}

static void find_main(struct document *d)
{
	const struct relation *rel;
	struct str xml;

	read_relations(d, STR_EMPTY);
	d->name = STR("word/document.xml");
	for (rel = d->relations.first; rel; rel = rel->next) {
		if (!str_is(rel->type, "officeDocument") ||
		    !package_part(&d->package, rel->name, &xml))
			continue;
		d->name = rel->name;
		return;
	}
}

/* ---- text ---- */

static bool has_text(const struct text *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (str_trim(t->line[i].s).n > 0)
			return true;
	return false;
}

/* Notes are text of the report, behind the rest; headers and footers are the page's. */
static void read_around(struct document *d, bool notes)
{
	static const char *const types[][2] = {{"header", "footer"}, {"footnotes", "endnotes"}};
	const struct relation *rel;
	struct text *to = &d->r->text;
	struct str xml;

	for (rel = d->relations.first; rel && !d->large; rel = rel->next) {
		struct story story = {.first = NULL};
		const struct story_block *b;

		if (!(str_is(rel->type, types[notes][0]) || str_is(rel->type, types[notes][1])) ||
		    !package_part(&d->package, rel->name, &xml))
			continue;
		d->large = docx_body_read(xml, d->lists, &d->r->pool, &d->paragraphs, &story) ==
			   DOCX_LARGE;
		for (b = story.first; b; b = b->next) {
			if (str_trim(b->text).n == 0)
				continue;
			if (notes)
				text_add(to, b->text, b->number);
			else
				text_add(to, STR_EMPTY, b->number)->outside = b->text;
		}
	}
}

static bool refuse(struct reading *r, const char *format, const char *why)
{
	diag(r->name, 0, "%s", why);
	r->format = format;
	return false;
}

static bool read_parts(struct document *d)
{
	struct story body = {.first = NULL};
	struct reading *r = d->r;
	struct str xml;
	enum docx_end end;

	find_main(d);
	if (!package_part(&d->package, d->name, &xml))
		return d->package.encrypted
			       ? refuse(r, "docx-encrypted", "the document is encrypted")
			       : refuse(r, "docx-damaged", "the document's text is lost");
	read_relations(d, d->name);
	d->lists = docx_lists_new(related(d, "styles", "word/styles.xml"),
				  related(d, "numbering", "word/numbering.xml"));
	end = docx_body_read(xml, d->lists, &r->pool, &d->paragraphs, &body);
	if (end == DOCX_DAMAGED)
		return refuse(r, "docx-damaged", "the document's XML is not in order");
	story_write(&body, &r->pool, &r->text, &d->tables);
	d->large = end == DOCX_LARGE;
	read_around(d, true);
	read_around(d, false);
	if (d->large)
		return refuse(r, "docx-bomb", "larger than any report's document");
	r->format = has_text(&r->text) ? "docx" : "docx-empty";
	return has_text(&r->text);
}

bool read_docx(struct reading *r, struct str bytes)
{
	struct document d = {.r = r};
	bool read;

	if (package_open(&d.package, bytes, is_wanted))
		read = read_parts(&d);
	else
		read = refuse(r, "docx-bomb", "unpacks to far more than a report's document");
	docx_lists_free(d.lists);
	package_free(&d.package);
	return read;
}
