/* phrases: what the pages say, in Chinese and English (common/data/site.tsv), and the names of the
 * forms' tables, rows and columns: the label of the form, and English (common/data/labels.tsv).
 *
 * Both languages are on every page, each in an element with its `lang`; the style sheet shows one.
 */
#ifndef GIR_REPORT_PHRASES_H
#define GIR_REPORT_PHRASES_H

#include "common/buf.h"
#include "common/form.h"
#include "common/intern.h"

struct phrase {
	struct str zh, en;
};

struct phrases {
	struct intern ids;
	struct phrase *v; /* by number of the id */
	size_t cap;
};

void phrases_load(struct phrases *p);
void phrases_free(struct phrases *p);

/* The phrase of that id; one that is not there is a fault of the program: die(). */
struct phrase phrase(const struct phrases *p, const char *id);
/* The phrase of id "KIND.NAME", NAME being a word of a stream, and whether there is one. */
struct phrase phrase_of(const struct phrases *p, const char *kind, struct str name);
bool phrase_is(const struct phrases *p, const char *kind, struct str name);
/* The name of a row, column, group or block ("requests/row/new"); English is the code where none
 * is given. */
struct phrase label(const struct phrases *p, enum table_id table, const char *what, struct str name,
		    struct str labels);

/* Both languages, escaped, each in a span; one span where they are equal. */
void say_phrase(struct buf *to, struct phrase p);
/* The same for a phrase of site.tsv. */
void say(struct buf *to, const struct phrases *p, const char *id);
/* The same for two fields of a stream. */
void say_fields(struct buf *to, struct phrase p);
/* Both languages set apart by a blank, for a title or an attribute. */
void say_plain(struct buf *to, struct phrase p);

#endif
