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

struct furniture {
	struct words words[MATCHES];
	bool opens[256]; /* by key_of: a word to start with or to be equal to has this key */
};

/* Of the first three bytes, one character mostly: few lines have the key of any word. */
static unsigned char key_of(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	return s.n < 3 ? 0 : (unsigned char)(p[0] * 7 + p[1] * 31 + p[2]);
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

bool furniture_is(const struct furniture *f, struct str line)
{
	int m;
	size_t i;

	line = str_trim(line);
	if (line.n < SHORTEST || line.n > LIMIT)
		return false;
	for (m = f->opens[key_of(line)] ? 0 : MATCH_INSIDE; m < MATCHES; m++) {
		const struct words *w = &f->words[m];

		for (i = 0; i < w->n; i++)
			if (m == MATCH_START   ? str_starts(line, w->v[i])
			    : m == MATCH_WHOLE ? str_eq(line, w->v[i])
					       : str_has(line, w->v[i]))
				return true;
	}
	return false;
}
