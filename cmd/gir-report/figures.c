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
		f->v[f->n++] = (struct figure){
			.id = data_get(&d, "id"),
			.name = {data_get(&d, "zh"), data_get(&d, "en")},
			.cells = data_get(&d, "cells"),
			.rate = data_get(&d, "rate"),
			.of = data_get(&d, "of"),
			.chart = data_get(&d, "chart"),
		};
	}
}

void figures_free(struct figures *f)
{
	free(f->v);
}

size_t figures_find(const struct figures *f, const char *id)
{
	size_t i = 0;

	while (i < f->n && !str_is(f->v[i].id, id))
		i++;
	if (i == f->n)
		die("no figure \"%s\" in site-figures.tsv", id);
	return i;
}

bool figure_cell(struct str *rest, struct str *table, struct str *row, struct str *col)
{
	struct str cell;

	return str_cut(rest, '+', &cell) && str_cut(&cell, '/', table) &&
	       str_cut(&cell, '/', row) && str_cut(&cell, '/', col);
}
