#include "cmd/gir-check/succession.h"

enum { NO_END = 9999 };

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

static bool follows(const struct division *old, const struct division *new)
{
	return new->from > 0 && (old->to == new->from || old->to + 1 == new->from) &&
	       old->level == new->level &&str_eq(old->parent, new->parent);
}

static bool is_successor(const struct division *old, const struct division *new)
{
	return follows(old, new) &&
	       (str_eq(old->code, new->code) || str_eq(stem(old->name), stem(new->name)));
}

/* The only successor, or NULL. */
static const struct division *successor(const struct divisions *all, const struct division *old)
{
	const struct division *found = NULL;
	size_t i;

	for (i = 0; i < all->n; i++) {
		if (!is_successor(old, &all->v[i]))
			continue;
		if (found)
			return NULL;
		found = &all->v[i];
	}
	return found;
}

/* Whether each division that ends around there, when this one does, has a successor of its own. */
static bool is_plain(const struct divisions *all, const struct division *old,
		     const struct division *new)
{
	size_t i;

	for (i = 0; i < all->n; i++) {
		const struct division *other = &all->v[i];
		const struct division *next;

		if (other == old || !follows(other, new))
			continue;
		next = successor(all, other);
		if (!next || next == new)
			return false;
	}
	return true;
}

struct str succession_last(const struct divisions *all, struct str code, int year)
{
	const struct division *d = divisions_find(all, code, year);

	while (d && d->to < NO_END) {
		const struct division *next = successor(all, d);

		if (!next || (!str_eq(next->code, d->code) && !is_plain(all, d, next)))
			break;
		d = next;
	}
	return d ? d->code : code;
}
