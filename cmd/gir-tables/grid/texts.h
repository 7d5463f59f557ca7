/* texts: what a cell's text is by itself, remembered from report to report.
 *
 * Nearly all text in tables is labels, the same in every report. What follows from a text alone is
 * found out once and kept in a table of fixed size, where new texts take the places of old ones:
 * memory is bounded whatever the reports hold.
 */
#ifndef GIR_TEXTS_H
#define GIR_TEXTS_H

#include "cmd/gir-tables/grid/items.h"

/* No label is as long. */
enum { LONGEST_LABEL = 600 };

/* What a text is in one of the tables. */
struct text_label {
	bool known;  /* whether the members below are set */
	bool exact;  /* it is a label */
	bool longer; /* a label may begin with it and go on in the next cell */
	bool whole;  /* it is no label, nor to be cut at labels that stand in it */
	bool part;   /* ... and stands in some label */
	/* The labels that it is, or nearly is, with a gloss or without. */
	const struct label_hits *hits;
	struct pieces *pieces; /* what it was cut into, or NULL */
};

struct text {
	struct str raw;    /* as in the source; the bytes stand behind the struct */
	struct str folded; /* as labels are compared, but with its number; so do these */
	enum item_kind kind;
	bool ideograph; /* it may be or begin a label */
	bool yuan;      /* it names the unit 元 without a number or a multiple before it */
	enum table_id begins;
	struct text_label label[TABLE_COUNT]; /* see texts_label */
};

struct texts;

/* So many digits are a number, whatever stands around them. */
enum { PLAIN_DIGITS = 8 };

/* Whether a cell holds digits alone, as most do: there is no more to know of it. */
static inline bool text_is_plain(struct str raw)
{
	size_t i;

	if (raw.n == 0 || raw.p[0] < '0' || raw.p[0] > '9')
		return false;
	if (raw.n == 1)
		return true;
	for (i = 1; i < raw.n && raw.p[i] >= '0' && raw.p[i] <= '9'; i++)
		;
	return i == raw.n && raw.n <= PLAIN_DIGITS && raw.p[0] != '0';
}

struct texts *texts_new(const struct fold *fold, const struct labels *labels);
void texts_free(struct texts *t);

/* What the text is; valid until the next call. */
struct text *texts_find(struct texts *t, struct str raw);
/* The same for the cell `i` of a report, whose text is `raw`; a text that is asked for again is
 * found at once. texts_begin begins a report of `n` cells. */
void texts_begin(struct texts *t, size_t n);
struct text *texts_at(struct texts *t, size_t i, struct str raw);
/* What it is in the table. */
struct text_label *texts_label(struct texts *t, struct text *x, enum table_id table);

/* A text as labels are compared, until the next call. */
struct str texts_normalise(struct texts *t, struct str text);
/* The labels of the table that any text is, or nearly is; nothing is remembered. */
const struct label_hits *texts_exact(struct texts *t, enum table_id table, struct str text);
const struct label_hits *texts_near(struct texts *t, enum table_id table, struct str text);

/* What somebody found out of a text in a table, remembered while there is room: the labels broken
 * or glued in one report are so in others. NULL where nothing is known. */
enum guess_kind { GUESS_JOINED, GUESS_GLUED, GUESS_KINDS };
const struct label_hits *texts_recall(struct texts *t, enum guess_kind kind, enum table_id table,
				      struct str text);
void texts_remember(struct texts *t, enum guess_kind kind, enum table_id table, struct str text,
		    const struct label_hits *hits);

#endif
