/* generate: reports with known truth, for the tests.
 *
 * One report is invented in memory (place, figures, the form's tables as a grid of cells), and a
 * renderer prints it in one of the layouts in real use. Whatever damages the text marks the cells
 * that a careful reader can no longer be sure of, so that truth.tsv says of every cell what it is
 * (state, value) and whether the text still tells (certain).
 *
 * All text of a report lives in its pool. Every choice comes from the report's own generator of
 * random numbers, seeded with the seed and the report's number: same seed, same bytes.
 */
#ifndef GIR_GENERATE_H
#define GIR_GENERATE_H

#include "common/buf.h"
#include "common/cells.h"
#include "common/divisions.h"
#include "common/form.h"
#include "common/number.h"
#include "common/pool.h"

/* random.c: splitmix64. */
struct random {
	uint64_t state;
};
uint64_t random_next(struct random *r);
/* 0 .. n - 1; n > 0. */
size_t random_below(struct random *r, size_t n);
bool random_chance(struct random *r, unsigned percent);

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
/* One of an array of C strings. */
#define PICK(r, array) ((array)[random_below((r), COUNT_OF(array))])

enum layout {
	LAYOUT_WORD,
	LAYOUT_TABS,
	LAYOUT_PIPES,
	LAYOUT_BARS,
	LAYOUT_BAR_LINES,
	LAYOUT_PARAGRAPHS,
	LAYOUT_GLUED,
	LAYOUT_DEDUP,
	LAYOUT_NO_TABLES,
	LAYOUT_ONE_LINE,
	LAYOUT_PAGE,
	LAYOUT_SPACES,
	LAYOUT_FLAT,
	LAYOUT_COUNT
};
extern const char *const layout_names[LAYOUT_COUNT];

/* What kind of file the report becomes. All but text print the report of layout "word". */
enum format {
	FORMAT_TEXT,
	FORMAT_HTML,      /* clean: spans, header cells */
	FORMAT_HTML_WORD, /* as Word saves it */
	FORMAT_HTML_SITE, /* a page of a site, menus and links around it */
	FORMAT_DOCX,
	FORMAT_PDF,      /* tables with all rulings, */
	FORMAT_PDF_HALF, /* with horizontal ones, */
	FORMAT_PDF_BARE, /* with none */
	FORMAT_OFD,
	FORMAT_COUNT
};
extern const char *const format_names[FORMAT_COUNT];

/* A cell of the form: what it is, how it is written, and whether the text still tells. */
struct figure {
	struct dec value;
	enum cell_state state;
	bool certain;
	struct str text;
};

/* Who reports, and how title, signature and path name the place. */
struct place {
	const struct division *division;
	struct str region; /* what can be found out: a code, or empty */
	struct str prefix; /* of the organ's name in the title */
	struct str full;   /* the whole chain: 浙江省宁波市镇海区 */
	struct str org;
	const char *scope;
	struct str folder; /* of the file, ends in '/' */
	struct str site;   /* named by the page's first lines, or empty */
	bool sign_full;    /* the signature must carry the full name */
	bool text_full;    /* the text names the place in full */
	const char *self;  /* how the organ calls itself */
};

/* Choices that hold for a whole document. */
struct style {
	int variant;        /* of the layout, 0 .. 5 */
	int pad;            /* spaces around values: 0 none */
	int comma;          /* thousands separators: 0 none, 1 ASCII, 2 full width */
	bool wide_digits;   /* of values */
	bool units;         /* 件, 项, 万元 behind values */
	bool yuan;          /* amounts in 元 */
	bool question;      /* "? 0" */
	bool fraction;      /* 0.00 */
	bool half_brackets; /* () instead of （） */
	bool wide_numbers;  /* １．in labels */
	bool label_spaces, label_breaks, label_variants;
	unsigned label_damage; /* percent of the long row labels */
	bool markdown;
	bool traditional;
	bool crlf;
	int heading; /* how headings vary: 0 official */
};

/* A figure that the prose states: a row of table `text`. */
struct stated {
	const char *row, *col;
	long long value;
	bool certain; /* else it may be read so, or left alone */
};

/* What a part of the printed text is; all other lines are paragraphs. */
enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_AROUND, /* the page's text around the report */
	BLOCK_TITLE,
	BLOCK_HEADING,
	BLOCK_TABLE,
	BLOCK_SIGNATURE
};
struct mark {
	enum block_kind kind;
	size_t from, to; /* of the text */
	const struct grid *grid;
};

enum { MAX_CELLS = 256, MAX_STATED = 12, MAX_MARKS = 24 };

