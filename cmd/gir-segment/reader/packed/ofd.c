/* OFD (GB/T 33190-2016): a zip of XML parts that say where each character and each line stands. */
#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/packed/ofd_page.h"
#include "cmd/gir-segment/reader/packed/package.h"
#include "cmd/gir-segment/reader/readers.h"
#include "cmd/gir-segment/reader/xml/sax.h"
#include "common/alloc.h"
#include "common/diag.h"

enum {
	UNMAPPED = 3,         /* percent of characters without a meaning that a text may have */
	LIMIT_XML = 256 << 20 /* bytes of content to read: templates are read for each page */
};

static const double POINTS = 72 / 25.4;
static const struct box a4 = {0, 0, 210, 297};

/* A part that Document.xml names: a page, or a template. */
struct part {
	struct buf name, id;
	bool template;
};

struct ofd {
	struct reading *r;
	struct package package;
	struct buf root; /* the name of Document.xml */
	struct part *part;
	size_t n, cap, pages_named;
	struct box area; /* of pages that have none of their own */
	struct buf text; /* of the element at hand */
	bool in_root, in_area, in_box;
	struct pages pages;
	struct ofd_counts counts;
	size_t bytes; /* of content that was read */
};

static bool fail(struct ofd *o, const char *format)
{
	o->r->format = format;
	return false;
}

static bool is_xml(struct str name)
{
	return str_ends(name, STR(".xml")) || str_ends(name, STR(".XML"));
}

/* ---- which parts there are ---- */

static void root_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct ofd *o = context;

	(void)a;
	o->in_root = o->root.n == 0 && str_is(name, "DocRoot");
	buf_clear(&o->text);
}

static void take_text(void *context, struct str s)
{
	struct ofd *o = context;

	if (o->in_root || o->in_box)
		buf_put(&o->text, s);
}

static void root_end(void *context, struct str name)
{
	struct ofd *o = context;

	(void)name;
	if (o->in_root)
		package_resolve(STR_EMPTY, str_trim(buf_str(&o->text)), &o->root);
	o->in_root = false;
}

static void add_part(struct ofd *o, const struct sax_attributes *a, bool template)
{
	struct part *p;
	struct buf from = BUF_INIT;

	o->part = grow(o->part, &o->cap, o->n + 1, sizeof *o->part);
	p = &o->part[o->n++];
	*p = (struct part){BUF_INIT, BUF_INIT, template};
	o->pages_named += !template;
	buf_put(&from, buf_str(&o->root));
	package_resolve(buf_str(&from), sax_attribute(a, "BaseLoc"), &p->name);
	buf_put(&p->id, sax_attribute(a, "ID"));
	buf_free(&from);
}

static void document_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct ofd *o = context;

	if (str_is(name, "Page") || str_is(name, "TemplatePage"))
		if (o->n < (size_t)LIMIT_PARTS)
			add_part(o, a, str_is(name, "TemplatePage"));
	o->in_area |= str_is(name, "PageArea");
	o->in_box = o->in_area && str_is(name, "PhysicalBox");
	buf_clear(&o->text);
}

static void document_end(void *context, struct str name)
{
	struct ofd *o = context;

	if (o->in_box)
		(void)ofd_box(buf_str(&o->text), &o->area);
	o->in_box = false;
	if (str_is(name, "PageArea"))
		o->in_area = false;
}

/* Finds the parts. False where the document is damaged. */
static bool read_structure(struct ofd *o)
{
	static const struct sax root = {root_start, root_end, take_text};
	static const struct sax document = {document_start, document_end, take_text};
	struct str xml;

	o->area = a4;
	return package_part(&o->package, STR("OFD.xml"), &xml) && sax_parse(xml, false, &root, o) &&
	       o->root.n && package_part(&o->package, buf_str(&o->root), &xml) &&
	       sax_parse(xml, false, &document, o) && o->pages_named;
}

/* ---- pages ---- */

static bool read_content(struct ofd *o, struct str xml, struct page *page)
{
	o->bytes += xml.n;
	return o->bytes <= LIMIT_XML && ofd_page_content(xml, &o->pages, page, &o->counts);
}

/* The lines and words of the templates whose IDs are listed. */
static bool read_templates(struct ofd *o, struct str ids, struct page *page)
{
	struct str id, xml;
	size_t i;

	while (str_cut(&ids, ' ', &id))
		for (i = 0; id.n && i < o->n; i++)
			if (o->part[i].template && str_eq(buf_str(&o->part[i].id), id) &&
			    package_part(&o->package, buf_str(&o->part[i].name), &xml) &&
			    !read_content(o, xml, page))
				return false;
	return true;
}

static bool read_page(struct ofd *o, const struct part *part, struct ofd_page *facts)
{
	struct str xml;
	struct page *page;
	struct box area;

	if (!package_part(&o->package, buf_str(&part->name), &xml) || !ofd_page_facts(xml, facts))
		return false;
	area = facts->area.x1 > facts->area.x0 ? facts->area : o->area;
	page = pages_add(&o->pages, (area.x1 - area.x0) * POINTS, (area.y1 - area.y0) * POINTS);
	return read_templates(o, buf_str(&facts->templates), page) && read_content(o, xml, page);
}

static bool read_pages(struct ofd *o)
{
	struct ofd_page facts = {.templates = BUF_INIT};
	bool done = true;
	size_t i;

	for (i = 0; i < o->n && done; i++)
		done = o->part[i].template || read_page(o, &o->part[i], &facts);
	buf_free(&facts.templates);
	if (o->pages.words <= LIMIT_WORDS && o->bytes <= LIMIT_XML)
		return done || fail(o, "ofd-damaged");
	diag(o->r->name, 0, "more words or drawings than a report has");
	return fail(o, "ofd-bomb");
}

static bool read_document(struct ofd *o, struct str bytes)
{
	if (!package_open(&o->package, bytes, is_xml))
		return fail(o, "zip-bomb");
	if (o->package.encrypted)
		return fail(o, "ofd-encrypted");
	if (!read_structure(o))
		return fail(o, "ofd-damaged");
	if (o->pages_named > LIMIT_PAGES) {
		diag(o->r->name, 0, "more than %d pages", LIMIT_PAGES);
		return fail(o, "ofd-bomb");
	}
	if (!read_pages(o))
		return false;
	if (o->counts.glyphs == 0)
		return fail(o, "ofd-scanned");
	if (o->counts.unmapped * 100 > o->counts.glyphs * UNMAPPED)
		return fail(o, "ofd-unmapped");
	pages_read(&o->pages, o->r);
	return true;
}

bool read_ofd(struct reading *r, struct str bytes)
{
	struct ofd o = {.r = r};
	bool done;
	size_t i;

	pages_init(&o.pages, &r->pool);
	done = read_document(&o, bytes);
	pages_free(&o.pages);
	for (i = 0; i < o.n; i++) {
		buf_free(&o.part[i].name);
		buf_free(&o.part[i].id);
	}
	free(o.part);
	package_free(&o.package);
	buf_free(&o.root);
	buf_free(&o.text);
	return done;
}
