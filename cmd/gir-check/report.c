#include "cmd/gir-check/report.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/ends.h"

int year_of(struct str s)
{
	int year = 0;
	size_t i;

	if (s.n != 4)
		return 0;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		year = year * 10 + (s.p[i] - '0');
	}
	return year;
}

/* One string of the first fields, which are then slices of it. */
static void keep_keys(struct report *r, const struct str *field)
{
	struct str *const key[CELL_TABLE] = {&r->doc, &r->year,  &r->region,
					     &r->org, &r->scope, &r->form_name};
	size_t n = CELL_TABLE, i;
	char *p;

	for (i = 0; i < CELL_TABLE; i++)
		n += field[i].n;
	p = pool_bytes(&r->pool, n);
	r->keys = (struct str){p, n};
	for (i = 0; i < CELL_TABLE; i++) {
		*key[i] = (struct str){p, field[i].n};
		p = write_str(p, field[i]);
		*p++ = '\t';
	}
}

void report_begin(struct report *r, const struct str *field, bool usual, const struct forms *forms,
		  size_t rules)
{
	size_t i;

	keep_keys(r, field);
	r->year_number = year_of(r->year);
	r->form = r->form_name.n ? forms_named(forms, r->form_name) : NULL;
	r->expected = 0;
	r->foreseen = r->form && usual ? r->form->cell_count : 0;
	r->shape = 0;
	r->words = (rules + 63) / 64;
	for (i = 0; i < FACT_COUNT; i++)
		r->fact[i] = STR_NONE;
	if (!r->form)
		return;
	r->slot = grow(r->slot, &r->slot_cap, r->form->cell_count, sizeof *r->slot);
	for (i = 0; i < r->form->cell_count; i++)
		r->slot[i] = (struct slot){STR_NONE, false, DEC_ZERO};
}

static bool is_cell(const struct form *f, size_t cell, const struct str *field)
{
	const struct form_cell *c = &f->cells[cell];

	return str_eq(f->columns[c->column].name, field[CELL_COL]) &&
	       str_eq(f->rows[c->row].name, field[CELL_ROW]) &&
	       str_is(field[CELL_TABLE], table_names[c->table]);
}

static size_t fact_of(struct str row, struct str col)
{
	static const char *const names[] = {"title",     "format",      "encoding",  "undecodable",
					    "published", "period.year", "title.year"};
	size_t i;

	if (str_is(row, "section"))
		return col.n == 1 && col.p[0] >= '1' && col.p[0] <= '6'
			       ? FACT_SECTION + (size_t)(col.p[0] - '1')
			       : STR_NONE;
	if (str_is(row, "table")) {
		for (i = 0; i < TABLE_COUNT; i++)
			if (str_is(col, table_names[i]))
				return FACT_TABLE + i;
		return STR_NONE;
	}
	for (i = 0; i < FACT_SECTION; i++)
		if (str_is(row, names[i]))
			return i;
	return STR_NONE;
}

struct place report_place(const struct report *r, const struct str *field)
{
	struct place p = {STR_NONE, STR_NONE};

	if (str_is(field[CELL_TABLE], "text"))
		return p;
	if (str_is(field[CELL_TABLE], "doc"))
		p.fact = fact_of(field[CELL_ROW], field[CELL_COL]);
	else if (r->form && r->expected < r->form->cell_count &&
		 is_cell(r->form, r->expected, field))
		p.cell = r->expected;
	else if (r->form)
		p.cell = form_find_cell(r->form, field[CELL_TABLE], field[CELL_ROW],
					field[CELL_COL]);
	return p;
}

bool report_has(const struct report *r, struct place place)
{
	if (place.cell != STR_NONE)
		return r->slot[place.cell].entry != STR_NONE;
	return place.fact != STR_NONE && r->fact[place.fact] != STR_NONE;
}

static inline struct str copy_line(struct pool *pool, struct str line)
{
	char *p = pool_bytes(pool, line.n + REPORT_OK.n);

	if (line.n)
		memcpy(p, line.p, line.n);
	memcpy(p + line.n, REPORT_OK.p, REPORT_OK.n);
	return (struct str){p, line.n};
}

/* The field at its place in the copy of the line. */
static struct str moved(struct str field, struct str line, struct str copy)
{
	return (struct str){copy.p + (field.p - line.p), field.n};
}

static const struct topic *make_topic(struct report *r, struct str line, const struct str *field,
				      struct str copy)
{
	struct topic *t = pool_alloc(&r->pool, sizeof *t);

