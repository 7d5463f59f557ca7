/* labels: finds which label of the forms a piece of table text is.
 *
 * Labels are compared folded, without spaces, marks and their leading number; where none is equal,
 * the nearest that differs in a character (from four on) or two (from six on), if only one does.
 * Labels of all forms are known at once: the form is found from the labels, not the other way
 * round.
 */
#ifndef GIR_LABELS_H
#define GIR_LABELS_H

#include "common/fold.h"
#include "common/form.h"

enum label_kind { LABEL_BLOCK, LABEL_COLUMN, LABEL_GROUP, LABEL_ROW, LABEL_KINDS };

/* The row and the column of a form that have a label's name, or STR_NONE. */
struct label_place {
	size_t row, column;
};

/* A block, column, group or row by name, whichever forms have it. */
struct label {
	enum label_kind kind;
	enum table_id table;
	struct str name;
	size_t forms;                    /* bit f: forms->v[f] has it */
	int order;                       /* rises in the order of the forms' files */
	char number;                     /* the digit that the forms print before it, or NUL */
	const struct label_place *place; /* in each form, by form->index */
};

/* The labels that a text may be: 其他 is a column's and a row's. The first is the most likely. They
 * live as long as the labels. */
enum { LABEL_HITS = 4 };
struct label_hits {
	size_t n;
	const struct label *v[LABEL_HITS];
	const struct label *of[LABEL_KINDS]; /* the first of each kind, or NULL */
};
extern const struct label_hits labels_none;

struct labels;

struct labels *labels_new(const struct fold *fold, const struct forms *forms);
void labels_free(struct labels *l);

/* Appends `text` as labels are compared. */
void labels_normalise(const struct fold *fold, struct str text, struct buf *to);

/* Without the number that it begins with: labels_normalise is fold_label and this. */
struct str labels_unnumbered(struct str folded);

/* All labels of `table` that `normal`, a normalised text, equals. */
const struct label_hits *labels_exact(const struct labels *l, enum table_id table,
				      struct str normal);
/* The same for the one label that it nearly equals. */
const struct label_hits *labels_near(const struct labels *l, enum table_id table,
				     struct str normal);
/* labels_near, but what holds a number, or ends in what is said of one, is no label misspelt. */
const struct label_hits *labels_misspelt(const struct labels *l, enum table_id table,
					 struct str normal);
/* By how many characters `normal` differs from the nearest label; a large number for too many. */
size_t labels_distance(const struct labels *l, enum table_id table, struct str normal);
/* The labels of which the text from `at` on begins with the longest; *end is where they end. */
const struct label_hits *labels_prefix(const struct labels *l, enum table_id table,
				       struct str normal, size_t at, size_t *end);

/* Whether some label may begin with a text that is `folded` (fold_label), and go on. */
bool labels_longer(const struct labels *l, enum table_id table, struct str folded);

/* Whether `normal` stands in some label of the table. */
bool labels_part(const struct labels *l, enum table_id table, struct str normal);

/* How much of the row's label, in order, `normal` holds: 0 to 100. */
int labels_likeness(const struct labels *l, enum table_id table, struct str row, struct str normal);

#endif
