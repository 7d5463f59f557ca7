#include "cmd/gir-agg/sheet.h"

#include <csv.h>
#include <unistd.h>

#include "common/tsv.h"

void sheet_open(struct sheet *s, bool csv, bool formulas)
{
	*s = (struct sheet){.csv = csv, .formulas = formulas, .separator = csv ? ',' : '\t'};
	output_use(&s->out, STDOUT_FILENO, "<stdout>");
	if (csv)
		output_put(&s->out, STR("\xef\xbb\xbf"));
}

static void separate(struct sheet *s)
{
	if (s->begun)
		output_putc(&s->out, s->separator);
	s->begun = true;
}

static bool has_any(struct str s, const char *bytes)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] && strchr(bytes, s.p[i]))
			return true;
	return false;
}

/* Quoted by libcsv where the field holds what separates fields and rows. */
static void add_csv(struct buf *to, struct str text)
{
	if (!has_any(text, ",\"\r\n")) {
		buf_put(to, text);
		return;
	}
	buf_reserve(to, 2 * text.n + 2);
	to->n += csv_write(to->p + to->n, to->cap - to->n, text.p, text.n);
}

/* Whether a spreadsheet may run the text as a formula. A number with its sign it will not; signs of
 * full width it may where such are in use (OWASP, CSV Injection). */
static bool is_formula(struct str text)
{
	static const char *const wide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
					   "\xef\xbc\xa0"}; /* = + - @ */
	struct dec number;
	size_t i;

	for (i = 0; i < sizeof wide / sizeof *wide; i++)
		if (str_starts(text, str_of(wide[i])))
			return true;
	return has_any(str_sub(text, 0, 1), "=+-@\t\r\n") && !dec_parse(text, &number);
}

/* A field of a stream as it stands in the sheet. */
static void add_text(const struct sheet *s, struct str escaped, struct buf *to)
{
	struct buf text = BUF_INIT, safe = BUF_INIT;
	struct str plain;

	if (!s->csv) {
		buf_put(to, escaped);
		return;
	}
	plain = tsv_unescape(escaped, &text);
	if (!s->formulas && is_formula(plain)) {
		buf_putc(&safe, '\'');
		buf_put(&safe, plain);
		plain = buf_str(&safe);
	}
	add_csv(to, plain);
	buf_free(&text);
	buf_free(&safe);
}

void sheet_text(struct sheet *s, struct str escaped)
{
	separate(s);
	buf_clear(&s->room);
	add_text(s, escaped, &s->room);
	output_put(&s->out, buf_str(&s->room));
}

void sheet_shape(const struct sheet *s, struct str joined, struct buf *to)
{
	struct str field;

	while (str_cut(&joined, '\t', &field)) {
		add_text(s, field, to);
		buf_putc(to, s->separator);
	}
	buf_reserve(to, WRITE_PADDING);
}

char *write_dec(char *to, struct sheet *s, struct dec v)
{
	buf_clear(&s->room);
	dec_put(v, &s->room);
	return write_str(to, buf_str(&s->room));
}

void sheet_fields(struct sheet *s, struct str joined)
{
	struct str field;

	if (!s->csv)
		sheet_text(s, joined);
	else
		while (str_cut(&joined, '\t', &field))
			sheet_text(s, field);
}

void sheet_size(struct sheet *s, size_t v)
{
	separate(s);
	output_size(&s->out, v);
}

void sheet_dec(struct sheet *s, struct dec v)
{
	separate(s);
	buf_clear(&s->room);
	dec_put(v, &s->room);
	output_put(&s->out, buf_str(&s->room));
}

void sheet_empty(struct sheet *s)
{
	separate(s);
}

void sheet_end_row(struct sheet *s)
{
	output_put(&s->out, s->csv ? STR("\r\n") : STR("\n"));
	s->begun = false;
}

int sheet_close(struct sheet *s)
{
	buf_free(&s->room);
	return output_close(&s->out);
}
