#include "cmd/gir-segment/furniture.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

enum { SHORTEST = 6, LIMIT = 180 }; /* bytes: two characters, some 60 */
enum match { MATCH_START, MATCH_WHOLE, MATCH_INSIDE, MATCHES };

/* The words of one kind of match. */
struct words {
	struct str *v;
	size_t n, cap;
};

enum { KEYS = 1024 };

struct furniture {
	struct words words[MATCHES];
	bool opens[KEYS]; /* by key_of: a word to start with or to be equal to has this key */
};

/* Of the first three bytes, one character mostly: few lines have the key of any word. */
static size_t key_of(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	return s.n < 3 ? 0 : (p[0] * 7U + p[1] * 31U + p[2] * 89U) % KEYS;
}

static void add_words(struct words *w, struct str list)
{
	struct str word;

	while (list.n && str_cut(&list, '|', &word)) {
		w->v = grow(w->v, &w->cap, w->n + 1, sizeof *w->v);
		w->v[w->n++] = word;
	}
}

struct furniture *furniture_new(void)
{
	static const char *const names[MATCHES] = {"start", "whole", "inside"};
	struct furniture *f = xcalloc(1, sizeof *f);
	struct data d;
	int m;
	size_t i;

	if (data_open(&d, "chrome.tsv", data_text("chrome.tsv")) != 0)
		die("chrome.tsv: cannot be read");
	while (data_next(&d))
		for (m = 0; m < MATCHES; m++)
			if (str_is(data_get(&d, "match"), names[m]))
				add_words(&f->words[m], data_get(&d, "words"));
	for (m = MATCH_START; m <= MATCH_WHOLE; m++)
		for (i = 0; i < f->words[m].n; i++)
			f->opens[key_of(f->words[m].v[i])] = true;
	return f;
}

void furniture_free(struct furniture *f)
{
	int m;

	for (m = 0; m < MATCHES; m++)
		free(f->words[m].v);
	free(f);
}

/* Whether the line begins with a word, or is one. */
static bool opens(const struct furniture *f, struct str line)
{
	const struct words *start = &f->words[MATCH_START], *whole = &f->words[MATCH_WHOLE];
	size_t i;

	if (!f->opens[key_of(line)])
		return false;
	for (i = 0; i < start->n; i++)
		if (str_starts(line, start->v[i]))
			return true;
	for (i = 0; i < whole->n; i++)
		if (str_eq(line, whole->v[i]))
			return true;
	return false;
}

bool furniture_stands(const struct furniture *f, struct str text)
{
	const struct words *inside = &f->words[MATCH_INSIDE];
	size_t i;

	for (i = 0; i < inside->n; i++)
		if (str_has(text, inside->v[i]))
			return true;
	return false;
}

bool furniture_is(const struct furniture *f, struct str line, bool stands)
{
	if (line.n < SHORTEST) /* as most cells are */
		return false;
	line = str_trim(line);
	if (line.n < SHORTEST || line.n > LIMIT)
		return false;
	return opens(f, line) || (stands && furniture_stands(f, line));
}
