#include "cmd/gir-segment/identity/words.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

static const char *const kind_names[WORD_KINDS] = {
	[WORD_TOPIC] = "topic",
	[WORD_REPORT] = "report",
	[WORD_FILLER] = "filler",
	[WORD_NOTICE] = "notice",
	[WORD_OPENER] = "opener",
	[WORD_CHROME] = "chrome",
	[WORD_ORGAN] = "organ",
	[WORD_NATIONAL] = "national",
	[WORD_STATELESS] = "stateless",
	[WORD_JOINED] = "joined",
	[WORD_APART] = "apart",
	[WORD_SHARED] = "shared",
	[WORD_CLINGING] = "clinging",
	[WORD_WHOLE] = "whole",
	[WORD_BEFORE] = "before",
	[WORD_VERB] = "verb",
	[WORD_PRONOUN] = "pronoun",
	[WORD_REPORTER] = "reporter",
	[WORD_DATE] = "date",
	[WORD_PEOPLE] = "people",
	[WORD_TAIL] = "tail",
	[WORD_TOWNSHIP] = "township",
	[WORD_SUBJECT] = "subject",
	[WORD_ALIAS] = "alias",
	[WORD_PAGE_TITLE] = "page-title",
	[WORD_PAGE_DATE] = "page-date",
};

static size_t kind_of(struct str name)
{
	size_t kind = 0;

	while (kind < WORD_KINDS && !str_is(name, kind_names[kind]))
		kind++;
	if (kind == WORD_KINDS)
		die("identity.tsv: unknown kind \"%.*s\"", STR_ARG(name));
	return kind;
}

void words_load(struct words *w)
{
	size_t cap[WORD_KINDS] = {0};
	struct data d;

	memset(w, 0, sizeof *w);
	if (data_open(&d, "identity.tsv", data_text("identity.tsv")) != 0)
		die("identity.tsv: cannot be read");
	while (data_next(&d)) {
		size_t k = kind_of(data_get(&d, "kind"));

		w->kind[k].v = grow(w->kind[k].v, &cap[k], w->kind[k].n + 1, sizeof(struct str));
		w->kind[k].v[w->kind[k].n++] = data_get(&d, "word");
	}
}

void words_free(struct words *w)
{
	size_t k;

	for (k = 0; k < WORD_KINDS; k++)
		free(w->kind[k].v);
	memset(w, 0, sizeof *w);
}

size_t words_start(const struct words *w, enum word_kind kind, struct str s)
{
	size_t best = 0, i;

	for (i = 0; i < w->kind[kind].n; i++)
		if (w->kind[kind].v[i].n > best && str_starts(s, w->kind[kind].v[i]))
			best = w->kind[kind].v[i].n;
	return best;
}

size_t words_end(const struct words *w, enum word_kind kind, struct str s)
{
	size_t best = 0, i;

	for (i = 0; i < w->kind[kind].n; i++)
		if (w->kind[kind].v[i].n > best && str_ends(s, w->kind[kind].v[i]))
			best = w->kind[kind].v[i].n;
	return best;
}

bool words_in(const struct words *w, enum word_kind kind, struct str s)
{
	size_t i;

	for (i = 0; i < w->kind[kind].n; i++)
		if (str_has(s, w->kind[kind].v[i]))
			return true;
	return false;
}

bool words_has(const struct words *w, enum word_kind kind, struct str s)
{
	size_t i;

	for (i = 0; i < w->kind[kind].n; i++)
		if (str_eq(s, w->kind[kind].v[i]))
			return true;
	return false;
}
