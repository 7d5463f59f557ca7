#include "cmd/gir-segment/identity/names.h"

#include "common/buf.h"

enum { IDEOGRAPH = 3 /* bytes; names have nothing else */, SHORTEST = 2 * IDEOGRAPH };

/* Of a name's first two ideographs. */
static size_t slot_of(const char *name)
{
	uint64_t start = 0;

	memcpy(&start, name, SHORTEST);
	return start * 0x9e3779b97f4a7c15U >> (64 - NAME_BITS);
}

/* The place of a key among those of its slot, or of what comes behind it. */
static struct name_entry **place_of(struct names *names, struct str key)
{
	struct name_entry **at = &names->slot[slot_of(key.p)];

	while (*at && (*at)->key.n >= key.n && !str_eq((*at)->key, key))
		at = &(*at)->other;
	return at;
}

static void add(struct names *names, struct str key, enum name_kind kind,
		const struct division *division)
{
	struct name_entry **at, *e;

	if (key.n < SHORTEST || key.n % IDEOGRAPH != 0)
		return;
	at = place_of(names, key);
	e = pool_alloc(&names->pool, sizeof *e);
	*e = (struct name_entry){.key = key, .kind = kind, .division = division};
	if (*at && (*at)->key.n == key.n) {
		while (*at)
			at = &(*at)->next;
	} else {
		e->other = *at;
	}
	*at = e;
}

/* 管城 of 管城回族; 东乡 of 东乡族, which is all a people's name. */
static struct str without_peoples(const struct words *words, struct str name)
{
	size_t people;

	while ((people = words_end(words, WORD_PEOPLE, name)) > 0 && name.n - people >= 6)
		name.n -= people;
	if (people == name.n && str_ends(name, STR("族")) && name.n > 6)
		name.n -= strlen("族");
	return name;
}

/* A name without the word for its kind: 江北 of 江北区, 恩施 of 恩施土家族苗族自治州. */
static struct str stem_of(const struct words *words, struct str name)
{
	static const struct {
		struct str word;
		bool autonomous;
	} ends[] = {{{"自治县", 9}, true}, {{"县", 3}, false},   {{"市", 3}, false},
		    {{"自治区", 9}, true}, {{"新区", 6}, false}, {{"矿区", 6}, false},
		    {{"林区", 6}, false},  {{"地区", 6}, false}, {{"区", 3}, false},
		    {{"自治旗", 9}, true}, {{"旗", 3}, false},   {{"自治州", 9}, true},
		    {{"盟", 3}, false},    {{"省", 3}, false}};
	size_t i;

	for (i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(name, ends[i].word) && name.n - ends[i].word.n >= 6)
			break;
	if (i == sizeof ends / sizeof *ends)
		return STR_EMPTY;
	name = str_sub(name, 0, name.n - ends[i].word.n);
	return ends[i].autonomous || str_ends(name, STR("族")) ? without_peoples(words, name)
							       : name;
}

/* Functional areas have codes that no statutory county has. */
static bool is_functional(const struct division *d)
{
	return d->level == LEVEL_COUNTY && d->code.p[4] == '7' && d->code.p[5] != '0';
}

/* The districts of Hong Kong and Macao. */
static bool is_beyond(const struct division *d)
{
	return d->level == LEVEL_COUNTY && d->code.p[0] == '8';
}

/* 恩施州, 景宁县, 广西自治区, 管城区. */
static void add_autonomous(struct names *names, struct str stem, const struct division *d,
			   struct buf *room)
{
	static const struct {
		struct str end, as;
	} forms[] = {{{"自治州", 9}, {"州", 3}},
		     {{"自治县", 9}, {"县", 3}},
		     {{"自治旗", 9}, {"旗", 3}},
		     {{"自治区", 9}, {"自治区", 9}},
		     {{"族区", 6}, {"区", 3}}};
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (!str_ends(d->name, forms[i].end))
			continue;
		buf_clear(room);
		buf_put(room, stem);
		buf_put(room, forms[i].as);
		if (!str_eq(buf_str(room), d->name))
			add(names, pool_dup(&names->pool, buf_str(room)), NAME_FULL, d);
	}
}

/* Whether a district of Hong Kong bears a name that the mainland knows, too: 东区. */
static bool is_shared(const struct names *names, const struct division *beyond)
{
	const struct name_entry *e = names_at(names, beyond->name, 0, beyond->name.n);

	for (; e; e = e->next)
		if (!is_beyond(e->division) && str_eq(e->division->name, beyond->name))
			return true;
	return false;
}

/* What people call the divisions whose names are too long. */
static void add_aliases(struct names *names, const struct words *words)
{
	const struct name_entry *e;
	size_t k;

	for (k = 0; k < words->kind[WORD_ALIAS].n; k++) {
		struct str name = words->kind[WORD_ALIAS].v[k], alias;

		str_cut(&name, '=', &alias);
		for (e = names_at(names, name, 0, name.n); e; e = e->next)
			if (str_eq(e->division->name, name))
				add(names, alias, NAME_FULL, e->division);
	}
}

void names_build(struct names *names, struct names *stems, const struct words *words,
		 const struct divisions *divisions)
{
	struct buf room = BUF_INIT;
	size_t i;

	for (i = 0; i < divisions->n; i++) { /* those beyond come last */
		const struct division *d = &divisions->v[i];
		struct str stem = is_functional(d) ? STR_EMPTY : stem_of(words, d->name);

		if (is_beyond(d) && !is_shared(names, d))
			continue;
		add(names, d->name, NAME_FULL, d);
		if (stem.n > 0)
			add_autonomous(names, stem, d, &room);
		add(names, d->brief, NAME_BRIEF, d);
		if (!is_beyond(d))
			add(stems, stem, NAME_STEM, d);
	}
	add_aliases(names, words);
	buf_free(&room);
}

void names_free(struct names *names)
{
	pool_free(&names->pool);
}

const struct name_entry *names_at(const struct names *names, struct str s, size_t at, size_t max)
{
	const struct name_entry *e;

	s = str_from(s, at);
	if (s.n < SHORTEST)
		return NULL;
	max = max < s.n ? max : s.n;
	for (e = names->slot[slot_of(s.p)]; e; e = e->other)
		if (e->key.n <= max && memcmp(e->key.p, s.p, e->key.n) == 0)
			return e;
	return NULL;
}
