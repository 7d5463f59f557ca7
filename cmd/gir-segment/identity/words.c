#include "cmd/gir-segment/identity/words.h"

static const char *const names[WORD_KINDS] = {
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

void identity_words_load(struct words *w)
{
	words_load(w, "identity.tsv", names, WORD_KINDS);
}
