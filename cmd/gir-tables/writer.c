#include "cmd/gir-tables/writer.h"

void writer_init(struct writer *w, struct output *out)
{
	int state;

	*w = (struct writer){.out = out};
	for (state = 0; state < STATE_COUNT; state++)
		w->state[state] = str_of(cell_state_names[state]);
}

void writer_free(struct writer *w)
{
	buf_free(&w->start);
	buf_free(&w->room);
	buf_free(&w->names);
}

void writer_header(struct writer *w)
{
	int c;

	for (c = 0; c < CELL_COLUMNS; c++) {
		output_put(w->out, str_of(cell_column_names[c]));
		output_putc(w->out, c + 1 < CELL_COLUMNS ? '\t' : '\n');
	}
}

/* A field of the common start. */
static void add_field(struct buf *to, struct str s)
{
	buf_reserve(to, FIELD_ROOM(s.n) + 1);
	to->n = (size_t)(write_field(to->p + to->n, s) - to->p);
	buf_putc(to, '\t');
}

void writer_report(struct writer *w, const struct report *r, struct str form)
{
	buf_clear(&w->start);
	buf_put(&w->start, r->doc); /* escaped since the stream before */
	buf_putc(&w->start, '\t');
	add_field(&w->start, r->year);
	add_field(&w->start, r->region);
	add_field(&w->start, r->org);
	add_field(&w->start, r->scope);
	add_field(&w->start, form);
	buf_reserve(&w->start, WRITE_PADDING);
}

static char *write_value(struct writer *w, char *to, struct dec value)
{
	if (value.scale == 0 && value.m >= 0)
		return write_size(to, (size_t)value.m);
	buf_clear(&w->room);
	dec_put(value, &w->room);
	return write_str(to, buf_str(&w->room));
}

/* No value, state and line number are longer together, nor is what is mostly written in a cell. */
enum { LONGEST_REST = 100, LONGEST_NUMBER = 16 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_number(struct str s)
{
	size_t i;

	if (s.n > LONGEST_NUMBER)
		return false;
	for (i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return true;
}

/* The columns value, state and raw. */
static char *write_rest(struct writer *w, char *to, const struct cell *cell)
{
	if (cell->has_value)
		to = write_value(w, to, cell->value);
	*to++ = '\t';
	to = write_str(to, w->state[cell->state]);
	*to++ = '\t';
	if (is_number(cell->raw)) {
		to = write_str(to, cell->raw);
	} else {
		output_end(w->out, to);
		output_field(w->out, cell->raw);
		to = output_room(w->out, LONGEST_REST);
	}
	*to++ = '\t';
	return to;
}

/* Most cells are. */
static inline bool is_one_digit(const struct cell *c)
{
	return c->state == STATE_NUM && c->raw.n == 1 && is_digit(c->raw.p[0]) &&
	       c->value.m == c->raw.p[0] - '0' && c->value.scale == 0;
}

/* The same for such a cell. */
static inline char *write_digit(char *to, char digit)
{
	static const char rest[] = "0\tnum\t0\t";

	memcpy(to, rest, sizeof rest - 1);
	to[0] = to[6] = digit;
	return to + sizeof rest - 1;
}

/* `names`: table, row and column, a tab behind each, and WRITE_PADDING bytes behind all. */
static inline void write_cell(struct writer *w, struct str names, const struct cell *cell)
{
	char *to = output_room(w->out, w->start.n + names.n + LONGEST_REST);

	to = write_padded(to, buf_str(&w->start));
	to = write_padded(to, names);
	if (is_one_digit(cell))
		to = write_digit(to, cell->raw.p[0]);
	else
		to = write_rest(w, to, cell);
	if (cell->line)
		to = write_size(to, cell->line);
	*to++ = '\n';
	output_end(w->out, to);
}

void writer_cells(struct writer *w, const struct form *form, const struct cell *cell)
{
	size_t i;

	for (i = 0; i < form->cell_count; i++)
		write_cell(w, form->cells[i].names, &cell[i]);
}

void writer_fact(struct writer *w, const char *table, struct str row, struct str col,
		 const struct cell *cell)
{
	buf_clear(&w->names);
	buf_put(&w->names, str_of(table));
	buf_putc(&w->names, '\t');
	buf_put(&w->names, row);
	buf_putc(&w->names, '\t');
	add_field(&w->names, col);
	buf_reserve(&w->names, WRITE_PADDING);
	write_cell(w, buf_str(&w->names), cell);
}
