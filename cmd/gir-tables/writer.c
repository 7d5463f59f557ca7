#include "cmd/gir-tables/writer.h"

void writer_init(struct writer *w, struct output *out)
{
	*w = (struct writer){.out = out};
}

void writer_free(struct writer *w)
{
	buf_free(&w->start);
	buf_free(&w->room);
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

static void put_tab(struct writer *w, struct str s)
{
	output_put(w->out, s);
	output_putc(w->out, '\t');
}

void writer_cell(struct writer *w, const char *table, struct str row, struct str col,
		 const struct cell *cell)
{
	output_put(w->out, buf_str(&w->start));
	put_tab(w, str_of(table));
	put_tab(w, row);
	output_field(w->out, col);
	output_putc(w->out, '\t');
	if (cell->has_value) {
		buf_clear(&w->room);
		dec_put(cell->value, &w->room);
		output_put(w->out, buf_str(&w->room));
	}
	output_putc(w->out, '\t');
	put_tab(w, str_of(cell_state_names[cell->state]));
	output_field(w->out, cell->raw);
	output_putc(w->out, '\t');
	if (cell->line)
		output_size(w->out, cell->line);
	output_putc(w->out, '\n');
}