	*t = (struct topic){moved(field[CELL_TABLE], line, copy),
			    moved(field[CELL_ROW], line, copy), moved(field[CELL_COL], line, copy)};
	if (str_is(t->table, "text")) {
		r->text = grow(r->text, &r->text_cap, r->text_count + 1, sizeof *r->text);
		r->text[r->text_count++] = r->n;
	}
	return t;
}

/* A sum, so that the order of the lines does not matter. */
static void add_shape(struct report *r, size_t number)
{
	uint64_t h = (uint64_t)number * 0x9e3779b97f4a7c15U;

	r->shape += (h ^ h >> 29) * 0xbf58476d1ce4e5b9U;
}

/* A section's and a table's value is a line number, a title has none. */
static bool needs_number(enum cell_state state, struct place place)
{
	return state == STATE_NUM && (place.fact == STR_NONE || place.fact == FACT_UNDECODABLE);
}

static void note_cell(struct report *r, size_t cell, bool num, struct dec value)
{
	r->slot[cell] = (struct slot){r->n, num, value};
	r->expected = cell + 1;
	add_shape(r, FACT_COUNT + cell + 1);
}

static void note_fact(struct report *r, size_t fact)
{
	if (fact == STR_NONE)
		return;
	r->fact[fact] = r->n;
	add_shape(r, fact + 1);
}

bool report_add(struct report *r, struct str line, const struct str *field, struct place place)
{
	enum cell_state state = cell_state_of(field[CELL_STATE]);
	struct str copy = copy_line(&r->pool, line);
	struct dec number = DEC_ZERO;
	struct entry *e;

	if (needs_number(state, place) && !dec_parse(field[CELL_VALUE], &number))
		state = STATE_COUNT;
	r->v = grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	e = &r->v[r->n];
	e->line = copy;
	e->value = moved(field[CELL_VALUE], line, copy);
	e->raw = moved(field[CELL_RAW], line, copy);
	e->at = moved(field[CELL_LINE], line, copy);
	e->state = state;
	if (place.cell != STR_NONE) {
		e->topic = NULL;
		note_cell(r, place.cell, state == STATE_NUM, number);
	} else {
		e->topic = make_topic(r, line, field, copy);
		note_fact(r, place.fact);
	}
	r->n++;
	return state != STATE_COUNT;
}

/* ---- the lines of most cells, at one look ---- */

/* The fields behind the cell's names. */
enum { VALUE, STATE, RAW, LINE, TAIL };

/* The field between two ends. */
static inline struct str between(const char *text, size_t before, size_t end)
{
	return (struct str){text + before + 1, end - before - 1};
}

bool report_take(struct report *r, struct input *in)
{
	struct str ahead = input_ahead(in), line;
	size_t known = report_expects(r, ahead);
	const char *text = ahead.p + known;
	struct dec number = DEC_ZERO;
	enum cell_state state;
	size_t end[TAIL];

	if (known == 0 || ahead.n - known < ENDS_NEAR || !ends_near(text, end, TAIL) ||
	    text[end[LINE] - 1] == '\r') /* tsv_next tells of that */
		return false;
	state = cell_state_of(between(text, end[VALUE], end[STATE]));
	if (state == STATE_COUNT ||
	    (state == STATE_NUM && !dec_parse((struct str){text, end[VALUE]}, &number)))
		return false;
	line = copy_line(&r->pool, input_take(in, known + end[LINE]));
	text = line.p + known;
	r->v = grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	r->v[r->n] = (struct entry){
		.line = line,
		.value = {text, end[VALUE]},
		.raw = between(text, end[STATE], end[RAW]),
		.at = between(text, end[RAW], end[LINE]),
		.state = state,
	};
	note_cell(r, r->expected, state == STATE_NUM, number);
	r->n++;
	return true;
}

void report_seal(struct report *r)
{
	size_t need = r->n * r->words;

	r->marks = grow(r->marks, &r->mark_cap, need, sizeof *r->marks);
	memset(r->marks, 0, need * sizeof *r->marks);
}

void report_mark(struct report *r, size_t entry, size_t rule)
{
	r->marks[entry * r->words + rule / 64] |= (uint64_t)1 << rule % 64;
}

void report_clear(struct report *r)
{
	pool_clear(&r->pool);
	r->foreseen = 0;
	r->n = 0;
	r->text_count = 0;
}

void report_free(struct report *r)
{
	pool_free(&r->pool);
	free(r->v);
	free(r->text);
	free(r->slot);
	free(r->marks);
	*r = (struct report){.n = 0};
}
