/* gir-report: the streams into pages for people (gir-report(1)).
 *
 *	inputs.c        which stream an input is
 *	findings.c      findings, by report
 *	report.c        a report from its cells; report_page.c: its page; tables.c: its tables
 *	layout.c        how its tables stand in the file
 *	pages.c         the list of the pages of reports
 *	figures.c       the few figures by which reports and regions are compared
 *	area/           what the streams say of areas: sums, rates, reports, organs without one;
 *	                what of it the front page needs (digest.c)
 *	region/         a page an area; front/: the pages on everything
 *	chart/          their charts; grid.c: their tables
 *	page.c          the frame of a page; phrases.c: its words; html.c: text as HTML
 *	site.c          pages into their places
 */
#include <unistd.h>

#include "cmd/gir-report/area/digest.h"
#include "cmd/gir-report/area/listing.h"
#include "cmd/gir-report/area/sums.h"
#include "cmd/gir-report/front/front_page.h"
#include "cmd/gir-report/inputs.h"
#include "cmd/gir-report/kinds.h"
#include "cmd/gir-report/pages.h"
#include "cmd/gir-report/region/region_pages.h"
#include "cmd/gir-report/report_page.h"
#include "common/diag.h"
#include "common/options.h"
#include "common/standard.h"

const char program_name[] = "gir-report";

enum { FORMS = OPTION_LONG, PROVINCE, DIGEST, NO_CHARTS };

static const struct option_def option_defs[] = {
	{'o', "output", "DIR", "the directory of the pages"},
	{'s', "source", "DIR", "where the reports are, as seen from the pages"},
	{'p', "pages", "KINDS", "the pages to make: report, region, front, commas between"},
	{PROVINCE, "province", "CODE",
	 "pages of regions for a province only (two digits; -: of no region)"},
	{DIGEST, "digest", "FILE", "write what pages of kind front need to know of the areas"},
	{NO_CHARTS, "no-charts", NULL, "draw none, as where gnuplot is missing"},
	{FORMS, "forms", "DIR", "the forms of DIR instead of the built-in ones"},
};

struct settings {
	const char *dir, *forms, *province, *digest;
	struct source source;
	bool no_charts;
	unsigned kinds; /* those that are asked for, or 0 */
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
	struct buf line; /* of the list */
	const char *digest;
	struct areas areas;
	unsigned kinds;
	const char *province;
	bool no_charts;
};

