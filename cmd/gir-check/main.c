/* gir-check: official cells against the rules that they must obey.
 *
 * stream.c   reads the cells and writes them with their verdicts, a report at a time
 * report.c   one report: its lines, its cells by the form, its facts
 * rules.c    the rules as data: ids, severities, messages, sources (common/data/rules.tsv)
 * finding.c  writes a finding; baseline.c knows the old ones
 * print.c, listing.c  findings for people (--format text)
 * facts.c    rules about the whole report: unreadable, identity, sections, tables, forms, years
 * cells.c    rules about single cells: states, counts, 规章, misread columns
 * notation.c, identities.c  sums that must hold (common/data/identities.tsv, --rules)
 * suspect.c, localise.c, cause.c  the cells to blame for sums that do not (--suspect)
 * prose.c    figures in the text against the tables
 * sections.c, stale.c  what sections 5 and 6 say
 * overview.c  a line a report (--reports)
 * history.c  what is kept of each report for the rules that compare reports; digest.c: as a stream
 * cross.c, compare.c, rollup.c, roster.c  these rules: duplicates, years, sums of areas, coverage
 * succession.c  divisions that got another code from one year to the next
 */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/gir-check/cross.h"
#include "cmd/gir-check/digest.h"
#include "cmd/gir-check/overview.h"
#include "common/alloc.h"
#include "common/diag.h"
#include "common/options.h"
#include "common/standard.h"

const char program_name[] = "gir-check";

enum {
	OPT_LANG = OPTION_LONG,
	OPT_RULES,
	OPT_ROSTER,
	OPT_FORMS,
	OPT_LIST,
	OPT_DISABLE,
	OPT_SEVERITY,
	OPT_SUSPECT,
	OPT_FORMAT,
	OPT_SUMMARY,
	OPT_BASELINE,
	OPT_REPORTS,
	OPT_DIGEST,
	OPT_PROVINCE
};

static const struct option_def option_defs[] = {
	{'o', "output", "FILE", "write the findings to FILE"},
	{'e', "error-level", "LEVEL",
	 "exit 1 if there is a finding of LEVEL (error, warning, note)"},
	{OPT_FORMAT, "format", "FORMAT", "findings as tsv (the default) or as text for people"},
	{OPT_SUMMARY, "summary", NULL, "count the findings by rule, on standard error"},
	{OPT_SUSPECT, "suspect", NULL, "name the cells to blame for sums that do not hold"},
	{OPT_BASELINE, "baseline", "FILE", "leave out the findings that FILE has already"},
	{OPT_REPORTS, "reports", "FILE", "write to FILE a line a report, with counts of findings"},
	{OPT_DIGEST, "digest", "FILE",
	 "write to FILE what comparing the reports needs; it is input too"},
	{OPT_PROVINCE, "province", "CODE",
	 "compare only the reports of a province (two digits; -: of no region)"},
	{OPT_LANG, "lang", "LANG", "messages in en (English, the default), zh (Chinese) or both"},
	{OPT_RULES, "rules", "FILE", "test the identities of FILE too"},
	{OPT_ROSTER, "roster", "FILE",
	 "the organs that must report: region, org, aliases, from, to"},
	{OPT_FORMS, "forms", "DIR", "take the official forms from DIR"},
	{OPT_LIST, "list-rules", NULL, "print the rules, their severities and sources"},
	{OPT_DISABLE, "disable", "RULE", "leave a rule out"},
	{OPT_SEVERITY, "severity", "RULE=LEVEL", "give a rule another severity"},
};

struct settings {
	const char *findings;
	const char *forms;
	const char *roster;
	const char *baseline;
	const char *overview;
	const char *digest;
	const char *province;
	bool list, suspect, summary;
	enum format format;
	enum severity level; /* of -e; SEVERITY_COUNT without it */
	struct languages languages;
	/* Options that may come again, applied in the order given once everything is loaded. */
	struct change {
		int key;
		const char *arg;
	} * change;
	size_t changes, change_cap;
};

static enum severity level_or_die(struct str s)
{
	enum severity v = severity_of(s);

	if (v == SEVERITY_COUNT)
		die("\"%.*s\" is none of error, warning, note", STR_ARG(s));
	return v;
}

static struct languages languages_or_die(const char *s)
{
	if (strcmp(s, "en") == 0)
		return (struct languages){LANGUAGE_EN, LANGUAGE_EN};
	if (strcmp(s, "zh") == 0)
		return (struct languages){LANGUAGE_ZH, LANGUAGE_ZH};
	if (strcmp(s, "both") == 0)
		return (struct languages){LANGUAGE_EN, LANGUAGE_ZH};
	die("--lang %s: what is wanted is en, zh or both", s);
}

static enum format format_or_die(const char *s)
{
	if (strcmp(s, "tsv") == 0)
		return FORMAT_TSV;
	if (strcmp(s, "text") == 0)
		return FORMAT_TEXT;
	die("--format %s: the formats are tsv and text", s);
}

