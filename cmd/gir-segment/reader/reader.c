#include "cmd/gir-segment/reader/reader.h"

#include <stdlib.h>

#ifdef GIR_LIBXML2
#include <libxml/parser.h>
#endif
#ifdef GIR_LIBARCHIVE
#include <archive.h>
#endif

#include "cmd/gir-segment/reader/process.h"
#include "cmd/gir-segment/reader/readers.h"
#include "common/alloc.h"
#include "common/diag.h"

/* Readers whose library was not there when gir was built are left out. */
#ifdef GIR_LIBXML2
#define LIBXML2(read) read
#else
#define LIBXML2(read) NULL
#endif
#if defined(GIR_LIBXML2) && defined(GIR_LIBARCHIVE)
#define PACKED(read) read
#else
#define PACKED(read) NULL
#endif

static const struct {
	const char *format;
	bool (*read)(struct reading *r, struct str bytes);
	const char *library;     /* that a reader left out would need, */
	const char *unsupported; /* and what the stream then calls the format */
	const char *programs;    /* of which it wants one: a|b|c */
} readers[] = {
	{"text", read_text, NULL, NULL, NULL},
	{"html", LIBXML2(read_html), "libxml2", "html-unsupported", NULL},
	{"docx", PACKED(read_docx), "libxml2 and libarchive", "docx-unsupported", NULL},
	{"pdf", LIBXML2(read_pdf), "libxml2", "pdf-unsupported", "pdftotext"},
	{"image", LIBXML2(read_image), "libxml2", "image-unsupported", "tesseract"},
	{"ofd", PACKED(read_ofd), "libxml2 and libarchive", "ofd-unsupported", NULL},
	{"doc", PACKED(read_converted), "libxml2 and libarchive", "doc-unsupported", OFFICE},
	{"wps", PACKED(read_converted), "libxml2 and libarchive", "wps-unsupported", OFFICE},
	{"rtf", PACKED(read_converted), "libxml2 and libarchive", "rtf-unsupported", OFFICE},
	{"odt", PACKED(read_converted), "libxml2 and libarchive", "odt-unsupported", OFFICE},
};

#ifdef GIR_LIBXML2
static void *resize(void *p, size_t size)
{
	return xreallocarray(p, 1, size);
}

static char *copy(const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(xmalloc(size), s, size);
}
#endif

void reader_init(void)
{
#ifdef GIR_LIBXML2
	xmlDict *dictionary = NULL;

	/* By itself it goes on, hangs, or ends a document early, without a word in its result. The
	 * locks of its dictionaries are made with the first one, and not by these functions. */
	if (xmlMemSetup(free, xmalloc, resize, copy) == 0) {
		xmlInitParser();
		dictionary = xmlDictCreate();
	}
	if (!dictionary)
		die("out of memory");
	xmlDictFree(dictionary);
#endif
}

bool reader_read(struct reading *r, const char *format, struct str bytes, const char *name)
{
	size_t i;

	text_clear(&r->text);
	buf_clear(&r->room);
	pool_clear(&r->pool);
	r->name = name;
	r->format = format;
	r->encoding = NULL;
	r->undecodable = 0;
	for (i = 0; i < sizeof readers / sizeof *readers; i++) {
		if (strcmp(format, readers[i].format) != 0)
			continue;
		if (readers[i].read)
			return readers[i].read(r, bytes);
		diag(name, 0, "this is %s, and gir was built without %s", format,
		     readers[i].library);
		r->format = readers[i].unsupported;
	}
	return false;
}

void reader_free(struct reading *r)
{
	text_free(&r->text);
	buf_free(&r->room);
	buf_free(&r->converted);
	pool_free(&r->pool);
	charsets_free(&r->charsets);
	page_words_free(r->words);
}

/* ---- the table of formats ---- */

/* The versions of the libraries that are named. */
static void put_versions(struct output *out, struct str names)
{
#ifdef GIR_LIBXML2
	if (str_has(names, STR("libxml2"))) {
		output_put(out, STR(" libxml2 "));
		output_put(out, str_of(xmlParserVersion));
	}
#endif
#ifdef GIR_LIBARCHIVE
	if (str_has(names, STR("libarchive"))) {
		output_putc(out, ' ');
		output_put(out, str_of(archive_version_string()));
	}
#endif
	(void)out;
	(void)names;
}

static void put_format(struct output *out, size_t i)
{
	struct str library = str_of(readers[i].library ? readers[i].library : "");
	struct buf program = BUF_INIT;
	bool found = !readers[i].programs || process_find(readers[i].programs, &program);

	output_put(out, str_of(readers[i].format));
	output_put(out, readers[i].read && found ? STR("\tyes\tgir-segment") : STR("\tno\t"));
	if (!readers[i].read) {
		output_put(out, STR("built without "));
		output_put(out, library);
	} else if (!found) {
		output_put(out, STR("not installed: "));
		output_put(out, str_of(readers[i].programs));
	} else {
		put_versions(out, library);
		if (program.n)
			output_putc(out, ' ');
		output_field(out, buf_str(&program));
	}
	output_putc(out, '\n');
	buf_free(&program);
}

void reader_formats(struct output *out)
{
	size_t i;

	output_put(out, STR("format\treadable\tby\n"));
	for (i = 0; i < sizeof readers / sizeof *readers; i++)
		put_format(out, i);
}
