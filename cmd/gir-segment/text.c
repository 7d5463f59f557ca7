#include "cmd/gir-segment/text.h"

#include <stdlib.h>

#include "common/alloc.h"

static bool ends_line(char c)
{
	return c == '\n' || c == '\r' || c == '\f';
}

/* A lone number of up to three digits, which is a page's where a form feed follows. */
static bool is_small_number(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n <= 3;
}

/* - 3 -, — 3 —, 第 3 页, P. 9: page numbers wherever they stand. */
static bool is_page_number(struct str s)
{
	static const char *const marks[][2] = {{"-", "-"},   {"—", "—"},   {"–", "–"},
					       {"－", "－"}, {"第", "页"}, {"P.", ""}};
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct str before = str_of(marks[i][0]), behind = str_of(marks[i][1]);

		if (s.n > before.n + behind.n && str_starts(s, before) && str_ends(s, behind) &&
		    is_small_number(str_trim(str_sub(s, before.n, s.n - behind.n))))
			return true;
	}
	return false;
}

/* Before a form feed: the last line that says anything may be the page's number. `from` is where
 * the page begins. */
static void mark_page_end(struct text *t, size_t from)
{
	size_t i = t->n;

	while (i > from && str_trim(t->line[i - 1].s).n == 0)
		i--;
	if (i > from && is_small_number(str_trim(t->line[i - 1].s)))
		t->line[i - 1].page_number = true;
}

void text_split(struct text *t, struct str s)
{
	size_t i, from = 0, number = 1, page = 0, page_from = 0;

	t->n = 0;
	t->unfinished = s.n && !ends_line(s.p[s.n - 1]);
	for (i = 0; i <= s.n; i++) {
		if (i < s.n && !ends_line(s.p[i]))
			continue;
		if (i == s.n && from == i)
			break;
		t->line = grow(t->line, &t->cap, t->n + 1, sizeof *t->line);
		t->line[t->n] = (struct text_line){str_sub(s, from, i), number, page, false};
		t->line[t->n].page_number = is_page_number(str_trim(t->line[t->n].s));
		t->n++;
		if (i < s.n && s.p[i] == '\f') {
			mark_page_end(t, page_from);
			page_from = t->n;
			page++;
		}
		if (i < s.n && s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
		if (i < s.n && s.p[i] != '\f') /* editors count no line at a page break */
			number++;
		from = i + 1;
	}
}

void text_free(struct text *t)
{
	free(t->line);
	*t = (struct text){NULL, 0, 0, false};
}
