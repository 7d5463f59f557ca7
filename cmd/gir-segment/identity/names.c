#include "cmd/gir-segment/identity/names.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"

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

/* A name as it is compared: itself, as most are, or a copy. */
static struct str folded_name(struct names *names, const struct fold *fold, struct str name,
			      struct buf *room)
{
	size_t i = 0;

	while (i < name.n) {
		uint32_t cp = utf8_next(name, &i);

		if (fold_cp(fold, cp) == cp)
			continue;
		buf_clear(room);
		fold_text(fold, name, room);
		return pool_dup(&names->pool, buf_str(room));
	}
	return name;
}

static struct str cut_end(struct str s, struct str end)
{
	return str_sub(s, 0, s.n - end.n);
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
	static const struct str ends[] = {
		{"自治州", 9}, {"自治县", 9}, {"自治旗", 9}, {"自治区", 9}, {"新区", 6},
		{"矿区", 6},   {"林区", 6},   {"地区", 6},   {"市", 3},     {"县", 3},
		{"区", 3},     {"旗", 3},     {"盟", 3},     {"省", 3}};
	size_t i;

	for (i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(name, ends[i]) && name.n - ends[i].n >= 6)
			break;
	if (i == sizeof ends / sizeof *ends)
		return STR_EMPTY;
	name = cut_end(name, ends[i]);
	return i < 4 || str_ends(name, STR("族")) ? without_peoples(words, name) : name;
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
static void add_autonomous(struct names *names, struct str stem, struct str name,
			   const struct division *d, struct buf *room)
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
		if (!str_ends(name, forms[i].end))
			continue;
		buf_clear(room);
		buf_put(room, stem);
		buf_put(room, forms[i].as);
		if (!str_eq(buf_str(room), name))
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

void names_build(struct names *names, struct names *stems, const struct fold *fold,
		 const struct words *words, const struct divisions *divisions)
{
	struct buf room = BUF_INIT;
	size_t i;

	for (i = 0; i < divisions->n; i++) { /* those beyond come last */
		const struct division *d = &divisions->v[i];
		struct str name = folded_name(names, fold, d->name, &room);
		struct str stem = is_functional(d) ? STR_EMPTY : stem_of(words, name);

		if (is_beyond(d) && !is_shared(names, d))
			continue;
		add(names, name, NAME_FULL, d);
		if (stem.n)
			add_autonomous(names, stem, name, d, &room);
		add(names, folded_name(names, fold, d->brief, &room), NAME_BRIEF, d);
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
