#include "cmd/gir-tables/prose/words.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"
#include "common/utf8.h"

static const char file[] = "prose-words.tsv";

static const char *const class_names[WORD_CLASSES] = {
	[WORD_FILL] = "fill",
	[WORD_SUM] = "sum",
	[WORD_CUMULATIVE] = "cumulative",
	[WORD_OWN] = "own",
	[WORD_THEN] = "then",
	[WORD_SINCE] = "since",
	[WORD_UNTIL] = "until",
	[WORD_SPAN] = "span",
	[WORD_WHOLE] = "whole",
	[WORD_RATE] = "rate",
	[WORD_COMPARE] = "compare",
	[WORD_VERSUS] = "versus",
	[WORD_APPROXIMATE] = "approximate",
	[WORD_NONE] = "none",
	[WORD_ZERO] = "zero",
	[WORD_RECEIVE] = "receive",
	[WORD_NEW] = "new",
	[WORD_HANDLE] = "handle",
	[WORD_FINISH] = "finish",
	[WORD_REQUEST] = "request",
	[WORD_ONREQUEST] = "onrequest",
	[WORD_BARE] = "bare",
	[WORD_CARRY] = "carry",
	[WORD_CARRIED_IN] = "carried-in",
	[WORD_CARRIED_OUT] = "carried-out",
	[WORD_OUTCOME] = "outcome",
	[WORD_REVIEW] = "review",
	[WORD_SUIT] = "suit",
	[WORD_BOTH] = "both",
	[WORD_CAUSE] = "cause",
	[WORD_UNRELATED] = "unrelated",
	[WORD_TOPIC] = "topic",
	[WORD_ISSUE] = "issue",
	[WORD_NORMATIVE] = "normative",
	[WORD_DISCLOSE] = "disclose",
	[WORD_OPEN] = "open",
	[WORD_PUBLISH] = "publish",
	[WORD_INFO] = "info",
	[WORD_INTRO] = "intro",
	[WORD_INTRO_LIST] = "intro-list",
	[WORD_INTRO_SOME] = "intro-some",
	[WORD_INNER] = "inner",
	[WORD_SCHEME] = "scheme",
	[WORD_HALT] = "halt",
	[WORD_SHARE] = "share",
	[WORD_EACH] = "each",
	[WORD_VIA] = "via",
	[WORD_AND] = "and",
	[WORD_ETC] = "etc",
	[WORD_END] = "end",
	[WORD_SO] = "so",
	[WORD_SUBJECT] = "subject",
	[WORD_AREA] = "area",
	[WORD_CHANNEL] = "channel",
	[WORD_APPLICANT] = "applicant",
	[WORD_ALL] = "all",
	[WORD_BLOCK] = "block",
	[WORD_PLAIN] = "plain",
	[WORD_NUMBER] = "N",
	[WORD_YEAR_BEFORE] = "year-before",
	[WORD_YEAR_AFTER] = "year-after",
};

static const char *const unit_names[UNIT_KINDS] = {
	[UNIT_BOTH] = "unit-both",
	[UNIT_INFO] = "unit-info",
	[UNIT_FILE] = "unit-file",
	[UNIT_CASE] = "unit-case",
};

static size_t find_name(const char *const *names, size_t count, struct str name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (names[i] && str_is(name, names[i]))
			return i;
	return count;
}

enum word_class word_class_named(struct str name)
{
	return (enum word_class)find_name(class_names, WORD_CLASSES, name);
}

/* ---- the trie while words are added ---- */

/* A node, those that may follow it in a list. */
struct link {
	uint16_t cp;
	uint8_t value;
	uint32_t child, next; /* 0 for none */
};

struct links {
	struct link *v;  /* v[0] is the root */
	uint32_t *first; /* node of each code point behind it */
	size_t n, cap;
};

static void links_init(struct links *t)
{
	*t = (struct links){.n = 1};
	t->first = xcalloc(0x10000, sizeof *t->first);
	t->v = grow(NULL, &t->cap, 1, sizeof *t->v);
	t->v[0] = (struct link){.cp = 0};
}

/* The node for `cp` behind the node `parent`, made where it is missing. */
static uint32_t node_for(struct links *t, uint32_t parent, uint16_t cp)
{
	uint32_t at = parent ? t->v[parent].child : t->first[cp];

	while (at && t->v[at].cp != cp)
		at = t->v[at].next;
	if (at)
		return at;
	t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	at = (uint32_t)t->n++;
	t->v[at] = (struct link){.cp = cp, .next = t->v[parent].child};
	t->v[parent].child = at;
	if (!parent)
		t->first[cp] = at;
	return at;
}

