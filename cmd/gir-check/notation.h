/* notation: sums over cells as a clerk writes them, parsed once and laid out over each form.
 *
 * The notation is explained in common/data/identities.tsv and in gir-check(1). A pattern names
 * cells by TABLE/ROW/COL, where a row or column may be bound over the line or summed.
 */
#ifndef GIR_CHECK_NOTATION_H
#define GIR_CHECK_NOTATION_H

#include "common/data.h"
#include "common/form.h"
#include "common/number.h"

struct term {
	int sign;      /* 1 or -1, with everything on the left side */
	bool right;    /* it was written on the right side */
	bool constant; /* a number, in `value`, instead of a cell */
	struct dec value;
	struct str text; /* as written */
	struct str table, row, col;
};

enum relation { RELATION_NONE, RELATION_EQUAL, RELATION_AT_LEAST, RELATION_AT_MOST };

/* A sum of terms and how it must stand to zero; RELATION_NONE for a sum alone. */
struct expression {
	struct str text;
	enum relation relation;
	struct term *v;
	size_t n;
	size_t named;         /* the term whose cell a finding names */
	struct dec tolerance; /* how far the sides may be apart */
};

/* One test of one form: `expression` with its `*` bound. */
struct member {
	size_t cell; /* index into form->cells */
	int sign;
};

struct sum {
	size_t source;       /* the caller's number for the expression */
	size_t first, count; /* a run of the list's members */
	struct dec constant;
	size_t named; /* cell */
	int named_sign;
};

struct sums {
	struct sum *v;
	size_t n, cap;
	struct member *member;
	size_t member_count, member_cap;
};

/* Parses `text`; `names` is one of its terms, or empty for the first. `place` is the line at hand,
 * for messages. The texts are not copied. 0, or -1 after a message. */
int expression_parse(struct expression *e, struct str text, struct str names,
		     const struct data *place);
void expression_free(struct expression *e);
/* Reads how far the sides may be apart (empty: not at all). 0, or -1 after a message. */
int expression_tolerate(struct expression *e, struct str tolerance, const struct data *place);
/* Tells each term that stands for no cell of any form. 0, or -1 after a message. */
int expression_known(const struct expression *e, const struct forms *forms,
		     const struct data *place);
/* Adds the expression's sums over one form, none where the form lacks what it names. */
void expression_lay_out(const struct expression *e, size_t source, const struct form *form,
			struct sums *to);
void sums_free(struct sums *s);

#endif
