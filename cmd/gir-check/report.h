/* report: the lines of one report, held until all of its rules have spoken.
 *
 * The report owns copies of its lines; everything in it points into them and is valid until
 * report_clear, which keeps the memory for the next report.
 */
#ifndef GIR_CHECK_REPORT_H
#define GIR_CHECK_REPORT_H

#include "common/cells.h"
#include "common/form.h"
#include "common/input.h"
#include "common/number.h"
#include "common/output.h"
#include "common/pool.h"

/* What a line is about that is no cell of the form. */
struct topic {
	struct str table, row, col;
};

/* A line of the stream. Fields are held with their escapes. */
struct entry {
	struct str line;           /* as read; REPORT_OK stands behind it in memory */
	struct str value, raw, at; /* `at` is column line */
	const struct topic *topic; /* NULL for a cell of the form */
	enum cell_state state;
};

/* The verdict of most lines and the end of the line: lines that follow each other can be written
 * as one. */
#define REPORT_OK STR("\tok\n")

/* Where each cell of the form stands; entry is STR_NONE when the stream lacks it. */
struct slot {
	size_t entry;
	bool num;
	struct dec value;
};

/* The facts of table doc, each at most once in a report. */
enum fact {
	FACT_TITLE,
	FACT_FORMAT,
	FACT_ENCODING,
	FACT_UNDECODABLE,
	FACT_PUBLISHED,
	FACT_PERIOD_YEAR,
	FACT_TITLE_YEAR,
	FACT_SECTION,                  /* and five more */
	FACT_TABLE = FACT_SECTION + 6, /* in the order of enum table_id */
	FACT_COUNT = FACT_TABLE + TABLE_COUNT
};

struct report {
	struct pool pool;
	struct entry *v;
	size_t n, cap;
	size_t *text; /* the entries of table text */
	size_t text_count, text_cap;
	struct str keys;                                     /* doc to form, a tab behind each */
	struct str doc, year, region, org, scope, form_name; /* in `keys` */
	int year_number;                                     /* 0 where unknown */
	const struct form *form; /* NULL where the file is no report, or of a form not known */
	struct slot *slot;       /* of each cell of the form */
	size_t slot_cap;
	size_t expected;         /* the cell that comes next in codebook order */
	size_t foreseen;         /* how many cells there are, where report_expects can tell */
	size_t fact[FACT_COUNT]; /* entry, or STR_NONE */
	uint64_t shape;          /* which cells and facts the stream had, in any order */
	uint64_t *marks;         /* `words` a line: the set of rules that name it */
	size_t words, mark_cap;
};

/* What a line is about. */
struct place {
	size_t cell; /* index into form->cells, or STR_NONE */
	size_t fact; /* enum fact, or STR_NONE */
};

/* Begins a report with the first columns of a line. `rules` is how many rules there are. `usual`:
 * these columns are the first of each line, in their usual order. */
void report_begin(struct report *r, const struct str *field, bool usual, const struct forms *forms,
		  size_t rules);
/* The length of the line up to column value where the text begins with the report's keys, and the
 * cell behind it is the one expected; else 0. */
static inline size_t report_expects(const struct report *r, struct str text);
/* Which cell or fact the line is; the fields are in the order of enum cell_column. */
struct place report_place(const struct report *r, const struct str *field);
/* Whether the report has that cell or fact already, so that another one begins. */
bool report_has(const struct report *r, struct place place);
/* Adds a line. False where its state or value cannot be understood; it is kept all the same. */
bool report_add(struct report *r, struct str line, const struct str *field, struct place place);
/* The mark of a rule on a line; report_seal once all lines are there. */
void report_seal(struct report *r);
void report_mark(struct report *r, size_t entry, size_t rule);
void report_clear(struct report *r);
void report_free(struct report *r);

static inline size_t report_expects(const struct report *r, struct str text)
{
	struct str names;
	size_t known;

	if (r->expected >= r->foreseen || r->slot[r->expected].entry != STR_NONE)
		return 0;
	names = r->form->cells[r->expected].names;
	known = r->keys.n + names.n;
	return text.n >= known && memcmp(text.p, r->keys.p, r->keys.n) == 0 &&
			       memcmp(text.p + r->keys.n, names.p, names.n) == 0
		       ? known
		       : 0;
}

/* Adds the next line of an input that has the usual columns and no more, where it is the cell that
 * is expected and its other fields are short, as those of nearly all lines are. False, and nothing
 * is taken, for any other line, and for one of which something has to be told. */
bool report_take(struct report *r, struct input *in);

/* Whether any rule names the line. */
static inline bool report_marked(const struct report *r, size_t entry)
{
	size_t w;

	for (w = 0; w < r->words; w++)
		if (r->marks[entry * r->words + w])
			return true;
	return false;
}

/* The entry of a fact, or NULL. */
static inline const struct entry *report_fact(const struct report *r, size_t fact)
{
	return r->fact[fact] == STR_NONE ? NULL : &r->v[r->fact[fact]];
}

static inline const struct entry *report_cell(const struct report *r, size_t cell)
{
	return r->slot[cell].entry == STR_NONE ? NULL : &r->v[r->slot[cell].entry];
}

/* The number of a line of state num; zero of one whose value is none (a heading has no number). */
static inline struct dec entry_number(const struct entry *e)
{
	struct dec v = DEC_ZERO;

	(void)dec_parse(e->value, &v);
	return v;
}

/* A year of four digits, else 0. */
int year_of(struct str s);

#endif
