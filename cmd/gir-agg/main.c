/* gir-agg: cells, checked or not, or its own output, into sums by region and year.
 *
 *	cells.c       reads cells; report.c: the report at hand and its group totals
 *	merge.c       reads its own output
 *	keys.c        the columns that make a group; places.c: the divisions around a report's own
 *	codebook.c    numbers the cells in the order of the forms
 *	groups.c      the sums; acc.c: one of them, exact; slot.c, slab.c: how they are held
 *	panel.c       reports side by side
 *	write.c       the tables put out; indicators.c: rates; sheet.c: TSV and CSV
 */
#include "cmd/gir-agg/agg.h"
#include "cmd/gir-agg/write.h"
#include "common/diag.h"
#include "common/options.h"
#include "common/standard.h"

const char program_name[] = "gir-agg";

enum { CSV = OPTION_LONG, FORMULAS, INDICATORS, DEFINE, RECONCILE, PANEL, FORMS };

static const struct option_def option_defs[] = {
	{'l', "level", "LEVEL",
	 "county, prefecture, province or nation (a comma list; default all)"},
	{'g', "group", "KEYS", "group by these columns (default level,region,year)"},
	{'w', "wide", NULL, "a line a group, a column a cell"},
	{CSV, "csv", NULL, "CSV for spreadsheets: byte order mark, CRLF"},
	{FORMULAS, "formulas", NULL, "with --csv: leave a text alone that begins like a formula"},
	{INDICATORS, "indicators", NULL, "derived rates with numerator and denominator"},
	{DEFINE, "define", "FILE", "the indicators of FILE instead of the built-in ones"},
	{RECONCILE, "reconcile", NULL,
	 "compare consolidated reports with the sums of their organs"},
	{PANEL, "panel", NULL, "a line a report, a column a cell of any form; nothing is summed"},
	{FORMS, "forms", "DIR", "the forms of DIR instead of the built-in ones"},
};

struct settings {
	const char *group, *define, *forms;
	bool wide, csv, formulas, indicators, reconcile, panel;
	struct keys levels; /* only .levels is used */
};

static int take_option(struct settings *s, int key, const char *arg)
{
	switch (key) {
	case 'l':
		return keys_add_levels(&s->levels, arg);
	case 'g':
		s->group = arg;
		break;
	case 'w':
		s->wide = true;
		break;
	case CSV:
		s->csv = true;
		break;
	case FORMULAS:
		s->formulas = true;
		break;
	case DEFINE:
		s->define = arg;
		s->indicators = true;
		break;
	case INDICATORS:
		s->indicators = true;
		break;
	case RECONCILE:
		s->reconcile = true;
		break;
	case PANEL:
		s->panel = true;
		break;
	default: /* FORMS */
		s->forms = arg;
	}
	return 0;
}

/* Whether the options go together; 0, or -1 after a message. */
static int check_settings(const struct settings *s)
{
	const char *wrong = NULL;

	if (s->wide + s->indicators + s->reconcile + s->panel > 1)
		wrong = "of --wide, --indicators, --reconcile and --panel only one can be had at a "
			"time";
	else if (s->panel && s->group)
		wrong = "--panel has its own columns, so not with -g";
	else if (s->reconcile && s->group)
		wrong = "--reconcile goes by level, region and year, so not with -g";
	else if (s->formulas && !s->csv)
		wrong = "--formulas is for --csv";
	if (wrong)
		diag(NULL, 0, "%s", wrong);
	return wrong ? -1 : 0;
}

/* The keys of the settings. 0, or -1 after a message. */
static int prepare(struct agg *a, const struct settings *s)
{
	const char *group = s->panel ? PANEL_KEYS : s->group ? s->group : "level,region,year";

	if (keys_parse(&a->keys, group) != 0)
		return -1;
	a->keys.levels = s->levels.levels ? s->levels.levels : (1U << LEVEL_COUNT) - 1;
	a->reconcile = s->reconcile;
	if (s->levels.levels && a->keys.level == STR_NONE) {
		diag(NULL, 0, "-l needs the key level among those of -g");
		return -1;
	}
	if (forms_load(&a->forms, s->forms) != 0)
		return -1;
	divisions_load(&a->divisions);
	codebook_init(&a->book, &a->forms);
	return 0;
}

static void release(struct agg *a)
{
	report_free(&a->report);
	groups_free(&a->groups);
	codebook_free(&a->book);
	divisions_free(&a->divisions);
	forms_free(&a->forms);
	keys_free(&a->keys);
	buf_free(&a->room);
}

void agg_key(struct agg *a, const struct tsv *t, const size_t *key, const struct place *place)
{
	const struct keys *k = &a->keys;
	size_t i;

	buf_clear(&a->room);
	for (i = 0; i < k->n; i++) {
		if (i)
			buf_putc(&a->room, '\t');
		if (place && i == k->level)
			buf_putc(&a->room, (char)('0' + place->level));
		else
			buf_put(&a->room,
				place && i == k->region ? place->region : t->field[key[i]]);
	}
}

