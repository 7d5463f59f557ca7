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

static void put_start(struct blocks *b, size_t line, int section, const char *kind)
{
	output_put(b->out, buf_str(&b->doc));
	if (line)
		output_size(b->out, line);
	output_putc(b->out, '\t');
	output_putc(b->out, (char)('0' + section));
	output_putc(b->out, '\t');
	output_put(b->out, str_of(kind));
	output_putc(b->out, '\t');
}

static void put_text(struct blocks *b, struct str text)
{
	output_putc(b->out, '\t');
	output_field(b->out, text);
	output_putc(b->out, '\n');
}

void blocks_meta(struct blocks *b, const char *key, struct str value, size_t line)
{
	put_start(b, line, 0, "meta");
	output_put(b->out, str_of(key));
	put_text(b, value);
}

void blocks_text(struct blocks *b, const char *kind, int section, struct str text, size_t line)
{
	text = str_trim(text);
	if (text.n == 0)
		return;
	put_start(b, line, section, kind);
	put_text(b, text);
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

static void put_place(struct blocks *b, size_t line, int section)
{
	put_start(b, line, section, "cell");
	output_size(b->out, b->table);
	output_putc(b->out, '.');
	output_size(b->out, b->row);
	output_putc(b->out, '.');
	output_size(b->out, b->col);
}

void blocks_cell(struct blocks *b, int section, struct str text, size_t line)
{
	b->col++;
	put_place(b, line, section);
	put_text(b, text);
}

void blocks_cell_at(struct blocks *b, int section, const struct text_cell *at, struct str text,
		    size_t line)
{
	b->row = at->row;
	b->col = at->col;
	put_place(b, line, section);
	if (at->rows > 1 || at->cols > 1) {
		output_putc(b->out, '+');
		output_size(b->out, at->rows);
		output_putc(b->out, 'x');
		output_size(b->out, at->cols);
	}
	put_text(b, str_trim(text));
}
