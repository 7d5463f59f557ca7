#include "cmd/gir-segment/report.h"

#include <errno.h>
#include <stdlib.h>

#include "cmd/gir-segment/layout/layout.h"
#include "cmd/gir-segment/reader/members.h"
#include "common/alloc.h"
#include "common/diag.h"
#include "common/format.h"

void segmenter_init(struct segmenter *s, struct output *out)
{
	*s = (struct segmenter){.fold = xmalloc(sizeof *s->fold)};
	reader_init();
	fold_init(s->fold);
	divisions_load(&s->divisions);
	s->rules = section_rules_new(s->fold);
	s->finder = identity_new(s->fold, &s->divisions);
	s->furniture = furniture_new();
	blocks_init(&s->blocks, out);
}

void segmenter_free(struct segmenter *s)
{
	identity_free(s->finder);
	section_rules_free(s->rules);
	furniture_free(s->furniture);
	divisions_free(&s->divisions);
	manifest_free(&s->manifest);
	blocks_free(&s->blocks);
	source_free(&s->source);
	buf_free(&s->name);
	reader_free(&s->reading);
	pieces_free(&s->pieces);
	pool_free(&s->pool);
	free(s->fold);
}

/* ---- the bytes ---- */

/* Why a report could not be read, as the streams name it (meta key format). */
static const char *name_error(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return "missing";
	case EACCES:
	case EPERM:
		return "denied";
	case EISDIR:
		return "directory";
	default:
		return "error";
	}
}

/* ---- who, when, where ---- */

static int known_year(const struct manifest_facts *facts)
{
	int year = 0;
	size_t i;

	for (i = 0; i < facts->year.n; i++)
		year = year * 10 + (facts->year.p[i] - '0');
	return year;
}

static void find_identity(struct segmenter *s, struct str doc, const struct manifest_facts *facts,
			  struct identity *id)
{
	struct identity_source source = {.doc = doc, .year = known_year(facts)};
	size_t i;

	source.piece = s->pieces.v;
	source.lines = s->pieces.report;
	source.first_section = source.last_section = s->pieces.report;
	for (i = 0; i < s->pieces.report; i++) {
		if (!s->pieces.v[i].heading)
			continue;
		if (source.first_section == s->pieces.report)
			source.first_section = i;
		source.last_section = i;
	}
	pool_clear(&s->pool);
	identity_find(s->finder, &source, &s->pool, id);
}

/* What the manifest knows takes the place of what was read. */
static void apply_manifest(const struct manifest_facts *facts, struct identity *id)
{
	if (facts->year.n)
		id->year = known_year(facts);
	if (facts->org.n)
		id->org = facts->org;
	if (facts->region.n)
		id->region = facts->region;
	if (facts->scope.n)
		id->consolidated = str_is(facts->scope, "region");
}

static void put_identity(struct segmenter *s, const struct identity *id)
{
	size_t line = id->title_from < id->title_to ? s->pieces.v[id->title_from].number : 0;
	struct buf year = BUF_INIT;

	if (id->title.n)
		blocks_meta(&s->blocks, "title", id->title, line);
	if (id->year) {
		buf_put_size(&year, (size_t)id->year);
		blocks_meta(&s->blocks, "year", buf_str(&year), 0);
	}
	if (id->org.n)
		blocks_meta(&s->blocks, "org", id->org, 0);
	if (id->region.n)
		blocks_meta(&s->blocks, "region", id->region, 0);
	blocks_meta(&s->blocks, "scope", id->consolidated ? STR("region") : STR("organ"), 0);
	if (id->published.n)
		blocks_meta(&s->blocks, "published", id->published, 0);
	buf_free(&year);
}

/* ---- the text ---- */

/* A heading without the marks of Markdown around it. */
static struct str without_markup(struct str s)
{
	while (s.n && memchr("#* ", s.p[0], 3))
		s = str_from(s, 1);
	while (s.n && memchr("#* ", s.p[s.n - 1], 3))
		s.n--;
	return s;
}

