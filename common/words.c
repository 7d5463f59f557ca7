#include "common/words.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

/* A word in the chains of those that may begin, and may end, with the same character. */
struct word {
	struct str s;
	uint32_t kind;
	uint32_t next_first, next_last; /* index plus one; 0 at the chain's end */
};

/* The bytes of the character that s starts with; what is cut off is none that a word has. */
static inline uint32_t first_character(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	if (s.n == 0)
		return 0;
	if (p[0] < 0xc0 || s.n < 2)
		return p[0];
	if (p[0] < 0xe0 || s.n < 3)
		return p[0] | (uint32_t)p[1] << 8;
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
}

/* The last two bytes of the character that s ends with, or its only one. */
static uint32_t last_character(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p + s.n;

	if (s.n == 0)
		return 0;
	return s.n < 2 || p[-1] < 0x80 ? p[-1] : p[-1] | (uint32_t)p[-2] << 8;
}

static size_t slot_of(size_t kind, uint32_t character)
{
	return ((character ^ (uint32_t)kind << 24) * 0x9e3779b1U) >> (32 - WORD_BITS);
}

static size_t kind_named(struct str name, const char *const *names, size_t kinds, size_t last)
{
	size_t kind = 0;

	if (last < kinds && str_is(name, names[last])) /* words of a kind stand together */
		return last;
	while (kind < kinds && !str_is(name, names[kind]))
		kind++;
	return kind;
}

static void add(struct words *w, size_t kind, struct str s)
{
	struct word_list *list = &w->kind[kind];
	uint32_t *first = &w->first[slot_of(kind, first_character(s))];
	uint32_t *last = &w->last[slot_of(kind, last_character(s))];

	list->v = grow(list->v, &list->cap, list->n + 1, sizeof *list->v);
	list->v[list->n++] = s;
	w->v = grow(w->v, &w->cap, w->n + 1, sizeof *w->v);
	w->v[w->n++] = (struct word){s, (uint32_t)kind, *first, *last};
	*first = *last = (uint32_t)w->n;
}

void words_load(struct words *w, const char *file, const char *const *names, size_t kinds)
{
	enum { KIND, WORD, COLUMNS };
	struct str field[COLUMNS];
	struct data d;
	size_t kind = 0;

	*w = (struct words){.kind = xcalloc(kinds, sizeof *w->kind), .kinds = kinds};
	if (data_open(&d, file, data_text(file)) != 0)
		die("%s: cannot be read", file);
	if (!str_is(d.columns, "kind\tword"))
		die("%s: the columns are not kind and word", file);
	while (data_next(&d)) {
		data_fields(&d, field, COLUMNS);
		kind = kind_named(field[KIND], names, kinds, kind);
		if (kind == kinds)
			die("%s:%zu: no such kind of words", file, d.line);
		if (field[WORD].n == 0)
			die("%s:%zu: no word", file, d.line);
		add(w, kind, field[WORD]);
	}
}

void words_free(struct words *w)
{
	size_t kind;

	for (kind = 0; kind < w->kinds; kind++)
		free(w->kind[kind].v);
	free(w->kind);
	free(w->v);
	*w = (struct words){.kind = NULL};
}

/* The longest word of the chain from `i` on that `s` starts with. */
static size_t longest_start(const struct words *w, uint32_t i, size_t kind, struct str s)
{
	size_t longest = 0;

	for (; i; i = w->v[i - 1].next_first) {
		const struct word *word = &w->v[i - 1];
		size_t n = word->s.n, last = n - 1; /* they differ there, if not before */

		if (word->kind == kind && n > longest && n <= s.n && s.p[last] == word->s.p[last] &&
		    memcmp(s.p, word->s.p, n) == 0)
			longest = n;
	}
	return longest;
}

size_t words_start(const struct words *w, size_t kind, struct str s)
{
	return longest_start(w, w->first[slot_of(kind, first_character(s))], kind, s);
}

size_t words_end(const struct words *w, size_t kind, struct str s)
{
	uint32_t i = w->last[slot_of(kind, last_character(s))];
	size_t longest = 0;

	for (; i; i = w->v[i - 1].next_last) {
		const struct word *word = &w->v[i - 1];
		size_t n = word->s.n, third = n < 3 ? 0 : 2; /* the end of a character */

		if (word->kind == kind && n > longest && n <= s.n &&
		    s.p[s.n - n + third] == word->s.p[third] &&
		    memcmp(s.p + s.n - n, word->s.p, n) == 0)
			longest = n;
	}
	return longest;
}

bool words_in(const struct words *w, size_t kind, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		struct str rest = {s.p + i, s.n - i};
		uint32_t chain;

		if ((s.p[i] & 0xc0) == 0x80) /* within a character */
			continue;
		chain = w->first[slot_of(kind, first_character(rest))];
		if (chain && longest_start(w, chain, kind, rest))
			return true;
	}
	return false;
}

bool words_has(const struct words *w, size_t kind, struct str s)
{
	uint32_t i = w->first[slot_of(kind, first_character(s))];

	for (; i; i = w->v[i - 1].next_first)
		if (w->v[i - 1].kind == kind && str_eq(s, w->v[i - 1].s))
			return true;
	return false;
}
