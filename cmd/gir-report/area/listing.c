#include "cmd/gir-report/area/listing.h"

#include <stdlib.h>

#include "cmd/gir-report/pages.h"
#include "common/alloc.h"
#include "common/diag.h"

static struct str intern(struct areas *a, struct str s)
{
	size_t at = intern_add(&a->names, s);

	return a->names.v[at];
}

/* Empty unless it is a number. */
static struct str number(struct areas *a, struct str field)
{
	struct dec v;

	return dec_parse(field, &v) ? pool_dup(&a->pool, field) : STR_EMPTY;
}

/* `field`: PAGE_COLUMNS of them, and behind them one for each figure. */
static void add_fields(struct areas *a, const struct str *field)
{
	const struct str *figure = field + PAGE_COLUMNS;
	struct listed *v;
	size_t i;

	if (!area_is_in(field[PAGE_REGION], a->province))
		return;
	a->listed = grow(a->listed, &a->listed_cap, a->listed_n + 1, sizeof *a->listed);
	v = &a->listed[a->listed_n++];
	*v = (struct listed){
		.area = areas_add(a, field[PAGE_REGION]),
		.page = pool_dup(&a->pool, field[PAGE_PAGE]),
		.doc = pool_dup(&a->pool, field[PAGE_DOC]),
		.org = intern(a, field[PAGE_ORG]),
		.title = pool_dup(&a->pool, field[PAGE_TITLE]),
		.form = intern(a, field[PAGE_FORM]),
		.format = intern(a, field[PAGE_FORMAT]),
		.encoding = intern(a, field[PAGE_ENCODING]),
		.layout = intern(a, field[PAGE_LAYOUT]),
		.rules = intern(a, field[PAGE_RULES]),
		.year = area_year_of(field[PAGE_YEAR]),
		.consolidated = str_is(field[PAGE_SCOPE], "region"),
		.cells = dec_size(field[PAGE_CELLS]),
		.unsure = dec_size(field[PAGE_UNSURE]),
		.errors = dec_size(field[PAGE_ERRORS]),
		.warnings = dec_size(field[PAGE_WARNINGS]),
		.notes = dec_size(field[PAGE_NOTES]),
		.new = number(a, figure[a->new]),
		.handled = number(a, figure[a->handled]),
	};
	areas_add_year(a, v->area, v->year)->reports++;
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

		if (!str_is(field[FINDING_RULE], "coverage") ||
		    !area_is_in(field[FINDING_REGION], a->province))
			continue;
		a->lacking =
			grow(a->lacking, &a->lacking_cap, a->lacking_n + 1, sizeof *a->lacking);
		a->lacking[a->lacking_n++] = (struct lacking){
			.area = areas_add(a, field[FINDING_REGION]),
			.org = intern(a, field[FINDING_ORG]),
			.year = area_year_of(field[FINDING_YEAR]),
		};
	}
}