enum reading agg_overflow(const struct agg *a, const struct tsv *t, size_t cell)
{
	struct str name = a->book.cells.v[cell], table = STR_EMPTY, row = STR_EMPTY;

	str_cut(&name, '\t', &table);
	str_cut(&name, '\t', &row);
	diag(t ? t->file : NULL, t ? t->in.line : 0, "the sum of %.*s/%.*s/%.*s passes 18 digits",
	     STR_ARG(table), STR_ARG(row), STR_ARG(name));
	return READ_OVERFLOW;
}

enum reading agg_raise(struct agg *a)
{
	size_t cell;

	return groups_raise(&a->groups, &cell) == 0 ? READ_DONE : agg_overflow(a, NULL, cell);
}

static enum reading read_file(struct agg *a, const char *path)
{
	enum reading status;
	struct tsv t;

	if (tsv_open(&t, path) != 0)
		return READ_NOTHING;
	status = merge_wants(&t) ? merge_read(a, &t) : cells_read(a, &t);
	tsv_close(&t);
	return status;
}

/* Reads every operand. READ_NOTHING where not one could be read. */
static enum reading read_all(struct agg *a, char **paths, int n)
{
	enum reading status;
	int i, trouble = 0, nothing = 0;

	for (i = 0; i < n; i++) {
		status = read_file(a, paths[i]);
		if (status == READ_OVERFLOW)
			return status;
		trouble += status != READ_DONE;
		nothing += status == READ_NOTHING;
	}
	if (report_end(a, NULL) != READ_DONE || agg_raise(a) != READ_DONE)
		return READ_OVERFLOW;
	return nothing == n ? READ_NOTHING : trouble ? READ_TROUBLE : READ_DONE;
}

/* 0, or -1 after a message. */
static int write_all(const struct agg *a, const struct settings *s)
{
	struct indicators rates;
	struct sheet sheet;
	int status = 0;

	if (s->indicators && indicators_load(&rates, s->define, &a->book.cells) != 0) {
		indicators_free(&rates);
		return -1;
	}
	sheet_open(&sheet, s->csv, s->formulas);
	if (s->indicators)
		status = write_indicators(a, &rates, &sheet);
	else if (s->reconcile)
		status = write_reconciled(a, &sheet);
	else if (s->wide)
		write_wide(a, &sheet);
	else
		write_long(a, &sheet);
	if (s->indicators)
		indicators_free(&rates);
	return sheet_close(&sheet) != 0 ? -1 : status;
}

/* Reads, then writes. */
static enum reading run(struct agg *a, const struct settings *s, char **paths, int n)
{
	enum reading status = read_all(a, paths, n);

	if (status <= READ_TROUBLE && write_all(a, s) != 0)
		status = READ_TROUBLE;
	return status;
}

/* Writes while it reads. */
static enum reading run_panel(struct agg *a, const struct settings *s, char **paths, int n)
{
	enum reading status;
	struct panel panel;
	struct sheet sheet;

	sheet_open(&sheet, s->csv, s->formulas);
	panel_open(&panel, &sheet, a->book.known);
	a->panel = &panel; // cppcheck-suppress autoVariables ; taken back below
	write_panel_header(a);
	status = read_all(a, paths, n);
	if (panel.stray) {
		diag(NULL, 0, "cells of a form that is not known have no column");
		status = READ_TROUBLE;
	}
	a->panel = NULL;
	panel_free(&panel);
	return sheet_close(&sheet) != 0 ? READ_TROUBLE : status;
}

int main(int argc, char **argv)
{
	static char *standard[] = {"-"};
	struct settings s = {.group = NULL};
	struct agg a = {.reconcile = false};
	struct options o;
	enum reading status;
	const char *arg;
	int key, first;

	standard_streams();
	options_init(&o, "[-w] [--csv] [-l LEVEL] [-g KEYS] [FILE...]",
		     "Sums the cells of reports by region and year; merges its own output.",
		     option_defs, sizeof option_defs / sizeof *option_defs);
	while ((key = options_next(&o, argc, argv, &arg, &first)) != -1)
		if (take_option(&s, key, arg) != 0)
			return EXIT_TROUBLE;
	options_free(&o);
	if (check_settings(&s) != 0 || prepare(&a, &s) != 0)
		return EXIT_TROUBLE;
	if (first == argc) {
		argv = standard;
		first = 0;
		argc = 1;
	}
	if (s.panel)
		status = run_panel(&a, &s, argv + first, argc - first);
	else
		status = run(&a, &s, argv + first, argc - first);
	release(&a);
	return status == READ_DONE ? EXIT_DONE : EXIT_TROUBLE;
}