static int read_options(struct settings *s, int argc, char **argv)
{
	struct options o;
	const char *arg;
	int key, first;

	*s = (struct settings){.dir = NULL};
	options_init(
		&o, "-o DIR [OPTION...] FILE...",
		"Makes a site from streams of findings, cells, sums and rates, told apart by\n"
		"their headers: a page a report, a page a region, a front page. Writes a list of\n"
		"the pages of reports, which is input as well, or else of all files.",
		option_defs, sizeof option_defs / sizeof *option_defs);
	while ((key = options_next(&o, argc, argv, &arg, &first)) != -1) {
		if (key == 'o')
			s->dir = arg;
		else if (key == 's')
			s->source.dir = arg;
		else if (key == 'p')
			s->kinds = kinds_or_die(arg);
		else if (key == PROVINCE)
			s->province = province_or_die(arg);
		else if (key == DIGEST)
			s->digest = arg;
		else if (key == NO_CHARTS)
			s->no_charts = true;
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
	int status = 0;

	if (!m->report.doc.p)
		return 0;
	findings = findings_of(&m->findings, m->report.doc, &n);
	field_bytes(&doc, m->report.doc);
	buf_clear(&m->page.path);
	site_report_path(&m->page.path, buf_str(&doc));
	buf_clear(&m->line);
	pages_line(&m->line, &m->figures, buf_str(&m->page.path), &m->report, findings, n);
	if (m->kinds & (KIND_REGION | KIND_FRONT))
		listing_add(&m->areas, buf_str(&m->line));
	if (m->kinds & KIND_REPORT) {
		status = report_page_put(&m->page, &m->site, &m->source, &m->report, findings, n);
		output_put(&m->list, buf_str(&m->line));
		output_putc(&m->list, '\n');
	}
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

static int read_kind(struct maker *m, enum input_kind kind, struct tsv *t, bool of_reports)
{
	switch (kind) {
	case INPUT_FINDINGS:
		return findings_read(&m->findings, t, of_reports);
	case INPUT_CELLS:
		return read_cells(m, t);
	case INPUT_PAGES:
		return listing_read(&m->areas, t);
	case INPUT_SUMS:
		return sums_read(&m->areas, t);
	case INPUT_RATES:
		return rates_read(&m->areas, t);
	case INPUT_DIGEST:
		return digest_read(&m->areas, t);
	default:
		return 0;
	}
}

static int read_input(struct maker *m, struct input_file *in, bool of_reports)
{
	struct tsv *t = input_begin(in);
	int status = t ? read_kind(m, in->kind, t, of_reports) : -1;

	input_end(in);
	return status;
}

/* The findings first: those of a report are wanted with its cells. */
static int read_inputs(struct maker *m, struct inputs *inputs)
{
	bool cells = inputs_have(inputs, INPUT_CELLS);
	int status = 0, first;
	size_t i;

	for (first = 1; first >= 0; first--)
		for (i = 0; i < inputs->n; i++)
			if ((inputs->v[i].kind == INPUT_FINDINGS) == first &&
			    read_input(m, &inputs->v[i], cells) != 0)
				status = -1;
	return status;
}

static int put_digest(const struct areas *a, const char *path)
{
	struct output to;

	if (!path)
		return 0;
	if (output_open(&to, path) != 0) {
		diag_errno(path, "cannot write");
		return -1;
	}
	digest_put(a, &to);
	return output_close(&to);
}

/* The pages of areas, and those on everything. */
static int put_areas(struct maker *m)
{
	struct charts charts = {.site = &m->site, .none = m->no_charts, .gnuplot = GNUPLOT_INIT};
	const struct finding *findings;
	int status;
	size_t n;

	findings = findings_of(&m->findings, STR_EMPTY, &n);
	listing_add_lacking(&m->areas, findings, n);
	areas_finish(&m->areas, m->kinds & KIND_REGION);
	status = put_digest(&m->areas, m->digest);
	if (m->kinds & KIND_REGION &&
	    region_pages_put(&m->page, &m->site, &charts, &m->areas, m->province) != 0)
		status = -1;
	if (m->kinds & KIND_FRONT && (front_page_put(&m->page, &m->site, &charts, &m->areas) != 0 ||
				      quality_page_put(&m->page, &m->site, &m->areas) != 0))
		status = -1;
	return charts_close(&charts) != 0 ? -1 : status;
}

static int maker_init(struct maker *m, const struct settings *s, const struct inputs *inputs)
{
	*m = (struct maker){.source = s->source,
			    .province = s->province,
			    .digest = s->digest,
			    .no_charts = s->no_charts};
	m->kinds = s->kinds ? s->kinds : kinds_of(inputs);
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
	areas_init(&m->areas, &m->divisions, &m->figures);
	if (!(m->kinds & KIND_FRONT))
		m->areas.province = s->province;
	output_use(&m->list, STDOUT_FILENO, "<stdout>");
	if (m->kinds & KIND_REPORT) {
		pages_put_header(&m->list, &m->figures);
	} else {
		output_put(&m->list, STR("page\n"));
		m->site.list = &m->list;
	}
	return 0;
}

/* 0, or -1 after a message. */
static int maker_free(struct maker *m)
{
	int status = output_close(&m->list);

	page_free(&m->page);
	report_free(&m->report);
	findings_free(&m->findings);
	areas_free(&m->areas);
	buf_free(&m->line);
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

	standard_streams();
	if (!s.dir)
		die("-o names no directory for the pages");
	if (s.digest && strcmp(s.digest, "-") == 0)
		die("--digest -: the list of pages goes to standard output; name a file");
	if (inputs_open(&inputs, argv + first) != 0 || maker_init(&m, &s, &inputs) != 0)
		return EXIT_TROUBLE;
	status = page_put_assets(&m.site);
	if (read_inputs(&m, &inputs) != 0)
		status = -1;
	inputs_close(&inputs);
	if (m.kinds & (KIND_REGION | KIND_FRONT) && put_areas(&m) != 0)
		status = -1;
	if (maker_free(&m) != 0)
		status = -1;
	return status == 0 ? EXIT_DONE : EXIT_TROUBLE;
}
