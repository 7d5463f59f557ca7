#include "cmd/gir-segment/identity/place.h"

#include "common/utf8.h"

/* Codes of functional areas come and go by years of listing, not of existence. */
static bool is_listed_only(const struct division *d)
{
	return d->level == LEVEL_COUNTY && d->code.p[4] == '7';
}

static bool holds(const struct division *d, int year)
{
	return year == 0 || (d->from <= year && year <= d->to);
}

/* A new area was a zone of its city before it became a division (两江新区). */
static bool is_zone_yet(const struct division *d, int year)
{
	return year != 0 && year < d->from && str_ends(d->name, STR("新区"));
}

bool place_below(const struct division *a, const struct division *b)
{
	if (b->level == LEVEL_PROVINCE)
		return a->level != LEVEL_PROVINCE && memcmp(a->code.p, b->code.p, 2) == 0;
	return b->level == LEVEL_PREFECTURE && a->level == LEVEL_COUNTY &&
	       memcmp(a->code.p, b->code.p, 4) == 0;
}

static bool below_any(const struct division *d, const struct place *in)
{
	size_t i;

	if (!in->named)
		return true;
	for (i = 0; i < in->n; i++)
		if (place_below(d, in->v[i]))
			return true;
	for (i = 0; i < in->stale_n; i++)
		if (place_below(d, in->stale[i]))
			return true;
	return false;
}

static bool is_one_of(const struct division *d, const struct place *in)
{
	size_t i;

	for (i = 0; i < in->n; i++)
		if (str_eq(in->v[i]->code, d->code))
			return true;
	return false;
}

void place_within(struct place *place, const struct place *in)
{
	size_t i, n = 0, stale = 0;

	for (i = 0; i < place->n; i++)
		if (below_any(place->v[i], in) || is_one_of(place->v[i], in))
			place->v[n++] = place->v[i];
	for (i = 0; i < place->stale_n; i++)
		if (below_any(place->stale[i], in))
			place->stale[stale++] = place->stale[i];
	place->n = n;
	place->stale_n = stale;
}

static void add(const struct division **v, size_t *n, const struct division *d)
{
	size_t i;

	for (i = 0; i < *n; i++) {
		if (str_eq(v[i]->code, d->code)) {
			v[i] = d->to > v[i]->to ? d : v[i];
			return;
		}
	}
	if (*n < PLACE_MOST)
		v[(*n)++] = d;
}

/* Whether another of the bearers, of the same province, takes over from `d` in that year. */
static bool is_replaced(const struct place *p, const struct division *d, int year)
{
	size_t i;

	for (i = 0; i < p->n && d->to == year; i++)
		if (p->v[i]->from == year && memcmp(p->v[i]->code.p, d->code.p, 2) == 0)
			return true;
	return false;
}

/* In the year of a change the name's new bearer is meant, not the one abolished for it. */
static void drop_replaced(struct place *p, int year)
{
	const struct place all = *p;
	size_t i;

	for (i = p->n = 0; i < all.n; i++)
		if (!is_replaced(&all, all.v[i], year))
			p->v[p->n++] = all.v[i];
}

bool place_take(const struct name_entry *e, const struct place *in, int year, struct place *out)
{
	*out = (struct place){.named = true, .full = true};
	for (; e; e = e->next) {
		const struct division *d = e->division;

		out->full = e->kind == NAME_FULL;
		if (!below_any(d, in) || is_zone_yet(d, year))
			continue;
		if (holds(d, year))
			add(out->v, &out->n, d);
		else if (!is_listed_only(d))
			add(out->stale, &out->stale_n, d);
	}
	if (year)
		drop_replaced(out, year);
	return out->n + out->stale_n > 0;
}

bool place_stands_alone(const struct gazetteer *g, struct str rest)
{
	return words_start(&g->words, WORD_APART, rest) ||
	       !words_start(&g->words, WORD_JOINED, rest);
}