static const char *province_or_die(const char *s)
{
	if (strcmp(s, "-") != 0 && (strlen(s) != 2 || strspn(s, "0123456789") != 2))
		die("--province %s: what is wanted is two digits, or -", s);
	return s;
}

static void set(struct settings *s, int key, const char *arg)
{
	switch (key) {
	case 'o':
		s->findings = arg;
		break;
	case 'e':
		s->level = level_or_die(str_of(arg));
		break;
	case OPT_REPORTS:
		s->overview = arg;
		break;
	case OPT_DIGEST:
		s->digest = arg;
		break;
	case OPT_PROVINCE:
		s->province = province_or_die(arg);
		break;
	case OPT_LANG:
		s->languages = languages_or_die(arg);
		break;
	case OPT_FORMS:
		s->forms = arg;
		break;
	case OPT_ROSTER:
		s->roster = arg;
		break;
	case OPT_LIST:
		s->list = true;
		break;
	case OPT_FORMAT:
		s->format = format_or_die(arg);
		break;
	case OPT_SUMMARY:
		s->summary = true;
		break;
	case OPT_SUSPECT:
		s->suspect = true;
		break;
	case OPT_BASELINE:
		s->baseline = arg;
		break;
	default:
		s->change = grow(s->change, &s->change_cap, s->changes + 1, sizeof *s->change);
		s->change[s->changes++] = (struct change){key, arg};
	}
}

/* The index of the first operand. */
static int read_options(struct settings *s, int argc, char **argv)
{
	struct options o;
	const char *arg;
	int key, first;

	options_init(
		&o, "[-o FINDINGS] [-e LEVEL] [OPTION...] [CELLS...]",
		"Checks the cells of reports (as gir-tables writes them) against the rules of the\n"
		"official forms and writes them with a column that tells the verdict.",
		option_defs, sizeof option_defs / sizeof *option_defs);
	*s = (struct settings){.level = SEVERITY_COUNT};
	while ((key = options_next(&o, argc, argv, &arg, &first)) != -1)
		set(s, key, arg);
	options_free(&o);
	return first;
}

static struct rule *rule_or_die(struct check *c, struct str id)
{
	size_t at = rules_find(&c->rules, id);

	if (at == STR_NONE)
		die("no rule is called \"%.*s\" (--list-rules prints them)", STR_ARG(id));
	return &c->rules.v[at];
}

static void apply_severity(struct check *c, const char *arg)
{
	struct str rest = str_of(arg), id = rest;

	str_cut(&rest, '=', &id);
	if (!rest.p)
		die("--severity %s: what is wanted is RULE=LEVEL", arg);
	rule_or_die(c, id)->severity = level_or_die(rest);
}

/* Rules from files come first, so that the other options may speak of them. */
static void apply_changes(struct check *c, const struct settings *s)
{
	bool good = true;
	size_t i;

	for (i = 0; i < s->changes; i++)
		if (s->change[i].key == OPT_RULES && identities_read(c, s->change[i].arg) != 0)
			good = false;
	if (!good)
		exit(EXIT_TROUBLE);
	for (i = 0; i < s->changes; i++) {
		if (s->change[i].key == OPT_DISABLE)
			rule_or_die(c, str_of(s->change[i].arg))->off = true;
		else if (s->change[i].key == OPT_SEVERITY)
			apply_severity(c, s->change[i].arg);
	}
}

static void load(struct check *c, const struct settings *s)
{
	*c = (struct check){.languages = s->languages, .format = s->format, .suspect = s->suspect};
	rules_load(&c->rules);
	if (forms_load(&c->forms, s->forms) != 0)
		exit(EXIT_TROUBLE);
	divisions_load(&c->divisions);
	fold_init(&c->fold);
	check_words_load(&c->words);
	identities_load(c);
	apply_changes(c, s);
	tests_make(c);
	c->counts = xcalloc(c->rules.n * SEVERITY_COUNT, sizeof *c->counts);
	if (s->baseline && baseline_load(&c->old, s->baseline) != 0)
		exit(EXIT_TROUBLE);
}

static void unload(struct check *c)
{
	enum language l;

	tests_free(c);
	rules_free(&c->rules);
	forms_free(&c->forms);
	divisions_free(&c->divisions);
	words_free(&c->words);
	pool_free(&c->pool);
	buf_free(&c->plain);
	buf_free(&c->folded);
	for (l = LANGUAGE_EN; l < LANGUAGE_COUNT; l++)
		buf_free(&c->message[l]);
	listing_free(&c->listing);
	baseline_free(&c->old);
	free(c->counts);
}

/* The cells, then what comparing them shows, if anybody will see it. */
static void run_checks(struct check *c, const struct settings *s, struct cross *x, char **operands,
		       size_t count, struct output *out)
{
	bool compare = (c->findings || s->summary || s->level < SEVERITY_COUNT) && cross_wanted(x);

	check_operands(c, operands, count, out, compare ? &x->history : NULL);
	if (compare)
		cross_check(x);
}

