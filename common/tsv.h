/* tsv: a stream of tab-separated lines under a header, columns found by name.
 *
 * Escapes stay in the fields (most fields have none): tsv_unescape gives the text. Fields are
 * valid until the next call of tsv_next, the column names until tsv_close.
 */
#ifndef GIR_TSV_H
#define GIR_TSV_H

#include "common/input.h"
#include "common/pool.h"

struct tsv {
	struct input in;
	struct pool pool;  /* the header's text */
	struct str header; /* the whole header line */
	struct str *name;  /* of each column */
	struct str *field; /* of the line at hand */
	size_t columns;
	struct str line;  /* the line at hand, whole */
	size_t bad_lines; /* lines left out for a wrong count of fields */
	const char *file; /* for messages */
};

#define TSV_NONE SIZE_MAX

/* Opens `path` ("-": standard input) and reads the header. Lines before it that start with '#'
 * are comments, for data files. 0, or -1 after a message. */
int tsv_open(struct tsv *t, const char *path);
/* The same over an input already open. */
int tsv_use(struct tsv *t, struct input in);
/* The index of a column, or TSV_NONE. */
size_t tsv_find(const struct tsv *t, const char *name);
/* The same, but a column that is there twice is a message and -1 in *failed (left alone otherwise):
 * nobody can tell which of them is meant. */
size_t tsv_may(const struct tsv *t, const char *name, int *failed);
/* The same, where a missing column is one as well. */
size_t tsv_need(const struct tsv *t, const char *name, int *failed);
/* 1 and the next line in t->field; 0 at the end; -1 after a message. A line equal to the header
 * is skipped; one with another count of fields than the header gets a message, is counted in
 * bad_lines, and is left out. So is one that ends with CR, which no field holds unescaped. */
int tsv_next(struct tsv *t);

/* For a reader who knows most lines by how they begin, without cutting them up: where input_ahead
 * of t->in begins with `known` bytes that are the first `columns` fields of a line, the tab behind
 * them and no more, the other fields and the line become those at hand. False, and nothing is done,
 * where the line ends too far ahead or has another count of fields: that is left to tsv_next. The
 * reader sees to it that the line is not the header again. */
bool tsv_take(struct tsv *t, size_t known, size_t columns);

void tsv_close(struct tsv *t);

/* The first code points of a field, as it stands in the stream; never amid an escape. */
struct str tsv_clip(struct str field, size_t code_points);
/* The line `line` of a field whose text begins on line `first`; empty where it has none. */
struct str tsv_line_of(struct str field, size_t first, size_t line);

/* The text of a field: itself where it holds no backslash, else unescaped into `room`. */
struct str tsv_unescape(struct str field, struct buf *room);

#endif
