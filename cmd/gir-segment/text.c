#include "cmd/gir-segment/text.h"

#include <stdlib.h>

static size_t add_box(struct text *t, size_t parent)
{
	t->box = grow(t->box, &t->box_cap, t->boxes + 1, sizeof *t->box);
	t->box[t->boxes] = (struct text_box){parent, SIZE_MAX};
	return t->boxes++;
}

void text_clear(struct text *t)
{
	t->n = t->boxes = 0;
	t->whole = STR_EMPTY;
	t->unfinished = false;
	add_box(t, 0);
}

size_t text_open(struct text *t, size_t parent)
{
	return add_box(t, parent);
}

void text_close(struct text *t, size_t box)
{
	t->box[box].end = t->n;
}

size_t text_common(const struct text *t, size_t a, size_t b)
{
	while (a != b) {
		if (a > b)
			a = t->box[a].parent;
		else
			b = t->box[b].parent;
	}
	return a;
}

void text_free(struct text *t)
{
	free(t->line);
	free(t->box);
	*t = (struct text){.line = NULL};
}
