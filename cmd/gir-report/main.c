/* gir-report: the streams into pages for people (gir-report(1)).
 *
 *	inputs.c        which stream an input is
 *	findings.c      findings, by report
 *	report.c        a report from its cells; report_page.c: its page; tables.c: its tables
 *	pages.c         the list of the pages of reports
 *	figures.c       the few figures by which reports and regions are compared
 *	page.c          the frame of a page; phrases.c: its words; html.c: text as HTML
 *	site.c          pages into their places
 */
#include <unistd.h>

#include "cmd/gir-report/inputs.h"
#include "cmd/gir-report/pages.h"
#include "cmd/gir-report/report_page.h"
#include "common/diag.h"
#include "common/options.h"

const char program_name[] = "gir-report";

enum { FORMS = OPTION_LONG };

static const struct option_def option_defs[] = {
	{'o', "output", "DIR", "the directory of the pages"},
	{'s', "source", "DIR", "where the reports are, as seen from the pages"},
	{FORMS, "forms", "DIR", "the forms of DIR instead of the built-in ones"},
};

struct settings {
	const char *dir, *forms;
	struct source source;
};

/* All that outlives a page. */
struct maker {
	struct site site;
	struct source source;
	struct phrases phrases;
	struct divisions divisions;
	struct forms forms;
	struct figures figures;
	struct findings findings;
	struct page page;
	struct report report;
	struct output list;
};

static int read_options(struct settings *s, int argc, char **argv)
{
	struct options o;
	const char *arg;
	int key, first;

	*s = (struct settings){.dir = NULL};
	options_init(
		&o, "-o DIR [OPTION...] FILE...",
		"Makes a page of each report from streams of findings and of cells, told apart\n"
		"by their headers, and writes a list of these pages.",
		option_defs, sizeof option_defs / sizeof *option_defs);
	while ((key = options_next(&o, argc, argv, &arg, &first)) != -1) {
		if (key == 'o')
			s->dir = arg;
		else if (key == 's')
			s->source.dir = arg;
		else
			s->forms = arg;
	}
	options_free(&o);
	return first;
}

/* ---- the pages of reports ---- */

static int finish_report(struct maker *m)
{
	struct buf doc = BUF_INIT;
	const struct finding *findings;
	size_t n;
	int status;

	if (!m->report.doc.p)
		return 0;
	findings = findings_of(&m->findings, m->report.doc, &n);
	field_bytes(&doc, m->report.doc);
	buf_clear(&m->page.path);
	site_report_path(&m->page.path, buf_str(&doc));
	status = report_page_put(&m->page, &m->site, &m->source, &m->report, findings, n);
	pages_put(&m->list, &m->figures, buf_str(&m->page.path), &m->report, findings, n);
	report_clear(&m->report);
	buf_free(&doc);
	return status;
}

static int read_cells(struct maker *m, struct tsv *t)
{
	struct report_columns at;
	int got, status = 0;

	if (report_columns_find(t, &at) != 0)
		return -1;
	while ((got = tsv_next(t)) > 0) {
		if (report_ends(&m->report, t, &at) && finish_report(m) != 0)
			status = -1;
		report_add(&m->report, t, &at, &m->forms);
	}
	if (finish_report(m) != 0)
		status = -1;
	return got < 0 || t->bad_lines ? -1 : status;
}

/* ---- the program ---- */

static int read_inputs(struct maker *m, struct inputs *inputs)
{
	int status = 0;
	size_t i;

	for (i = 0; i < inputs->n; i++)
		if (inputs->v[i].kind == INPUT_FINDINGS &&
		    findings_read(&m->findings, &inputs->v[i].tsv) != 0)
			status = -1;
	for (i = 0; i < inputs->n; i++)
		if (inputs->v[i].kind == INPUT_CELLS && read_cells(m, &inputs->v[i].tsv) != 0)
			status = -1;
	return status;
}

static int maker_init(struct maker *m, const struct settings *s)
{
	*m = (struct maker){.source = s->source};
	if (forms_load(&m->forms, s->forms) != 0)
		return -1;
	if (site_open(&m->site, s->dir) != 0) {
		forms_free(&m->forms);
		return -1;
	}
	phrases_load(&m->phrases);
	divisions_load(&m->divisions);
	figures_load(&m->figures);
	m->page = (struct page){.phrases = &m->phrases, .divisions = &m->divisions};
	output_use(&m->list, STDOUT_FILENO, "<stdout>");
	pages_put_header(&m->list, &m->figures);
	return 0;
}

/* 0, or -1 after a message. */
static int maker_free(struct maker *m)
{
	int status = output_close(&m->list);

	page_free(&m->page);
	report_free(&m->report);
	findings_free(&m->findings);
	figures_free(&m->figures);
	divisions_free(&m->divisions);
	phrases_free(&m->phrases);
	site_close(&m->site);
	forms_free(&m->forms);
	return status;
}

int main(int argc, char **argv)
{
	struct settings s;
	struct inputs inputs;
	struct maker m;
	int first = read_options(&s, argc, argv), status;

	if (!s.dir)
		die("-o names no directory for the pages");
	if (inputs_open(&inputs, argv + first) != 0 || maker_init(&m, &s) != 0)
		return EXIT_TROUBLE;
	status = page_put_assets(&m.site);
	if (read_inputs(&m, &inputs) != 0)
		status = -1;
	inputs_close(&inputs);
	if (maker_free(&m) != 0)
		status = -1;
	return status == 0 ? EXIT_DONE : EXIT_TROUBLE;
}
