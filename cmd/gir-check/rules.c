#include "cmd/gir-check/rules.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

static const char *const names[RULE_NAMES] = {
	[RULE_UNREADABLE] = "unreadable",
	[RULE_IDENTITY] = "identity",
	[RULE_UNDECODABLE] = "undecodable",
	[RULE_SECTION] = "section",
	[RULE_TABLE] = "table",
	[RULE_FORM_YEAR] = "form-year",
	[RULE_YEAR] = "year",
	[RULE_FORM_MIXED] = "form-mixed",
	[RULE_STALE_YEAR] = "stale-year",
	[RULE_DUPLICATE] = "duplicate",
	[RULE_BLANK] = "blank",
	[RULE_TEXT] = "text",
	[RULE_ABSENT] = "absent",
	[RULE_UNSURE] = "unsure",
	[RULE_NA] = "na",
	[RULE_NEGATIVE] = "negative",
	[RULE_FRACTION] = "fraction",
	[RULE_AUTHORITY] = "authority",
	[RULE_MISREAD] = "misread",
	[RULE_PROSE] = "prose",
	[RULE_PROSE_PARTS] = "prose-parts",
	[RULE_FEES_UNEXPLAINED] = "fees-unexplained",
	[RULE_EMPTY_SECTION] = "empty-section",
	[RULE_CARRY] = "carry",
	[RULE_IN_FORCE] = "in-force",
	[RULE_JUMP] = "jump",
	[RULE_ROLLUP] = "rollup",
	[RULE_COVERAGE] = "coverage",
	[RULE_LATE] = "late",
};

size_t rules_find(const struct rules *rules, struct str id)
{
	size_t i;

	for (i = 0; i < rules->n; i++)
		if (str_eq(rules->v[i].id, id))
			return i;
	return STR_NONE;
}

/* A message belongs to the rule above it, so that the messages of a rule are a run. */
static void add_message(struct rules *rules, const struct data *d)
{
	struct message m = {.when = data_get(d, "when")};
	struct str en = data_get(d, "en"), zh = data_get(d, "zh");
	struct rule *r = &rules->v[rules->n - 1];

	if (en.n == 0)
		return;
	wording_parse(&m.text[LANGUAGE_EN], en, &rules->pool);
	wording_parse(&m.text[LANGUAGE_ZH], zh.n ? zh : en, &rules->pool);
	rules->message = grow(rules->message, &rules->message_cap, rules->message_count + 1,
			      sizeof *rules->message);
	if (r->messages++ == 0)
		r->first_message = rules->message_count;
	rules->message[rules->message_count++] = m;
}

/* What a line says about a rule that is there must not contradict it. */
static size_t add_again(struct rules *rules, const struct data *d, size_t at)
{
	struct str severity = data_get(d, "severity");

	if (severity.n && severity_of(severity) != rules->v[at].severity) {
		diag(d->name, d->line, "rule \"%.*s\" is a matter of severity %s already",
		     STR_ARG(rules->v[at].id), severity_names[rules->v[at].severity]);
		return STR_NONE;
	}
	if (at + 1 == rules->n)
		add_message(rules, d);
	return at;
}

size_t rules_add(struct rules *rules, const struct data *d)
{
	struct rule r = {.id = data_get(d, "id")};
	size_t at = rules_find(rules, r.id);
	struct str severity = data_get(d, "severity");

	if (at != STR_NONE)
		return add_again(rules, d, at);
	r.severity = severity.n ? severity_of(severity) : SEVERITY_ERROR;
	if (r.id.n == 0 || r.severity == SEVERITY_COUNT) {
		diag(d->name, d->line,
		     r.id.n ? "severity is none of error, warning, note: \"%.*s\""
			    : "the rule has no id: \"%.*s\"",
		     STR_ARG(r.id.n ? severity : d->row));
		return STR_NONE;
	}
	r.source[LANGUAGE_EN] = data_get(d, "source");
	r.source[LANGUAGE_ZH] = data_get(d, "source_zh");
	if (r.source[LANGUAGE_ZH].n == 0)
		r.source[LANGUAGE_ZH] = r.source[LANGUAGE_EN];
	rules->v = grow(rules->v, &rules->cap, rules->n + 1, sizeof *rules->v);
	rules->v[rules->n++] = r;
	add_message(rules, d);
	return rules->n - 1;
}

void rules_load(struct rules *rules)
{
	struct data d;
	size_t i;

	*rules = (struct rules){.n = 0};
	if (data_open(&d, "rules.tsv", data_text("rules.tsv")) != 0)
		die("rules.tsv: cannot be read");
	while (data_next(&d))
		if (rules_add(rules, &d) == STR_NONE)
			die("rules.tsv: cannot be read");
	for (i = 0; i < RULE_NAMES; i++) {
		rules->at[i] = rules_find(rules, str_of(names[i]));
		if (rules->at[i] == STR_NONE)
			die("rules.tsv: no rule \"%s\"", names[i]);
	}
}

void rules_free(struct rules *rules)
{
	size_t i, l;

	for (i = 0; i < rules->message_count; i++)
		for (l = 0; l < LANGUAGE_COUNT; l++)
			wording_free(&rules->message[i].text[l]);
	pool_free(&rules->pool);
	free(rules->v);
	free(rules->message);
	*rules = (struct rules){.n = 0};
}

const struct wording *rules_message(const struct rules *rules, size_t rule, const char *when)
{
	const struct rule *r = &rules->v[rule];
	const struct message *m = &rules->message[r->first_message];
	size_t i;

	if (r->messages == 0)
		return rules_message(rules, rules_find(rules, STR("row-sum")), "any");
	for (i = 0; i < r->messages; i++)
		if (str_is(m[i].when, when))
			return m[i].text;
	return m->text;
}

void rules_list(const struct rules *rules, struct languages languages, struct output *to)
{
	enum language l;
	size_t i;

	output_put(to, STR("rule\tseverity\tsource"));
	output_put(to, languages.first < languages.last ? STR("\tsource_zh\n") : STR("\n"));
	for (i = 0; i < rules->n; i++) {
		const struct rule *r = &rules->v[i];

		if (r->off)
			continue;
		output_put(to, r->id);
		output_putc(to, '\t');
		output_put(to, str_of(severity_names[r->severity]));
		for (l = languages.first; l <= languages.last; l++) {
			output_putc(to, '\t');
			output_put(to, r->source[l]);
		}
		output_putc(to, '\n');
	}
}
