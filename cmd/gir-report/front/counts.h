/* counts: what was found in all reports, by rule, and what they are, by format, form and the like.
 */
#ifndef GIR_REPORT_COUNTS_H
#define GIR_REPORT_COUNTS_H

#include "cmd/gir-report/front/top.h"

struct count {
	struct str word;
	size_t n, reports; /* how often it occurs, and in how many reports */
	size_t *by_area;   /* how often in each of the top areas; NULL: not counted */
};

struct counts {
	struct count *v; /* the most frequent first */
	size_t n, cap;
	struct intern words;
};

/* The rules of the findings in the reports. */
void counts_rules(struct counts *c, const struct areas *a, const struct top *t);
/* Which of a report's words are counted. */
enum words { WORDS_FORMATS, WORDS_ENCODINGS, WORDS_LAYOUTS, WORDS_FORMS, WORDS_COUNT };
void counts_words(struct counts *c, const struct areas *a, enum words which);
void counts_free(struct counts *c);

#endif
