#include "common/sorted.h"

size_t line_end(struct str s, size_t from)
{
	const char *end = from < s.n ? memchr(s.p + from, '\n', s.n - from) : NULL;

	return end ? (size_t)(end - s.p) + 1 : s.n;
}

size_t line_start(struct str s, size_t from, size_t at)
{
	while (at > from && s.p[at - 1] != '\n')
		at--;
	return at;
}

/* Whether the line at `at` comes behind all that begin with the prefix (or before them: `first`).
 */
static bool is_behind(struct str s, size_t at, struct str prefix, bool first)
{
	int c = str_cmp(str_sub(s, at, at + prefix.n), prefix);

	return first ? c >= 0 : c > 0;
}

/* The first line of the sorted lines from `from` on that is not before those with the prefix, or
 * not among them. */
static size_t bound(struct str s, size_t from, struct str prefix, bool first)
{
	size_t to = s.n;

	while (from < to) {
		size_t mid = line_start(s, from, from + (to - from) / 2);

		if (is_behind(s, mid, prefix, first))
			to = mid;
		else
			from = line_end(s, mid);
	}
	return from;
}

struct str sorted_run(struct str s, size_t from, struct str prefix)
{
	if (prefix.n == 0)
		return str_from(s, from);
	from = bound(s, from, prefix, true);
	return str_sub(s, from, bound(s, from, prefix, false));
}
