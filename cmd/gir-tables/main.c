/* gir-tables: blocks in, cells of the official tables out (gir-tables(1)). */
#include <stdlib.h>
#include <unistd.h>

#include "cmd/gir-tables/facts.h"
#include "cmd/gir-tables/grid/confirm.h"
#include "common/alloc.h"
#include "common/diag.h"
#include "common/options.h"
#include "common/standard.h"

const char program_name[] = "gir-tables";

enum { OPTION_FORMS = OPTION_LONG };

static const struct option_def option_defs[] = {
	{OPTION_FORMS, "forms", "DIR", "read the official forms from DIR/*.tsv"},
};

static const char synopsis[] = "[--forms=DIR] [--] [BLOCKS...]";
static const char purpose[] =
	"Reads blocks from gir-segment and writes every cell of the official tables of each "
	"report,\n"
	"found or not, with the figures stated in prose. Without operands it reads standard input.";

/* All that outlives a report. */
struct reader {
	struct fold *fold;
	struct forms forms;
	struct tables_reader tables_reader;
	struct prose *prose;
	struct report report;
	struct tables tables;
	struct writer writer;
};

static const char *read_options(int argc, char **argv, int *first)
{
	const char *forms = NULL, *arg;
	struct options o;
	int key;

	options_init(&o, synopsis, purpose, option_defs, sizeof option_defs / sizeof *option_defs);
	while ((key = options_next(&o, argc, argv, &arg, first)) != -1)
		if (key == OPTION_FORMS)
			forms = arg;
	options_free(&o);
	return forms;
}

static int reader_init(struct reader *r, const char *forms_dir, struct output *out)
{
	*r = (struct reader){.fold = xmalloc(sizeof *r->fold)};
	fold_init(r->fold);
	writer_init(&r->writer, out);
	if (forms_load(&r->forms, forms_dir) != 0) {
		free(r->fold);
		return -1;
	}
	tables_reader_init(&r->tables_reader, r->fold, &r->forms);
	r->prose = prose_new(r->fold);
	return 0;
}

static void reader_free(struct reader *r)
{
	tables_reader_free(&r->tables_reader);
	tables_free(&r->tables);
	prose_free(r->prose);
	report_free(&r->report);
	writer_free(&r->writer);
	forms_free(&r->forms);
	free(r->fold);
}

static int year_of(const struct report *report)
{
	struct dec year;

	return dec_parse(report->year, &year) && year.scale == 0 && year.m < 10000 ? (int)year.m
										   : 0;
}

/* The report that has been gathered is whole: bring out its cells. */
static void finish_report(struct reader *r)
{
	int year = year_of(&r->report);
	bool report;

	if (!r->report.doc.p)
		return;
	tables_read(&r->tables_reader, &r->report, year, &r->tables);
	if (confirm_wanted(r->report.format))
		confirm_cells(&r->tables);
	report = facts_recognise(&r->report, &r->tables);
	writer_report(&r->writer, &r->report, report ? r->tables.form->name : STR_EMPTY);
	facts_write_doc(&r->writer, r->fold, &r->report, &r->tables);
	if (report) {
		writer_cells(&r->writer, r->tables.form, r->tables.cell);
		facts_write_text(&r->writer, r->prose, &r->report, year);
	}
	report_clear(&r->report);
}

/* The first block of every report is told, so the same name twice in a row is, too. */
static bool is_next(const struct report *report, struct str doc, struct block b)
{
	return report->doc.p &&
	       (!str_eq(report->doc, doc) || (report->format.n && blocks_begin(b)));
}

static int read_blocks(struct reader *r, const char *path)
{
	struct blocks_columns columns;
	struct block block;
	struct tsv t;
	bool valid = true;
	int got = -1;

	if (tsv_open(&t, path) != 0)
		return -1;
	if (blocks_columns_find(&t, &columns) == 0) {
		while ((got = tsv_next(&t)) > 0) {
			struct str doc = t.field[columns.doc];

			if (!blocks_read(&t, &columns, &block)) {
				valid = false;
				continue;
			}
			if (is_next(&r->report, doc, block))
				finish_report(r);
			report_add(&r->report, doc, block);
			report_take(&r->report, &t, &columns);
		}
		if (t.bad_lines || !valid)
			got = -1;
	}
	finish_report(r);
	tsv_close(&t);
	return got;
}

int main(int argc, char **argv)
{
	struct output out;
	struct reader r;
	int first, status = 0;
	const char *forms = read_options(argc, argv, &first);

	standard_streams();
	output_use(&out, STDOUT_FILENO, "<stdout>");
	if (reader_init(&r, forms, &out) != 0)
		return EXIT_TROUBLE;
	writer_header(&r.writer);
	if (!argv[first])
		status = read_blocks(&r, "-");
	for (; argv[first]; first++)
		if (read_blocks(&r, argv[first]) != 0)
			status = -1;
	reader_free(&r);
	if (output_close(&out) != 0)
		status = -1;
	return status == 0 ? EXIT_DONE : EXIT_TROUBLE;
}
