#include "cmd/gir-tables/grid/dropped.h"

enum {
	FEWEST = 6,  /* lines that tell anything */
	ENOUGH = 30, /* lines of one table that tell it, whatever the others are like */
	MOST = 2000, /* the whole form has some 350 */
	BLOCKS = 2   /* of which each has the head 信息内容 */
};

/* Whether each value of the table is a line of its own. */
static bool is_stream(const struct items *v)
{
	size_t i;

	for (i = 0; i < v->n; i++)
		if (v->v[i].kind == ITEM_BLANK || v->v[i].kind == ITEM_GLUED ||
		    (i > 0 && v->v[i].kind == ITEM_VALUE && v->v[i].row == v->v[i - 1].row))
			return false;
	return true;
}

static bool repeats(const struct items *v)
{
	size_t i, j;

	for (i = 0; i < v->n; i++)
		for (j = i + 1; j < v->n; j++)
			if (str_eq(v->v[i].text, v->v[j].text))
				return true;
	return false;
}

/* Whether a head that every block of the table has stands only once beside several blocks' labels.
 */
static bool lacks_heads(const struct items *v)
{
	size_t i, blocks = 0, heads = 0;

	for (i = 0; i < v->n; i++) {
		const struct label *group = v->v[i].hits->of[LABEL_GROUP];

		blocks += v->v[i].hits->of[LABEL_BLOCK] != NULL;
		heads += group && str_is(group->name, "subject");
	}
	return heads == 1 && blocks >= BLOCKS;
}

bool dropped_lines(const struct tables_items *t)
{
	size_t lines = 0;
	bool again = false, streams = true;
	int table;

	for (table = 0; table < TABLE_COUNT; table++) {
		const struct items *v = &t->table[table];
		bool same;

		if (!is_stream(v) || v->n > MOST) {
			streams = false;
			continue;
		}
		same = repeats(v);
		if (v->n >= ENOUGH && !same)
			return true;
		lines += v->n;
		again = again || same;
	}
	return streams && ((lines >= FEWEST && !again) || lacks_heads(&t->table[TABLE_ACTIVE]));
}
