/* tally: how many reports of a year stand under the very code of an area, what they are like and
 * what was found in them.
 */
#ifndef GIR_REPORT_TALLY_H
#define GIR_REPORT_TALLY_H

#include "common/buf.h"
#include "common/intern.h"
#include "common/severity.h"

/* What is counted by words. */
enum words { WORDS_RULES, WORDS_FORMATS, WORDS_ENCODINGS, WORDS_LAYOUTS, WORDS_FORMS, WORDS_COUNT };
extern const char *const words_names[WORDS_COUNT];

enum tally_count {
	TALLY_REPORTS,
	TALLY_WHOLE,    /* that are consolidated */
	TALLY_FORMLESS, /* of no form */
	TALLY_NEEDING,  /* that need a person (people.h) */
	TALLY_CELLS,    /* numbers in the official tables */
	TALLY_UNSURE,   /* cells in that state */
	TALLY_FINDINGS, /* by severity */
	TALLY_COUNTS = TALLY_FINDINGS + SEVERITY_COUNT
};
extern const char *const tally_names[TALLY_COUNTS];

/* A word, by its number in areas->words. */
struct tallied {
	enum words which;
	size_t word, n, reports; /* how often it occurs, and in how many reports */
};

struct tally {
	size_t count[TALLY_COUNTS];
	struct tallied *v;
	size_t n, cap;
};

/* A word of a report, a field. */
void tally_word(struct tally *t, struct intern *words, enum words which, struct str word);
/* The rules of a report, as the list of pages has them: "absent*6 balance". */
void tally_rules(struct tally *t, struct intern *words, struct str rules);
/* Adds what is no word. */
void tally_sum(struct tally *to, const struct tally *more);
void tally_free(struct tally *t);

/* The words of a kind as a field, "absent*6/1 balance*1/1", and back: n and reports behind each. */
void tally_put(const struct tally *t, const struct intern *words, enum words which, struct buf *to);
void tally_take(struct tally *t, struct intern *words, enum words which, struct str field);

#endif
