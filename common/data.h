/* data: the TSV files compiled into the programs, and the reading of them.
 *
 * Every rule, label and division of the field is a line of such a file: lines that start with '#'
 * are comments, the first other line names the columns. Data files hold no escapes.
 */
#ifndef GIR_DATA_H
#define GIR_DATA_H

#include "common/str.h"

struct embedded_file {
	const char *name; /* path below common/data/ */
	struct str text;
};

extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

/* The text of an embedded file; a name that is not there is a fault of the build: die(). */
struct str data_text(const char *name);

/* A walk over the lines of a data file held in memory. */
struct data {
	const char *name; /* for messages */
	struct str rest;
	size_t line;
	struct str columns; /* the header */
	struct str row;     /* the line at hand */
};

/* Reads the header. 0, or -1 after a message. */
int data_open(struct data *d, const char *name, struct str text);
/* The next line that is neither empty nor a comment; false at the end. */
bool data_next(struct data *d);
/* The field of the line at hand under a column's name; empty where line or header lack it. */
struct str data_get(const struct data *d, const char *column);
/* The first fields of the line at hand, in the header's order; empty where the line has fewer. A
 * long file is read faster so. */
void data_fields(const struct data *d, struct str *field, size_t count);

#endif