struct report {
	size_t number;
	struct random random;
	struct random ink; /* for choices that change nothing but how the report is printed */
	struct pool *pool;
	enum layout layout;
	enum format format;
	int noise;
	int year;
	struct place place;
	struct style style;
	const struct form *form, *other_form;
	struct figure figure[MAX_CELLS];
	struct stated stated[MAX_STATED];
	size_t stated_count;
	bool block_other[8]; /* blocks of the active table that are printed in the other form */
	bool gone[7];        /* sections left out, 1..6 */
	bool heading_gone[7];
	bool no_tables;
	bool title_year_gone, title_year_bare, title_year_wide, period_damaged, period_stale;
	struct mark mark[MAX_MARKS];
	size_t marks;
};

/* A formatted string in the report's pool. */
struct str report_text(struct report *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Appends a formatted string. */
void say(struct buf *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* place.c */
void place_choose(struct report *r, const struct divisions *divisions);
struct str place_file(struct report *r);

/* figures.c: numbers that satisfy the form's identities, then blanks and other states. */
void figures_invent(struct report *r);
/* Nobody can be sure of the row any more. */
void row_uncertain(struct report *r, size_t row);
/* The column of a cell within its block. */
bool row_has_state(const struct report *r, size_t row, enum cell_state state);
size_t row_length(const struct form *form, size_t row);

/* spelling.c */
void values_spell(struct report *r);
struct str value_plain(struct report *r, struct dec v);
/* A label as printed: variants, spaces, damage, '\n' where it is broken. */
struct str label_print(struct report *r, struct str labels, bool may_damage);
struct str brackets_print(struct report *r, struct str s);

/* grid.c: a table as the source has it, before it was printed. */
enum grid_kind {
	GRID_LABEL,
	GRID_VALUE,
	GRID_ABOVE /* covered by a cell of an earlier row */
};
struct grid_cell {
	struct str text;
	enum grid_kind kind;
	size_t span; /* columns */
};
struct grid_row {
	struct grid_cell cell[16];
	size_t n;
	size_t row; /* of the form, or STR_NONE for headers and the review table */
};
struct grid {
	struct grid_row row[48];
	size_t n, width;
	enum table_id table;
};
void grid_build(struct report *r, enum table_id table, struct grid *g);
/* Formats that say which cells are merged: how many rows the cell covers downwards, and whether one
 * of an earlier row covers it. */
size_t grid_rows(const struct grid *g, size_t i, size_t j);
bool grid_covered(const struct grid *g, size_t i, size_t j);
/* The column, from 0, in which a cell begins. */
size_t grid_column(const struct grid_row *row, size_t j);
/* How many cells the row prints, those covered from above not counted. */
size_t grid_printed(const struct grid_row *row);
/* How many columns it lacks, printed without those covered from above. */
size_t grid_lack(const struct grid *g, const struct grid_row *row);

/* The renderers: one table each. */
void print_word(struct report *r, const struct grid *g, struct buf *to);
void print_tabs(struct report *r, const struct grid *g, struct buf *to);
void print_pipes(struct report *r, const struct grid *g, struct buf *to);
void print_bars(struct report *r, const struct grid *g, struct buf *to);
void print_bar_lines(struct report *r, const struct grid *g, struct buf *to);
void print_paragraphs(struct report *r, const struct grid *g, struct buf *to);
void print_lines(struct report *r, const struct grid *g, struct buf *to);
void print_glued(struct report *r, const struct grid *g, struct buf *to);
void print_spaces(struct report *r, const struct grid *g, struct buf *to);
void print_flat(struct report *r, const struct grid *g, struct buf *to);
void print_page(struct report *r, const struct grid *g, struct buf *to);

/* certain.c: settles of which cells the text tells, once the grids are built. */
void certain_settle(struct report *r);

/* page.c: display columns, 2 for an ideograph. */
size_t display_width(struct str s);
/* prose.c */
void prose_intro(struct report *r, struct buf *to);
void prose_section(struct report *r, int section, struct buf *to);
/* document.c: the whole report as UTF-8 with line feeds; r->mark tells its parts. */
void document_print(struct report *r, struct buf *to);
void document_title(struct report *r, struct buf *to);

/* encode.c: into the bytes of the file; returns the name of the encoding used. */
struct encoder;
struct encoder *encoder_new(void);
void encoder_free(struct encoder *e);
const char *encode(struct encoder *e, struct report *r, struct str text, struct buf *to);
/* The same in GB18030, or in UTF-8 where a character has no code. */
const char *encode_gb18030(struct encoder *e, struct report *r, struct str text, struct buf *to);
/* The characters alone as the report's style has them. */
struct str encode_style(struct encoder *e, struct report *r, struct str text);

#endif
