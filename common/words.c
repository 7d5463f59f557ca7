#include "common/words.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

static size_t kind_named(struct str name, const char *const *names, size_t kinds)
{
	size_t kind = 0;

	while (kind < kinds && !str_is(name, names[kind]))
		kind++;
	return kind;
}

void words_load(struct words *w, const char *file, const char *const *names, size_t kinds)
{
	struct data d;

	*w = (struct words){xcalloc(kinds, sizeof *w->kind), kinds};
	if (data_open(&d, file, data_text(file)) != 0)
		die("%s: cannot be read", file);
	while (data_next(&d)) {
		size_t kind = kind_named(data_get(&d, "kind"), names, kinds);
		struct word_list *list = &w->kind[kind];

		if (kind == kinds)
			die("%s:%zu: no such kind of words", file, d.line);
		list->v = grow(list->v, &list->cap, list->n + 1, sizeof *list->v);
		list->v[list->n++] = data_get(&d, "word");
	}
}

void words_free(struct words *w)
{
	size_t kind;

	for (kind = 0; kind < w->kinds; kind++)
		free(w->kind[kind].v);
	free(w->kind);
	*w = (struct words){NULL, 0};
}

size_t words_start(const struct words *w, size_t kind, struct str s)
{
	const struct word_list *list = &w->kind[kind];
	size_t i, longest = 0;

	for (i = 0; i < list->n; i++)
		if (list->v[i].n > longest && str_starts(s, list->v[i]))
			longest = list->v[i].n;
	return longest;
}

size_t words_end(const struct words *w, size_t kind, struct str s)
{
	const struct word_list *list = &w->kind[kind];
	size_t i, longest = 0;

	for (i = 0; i < list->n; i++)
		if (list->v[i].n > longest && str_ends(s, list->v[i]))
			longest = list->v[i].n;
	return longest;
}

bool words_in(const struct words *w, size_t kind, struct str s)
{
	const struct word_list *list = &w->kind[kind];
	size_t i;

	for (i = 0; i < list->n; i++)
		if (str_has(s, list->v[i]))
			return true;
	return false;
}

bool words_has(const struct words *w, size_t kind, struct str s)
{
	const struct word_list *list = &w->kind[kind];
	size_t i;

	for (i = 0; i < list->n; i++)
		if (str_eq(s, list->v[i]))
			return true;
	return false;
}
