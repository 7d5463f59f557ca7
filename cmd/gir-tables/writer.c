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

/* A field of the common start, escaped as output_field does. */
static void add_field(struct buf *to, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		static const char from[] = "\t\n\r\\", letters[] = "tnr\\";
		const char *at = memchr(from, s.p[i], sizeof from - 1);

		if (at) {
			buf_putc(to, '\\');
			buf_putc(to, letters[at - from]);
		} else {
			buf_putc(to, s.p[i]);
		}
	}
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
}

static char *put_value(struct writer *w, char *to, struct dec value)
{
	if (value.scale == 0 && value.m >= 0 && value.m < 10) { /* as most are */
		*to++ = (char)('0' + value.m);
		return to;
	}
	buf_clear(&w->room);
	dec_put(value, &w->room);
	return write_str(to, buf_str(&w->room));
}

/* No value, state and line number are longer together, nor is what is mostly written in a cell. */
enum { LONGEST_REST = 100, LONGEST_NUMBER = 16 };

static bool is_number(struct str s)
{
	size_t i;

	if (s.n > LONGEST_NUMBER)
		return false;
	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

void writer_cell(struct writer *w, struct str names, const struct cell *cell)
{
	const size_t room = w->start.n + names.n + LONGEST_REST;
	char *to = output_room(w->out, room);

	to = write_str(to, buf_str(&w->start));
	to = write_str(to, names);
	if (cell->has_value)
		to = put_value(w, to, cell->value);
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
	if (cell->line)
		to = write_size(to, cell->line);
	*to++ = '\n';
	output_end(w->out, to);
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
	writer_cell(w, buf_str(&w->names), cell);
}