/* The node that `text` leads to from node `at`. */
static uint32_t walk(struct links *t, uint32_t at, struct str text)
{
	size_t i = 0;

	while (i < text.n)
		at = node_for(t, at, (uint16_t)utf8_next(text, &i));
	return at;
}

/* Adds the words that `rest`, which ends `word`, stands for behind the node `at`: each branch of
 * its first (a|b) in turn. */
static void expand(struct links *t, struct str word, uint32_t at, struct str rest, uint8_t value)
{
	size_t opening = str_find(rest, STR("("), 0), closing;
	struct str branches, branch;

	if (opening == STR_NONE) {
		at = walk(t, at, rest);
		if (at == 0 || (t->v[at].value && t->v[at].value != value))
			die("%s: \"%.*s\" is empty or has two classes", file, STR_ARG(word));
		t->v[at].value = value;
		return;
	}
	closing = str_find(rest, STR(")"), opening);
	if (closing == STR_NONE)
		die("%s: \"%.*s\" lacks a bracket", file, STR_ARG(word));
	at = walk(t, at, str_sub(rest, 0, opening));
	branches = str_sub(rest, opening + 1, closing);
	while (str_cut(&branches, '|', &branch))
		expand(t, word, walk(t, at, branch), str_from(rest, closing + 1), value);
}

static void load_line(struct links *classes, struct links *units, const struct data *d)
{
	struct str name = data_get(d, "class"), list = data_get(d, "words"), word;
	size_t class = word_class_named(name), unit = find_name(unit_names, UNIT_KINDS, name);
	struct links *t = class < WORD_CLASSES ? classes : units;

	if (class == WORD_CLASSES && unit == UNIT_KINDS)
		die("%s:%zu: unknown class \"%.*s\"", file, d->line, STR_ARG(name));
	while (str_cut(&list, ' ', &word))
		expand(t, word, 0, word, (uint8_t)(class < WORD_CLASSES ? class : unit));
}

/* ---- the trie that is searched ---- */

/* Puts the list of nodes from `at` on side by side; *n is how many nodes there are by then. */
static void pack_list(struct word_trie *to, const struct links *t, uint32_t at, size_t *n)
{
	for (; at; at = t->v[at].next)
		to->nodes[(*n)++] = (struct word_node){t->v[at].child, t->v[at].cp, t->v[at].value,
						       t->v[at].next == 0};
}

/* Each packed node holds its list's place in `t` until its turn comes. */
static void pack(struct word_trie *to, struct links *t)
{
	size_t n = 1, i, first; /* index 0 stands for no node */

	to->first = t->first;
	to->nodes = xcalloc(t->n, sizeof *to->nodes);
	pack_list(to, t, t->v[0].child, &n);
	for (i = 1; i < n; i++) {
		first = n;
		pack_list(to, t, to->nodes[i].child, &n);
		to->nodes[i].child = n > first ? (uint32_t)first : 0;
	}
	for (i = 1; i < n; i++) {
		to->first[to->nodes[i].cp] = (uint32_t)i;
		if (to->nodes[i].last)
			break;
	}
	free(t->v);
}

void prose_words_load(struct words *w)
{
	struct links classes, units;
	struct data d;

	links_init(&classes);
	links_init(&units);
	if (data_open(&d, file, data_text(file)) != 0)
		die("%s: cannot be read", file);
	while (data_next(&d))
		load_line(&classes, &units, &d);
	pack(&w->classes, &classes);
	pack(&w->units, &units);
}

void prose_words_free(struct words *w)
{
	free(w->classes.first);
	free(w->classes.nodes);
	free(w->units.first);
	free(w->units.nodes);
}

size_t words_match(const struct word_trie *t, const uint32_t *cp, size_t n, uint8_t *value)
{
	size_t i, longest = 0;
	uint32_t at;

	if (n == 0 || !words_begin(t, cp[0]))
		return 0;
	at = t->first[cp[0]];
	for (i = 1; at; i++) {
		if (t->nodes[at].value) {
			longest = i;
			*value = t->nodes[at].value;
		}
		if (i == n)
			break;
		for (at = t->nodes[at].child; at && t->nodes[at].cp != cp[i];)
			at = t->nodes[at].last ? 0 : at + 1;
	}
	return longest;
}
