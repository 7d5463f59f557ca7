/* form: the official forms as data (common/data/forms/NAME.tsv): tables, blocks, rows, columns,
 * their labels and units. Sources: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.
 *
 * A block is a part of a table with columns of its own (第二十条第（一）项 ...). A cell is a row of
 * a block in one of the block's columns; cells stand in codebook order, the order of the streams.
 */
#ifndef GIR_FORM_H
#define GIR_FORM_H

#include "common/pool.h"
#include "common/str.h"

/* What the numbers of a column are. */
enum measure {
	MEASURE_COUNT,  /* a non-negative integer */
	MEASURE_CHANGE, /* an integer of either sign */
	MEASURE_AMOUNT  /* a non-negative decimal, in 万元 */
};

/* The three official tables, by the section that holds them (二, 三, 四). */
enum table_id { TABLE_ACTIVE, TABLE_REQUESTS, TABLE_REVIEW, TABLE_COUNT };
extern const char *const table_names[TABLE_COUNT];

struct form_column {
	struct str name;
	struct str labels; /* variants, separated by '|' */
	struct str group;  /* the group of columns that it is printed under, or empty */
	enum table_id table;
	enum measure measure;
};

struct form_block {
	struct str name;
	struct str labels;
	enum table_id table;
	bool across;                  /* the form prints its rows side by side */
	size_t first_column, columns; /* a run of form->block_columns */
};

struct form_row {
	struct str name;
	struct str labels;
	struct str group; /* the group of rows it belongs to, or empty */
	int depth;        /* how many groups it stands in */
	enum table_id table;
	size_t block;      /* index into form->blocks */
	size_t first_cell; /* index into form->cells, one a column of the block */
};

/* A heading over several rows or columns: 三、本年度办理结果, （三）不予公开 ... A group may stand
 * in a group. */
struct form_group {
	struct str name;
	struct str labels;
	struct str group; /* the group around it, or empty */
	enum table_id table;
	bool total; /* gir-agg adds a row with the sum of its members */
};

struct form_cell {
	enum table_id table;
	size_t row, column; /* indices into form->rows, form->columns */
	enum measure measure;
	/* Of table, row and column, a tab behind each, as in a stream of cells, padded for
	 * write_padded. */
	struct str names;
};

struct form {
	size_t index; /* in forms->v */
	struct str name;
	int from, to; /* report years in force; to is 9999 while it has no end */
	struct form_column *columns;
	struct form_block *blocks;
	struct form_row *rows;
	struct form_group *groups;
	struct form_cell *cells;
	size_t *block_columns; /* indices into columns */
	size_t column_count, block_count, row_count, group_count, cell_count, block_column_count;
};

struct forms {
	struct form *v; /* by first year in force */
	size_t n;
	struct pool pool; /* all of the text */
};

/* Loads the embedded forms, or every *.tsv of directory `dir` instead. 0, or -1 after a message. */
int forms_load(struct forms *forms, const char *dir);
void forms_free(struct forms *forms);
const struct form *forms_named(const struct forms *forms, struct str name);
/* The form in force for reports of `year`, or NULL. */
const struct form *forms_of_year(const struct forms *forms, int year);

/* The index of a cell of the form by its names, or STR_NONE. */
size_t form_find_cell(const struct form *form, struct str table, struct str row, struct str col);
size_t form_find_column(const struct form *form, enum table_id table, struct str name);
/* NULL for none of that name. */
const struct form_group *form_find_group(const struct form *form, enum table_id table,
					 struct str name);
size_t form_find_row(const struct form *form, enum table_id table, struct str name);

#endif
