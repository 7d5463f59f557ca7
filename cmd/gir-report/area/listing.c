#include "cmd/gir-report/area/listing.h"

#include <stdlib.h>

#include "cmd/gir-report/area/people.h"
#include "cmd/gir-report/pages.h"
#include "common/alloc.h"
#include "common/diag.h"

/* What the reports behind each other mostly have in common is kept once. */
static struct str share(struct areas *a, struct str before, struct str s)
{
	return str_eq(before, s) ? before : pool_dup(&a->pool, s);
}

/* Empty unless it is a number. */
static struct str number(struct areas *a, struct str field)
{
	struct dec v;

	return dec_parse(field, &v) ? pool_dup(&a->pool, field) : STR_EMPTY;
}

static void count(struct areas *a, const struct listed *v, const struct str *field)
{
	struct tally *t = &areas_add_year(a, v->area, v->year)->tally;

	t->count[TALLY_REPORTS]++;
	t->count[TALLY_WHOLE] += v->consolidated;
	t->count[TALLY_FORMLESS] += v->form.n == 0;
	t->count[TALLY_NEEDING] += people_need(v);
	t->count[TALLY_CELLS] += dec_size(field[PAGE_CELLS]);
	t->count[TALLY_UNSURE] += v->unsure;
	t->count[TALLY_FINDINGS + SEVERITY_ERROR] += v->errors;
	t->count[TALLY_FINDINGS + SEVERITY_WARNING] += v->warnings;
	t->count[TALLY_FINDINGS + SEVERITY_NOTE] += dec_size(field[PAGE_NOTES]);
	tally_rules(t, &a->words, field[PAGE_RULES]);
	tally_word(t, &a->words, WORDS_FORMATS, v->format);
	tally_word(t, &a->words, WORDS_ENCODINGS, field[PAGE_ENCODING]);
	tally_word(t, &a->words, WORDS_LAYOUTS, field[PAGE_LAYOUT]);
	tally_word(t, &a->words, WORDS_FORMS, v->form);
}

/* `field`: PAGE_COLUMNS of them, and behind them one for each figure. */
static void add_fields(struct areas *a, const struct str *field)
{
	const struct str *figure = field + PAGE_COLUMNS;
	struct listed *v, before = {.page = STR_EMPTY};
	size_t i;

	if (!area_is_in(field[PAGE_REGION], a->province))
		return;
	if (a->listed_n > 0)
		before = a->listed[a->listed_n - 1];
	v = areas_add_listed(a);
	*v = (struct listed){
		.area = areas_add(a, field[PAGE_REGION]),
		.page = pool_dup(&a->pool, field[PAGE_PAGE]),
		.doc = pool_dup(&a->pool, field[PAGE_DOC]),
		.org = pool_dup(&a->pool, field[PAGE_ORG]),
		.form = share(a, before.form, field[PAGE_FORM]),
		.format = share(a, before.format, field[PAGE_FORMAT]),
		.year = area_year_of(field[PAGE_YEAR]),
		.consolidated = str_is(field[PAGE_SCOPE], "region"),
		.unsure = dec_size(field[PAGE_UNSURE]),
		.errors = dec_size(field[PAGE_ERRORS]),
		.warnings = dec_size(field[PAGE_WARNINGS]),
		.new = number(a, figure[a->new]),
		.handled = number(a, figure[a->handled]),
	};
	count(a, v, field);
	if (!v->consolidated)
		return;
	v->figure = pool_alloc(&a->pool, a->figures->n * sizeof *v->figure);
	for (i = 0; i < a->figures->n; i++)
		v->figure[i] = number(a, figure[i]);
}

void listing_add(struct areas *a, struct str line)
{
	struct str *field = xcalloc(PAGE_COLUMNS + a->figures->n, sizeof *field);
	size_t i;

	for (i = 0; i < PAGE_COLUMNS + a->figures->n; i++)
		(void)str_cut(&line, '\t', &field[i]);
	add_fields(a, field);
	free(field);
}

static int find_columns(const struct areas *a, const struct tsv *t, size_t *at)
{
	int failed = 0;
	size_t i;

	for (i = 0; i < PAGE_COLUMNS; i++)
		at[i] = tsv_need(t, page_column_names[i], &failed);
	for (i = 0; i < a->figures->n; i++) {
		struct buf name = BUF_INIT;

		buf_put(&name, a->figures->v[i].id);
		buf_putc(&name, '\0');
		at[PAGE_COLUMNS + i] = tsv_need(t, name.p, &failed);
		buf_free(&name);
	}
	return failed;
}

int listing_read(struct areas *a, struct tsv *t)
{
	size_t n = PAGE_COLUMNS + a->figures->n;
	size_t *at = xcalloc(n, sizeof *at);
	struct str *field = xcalloc(n, sizeof *field);
	int got = -1;

	if (find_columns(a, t, at) == 0)
		while ((got = tsv_next(t)) > 0) {
			size_t i;

			for (i = 0; i < n; i++)
				field[i] = t->field[at[i]];
			add_fields(a, field);
		}
	free(at);
	free(field);
	return got < 0 || t->bad_lines ? -1 : 0;
}

void listing_add_lacking(struct areas *a, const struct finding *v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct str *field = v[i].field;
		struct lacking *l;

		if (!str_is(field[FINDING_RULE], "coverage") ||
		    !area_is_in(field[FINDING_REGION], a->province))
			continue;
		a->lacking =
			grow(a->lacking, &a->lacking_cap, a->lacking_n + 1, sizeof *a->lacking);
		l = &a->lacking[a->lacking_n++];
		*l = (struct lacking){
			.area = areas_add(a, field[FINDING_REGION]),
			.org = pool_dup(&a->pool, field[FINDING_ORG]),
			.year = area_year_of(field[FINDING_YEAR]),
		};
		areas_add_lacking(a, l->area, l->year, 1);
	}
}
