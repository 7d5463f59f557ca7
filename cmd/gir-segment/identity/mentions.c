#include "cmd/gir-segment/identity/mentions.h"

static size_t four_digits(struct str code)
{
	return (size_t)(code.p[0] - '0') * 1000 + (size_t)(code.p[1] - '0') * 100 +
	       (size_t)(code.p[2] - '0') * 10 + (size_t)(code.p[3] - '0');
}

void mentions_add(const struct gazetteer *g, struct str s, bool briefs, struct mentions *m)
{
	size_t i = 0;

	while (i < s.n) {
		const struct name_entry *e = names_at(&g->names, s, i, SIZE_MAX);

		if (!e) {
			i = place_next(s, i);
			continue;
		}
		i += e->key.n;
		if (e->kind != NAME_FULL && (!briefs || !place_stands_alone(g, str_from(s, i))))
			continue;
		for (; e; e = e->next)
			if (e->division->level != LEVEL_COUNTY)
				m->of[four_digits(e->division->code)] = 1;
	}
}

void mentions_add_code(struct str code, struct mentions *m)
{
	m->of[four_digits(code)] = 1;
	m->of[four_digits(code) / 100 * 100] = 1;
}

/* The direct parent tells more than the province. */
static int mention_score(const struct division *d, const struct mentions *m)
{
	size_t own = four_digits(d->code), province = own / 100 * 100;
	bool has_prefecture = str_is(d->parent, "0") || four_digits(d->parent) != province;

	if (!has_prefecture)
		return m->of[province] ? 2 : 0;
	return (m->of[own] ? 2 : 0) + (m->of[province] ? 1 : 0);
}

static size_t keep(const struct division **v, size_t n, const struct mentions *m, int score)
{
	size_t i, kept = 0;

	for (i = 0; i < n; i++)
		if (mention_score(v[i], m) == score)
			v[kept++] = v[i];
	return kept;
}

void place_narrow(struct place *place, const struct mentions *m)
{
	int best = 0, score;
	size_t i;

	for (i = 0; i < place->n + place->stale_n; i++) {
		score = mention_score(i < place->n ? place->v[i] : place->stale[i - place->n], m);
		best = score > best ? score : best;
	}
	if (best == 0)
		return;
	place->n = keep(place->v, place->n, m, best);
	place->stale_n = keep(place->stale, place->stale_n, m, best);
}
