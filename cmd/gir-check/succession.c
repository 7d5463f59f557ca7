#include "cmd/gir-check/succession.h"

/* The name without its kind. */
static struct str stem(struct str name)
{
	static const char *const kinds[] = {"县", "市", "区", "旗"};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_ends(name, str_of(kinds[i])))
			return str_sub(name, 0, name.n - strlen(kinds[i]));
	return name;
}

static bool is_successor(const struct division *old, const struct division *new)
{
	return new->from > 0 && (old->to == new->from || old->to + 1 == new->from) &&
	       old->level == new->level && !str_eq(old->code, new->code) &&
	       str_eq(old->parent, new->parent) && str_eq(stem(old->name), stem(new->name));
}

static bool has_successor(const struct divisions *all, const struct division *old)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (is_successor(old, &all->v[i]) ||
		    (str_eq(all->v[i].code, old->code) && all->v[i].from >= old->to))
			return true;
	return false;
}

struct str succession_before(const struct divisions *all, struct str code, int year)
{
	const struct division *new = divisions_find(all, code, year), *old = NULL;
	size_t i;

	if (!new || new->from == 0 || year < new->from || year > new->from + 1)
		return STR_EMPTY;
	for (i = 0; i < all->n; i++) {
		const struct division *d = &all->v[i];
		bool ends = d->to == new->from || d->to + 1 == new->from;

		if (!ends || !str_eq(d->parent, new->parent))
			continue;
		if (!has_successor(all, d) || (old && is_successor(d, new)))
			return STR_EMPTY;
		if (is_successor(d, new))
			old = d;
	}
	return old ? old->code : STR_EMPTY;
}
