#include "cmd/gir-segment/reader/reader.h"

#include "cmd/gir-segment/reader/readers.h"
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
} readers[] = {
	{"text", read_text, NULL, NULL},
	{"docx", PACKED(read_docx), "libxml2 and libarchive", "docx-unsupported"},
	{"html", LIBXML2(read_html), "libxml2", "html-unsupported"},
	{"pdf", LIBXML2(read_pdf), "libxml2", "pdf-unsupported"},
};

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
	pool_free(&r->pool);
	page_words_free(r->words);
}
