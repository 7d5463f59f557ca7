#include "cmd/gir-report/figures.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

void figures_load(struct figures *f)
{
	struct data d;

	*f = (struct figures){.v = NULL};
	if (data_open(&d, "site-figures.tsv", data_text("site-figures.tsv")) != 0)
		die("site-figures.tsv: cannot be read");
	while (data_next(&d)) {
		f->v = grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
		f->v[f->n++] = (struct figure){data_get(&d, "id"),
					       {data_get(&d, "zh"), data_get(&d, "en")},
					       data_get(&d, "cells")};
	}
}

void figures_free(struct figures *f)
{
	free(f->v);
}

bool figure_cell(struct str *rest, struct str *table, struct str *row, struct str *col)
{
	struct str cell;

	return str_cut(rest, '+', &cell) && str_cut(&cell, '/', table) &&
	       str_cut(&cell, '/', row) && str_cut(&cell, '/', col);
}
