/* place: which column each value of a run belongs to, and whether that is certain.
 *
 * The rule above all: a number goes into state num only where its column cannot be another one. A
 * row of the form has N columns; a run that has more or fewer cells than that, or blanks at an end,
 * is settled by the complete rows of the same kind, or left unsure.
 */
#ifndef GIR_PLACE_H
#define GIR_PLACE_H

#include "cmd/gir-tables/grid/shapes.h"
#include "common/number.h"

/* A cell of the form. */
struct cell {
	enum cell_state state;
	struct dec value; /* for num and unsure */
	bool has_value;
	struct str raw;
	size_t line;              /* 0: stands nowhere */
	const struct token *from; /* the report's cell, where it is one of the tables' */
};

/* What placing needs to know beside the run. */
struct place {
	const struct fold *fold;
	const struct items *items;
	const struct shapes *shapes;
	struct pool *pool;
	bool doubt; /* nothing of this table is certain: lines were lost, columns out of order */
	size_t head_column, head_cells; /* see evidence_of_heads; 0 cells where they tell nothing */
	bool extra;  /* behind the last column's head stands another's, which no form has */
	bool serial; /* rows are numbered: a number may be that of the next row */
	bool barred; /* cells are closed by bars, so a text between them is a cell */
};

/* Fills the `width` cells at `cell`, whose measures stand in `measure`, from a run's window. */
void place_run(const struct place *p, struct window w, int depth, const enum measure *measure,
	       size_t width, struct cell *cell);

/* How many values without a gap stand behind the `width` first ones of the run: the rows whose
 * labels are lost. 0 where a blank or a text stands among them. *from is where they begin. */
size_t place_rest(const struct place *p, const struct run *run, size_t width, size_t *from);

/* Digits that were glued are certain only if they add up: the last of the cells is the total. */
void place_confirm(struct cell *cell, size_t width);

/* Sets one cell from an item. */
void place_item(const struct place *p, const struct item *item, enum measure measure, bool sure,
		struct cell *cell);

#endif
