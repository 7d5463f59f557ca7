#include "cmd/gir-check/words.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

static const char *const kinds[WORD_KINDS] = {"township", "plan",    "next",    "agenda", "past",
					      "lead",     "nothing", "heading", "fee"};

static size_t kind_of(struct str s)
{
	size_t k = 0;

	while (k < WORD_KINDS && !str_is(s, kinds[k]))
		k++;
	return k;
}

void words_load(struct words *w)
{
	struct data d;

	*w = (struct words){.of = {{NULL, 0, 0}}};
	if (data_open(&d, "check-words.tsv", data_text("check-words.tsv")) != 0)
		die("check-words.tsv: cannot be read");
	while (data_next(&d)) {
		size_t kind = kind_of(data_get(&d, "kind"));
		struct word_list *list = &w->of[kind];

		if (kind == WORD_KINDS)
			die("check-words.tsv:%zu: no such kind of words", d.line);
		list->v = grow(list->v, &list->cap, list->n + 1, sizeof *list->v);
		list->v[list->n++] = data_get(&d, "word");
	}
}

void words_free(struct words *w)
{
	size_t k;

	for (k = 0; k < WORD_KINDS; k++)
		free(w->of[k].v);
}

size_t words_begin(const struct word_list *list, struct str s)
{
	size_t i, longest = 0;

	for (i = 0; i < list->n; i++)
		if (list->v[i].n > longest && str_starts(s, list->v[i]))
			longest = list->v[i].n;
	return longest;
}

size_t words_end(const struct word_list *list, struct str s)
{
	size_t i, longest = 0;

	for (i = 0; i < list->n; i++)
		if (list->v[i].n > longest && str_ends(s, list->v[i]))
			longest = list->v[i].n;
	return longest;
}

bool words_in(const struct word_list *list, struct str s)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (str_has(s, list->v[i]))
			return true;
	return false;
}

bool words_is(const struct word_list *list, struct str s)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (str_eq(list->v[i], s))
			return true;
	return false;
}
