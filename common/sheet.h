/* sheet: a table that people keep, a manifest or a roster, with columns found by name.
 *
 * TSV where the first line has a tab, else CSV (RFC 4180). In any encoding that decode.h reads:
 * spreadsheets in China save CSV as GBK. Fields of TSV are unescaped (\t \n \r \\ and, for paths
 * copied from a stream, \xHH); fields of CSV are as they stand. The sheet owns all text.
 */
#ifndef GIR_SHEET_H
#define GIR_SHEET_H

#include "common/buf.h"
#include "common/pool.h"

#define SHEET_NONE SIZE_MAX

struct sheet {
	const char *file; /* for messages; not owned */
	struct pool pool;
	struct str *name; /* of each column */
	size_t columns;
	struct str *cell; /* rows * columns */
	size_t *line;     /* the source line on which each row begins */
	size_t rows;
};

/* Reads all of `path` ("-": standard input). 0, or -1 after a message FILE:LINE for all that is
 * wrong: no header, a name twice in it, a row that does not fit it, bytes of no encoding. The rows
 * of a CSV may lack fields at their end, which are then empty: spreadsheets drop them. Rows with
 * nothing in them are left out. sheet_free is needed in either case. */
int sheet_load(struct sheet *s, const char *path);
void sheet_free(struct sheet *s);

/* The index of a column, or SHEET_NONE. */
size_t sheet_column(const struct sheet *s, const char *name);
/* The same, but a missing column is a message and -1 in *failed (left alone otherwise). */
size_t sheet_need(const struct sheet *s, const char *name, int *failed);
/* The text of a cell; empty for column SHEET_NONE. */
struct str sheet_get(const struct sheet *s, size_t row, size_t column);

#endif