/* Whether the name of a division below one of these follows: 阳泉市郊区, 保定市容城县. */
static bool leads_on(const struct gazetteer *g, struct str s, size_t at, const struct name_entry *e)
{
	const struct name_entry *below = names_at(&g->names, s, at, SIZE_MAX), *above;

	for (; below; below = below->next)
		for (above = e; above; above = above->next)
			if (below->kind == NAME_FULL &&
			    place_below(below->division, above->division))
				return true;
	return false;
}

enum verdict { NAME_TAKEN, NAME_SHORTER, NAME_NONE };

/* 乐山市中区 is 乐山 + 市中区, not 乐山市 + 中区. */
static bool shares_last(const struct gazetteer *g, struct str s, size_t at,
			const struct name_entry *e)
{
	size_t end = at + e->key.n;

	return leads_on(g, s, end - strlen("市"), e) && !leads_on(g, s, end, e);
}

static enum verdict judge(const struct gazetteer *g, struct str s, size_t at,
			  const struct name_entry *e, bool within)
{
	size_t end = at + e->key.n;
	struct str rest = str_from(s, end);

	if (e->kind != NAME_FULL) /* 九江湖口县: what follows is a name, too */
		return place_stands_alone(g, rest) || leads_on(g, s, end, e) ? NAME_TAKEN
									     : NAME_NONE;
	if (words_start(&g->words, WORD_SHARED, str_from(s, end - strlen("市"))) &&
	    !leads_on(g, s, end, e))
		return NAME_SHORTER;
	if (shares_last(g, s, at, e))
		return NAME_SHORTER;
	/* 城区街道: two characters are too few to be sure, but for 泗县 of 泗县山头镇 and within
	 * the city: 阳泉市城区江口镇. */
	if (e->key.n > strlen("城区") || !str_ends(e->key, STR("区")) ||
	    place_stands_alone(g, rest))
		return NAME_TAKEN;
	return within && !words_start(&g->words, WORD_TOWNSHIP, rest) ? NAME_TAKEN : NAME_NONE;
}

/* The next name of a chain. */
static bool read_name(const struct gazetteer *g, struct str s, size_t at, int year,
		      const struct place *in, struct place *out)
{
	size_t max = SIZE_MAX;
	const struct name_entry *e;

	while (at < s.n && (e = names_at(&g->names, s, at, max)) != NULL) {
		enum verdict verdict = judge(g, s, at, e, in->named);

		if (verdict == NAME_NONE)
			return false;
		if (verdict == NAME_TAKEN && place_take(e, in, year, out)) {
			out->end = at + e->key.n;
			return true;
		}
		max = e->key.n - 1;
	}
	return false;
}

bool place_read(const struct gazetteer *g, struct str s, size_t at, int year, struct place *out)
{
	struct place next;

	*out = (struct place){.end = at};
	while (read_name(g, s, out->end, year, out, &next))
		*out = next;
	return out->named;
}

size_t place_next(struct str s, size_t at)
{
	static const struct str wholes[] = {{"委员会", 9}, {"东南", 6}, {"西南", 6}};
	size_t i;

	for (i = 0; i < sizeof wholes / sizeof *wholes; i++)
		if (str_starts(str_from(s, at), wholes[i]))
			return at + wholes[i].n;
	utf8_next(s, &at);
	return at;
}

bool place_of_code(const struct gazetteer *g, struct str code, int year, struct place *out)
{
	const struct division *d = divisions_find(g->divisions, code, year);

	*out = (struct place){.end = code.n};
	if (!d)
		return false;
	out->named = out->full = true;
	if (holds(d, year))
		out->v[out->n++] = d;
	else
		out->stale[out->stale_n++] = d;
	return true;
}

bool place_of_stem(const struct gazetteer *g, struct str s, int year, const struct place *in,
		   struct place *out)
{
	const struct name_entry *e = in->named ? names_at(&g->stems, s, 0, s.n) : NULL;

	return e && e->key.n == s.n && place_take(e, in, year, out);
}

const struct division *place_only(const struct place *place)
{
	return place->n == 1 ? place->v[0] : NULL;
}
