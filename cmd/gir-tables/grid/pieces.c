#include "cmd/gir-tables/grid/pieces.h"

#include "common/alloc.h"

/* The same slice of another copy of its text. */
static struct str moved(struct str s, struct str from, struct str to)
{
	size_t at = (size_t)(s.p - from.p);

	return str_sub(to, at, at + s.n);
}

struct pieces *pieces_copy(const struct item *v, size_t n, struct str text)
{
	struct pieces *p = xmalloc(sizeof *p + n * sizeof *v + text.n);
	char *copy = (char *)(p->v + n);
	size_t i;

	memcpy(copy, text.p, text.n);
	*p = (struct pieces){.n = n, .text = {copy, text.n}};
	for (i = 0; i < n; i++) {
		p->v[i] = v[i];
		p->v[i].text = moved(v[i].text, text, p->text);
	}
	return p;
}

void pieces_put(const struct pieces *p, struct reader *r, const struct token *t)
{
	struct str text = pool_dup(r->pool, p->text);
	size_t i;

	for (i = 0; i < p->n; i++) {
		struct item item = p->v[i];

		item.text = moved(item.text, p->text, text);
		item.from = t;
		item.row = t->row;
		reader_put(r, item);
	}
}

bool pieces_behind_head(const struct items *items)
{
	const struct item *last = items->n ? &items->v[items->n - 1] : NULL;

	return last && last->kind == ITEM_LABEL && last->hits->of[LABEL_COLUMN];
}