static bool is_same(const struct stat *out, const char *path)
{
	struct stat in;
	int status = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &in) : stat(path, &in);

	return status == 0 && in.st_dev == out->st_dev && in.st_ino == out->st_ino;
}

/* Writing over what is still to be read, or compared with next time, would lose it. */
static void refuse_input(const struct settings *s, const char *option, const char *path,
			 char **operands, size_t count)
{
	struct stat out;
	size_t i;

	if (strcmp(path, "-") == 0)
		die("%s -: the cells go to standard output; name a file", option);
	if (stat(path, &out) != 0 || !S_ISREG(out.st_mode))
		return;
	if (s->baseline && is_same(&out, s->baseline))
		die("%s %s: this is the baseline", option, path);
	for (i = 0; i < count; i++)
		if (is_same(&out, operands[i]))
			die("%s %s: this is an input", option, path);
}

static void open_or_exit(struct output *out, const char *path)
{
	if (output_open(out, path) == 0)
		return;
	diag_errno(path, "cannot write");
	exit(EXIT_TROUBLE);
}

/* Text for people goes to standard error where no file is named. */
static void open_findings(struct check *c, const struct settings *s, struct output *findings)
{
	if (!s->findings && s->format == FORMAT_TSV)
		return;
	if (!s->findings)
		output_use(findings, STDERR_FILENO, "<stderr>");
	else
		open_or_exit(findings, s->findings);
	c->findings = findings;
	findings_begin(c);
}

static void open_digest(struct check *c, const struct settings *s, struct output *digest)
{
	if (!s->digest)
		return;
	open_or_exit(digest, s->digest);
	c->digest = digest;
	digest_begin(digest);
}

static void open_overview(struct check *c, const struct settings *s, struct output *overview)
{
	if (!s->overview)
		return;
	open_or_exit(overview, s->overview);
	c->overview = overview;
	overview_begin(overview);
}

/* An output that may not be there. */
static void close_output(struct check *c, struct output *to)
{
	if (to && output_close(to) != 0)
		c->trouble = true;
}

/* Standard error stays open, for messages. */
static void flush_stderr(struct check *c, struct output *to)
{
	output_flush(to);
	if (to->error)
		c->trouble = true;
	buf_free(&to->buf);
}

/* The summary is the last word. */
static void close_findings(struct check *c, const struct settings *s)
{
	struct output summary;

	if (c->findings) {
		findings_end(c);
		if (!s->findings)
			flush_stderr(c, c->findings);
		else if (output_close(c->findings) != 0)
			c->trouble = true;
	}
	if (!s->summary)
		return;
	output_use(&summary, STDERR_FILENO, "<stderr>");
	findings_summary(c, &summary);
	flush_stderr(c, &summary);
}

/* The cells, and all that is written beside them. */
static void run_outputs(struct check *c, const struct settings *s, struct cross *x, char **operands,
			size_t count, struct output *out)
{
	struct output findings, digest, overview;

	if (s->findings)
		refuse_input(s, "-o", s->findings, operands, count);
	if (s->digest)
		refuse_input(s, "--digest", s->digest, operands, count);
	if (s->overview)
		refuse_input(s, "--reports", s->overview, operands, count);
	open_findings(c, s, &findings);
	open_digest(c, s, &digest);
	open_overview(c, s, &overview);
	run_checks(c, s, x, operands, count, out);
	close_output(c, c->digest);
	close_output(c, c->overview);
	close_findings(c, s);
}

static void run(struct check *c, const struct settings *s, char **operands, size_t count)
{
	struct output out;
	struct roster roster = {.n = 0};
	struct cross x = {.c = c, .roster = s->roster ? &roster : NULL};

	if (s->roster && roster_load(&roster, s->roster) != 0)
		exit(EXIT_TROUBLE);
	if (s->province) {
		x.history.province = str_of(s->province);
		roster_limit(&roster, &x.history);
	}
	output_use(&out, 1, "<stdout>");
	if (s->list)
		rules_list(&c->rules, c->languages, &out);
	else
		run_outputs(c, s, &x, operands, count, &out);
	close_output(c, &out);
	cross_free(&x);
	roster_free(&roster);
}

int main(int argc, char **argv)
{
	static char standard[] = "-";
	char *none[] = {standard};
	struct settings s;
	struct check c;
	int first = read_options(&s, argc, argv), status = EXIT_DONE;
	size_t level;

	standard_streams();
	load(&c, &s);
	if (first < argc)
		run(&c, &s, argv + first, (size_t)(argc - first));
	else
		run(&c, &s, none, 1);
	for (level = 0; level < SEVERITY_COUNT; level++)
		if (level <= s.level && s.level < SEVERITY_COUNT && c.found[level] > 0)
			status = EXIT_FINDINGS;
	if (c.trouble)
		status = EXIT_TROUBLE;
	unload(&c);
	free(s.change);
	return status;
}
