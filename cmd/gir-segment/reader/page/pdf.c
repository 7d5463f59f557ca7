/* PDF, through the tools of poppler, which run as processes of their own: pdftotext says where the
 * words stand, pdftocairo where lines are drawn. */
#include <stdio.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/bbox.h"
#include "cmd/gir-segment/reader/page/budget.h"
#include "cmd/gir-segment/reader/page/fonts.h"
#include "cmd/gir-segment/reader/page/ocr.h"
#include "cmd/gir-segment/reader/page/page.h"
#include "cmd/gir-segment/reader/page/svg.h"
#include "cmd/gir-segment/reader/process.h"
#include "cmd/gir-segment/reader/readers.h"
#include "common/alloc.h"
#include "common/diag.h"

enum {
	STRETCH = 16,    /* pages that are drawn at a time */
	UNMAPPED = 3,    /* percent of characters without a meaning that a text may have */
	INVISIBLE = 5,   /* a page shows at least a fifth of its characters, or they are not seen */
	END_MARK = 4096, /* bytes at the end of a file in which its end mark stands */
	TRY = 5          /* digits of a page's number */
};

static const struct process_limits limits = {60, (size_t)1 << 30, (size_t)64 << 20};
static const char source[] = "in.pdf";

/* A PDF while it is read. */
struct pdf {
	struct reading *r;
	struct scratch scratch;
	struct budget budget;
	struct pages pages;
	struct bbox_counts counts;
	size_t invisible, shown; /* pages with text that is not, and that is, drawn */
	struct buf room;
};

static bool fail(struct pdf *pdf, const char *format)
{
	pdf->r->format = format;
	return false;
}

/* ---- words ---- */

/* The end mark is missing where a file was cut, and then a number may be, too. */
static bool has_end(struct str bytes)
{
	size_t from = bytes.n > END_MARK ? bytes.n - END_MARK : 0;

	return str_has(str_from(bytes, from), STR("%%EOF"));
}

static bool read_words(struct pdf *pdf, struct str bytes)
{
	char last[TRY + 1];
	const char *const argv[] = {"pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8",
				    "-l",        last, source,         "-",    NULL};
	enum process_end end;

	buf_clear(&pdf->room);
	snprintf(last, sizeof last, "%d", LIMIT_PAGES + 1);
	end = budget_run(&pdf->budget, argv, pdf->scratch.path.p, &limits, &pdf->room);
	if (end == PROCESS_MISSING) {
		diag(pdf->r->name, 0,
		     "this is a PDF, and pdftotext is not there (package poppler-utils)");
		return fail(pdf, "pdf-unsupported");
	}
	if (end == PROCESS_LATE || end == PROCESS_LARGE) {
		diag(pdf->r->name, 0, "too much text for a report");
		return fail(pdf, "pdf-bomb");
	}
	if (end == PROCESS_FAILED)
		return fail(pdf, str_has(bytes, STR("/Encrypt")) ? "pdf-encrypted" : "pdf-damaged");
	if (!bbox_read(&pdf->room, &pdf->pages, &pdf->counts))
		return fail(pdf, "pdf-damaged");
	if (pdf->pages.n <= LIMIT_PAGES && pdf->pages.words <= LIMIT_WORDS)
		return true;
	diag(pdf->r->name, 0, "more than %d pages, or than %d words", LIMIT_PAGES, LIMIT_WORDS);
	return fail(pdf, "pdf-bomb");
}

/* Where pdffonts tells nothing, the fonts are taken as they are. */
static bool has_guessed_fonts(struct pdf *pdf)
{
	char last[TRY + 1];
	const char *const argv[] = {"pdffonts", "-l", last, source, NULL};

	snprintf(last, sizeof last, "%d", LIMIT_PAGES);
	buf_clear(&pdf->room);
	return budget_run(&pdf->budget, argv, pdf->scratch.path.p, &limits, &pdf->room) ==
		       PROCESS_DONE &&
	       fonts_are_guessed(buf_str(&pdf->room));
}

/* ---- lines ---- */

/* Draws pages from..to - 1 and takes their lines. */
static bool draw(struct pdf *pdf, size_t from, size_t to, struct svg_counts *counts)
{
	char first[TRY + 1], last[TRY + 1];
	const char *const argv[] = {"pdftocairo", "-q", "-svg", "-f", first,
				    "-l",         last, source, "-",  NULL};

	snprintf(first, sizeof first, "%u", (unsigned)from % 10000 + 1);
	snprintf(last, sizeof last, "%u", (unsigned)to % 10000);
	buf_clear(&pdf->room);
	return budget_run(&pdf->budget, argv, pdf->scratch.path.p, &limits, &pdf->room) ==
		       PROCESS_DONE &&
	       svg_read(buf_str(&pdf->room), &pdf->pages.page[from], to - from, counts);
}

