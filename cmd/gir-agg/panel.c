#include "cmd/gir-agg/panel.h"

#include <stdlib.h>

#include "common/alloc.h"

void panel_open(struct panel *p, struct sheet *s, size_t cells)
{
	*p = (struct panel){.sheet = s, .cells = cells};
	p->cell = xcalloc(cells, sizeof *p->cell);
}

void panel_free(struct panel *p)
{
	free(p->cell);
	buf_free(&p->key);
}

void panel_begin(struct panel *p, struct str key)
{
	buf_clear(&p->key);
	buf_put(&p->key, key);
	p->begun = true;
}

void panel_set(struct panel *p, size_t cell, const struct dec *v)
{
	if (cell >= p->cells)
		p->stray = true;
	else if (v)
		p->cell[cell] = (struct panel_cell){true, *v};
}

void panel_put_cells(struct panel *p)
{
	size_t i;

	for (i = 0; i < p->cells; i++) {
		if (p->cell[i].number)
			sheet_dec(p->sheet, p->cell[i].value);
		else
			sheet_empty(p->sheet);
		p->cell[i].number = false;
	}
	sheet_end_row(p->sheet);
	p->begun = false;
}
