/* check: what all rules share, and the rules themselves, a file a family.
 *
 * A rule looks at one report, marks the lines that it names (report_mark through `mark`), and
 * hands each violation to `find`.
 */
#ifndef GIR_CHECK_CHECK_H
#define GIR_CHECK_CHECK_H

#include "cmd/gir-check/baseline.h"
#include "cmd/gir-check/listing.h"
#include "cmd/gir-check/notation.h"
#include "cmd/gir-check/report.h"
#include "cmd/gir-check/rules.h"
#include "cmd/gir-check/words.h"
#include "common/divisions.h"
#include "common/fold.h"
#include "common/output.h"

/* A linear identity: a rule's expression. */
struct identity {
	size_t rule;
	struct expression expression;
};

/* What a figure stated in prose may mean: a run of the figure's expressions. */
struct figure {
	struct str id;
	struct str name[LANGUAGE_COUNT];
	struct expression *meaning;
	size_t meanings;
};

/* The sums of one form: source is the index of the identity, or of the figure. */
struct tests {
	struct sums identities;
	struct sums figures;
	size_t *first_figure; /* of each figure, its first sum; one more at the end */
};

/* What may have happened to a cell (common/data/causes.tsv). */
enum cause {
	CAUSE_NONE,
	CAUSE_SIGN,
	CAUSE_SWAPPED,
	CAUSE_LOST,
	CAUSE_DOUBLED,
	CAUSE_SHIFTED,
	CAUSE_TOTAL,
	CAUSE_COUNT
};
extern const char *const cause_names[CAUSE_COUNT];

enum format { FORMAT_TSV, FORMAT_TEXT };

struct check {
	struct rules rules;
	struct forms forms;
	struct divisions divisions;
	struct fold fold;
	struct words words;
	struct pool pool;           /* texts that live as long as the program */
	struct languages languages; /* of messages */
	struct identity *identities;
	size_t identity_count, identity_cap;
	struct figure *figures;
	size_t figure_count, figure_cap;
	struct tests *tests;     /* of each form */
	struct output *findings; /* NULL: none are written */
	struct output *digest;   /* NULL: none is written */
	struct output *overview; /* the same */
	enum format format;      /* of the findings */
	struct listing listing;  /* of format text */
	bool suspect;            /* name the cells to blame */
	struct baseline old;     /* findings that are not told again */
	size_t found[SEVERITY_COUNT];
	size_t *counts;           /* the same by rule, [rule * SEVERITY_COUNT + severity] */
	bool trouble;             /* something could not be understood; a message was given */
	struct buf plain, folded; /* room for text that a rule reads */
	struct buf message[LANGUAGE_COUNT]; /* room for those of a finding */
};

/* What a message says for {name}, in each language. */
struct arg {
	const char *name;
	struct str value[LANGUAGE_COUNT];
};

/* A violation. What is not set is empty; `cell` STR_NONE for none. It knows no language: messages
 * are made where it is written. */
struct finding {
	enum rule_name name; /* the rule; RULE_NAMES: it is in `rule` */
	size_t rule;
	const char *when; /* which wording, NULL for the usual one */
	bool only_note;   /* whatever the rule's severity is */
	size_t cell;      /* of the form: gives table, row and column */
	struct str table, row, col;
	struct str expected, actual, line;
	struct str suspect, repair, cause;
	struct arg args[4];
};

/* A finding about no cell of the form, and one about such a cell. */
#define FINDING(...) ((struct finding){.cell = STR_NONE, __VA_ARGS__})
#define CELL_FINDING(...) ((struct finding){__VA_ARGS__})

/* Counts the finding and writes it, unless its rule is off or it is an old one. */
void find(struct check *c, const struct report *r, const struct finding *f);
/* What comes before the first finding, and after the last. */
void findings_begin(struct check *c);
void findings_end(struct check *c);
/* How many of each rule and severity there are, for people. */
void findings_summary(const struct check *c, struct output *to);
/* Makes c->message in the languages wanted: the wording of each, what it holds in braces filled in,
 * escaped as in a field of the stream. */
void finding_word(struct check *c, const struct report *r, const struct finding *f,
		  const struct wording *wording);
/* Marks a line as named by a rule, where a verdict would say so. */
void mark(const struct check *c, struct report *r, size_t entry, size_t rule);
/* The same for a rule that is written in C. */
void mark_by(const struct check *c, struct report *r, size_t entry, enum rule_name name);
bool rule_is_on(const struct check *c, enum rule_name name);
/* A number as text that lives as long as the report. */
struct str number_text(struct report *r, struct dec v);
struct str size_text(struct report *r, size_t v);
/* The beginning of a field of the stream, for a message. */
struct str excerpt(struct report *r, struct str escaped);

/* A value that is the same in all languages. */
static inline struct arg arg_same(const char *name, struct str value)
{
	return (struct arg){name, {value, value}};
}

/* {section}, from common/data/sections.tsv: what messages call section 1 to 6. */
struct arg section_arg(size_t number);

/* ---- the rules, in the order in which a report meets them ---- */

void check_report(struct check *c, struct report *r);

void check_unreadable(struct check *c, struct report *r);
void check_facts(struct check *c, struct report *r);
void check_sections(struct check *c, struct report *r);
void check_cells(struct check *c, struct report *r);
void check_identities(struct check *c, struct report *r);
void check_authority(struct check *c, struct report *r);
void check_misread(struct check *c, struct report *r);
void check_prose(struct check *c, struct report *r);
void check_parts(struct check *c, struct report *r);

/* Plans in a section's text for a year that is over: see stale.c. */
void check_stale_year(struct check *c, struct report *r, size_t number);

/* ---- preparing ---- */

/* Reads the built-in identities and figures. */
void identities_load(struct check *c);
/* Adds the identities of a file of the user's. 0, or -1 after a message. */
int identities_read(struct check *c, const char *path);
/* Lays all of them out over the forms, once they are complete. */
void tests_make(struct check *c);
void tests_free(struct check *c);
/* Whether an identity holds whose terms add up to `residual`. */
bool identity_holds(const struct expression *e, struct dec residual);
/* A sum over a report's cells; false where one of them is no number, or, after a message, where the
 * sum is too large. */
bool sum_over(struct check *c, const struct report *r, const struct sums *sums, const struct sum *s,
	      struct dec *total);

/* ---- driving ---- */

struct history;

/* Reads the operands, cells or digests (at least one; "-" is standard input), writes the cells with
 * verdicts, and keeps in `history` what comparing reports needs (NULL: nothing). */
void check_operands(struct check *c, char **operands, size_t count, struct output *out,
		    struct history *history);

#endif
