#include "cmd/gir-segment/reader/page/ocr.h"

#include <stdio.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/page/raster.h"
#include "cmd/gir-segment/reader/xml/sax.h"
#include "common/diag.h"

enum { NUMBER = 6, LEVEL_WORD = 5 };

static const struct process_limits limits = {120, (size_t)2 << 30, (size_t)64 << 20};

/* A4 at 300 dots an inch; other pages have as many dots on their longer side. */
static const char dots[] = "3508";

bool ocr_available(const char *name)
{
	if (process_exists("tesseract"))
		return true;
	diag(name, 0,
	     "this is a picture, and tesseract is not there (packages tesseract-ocr and "
	     "tesseract-ocr-chi-sim)");
	return false;
}

/* What the pages of one document share. */
struct ocr {
	struct pages *pages;
	const struct scratch *scratch;
	const struct budget *budget;
	const char *source;
};

/* One line of tesseract's TSV: level page block par line word left top width height conf text. */
static void read_line(struct str line, struct pages *pages, struct page *page, double scale)
{
	double v[11];
	struct str field;
	size_t i;

	for (i = 0; i < 11; i++)
		if (!str_cut(&line, '\t', &field) || !sax_number(&field, &v[i]))
			return;
	if (v[0] == LEVEL_WORD)
		page_word(pages, page, line,
			  (struct box){v[6] * scale, v[7] * scale, (v[6] + v[8]) * scale,
				       (v[7] + v[9]) * scale});
}

static bool recognise(const struct ocr *o, struct page *page, const char *picture, double scale)
{
	/* One thread: reports are read side by side, and the limit is on the time of all threads.
	 */
	const char *const argv[] = {"env",       "OMP_THREAD_LIMIT=1",
				    "tesseract", picture,
				    "-",         "-l",
				    "chi_sim",   "--psm",
				    "6",         "tsv",
				    NULL};
	struct buf tsv = BUF_INIT;
	struct str rest, line;
	bool done = budget_run(o->budget, argv, o->scratch->path.p, &limits, &tsv) == PROCESS_DONE;

	rest = buf_str(&tsv);
	while (done && str_cut(&rest, '\n', &line))
		read_line(line, o->pages, page, scale);
	buf_free(&tsv);
	return done;
}

/* Draws page `number`, takes its lines out and reads the rest. */
static bool read_page(const struct ocr *o, size_t number)
{
	char page_number[NUMBER];
	const char *const argv[] = {"pdftoppm", "-q",        "-gray", "-scale-to", dots,
				    "-f",       page_number, "-l",    page_number, "-singlefile",
				    o->source,  "drawn",     NULL};
	struct page *page = &o->pages->page[number - 1];
	struct buf picture = BUF_INIT, nothing = BUF_INIT;
	size_t width = 1;
	bool done;

	snprintf(page_number, sizeof page_number, "%u", (unsigned)number % 10000);
	done = budget_run(o->budget, argv, o->scratch->path.p, &limits, &nothing) == PROCESS_DONE &&
	       scratch_read(o->scratch, "drawn.pgm", limits.output, &picture) &&
	       raster_take_lines(&picture, page, &width);
	scratch_drop(o->scratch, "drawn.pgm");
	if (done)
		scratch_write(o->scratch, "clean.pgm", buf_str(&picture));
	done = done && recognise(o, page, "clean.pgm", page->width / (double)width);
	scratch_drop(o->scratch, "clean.pgm");
	buf_free(&picture);
	buf_free(&nothing);
	return done;
}

bool ocr_read(struct pages *pages, const struct scratch *scratch, const struct budget *budget,
	      const char *source, const char *name)
{
	struct ocr o = {pages, scratch, budget, source};
	size_t i, done = 0;

	for (i = 1; i <= pages->n && i <= LIMIT_PICTURES; i++) {
		if (read_page(&o, i))
			done++;
		else
			diag(name, 0, "page %zu could not be recognised", i);
	}
	return done && pages->words;
}

bool ocr_wrap(const struct scratch *scratch, const struct budget *budget, const char *source,
	      const char *out)
{
	/* As if the picture were one line: what is read of it here is not used. */
	const char *const argv[] = {"env",       "OMP_THREAD_LIMIT=1",
				    "tesseract", source,
				    out,         "-l",
				    "chi_sim",   "--psm",
				    "13",        "pdf",
				    NULL};
	struct buf nothing = BUF_INIT;
	bool done = budget_run(budget, argv, scratch->path.p, &limits, &nothing) == PROCESS_DONE;

	buf_free(&nothing);
	return done;
}
