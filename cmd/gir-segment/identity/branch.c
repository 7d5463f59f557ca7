#include "cmd/gir-segment/identity/branch.h"

#include "common/utf8.h"

/* Whether s[at, end) names what a branch is of: 分局, 分中心 ... behind it, or another bureau
 * before and behind. */
static bool is_branch(struct str s, size_t at, size_t end)
{
	struct str rest = str_from(s, end);

	if (str_starts(rest, STR("分")))
		return true;
	return str_ends(str_sub(s, 0, at), STR("局")) &&
	       (str_starts(rest, STR("管理局")) || str_starts(rest, STR("监管局")) ||
		str_starts(rest, STR("监督管理局")));
}

/* The branch of a district that s names at byte i. False where it names none. */
static bool read_branch(const struct gazetteer *g, struct str s, size_t i, int year,
			const struct place *in, struct place *out)
{
	size_t max = SIZE_MAX;
	const struct name_entry *e = names_at(&g->names, s, i, SIZE_MAX);

	if (e &&
	    (is_branch(s, i, i + e->key.n) ||
	     (e->kind == NAME_FULL && e->key.n > strlen("城区"))) &&
	    place_take(e, in, year, out))
		return true;
	while ((e = names_at(&g->stems, s, i, max)) != NULL) {
		if (is_branch(s, i, i + e->key.n) && place_take(e, in, year, out))
			return true;
		max = e->key.n - 1;
	}
	return false;
}

static bool has_districts(const struct place *place)
{
	return place->n == 1 && place->v[0]->level != LEVEL_COUNTY;
}

void place_of_branch(const struct gazetteer *g, struct str s, size_t at, int year, struct place *in)
{
	struct place found;
	size_t i;

	for (i = at; has_districts(in) && i < s.n; utf8_next(s, &i)) {
		if (!read_branch(g, s, i, year, in, &found))
			continue;
		*in = found;
		return;
	}
}

void place_of_bureau(const struct gazetteer *g, struct str s, int year, struct place *in)
{
	struct place found;
	const struct name_entry *e;

	if (!has_districts(in) || !str_ends(s, STR("局")))
		return;
	e = names_at(&g->stems, s, in->end, SIZE_MAX);
	if (!e || !words_start(&g->words, WORD_SUBJECT, str_from(s, in->end + e->key.n)) ||
	    !place_take(e, in, year, &found))
		return;
	found.end = in->end + e->key.n;
	*in = found;
}
