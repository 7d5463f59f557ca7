#include "cmd/gir-segment/blocks.h"

#include <stdio.h>

#include "common/utf8.h"

void blocks_init(struct blocks *b, struct output *out)
{
	*b = (struct blocks){.out = out};
}

void blocks_free(struct blocks *b)
{
	buf_free(&b->doc);
}

void blocks_header(struct blocks *b)
{
	output_put(b->out, STR("doc\tline\tsect\tkind\tpos\ttext\n"));
}

/* Any byte may stand in a file name: what is not UTF-8 becomes \xHH, the rest as in any field. */
static void put_name(struct buf *to, struct str name)
{
	size_t i = 0;

	while (i < name.n) {
		size_t start = i;
		uint32_t cp = utf8_next(name, &i);
		char hex[8];

		if (cp == UTF8_BAD && i == start + 1)
			snprintf(hex, sizeof hex, "\\x%02X", (unsigned char)name.p[start]);
		else if (cp == '\t' || cp == '\n' || cp == '\r' || cp == '\\')
			snprintf(hex, sizeof hex, "\\%c",
				 cp == '\t'   ? 't'
				 : cp == '\n' ? 'n'
				 : cp == '\r' ? 'r'
					      : '\\');
		else {
			buf_put(to, str_sub(name, start, i));
			continue;
		}
		buf_put(to, str_of(hex));
	}
}

void blocks_report(struct blocks *b, struct str doc)
{
	buf_clear(&b->doc);
	put_name(&b->doc, doc);
	buf_putc(&b->doc, '\t');
	b->table = b->row = b->col = 0;
}

enum {
	LONGEST_START = 16 + WRITE_SIZE, /* line, section and kind */
	LONGEST_PLACE = 8 + 5 * WRITE_SIZE,
	SHORT = 1024 /* a longer text does not go into the room of its line */
};

/* Begins a line in room for `more` bytes behind the kind of the block, which are written next, and
 * for a short text. */
static inline char *put_start(struct blocks *b, size_t line, int section, struct str kind,
			      size_t more)
{
	char *to = output_room(b->out, b->doc.n + LONGEST_START + more + FIELD_ROOM(SHORT) + 2);

	to = write_str(to, buf_str(&b->doc));
	if (line)
		to = write_size(to, line);
	*to++ = '\t';
	*to++ = (char)('0' + section);
	*to++ = '\t';
	to = write_str(to, kind);
	*to++ = '\t';
	return to;
}

/* Ends a line that is written up to `to`. */
static inline void put_text(struct blocks *b, char *to, struct str text)
{
	*to++ = '\t';
	if (text.n <= SHORT) {
		to = write_field(to, text);
		*to++ = '\n';
		output_end(b->out, to);
		return;
	}
	output_end(b->out, to);
	output_field(b->out, text);
	output_putc(b->out, '\n');
}

void blocks_meta(struct blocks *b, const char *key, struct str value, size_t line)
{
	struct str name = str_of(key);

	put_text(b, write_str(put_start(b, line, 0, STR("meta"), name.n), name), value);
}

void blocks_text(struct blocks *b, const char *kind, int section, struct str text, size_t line)
{
	text = str_trim(text);
	if (text.n == 0)
		return;
	put_text(b, put_start(b, line, section, str_of(kind), 0), text);
}

void blocks_table(struct blocks *b)
{
	b->table++;
	b->row = b->col = 0;
}

void blocks_row(struct blocks *b)
{
	b->row++;
	b->col = 0;
}

static inline char *put_place(struct blocks *b, size_t line, int section)
{
	char *to = put_start(b, line, section, STR("cell"), LONGEST_PLACE);

	to = write_size(to, b->table);
	*to++ = '.';
	to = write_size(to, b->row);
	*to++ = '.';
	return write_size(to, b->col);
}

void blocks_cell(struct blocks *b, int section, struct str text, size_t line)
{
	b->col++;
	put_text(b, put_place(b, line, section), text);
}

void blocks_cell_at(struct blocks *b, int section, const struct text_cell *at, struct str text,
		    size_t line)
{
	char *to;

	b->row = at->row;
	b->col = at->col;
	to = put_place(b, line, section);
	if (at->rows > 1 || at->cols > 1) {
		*to++ = '+';
		to = write_size(to, at->rows);
		*to++ = 'x';
		to = write_size(to, at->cols);
	}
	put_text(b, to, str_trim(text));
}