static void put_piece(struct segmenter *s, const struct identity *id, size_t i)
{
	const struct piece *p = &s->pieces.v[i];
	const char *kind = "para";

	if (p->heading)
		kind = "head";
	else if (i >= id->title_from && i < id->title_to)
		kind = "title";
	else if (i >= s->pieces.inside || p->page_number ||
		 furniture_is(s->furniture, p->s, s->furniture_stands))
		kind = "other";
	blocks_text(&s->blocks, kind, p->section,
		    p->heading ? without_markup(piece_text(p)) : piece_text(p), p->number);
	blocks_text(&s->blocks, "other", p->section, p->source->outside, p->number);
}

/* Whether the text ends in a digit with no line end: a file that was cut there, perhaps inside a
 * number, so that the line's numbers are no cells. */
static bool is_cut(const struct segmenter *s, size_t i)
{
	struct str last = s->pieces.v[i].s;

	return i + 1 == s->pieces.n && s->reading.text.unfinished && last.n &&
	       last.p[last.n - 1] >= '0' && last.p[last.n - 1] <= '9';
}

/* Writes a cell that the source itself marks as one; tables are numbered as they come. */
static void put_cell(struct segmenter *s, const struct piece *p)
{
	if (p->source->cell.table != s->table)
		blocks_table(&s->blocks);
	s->table = p->source->cell.table;
	blocks_cell_at(&s->blocks, p->section, &p->source->cell, p->s, p->number);
}

/* Whether cells stand between piece i and the next heading: then the lines there are no table. */
static bool has_cells(const struct segmenter *s, size_t i)
{
	for (; i < s->pieces.report && !s->pieces.v[i].heading; i++)
		if (s->pieces.v[i].source->cell.table)
			return true;
	return false;
}

/* Where the table region that starts at piece i ends: at the next heading. Furniture within is
 * taken out of the table first. */
static size_t region_end(struct segmenter *s, size_t i)
{
	for (; i < s->pieces.report && !s->pieces.v[i].heading; i++) {
		struct piece *p = &s->pieces.v[i];
		bool furniture =
			p->page_number || furniture_is(s->furniture, p->s, s->furniture_stands);

		if (!furniture && !is_cut(s, i))
			continue;
		blocks_text(&s->blocks, furniture ? "other" : "para", p->section, p->s, p->number);
		p->s = STR_EMPTY;
	}
	return i;
}

static bool lacks_sections(const struct segmenter *s)
{
	int k;

	for (k = 1; k <= SECTIONS; k++)
		if (!s->pieces.found[k])
			return true;
	return false;
}

/* Whether a table may begin with the piece: under its heading, or where its heading is lost. */
static bool is_table(const struct segmenter *s, const struct identity *id, size_t i)
{
	const struct piece *p = &s->pieces.v[i];
	int anchor;

	if (p->heading || i >= s->pieces.report || (i >= id->title_from && i < id->title_to))
		return false;
	if (p->section >= 2 && p->section <= 4)
		return true;
	anchor = lacks_sections(s) ? section_anchor(s->rules, p->s) : 0;
	return anchor && !s->pieces.found[anchor];
}

static void put_pieces(struct segmenter *s, const struct identity *id)
{
	size_t i = 0;
	bool cells = has_cells(s, 0);

	s->table = 0;
	while (i < s->pieces.n) {
		const struct piece *p = &s->pieces.v[i];

		if (p->heading)
			cells = has_cells(s, i + 1);
		if (p->source->cell.table && !p->heading && i < s->pieces.report) {
			put_cell(s, p);
			i++;
		} else if (!cells && is_table(s, id, i)) {
			size_t end = region_end(s, i);

			layout_cut(s->fold, p, end - i, &s->blocks);
			i = end;
		} else {
			put_piece(s, id, i++);
		}
	}
}

static void put_facts(struct segmenter *s)
{
	const struct reading *r = &s->reading;
	struct buf count = BUF_INIT;

	blocks_meta(&s->blocks, "format", str_of(r->format), 0);
	if (r->encoding)
		blocks_meta(&s->blocks, "encoding", str_of(r->encoding), 0);
	if (r->undecodable) {
		buf_put_size(&count, r->undecodable);
		blocks_meta(&s->blocks, "undecodable", buf_str(&count), 0);
	}
	buf_free(&count);
}

