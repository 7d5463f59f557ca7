/* rules: every rule that gir-check knows, as data: id, severity, messages and source in two
 * languages (common/data/rules.tsv), and those that --rules adds.
 *
 * The order of the rules is that of the file, and the order of the ids in a verdict.
 */
#ifndef GIR_CHECK_RULES_H
#define GIR_CHECK_RULES_H

#include "cmd/gir-check/wording.h"
#include "common/data.h"
#include "common/output.h"
#include "common/severity.h"

enum language { LANGUAGE_EN, LANGUAGE_ZH, LANGUAGE_COUNT };
/* The languages in which messages are wanted, from the first to the last. */
struct languages {
	enum language first, last;
};

/* The rules that are written in C; identities are known by their id alone. */
enum rule_name {
	RULE_UNREADABLE,
	RULE_IDENTITY,
	RULE_UNDECODABLE,
	RULE_SECTION,
	RULE_TABLE,
	RULE_FORM_YEAR,
	RULE_YEAR,
	RULE_FORM_MIXED,
	RULE_STALE_YEAR,
	RULE_DUPLICATE,
	RULE_BLANK,
	RULE_TEXT,
	RULE_ABSENT,
	RULE_UNSURE,
	RULE_NA,
	RULE_NEGATIVE,
	RULE_FRACTION,
	RULE_AUTHORITY,
	RULE_MISREAD,
	RULE_PROSE,
	RULE_PROSE_PARTS,
	RULE_FEES_UNEXPLAINED,
	RULE_EMPTY_SECTION,
	RULE_CARRY,
	RULE_IN_FORCE,
	RULE_JUMP,
	RULE_ROLLUP,
	RULE_COVERAGE,
	RULE_LATE,
	RULE_NAMES
};

/* A rule may word its finding in more than one way; `when` tells them apart, "" is the usual one.
 */
struct message {
	struct str when;
	struct wording text[LANGUAGE_COUNT];
};

struct rule {
	struct str id;
	enum severity severity;
	bool off;
	struct str source[LANGUAGE_COUNT];
	size_t first_message,
		messages; /* a run of rules->message; none: the wording of "identity" */
};

struct rules {
	struct rule *v;
	size_t n, cap;
	struct message *message;
	size_t message_count, message_cap;
	struct pool pool;      /* what the wordings hold */
	size_t at[RULE_NAMES]; /* index of each rule that is written in C */
};

/* Loads the embedded rules. The texts are those of the embedded data. */
void rules_load(struct rules *rules);
void rules_free(struct rules *rules);
/* The index of a rule, or STR_NONE. */
size_t rules_find(const struct rules *rules, struct str id);
/* Adds a rule from the line at hand of a data file with the columns of rules.tsv, or only a message
 * to a rule that is there; the file's text must live as long as the rules. Its index, or STR_NONE
 * after a message. */
size_t rules_add(struct rules *rules, const struct data *line);
/* The wordings of a rule's finding, one a language, or the usual ones where `when` is not found. */
const struct wording *rules_message(const struct rules *rules, size_t rule, const char *when);
/* Prints id, severity and source of each rule that is on. */
void rules_list(const struct rules *rules, struct languages languages, struct output *to);

#endif
