/* Titles broken over lines. */
#include "cmd/gir-segment/identity/candidate.h"

enum { MOST_LINES = 7 };

/* The next line with anything on it, above (step -1) or below, not far away; `lines` for none. */
static size_t neighbour(const struct identity_source *in, size_t from, int step)
{
	size_t i = from, k;

	for (k = 0; k < 3; k++) {
		if (step < 0 ? i == 0 : i + 1 >= in->first_section)
			return in->lines;
		i = step < 0 ? i - 1 : i + 1;
		if (str_trim(identity_line(in, i)).n)
			return i;
	}
	return in->lines;
}

/* The lines [from, to) as one text. */
static struct str join(const struct weighing *w, const struct identity_source *in, size_t from,
		       size_t to)
{
	struct buf room = BUF_INIT;
	struct str joined;
	size_t i;

	for (i = from; i < to; i++) {
		if (i > from)
			buf_putc(&room, '\n');
		buf_put(&room, str_sub(identity_line(in, i), 0, TITLE_BYTES));
	}
	joined = pool_dup(w->pool, buf_str(&room));
	buf_free(&room);
	return joined;
}

/* Tries the candidate with the lines [from, to); keeps them if it is a better title so. */
static bool stretch(struct weighing *w, const struct identity_source *in, struct candidate *c,
		    bool read, bool torn, size_t from, size_t to)
{
	struct candidate wider = {.from = from, .to = to, .source = join(w, in, from, to)};
	size_t split = to > c->to ? wider.source.n - identity_line(in, to - 1).n : SIZE_MAX;

	if (to > c->to && identity_line(in, to - 1).n > TITLE_BYTES)
		return false;
	if (!candidate_weigh(w, &wider, split))
		return false;
	if ((read && wider.score < c->score) ||
	    (c->named && !torn &&
	     wider.org != c->org) || /* the line above is no prefix of the name */
	    (torn && !wider.named)) {
		candidate_free(&wider);
		return false;
	}
	candidate_free(c);
	*c = wider;
	return true;
}

/* Takes in the line above where it has what the title lacks. */
static bool widen_up(struct weighing *w, const struct identity_source *in, struct candidate *c,
		     bool read)
{
	size_t above = neighbour(in, c->from, -1);
	enum part part;

	if (above == in->lines)
		return false;
	part = part_of(w, identity_line(in, above));
	if ((part == PART_YEAR && read && !c->year) || (part == PART_NAME && read) ||
	    (part == PART_PLACE && read) || (part == PART_TOPIC && !read) ||
	    (part == PART_TORN && read && c->torn))
		return stretch(w, in, c, read, part == PART_TORN, above, c->to);
	return false;
}

static bool widen_down(struct weighing *w, const struct identity_source *in, struct candidate *c)
{
	size_t below = neighbour(in, c->to - 1, 1);
	enum part part;

	if (below == in->lines || (c->named && c->year))
		return false;
	part = part_of(w, identity_line(in, below));
	if ((part == PART_YEAR && !c->year) ||
	    ((part == PART_NAME || part == PART_PLACE) && !c->named))
		return stretch(w, in, c, true, false, c->from, below + 1);
	return false;
}

bool candidate_widen(struct weighing *w, const struct identity_source *in, struct candidate *c)
{
	if (!candidate_weigh(w, c, SIZE_MAX) && !widen_up(w, in, c, false))
		return false;
	while (c->to - c->from < MOST_LINES && widen_up(w, in, c, true))
		;
	while (c->to - c->from < MOST_LINES && widen_down(w, in, c))
		;
	return true;
}
