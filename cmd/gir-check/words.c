#include "cmd/gir-check/words.h"

static const char *const names[WORD_KINDS] = {"township", "plan",    "next",    "agenda", "past",
					      "lead",     "nothing", "heading", "fee"};

void check_words_load(struct words *w)
{
	words_load(w, "check-words.tsv", names, WORD_KINDS);
}
