#include "cmd/gir-segment/identity/names.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"

enum { IDEOGRAPH = 3 /* bytes; names have nothing else */ };

static uint32_t first_cp(struct str s)
{
	size_t i = 0;

	return s.n ? utf8_next(s, &i) & 0xffff : 0;
}

static void add(struct names *names, struct str key, enum name_kind kind,
		const struct division *division)
{
	if (key.n < 2 * IDEOGRAPH || key.n >= 32 * IDEOGRAPH || key.n % IDEOGRAPH != 0)
		return;
	names->v = grow(names->v, &names->cap, names->n + 1, sizeof *names->v);
	names->v[names->n++] = (struct name_entry){.key = pool_dup(&names->pool, key),
						   .hash = str_hash(key),
						   .kind = kind,
						   .division = division};
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

/* Whether a district of Hong Kong bears a name that the mainland knows, too: 东区. */
static bool is_shared(const struct divisions *divisions, const struct division *beyond)
{
	size_t i;

	for (i = 0; i < divisions->n; i++)
		if (!is_beyond(&divisions->v[i]) && str_eq(divisions->v[i].name, beyond->name))
			return true;
	return false;
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
			add(names, buf_str(room), NAME_FULL, d);
	}
}

static void add_division(struct names *names, const struct fold *fold, const struct words *words,
			 const struct division *d, bool stems)
{
	struct buf name = BUF_INIT, room = BUF_INIT;
	struct str stem;

	fold_text(fold, d->name, &name);
	stem = is_functional(d) ? STR_EMPTY : stem_of(words, buf_str(&name));
	if (stems) {
		add(names, stem, NAME_STEM, d);
	} else {
		add(names, buf_str(&name), NAME_FULL, d);
		if (stem.n)
			add_autonomous(names, stem, buf_str(&name), d, &room);
		buf_clear(&room);
		fold_text(fold, d->brief, &room);
		add(names, buf_str(&room), NAME_BRIEF, d);
	}
	buf_free(&name);
	buf_free(&room);
}

/* What people call the divisions whose names are too long. */
static void add_aliases(struct names *names, const struct words *words,
			const struct divisions *divisions)
{
	size_t i, k;

	for (k = 0; k < words->kind[WORD_ALIAS].n; k++) {
		struct str name = words->kind[WORD_ALIAS].v[k], alias;

		str_cut(&name, '=', &alias);
		for (i = 0; i < divisions->n; i++)
			if (str_eq(divisions->v[i].name, name))
				add(names, alias, NAME_FULL, &divisions->v[i]);
	}
}

static int by_key(const void *a, const void *b)
{
	const struct name_entry *x = a, *y = b;
	int c;

	if (x->hash != y->hash) /* any order will do, and this one is found fast */
		return x->hash < y->hash ? -1 : 1;
	c = str_cmp(x->key, y->key);
	return c ? c : x->division < y->division ? -1 : x->division > y->division;
}

static void make_table(struct names *names)
{
	size_t size = 16, i;

	while (size < 2 * names->n)
		size *= 2;
	names->mask = size - 1;
	names->slot = xcalloc(size, sizeof *names->slot);
	for (i = 0; i < names->n; i++) {
		struct str key = names->v[i].key;
		size_t at = names->v[i].hash & names->mask;
		uint32_t cp = first_cp(key);

		names->lengths[cp] |= UINT32_C(1) << key.n / IDEOGRAPH;
		if (i > 0 && str_eq(names->v[i - 1].key, key))
			continue;
		while (names->slot[at])
			at = (at + 1) & names->mask;
		names->slot[at] = i + 1;
	}
}

void names_build(struct names *names, const struct fold *fold, const struct words *words,
		 const struct divisions *divisions, bool stems)
{
	size_t i;

	memset(names, 0, sizeof *names);
	for (i = 0; i < divisions->n; i++)
		if (!is_beyond(&divisions->v[i]) ||
		    (!stems && is_shared(divisions, &divisions->v[i])))
			add_division(names, fold, words, &divisions->v[i], stems);
	if (!stems)
		add_aliases(names, words, divisions);
	qsort(names->v, names->n, sizeof *names->v, by_key);
	make_table(names);
}

void names_free(struct names *names)
{
	free(names->v);
	free(names->slot);
	pool_free(&names->pool);
}

static size_t look_up(const struct names *names, struct str key)
{
	size_t at = str_hash(key) & names->mask;

	for (; names->slot[at]; at = (at + 1) & names->mask)
		if (str_eq(names->v[names->slot[at] - 1].key, key))
			return names->slot[at];
	return 0;
}

const struct name_entry *names_at(const struct names *names, struct str s, size_t at, size_t max,
				  size_t *n)
{
	uint32_t lengths = names->lengths[first_cp(str_from(s, at))];
	size_t len, k, found, end;

	*n = 0;
	for (k = lengths ? 31 : 0; k >= 2; k--) {
		len = k * IDEOGRAPH;
		if (!(lengths >> k & 1) || len > max || at + len > s.n)
			continue;
		found = look_up(names, str_sub(s, at, at + len));
		if (found == 0)
			continue;
		for (end = found;
		     end < names->n && str_eq(names->v[end].key, names->v[found - 1].key);)
			end++;
		*n = end - found + 1;
		return &names->v[found - 1];
	}
	return NULL;
}
