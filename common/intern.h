/* intern: texts and the small numbers that stand for them.
 *
 * Each different text gets the next number from 0 on; v[number] is the table's own copy of it.
 * Everything is released by intern_free. Running out of memory ends the program (alloc.h).
 */
#ifndef GIR_INTERN_H
#define GIR_INTERN_H

#include "common/pool.h"
#include "common/siphash.h"

struct intern {
	struct str *v; /* by number */
	size_t n, cap;
	size_t *slots; /* number + 1 at the place of the hash, 0 where free */
	size_t mask;   /* slots - 1; slots is a power of two, 0 before the first text */
	struct siphash_key key;
	struct pool pool;
};

/* The number of `s`, new or old. */
size_t intern_add(struct intern *t, struct str s);
/* The number of `s`, or STR_NONE. */
size_t intern_find(const struct intern *t, struct str s);
void intern_free(struct intern *t);

#endif
