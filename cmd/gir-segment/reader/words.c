#include "cmd/gir-segment/reader/words.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

enum {
	PART = 24,     /* the longest part of a name that is looked up */
	HEADING = 180, /* bytes; a longer line is no heading, */
	SHORTEST = 9   /* nor is a shorter one */
};

static int compare(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct page_words *page_words_new(void)
{
	static const char *const names[PAGE_WORDS] = {"class", "role", "heading"};
	struct page_words *w = xcalloc(1, sizeof *w);
	struct data d;
	struct str list, word;
	int k;

	if (data_open(&d, "html-chrome.tsv", data_text("html-chrome.tsv")) != 0)
		die("html-chrome.tsv: cannot be read");
	while (data_next(&d))
		for (k = 0; k < PAGE_WORDS; k++) {
			if (!str_is(data_get(&d, "kind"), names[k]))
				continue;
			for (list = data_get(&d, "words"); list.n && str_cut(&list, '|', &word);) {
				w->kind[k].v = grow(w->kind[k].v, &w->kind[k].cap, w->kind[k].n + 1,
						    sizeof *w->kind[k].v);
				w->kind[k].v[w->kind[k].n++] = word;
			}
		}
	for (k = 0; k < PAGE_WORDS; k++)
		qsort(w->kind[k].v, w->kind[k].n, sizeof *w->kind[k].v, compare);
	return w;
}

void page_words_free(struct page_words *w)
{
	int k;

	for (k = 0; w && k < PAGE_WORDS; k++)
		free(w->kind[k].v);
	free(w);
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z');
}

bool page_words_part(const struct page_words *w, enum page_words_kind kind, struct str names)
{
	char part[PART];
	size_t i = 0, n;

	while (i < names.n) {
		for (n = 0; i < names.n && is_letter(names.p[i]); i++) {
			if (n > 0 && is_upper(names.p[i]) && !is_upper(names.p[i - 1]))
				break;
			if (n < PART)
				part[n] = (char)(names.p[i] | 0x20);
			n++;
		}
		if (n == 0)
			i++;
		else if (n < PART && bsearch(&(struct str){part, n}, w->kind[kind].v,
					     w->kind[kind].n, sizeof *w->kind[kind].v, compare))
			return true;
	}
	return false;
}

/* The length of a section's numeral and the mark behind it; 0 for none. */
static size_t numeral(struct str s)
{
	static const struct str numerals[] = {{"一", 3}, {"二", 3}, {"三", 3}, {"四", 3}, {"五", 3},
					      {"六", 3}, {"—", 3},  {"1", 1},  {"2", 1},  {"3", 1},
					      {"4", 1},  {"5", 1},  {"6", 1}};
	static const struct str marks[] = {{"、", 3}, {"．", 3}, {".", 1}, {"，", 3},      {":", 1},
					   {"：", 3}, {",", 1},  {" ", 1}, {"\xc2\xa0", 2}};
	size_t i, k;

	if (!(s.p[0] >= '1' && s.p[0] <= '6') && !memchr("\xe2\xe4\xe5", s.p[0], 3))
		return 0; /* none of those begins so */
	for (i = 0; i < sizeof numerals / sizeof *numerals; i++)
		for (k = 0; str_starts(s, numerals[i]) && k < sizeof marks / sizeof *marks; k++)
			if (str_starts(str_from(s, numerals[i].n), marks[k]))
				return numerals[i].n + marks[k].n;
	return 0;
}

bool page_words_heading(const struct page_words *w, struct str line)
{
	size_t i;

	if (line.n < SHORTEST || line.n > HEADING)
		return false;
	while (line.n && (line.p[0] == ' ' || str_starts(line, STR("\xc2\xa0")) ||
			  str_starts(line, STR("\xe3\x80\x80"))))
		line = str_from(line, line.p[0] == ' ' ? 1 : line.p[0] == '\xc2' ? 2 : 3);
	i = line.n ? numeral(line) : 0;
	if (i == 0)
		return false;
	line = str_from(line, i);
	for (i = 0; i < w->kind[PAGE_HEADING].n; i++)
		if (str_has(line, w->kind[PAGE_HEADING].v[i]))
			return true;
	return false;
}
