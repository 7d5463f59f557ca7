#include "cmd/gir-segment/furniture.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

enum { SHORTEST = 6, LIMIT = 180 }; /* bytes: two characters, some 60 */
enum match { MATCH_START, MATCH_WHOLE, MATCH_INSIDE, MATCHES };

struct furniture {
	struct str words[MATCHES]; /* separated by '|' */
};

struct furniture *furniture_new(void)
{
	static const char *const names[MATCHES] = {"start", "whole", "inside"};
	struct furniture *f = xcalloc(1, sizeof *f);
	struct data d;
	int m;

	if (data_open(&d, "chrome.tsv", data_text("chrome.tsv")) != 0)
		die("chrome.tsv: cannot be read");
	while (data_next(&d))
		for (m = 0; m < MATCHES; m++)
			if (str_is(data_get(&d, "match"), names[m]))
				f->words[m] = data_get(&d, "words");
	return f;
}

void furniture_free(struct furniture *f)
{
	free(f);
}

bool furniture_is(const struct furniture *f, struct str line)
{
	int m;

	line = str_trim(line);
	if (line.n < SHORTEST || line.n > LIMIT)
		return false;
	for (m = 0; m < MATCHES; m++) {
		struct str rest = f->words[m], word;

		while (rest.n && str_cut(&rest, '|', &word))
			if (m == MATCH_START   ? str_starts(line, word)
			    : m == MATCH_WHOLE ? str_eq(line, word)
					       : str_has(line, word))
				return true;
	}
	return false;
}
