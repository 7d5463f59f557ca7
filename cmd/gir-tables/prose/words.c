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

/* The node for `cp` in the list that *link begins, made where it is missing. */
static uint32_t node_for(struct word_trie *t, uint32_t parent, uint16_t cp)
{
	uint32_t at = parent ? t->nodes[parent].child : t->first[cp];

	while (at && t->nodes[at].cp != cp)
		at = t->nodes[at].next;
	if (at)
		return at;
	t->nodes = grow(t->nodes, &t->cap, t->n + 1, sizeof *t->nodes);
	at = (uint32_t)t->n++;
	t->nodes[at] = (struct word_node){.cp = cp};
	if (parent) {
		t->nodes[at].next = t->nodes[parent].child;
		t->nodes[parent].child = at;
	} else {
		t->first[cp] = at;
	}
	return at;
}

/* The node that `text` leads to from node `at`, 0 for the root. */
static uint32_t walk(struct word_trie *t, uint32_t at, struct str text)
{
	size_t i = 0;

	while (i < text.n)
		at = node_for(t, at, (uint16_t)utf8_next(text, &i));
	return at;
}

/* Adds the words that `rest`, which ends `word`, stands for behind the node `at`: each branch of
 * its first (a|b) in turn. */
static void expand(struct word_trie *t, struct str word, uint32_t at, struct str rest,
		   uint8_t value)
{
	size_t opening = str_find(rest, STR("("), 0), closing;
	struct str branches, branch;

	if (opening == STR_NONE) {
		at = walk(t, at, rest);
		if (at == 0 || (t->nodes[at].value && t->nodes[at].value != value))
			die("%s: \"%.*s\" is empty or has two classes", file, STR_ARG(word));
		t->nodes[at].value = value;
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

static void load_line(struct words *w, const struct data *d)
{
	struct str name = data_get(d, "class"), list = data_get(d, "words"), word;
	size_t class = word_class_named(name), unit = find_name(unit_names, UNIT_KINDS, name);
	struct word_trie *t = class < WORD_CLASSES ? &w->classes : &w->units;

	if (class == WORD_CLASSES && unit == UNIT_KINDS)
		die("%s:%zu: unknown class \"%.*s\"", file, d->line, STR_ARG(name));
	while (str_cut(&list, ' ', &word))
		expand(t, word, 0, word, (uint8_t)(class < WORD_CLASSES ? class : unit));
}

static void init_trie(struct word_trie *t)
{
	t->first = xcalloc(0x10000, sizeof *t->first);
	t->nodes = grow(NULL, &t->cap, 1, sizeof *t->nodes);
	t->n = 1; /* index 0 stands for no node */
}

void prose_words_load(struct words *w)
{
	struct data d;

	*w = (struct words){.classes = {.n = 0}};
	init_trie(&w->classes);
	init_trie(&w->units);
	if (data_open(&d, file, data_text(file)) != 0)
		die("%s: cannot be read", file);
	while (data_next(&d))
		load_line(w, &d);
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

	if (n == 0 || cp[0] > 0xffff)
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
			at = t->nodes[at].next;
	}
	return longest;
}