/* A report of which nothing but its name can be told. */
static void put_unreadable(struct segmenter *s, const char *format, struct str doc)
{
	struct manifest_facts facts = manifest_find(&s->manifest, doc);
	struct identity id = {.title_from = 0};

	blocks_meta(&s->blocks, "format", str_of(format), 0);
	apply_manifest(&facts, &id);
	put_identity(s, &id);
}

static void put_report(struct segmenter *s, struct str doc)
{
	struct manifest_facts facts = manifest_find(&s->manifest, doc);
	const struct text *text = &s->reading.text;
	struct identity id;

	sections_find(s->rules, text, &s->pieces);
	s->furniture_stands = !text->whole.n || furniture_stands(s->furniture, text->whole);
	find_identity(s, doc, &facts, &id);
	apply_manifest(&facts, &id);
	put_facts(s);
	put_identity(s, &id);
	put_pieces(s, &id);
}

/* ---- files and what is in them ---- */

static void put_file(struct segmenter *s, struct str doc, const char *format, struct str bytes,
		     const char *name)
{
	blocks_report(&s->blocks, doc);
	if (reader_read(&s->reading, format, bytes, name))
		put_report(s, doc);
	else
		put_unreadable(s, s->reading.format, doc);
}

/* A report of which there are no bytes, and why. */
static void put_trouble(struct segmenter *s, struct str doc, const char *format)
{
	blocks_report(&s->blocks, doc);
	put_unreadable(s, format, doc);
}

/* The archive whose members are being read. */
struct archive_context {
	struct segmenter *s;
	struct str doc;
};

/* s->name becomes the name of the member, as ARCHIVE!MEMBER; NUL-terminated. */
static struct str name_member(struct segmenter *s, struct str archive, struct str member)
{
	buf_clear(&s->name);
	buf_put(&s->name, archive);
	if (member.n > 0) {
		buf_putc(&s->name, '!');
		buf_put(&s->name, member);
	}
	buf_putc(&s->name, '\0');
	return str_sub(buf_str(&s->name), 0, s->name.n - 1);
}

static void put_member(void *context, const struct member *m)
{
	const struct archive_context *a = context;
	struct str doc = name_member(a->s, a->doc, m->name);
	const char *format = m->trouble ? m->trouble : format_of(&a->s->reading.charsets, m->bytes);

	if (m->trouble)
		put_trouble(a->s, doc, m->trouble);
	else if (format_is_archive(format)) /* one within another is not opened */
		put_trouble(a->s, doc, "zip-nested");
	else
		put_file(a->s, doc, format, m->bytes, a->s->name.p);
}

static int put_archive(struct segmenter *s, const char *path, struct str doc, const char *format)
{
	const struct members_source from = {buf_str(&s->source.bytes),
					    s->source.all ? -1 : s->source.fd, path, format};
	struct archive_context context = {s, doc};
	const char *trouble = members_read(&from, put_member, &context);

	/* What is wrong with the archive is told under its own name. */
	if (trouble)
		put_trouble(s, doc, trouble);
	return trouble && strcmp(trouble, "zip-damaged") == 0 ? -1 : 0;
}

/* A file that cannot be read, by errno. */
static int put_error(struct segmenter *s, const char *path, struct str doc)
{
	int error = errno;

	diag_errno(path, "cannot read");
	put_trouble(s, doc, name_error(error));
	return -1;
}

static int put_source(struct segmenter *s, const char *path, struct str doc)
{
	const char *format = format_of(&s->reading.charsets, buf_str(&s->source.bytes));

	if (format_is_archive(format))
		return put_archive(s, path, doc, format);
	if (source_finish(&s->source) != 0)
		return put_error(s, path, doc);
	put_file(s, doc, format, buf_str(&s->source.bytes), path);
	return 0;
}

int segmenter_read(struct segmenter *s, const char *path, struct str doc)
{
	int status;

	if (source_open(&s->source, path) != 0)
		return put_error(s, path, doc);
	status = put_source(s, path, doc);
	source_close(&s->source);
	return status;
}