/* What was read of a picture as if it were a line. */
static void forget_words(struct pages *pages)
{
	size_t i;

	for (i = 0; i < pages->n; i++)
		pages->page[i].words = 0;
	pages->words = 0;
}

static void forget_lines(struct page *page)
{
	page->across.n = page->down.n = 0;
}

/* Takes the lines of the pages, one by one where a stretch of them does not work out; a page that
 * cannot be drawn at all has none. */
static void read_stretch(struct pdf *pdf, size_t from, size_t to)
{
	struct svg_counts counts[STRETCH] = {{0}};
	size_t i;

	if (to - from > 1 && !draw(pdf, from, to, counts)) {
		memset(counts, 0, sizeof counts);
		for (i = from; i < to; i++)
			forget_lines(&pdf->pages.page[i]);
		for (i = from; i < to; i++)
			read_stretch(pdf, i, i + 1);
		return;
	}
	if (to - from == 1 && !draw(pdf, from, to, counts))
		forget_lines(&pdf->pages.page[from]);
	for (i = from; i < to; i++) {
		const struct page *page = &pdf->pages.page[i];
		size_t glyphs = 0, w;

		for (w = 0; w < page->words; w++)
			glyphs += page->word[w].glyphs;
		if (glyphs && counts[i - from].pictures &&
		    counts[i - from].glyphs * INVISIBLE < glyphs)
			pdf->invisible++;
		else if (glyphs)
			pdf->shown++;
	}
}

static void read_lines(struct pdf *pdf)
{
	size_t i;

	for (i = 0; i < pdf->pages.n; i += STRETCH)
		read_stretch(pdf, i, i + STRETCH < pdf->pages.n ? i + STRETCH : pdf->pages.n);
}

/* ---- pictures ---- */

/* A PDF without words: its pages as pictures, where the user wants that. */
static bool read_pictures(struct pdf *pdf, const char *reason)
{
	if (!pdf->r->ocr || !ocr_available(pdf->r->name))
		return fail(pdf, reason);
	if (pdf->pages.n > LIMIT_PICTURES)
		diag(pdf->r->name, 0, "only the first %d pages are recognised", LIMIT_PICTURES);
	if (!ocr_read(&pdf->pages, &pdf->scratch, &pdf->budget, source, pdf->r->name))
		return fail(pdf, reason);
	pages_read(&pdf->pages, pdf->r);
	pdf->r->format = "pdf-ocr";
	return true;
}

/* ---- all ---- */

static bool read_pages(struct pdf *pdf, struct str bytes)
{
	bool guessed;

	if (!has_end(bytes)) {
		diag(pdf->r->name, 0, "the PDF is cut short");
		return fail(pdf, "pdf-damaged");
	}
	scratch_write(&pdf->scratch, source, bytes);
	if (!read_words(pdf, bytes))
		return false;
	if (pdf->counts.glyphs == 0)
		return read_pictures(pdf, "pdf-scanned");
	if (pdf->counts.unmapped * 100 > pdf->counts.glyphs * UNMAPPED)
		return fail(pdf, "pdf-unmapped");
	guessed = has_guessed_fonts(pdf);
	read_lines(pdf);
	pages_read(&pdf->pages, pdf->r);
	if (guessed)
		pdf->r->format = "pdf-guessed";
	if (pdf->invisible > pdf->shown)
		pdf->r->format = "pdf-ocr";
	return true;
}

/* Wraps the picture into a PDF and takes that one's pages. */
static bool read_picture(struct pdf *pdf, struct str bytes)
{
	if (!pdf->r->ocr)
		return fail(pdf, "image");
	if (!ocr_available(pdf->r->name))
		return fail(pdf, "image-unsupported");
	scratch_write(&pdf->scratch, "picture", bytes);
	if (!ocr_wrap(&pdf->scratch, &pdf->budget, "picture", "in") || !read_words(pdf, STR_EMPTY))
		return fail(pdf, "image-failed");
	forget_words(&pdf->pages);
	if (!read_pictures(pdf, "image-failed"))
		return false;
	pdf->r->format = "image-ocr";
	return true;
}

/* Runs `read` with a directory for the tools' files. */
static bool with_scratch(struct reading *r, struct str bytes,
			 bool (*read)(struct pdf *pdf, struct str bytes))
{
	struct pdf pdf = {.r = r, .budget = budget_of(r->ocr ? LIMIT_OCR_SECONDS : LIMIT_SECONDS)};
	bool done;

	scratch_make(&pdf.scratch);
	pages_init(&pdf.pages, &r->pool);
	done = read(&pdf, bytes);
	pages_free(&pdf.pages);
	scratch_remove(&pdf.scratch);
	buf_free(&pdf.room);
	return done;
}

bool read_pdf(struct reading *r, struct str bytes)
{
	return with_scratch(r, bytes, read_pages);
}

bool read_image(struct reading *r, struct str bytes)
{
	return with_scratch(r, bytes, read_picture);
}
