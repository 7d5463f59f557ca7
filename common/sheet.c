#include "common/sheet.h"

#include <csv.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/decode.h"
#include "common/diag.h"
#include "common/input.h"

/* What is needed while the sheet is read. */
struct reading {
	struct sheet *sheet;
	struct str *field; /* of the row at hand */
	size_t fields, field_cap;
	size_t cell_cap, line_cap, name_cap;
	size_t line;  /* the one being read */
	size_t start; /* the line on which the row began */
	bool tabs;
	bool ended; /* the row ended on the line at hand */
	int status;
};

static void fail(struct reading *r, const char *what)
{
	diag(r->sheet->file, r->start, "%s", what);
	r->status = -1;
}

static bool row_is_blank(const struct reading *r)
{
	size_t i;

	for (i = 0; i < r->fields; i++)
		if (r->field[i].n)
			return false;
	return true;
}

static void take_header(struct reading *r)
{
	struct sheet *s = r->sheet;
	size_t i;

	for (i = 0; i < r->fields; i++) {
		struct str name = str_trim(r->field[i]);
		size_t k;

		for (k = 0; k < s->columns && name.n; k++) {
			if (str_eq(s->name[k], name)) {
				diag(s->file, r->start, "the header names column \"%.*s\" twice",
				     STR_ARG(name));
				r->status = -1;
			}
		}
		s->name = grow(s->name, &r->name_cap, s->columns + 1, sizeof *s->name);
		s->name[s->columns++] = name;
	}
}

/* Empty fields beyond the header are what a spreadsheet leaves behind; others have no name. */
static bool row_fits(const struct reading *r)
{
	size_t i;

	if (r->tabs && r->fields != r->sheet->columns)
		return false;
	for (i = r->sheet->columns; i < r->fields; i++)
		if (r->field[i].n)
			return false;
	return true;
}

static void take_row(struct reading *r)
{
	struct sheet *s = r->sheet;
	size_t i;

	if (!row_fits(r)) {
		diag(s->file, r->start, "%zu field%s, where the header names %zu", r->fields,
		     r->fields == 1 ? "" : "s", s->columns);
		r->status = -1;
		return;
	}
	s->cell = grow(s->cell, &r->cell_cap, (s->rows + 1) * s->columns, sizeof *s->cell);
	s->line = grow(s->line, &r->line_cap, s->rows + 1, sizeof *s->line);
	for (i = 0; i < s->columns; i++)
		s->cell[s->rows * s->columns + i] = i < r->fields ? r->field[i] : STR_EMPTY;
	s->line[s->rows++] = r->start;
}

static void end_row(struct reading *r)
{
	bool comment = r->sheet->columns == 0 && r->fields && str_starts(r->field[0], STR("#"));

	if (!comment && !row_is_blank(r)) {
		if (r->sheet->columns == 0)
			take_header(r);
		else
			take_row(r);
	}
	r->fields = 0;
}

static void add_field(struct reading *r, struct str text)
{
	r->field = grow(r->field, &r->field_cap, r->fields + 1, sizeof *r->field);
	r->field[r->fields++] = pool_dup(&r->sheet->pool, text);
}

static int hex(char c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
				      : -1;
}

/* Linear TSV, and \xHH as the streams write bytes of file names that are not UTF-8. */
static struct str unescape(struct str field, struct buf *room)
{
	static const char from[] = "tnr\\", to[] = "\t\n\r\\";
	size_t i;

	buf_clear(room);
	for (i = 0; i < field.n; i++) {
		struct str next = str_sub(field, i + 1, i + 4);
		const char *at = next.n ? memchr(from, next.p[0], sizeof from - 1) : NULL;

		if (field.p[i] == '\\' && at) {
			buf_putc(room, to[at - from]);
			i++;
		} else if (field.p[i] == '\\' && next.n == 3 && next.p[0] == 'x' &&
			   hex(next.p[1]) >= 0 && hex(next.p[2]) >= 0) {
			buf_putc(room, (char)(hex(next.p[1]) * 16 + hex(next.p[2])));
			i += 3;
		} else {
			buf_putc(room, field.p[i]);
		}
	}
	return buf_str(room);
}

static void read_tabs(struct reading *r, struct str text)
{
	struct buf room = BUF_INIT;
	struct str line, piece;

	while (text.n && str_cut(&text, '\n', &line)) {
		r->start = ++r->line;
		if (str_ends(line, STR("\r")))
			line.n--;
		while (str_cut(&line, '\t', &piece))
			add_field(r, unescape(piece, &room));
		end_row(r);
	}
	buf_free(&room);
}

static void on_field(void *text, size_t n, void *reading)
{
	add_field(reading, (struct str){text ? text : "", n});
}

static void on_row(int end, void *reading)
{
	struct reading *r = reading;

	(void)end;
	end_row(r);
	r->ended = true;
}

/* A line at a time, so that the number of the row's first line is known. */
static void read_commas(struct reading *r, struct str text)
{
	struct csv_parser parser;
	bool open = false; /* within a row that spans lines */

	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		die("out of memory");
	while (text.n) {
		size_t end = str_find(text, STR("\n"), 0);
		struct str line = str_sub(text, 0, end == STR_NONE ? text.n : end + 1);

		r->line++;
		if (!open)
			r->start = r->line;
		r->ended = false;
		if (csv_parse(&parser, line.p, line.n, on_field, on_row, r) != line.n) {
			r->start = r->line;
			fail(r, "a quotation mark that no CSV has there");
			break;
		}
		open = !r->ended && (open || str_trim(line).n);
		text = str_from(text, line.n);
	}
	if (csv_fini(&parser, on_field, on_row, r) != 0)
		fail(r, "a quoted field has no end");
	csv_free(&parser);
}

/* The first line that is neither empty nor a comment tells tabs from commas. */
static bool has_tabs(struct str text)
{
	struct str line;

	while (text.n && str_cut(&text, '\n', &line))
		if (str_trim(line).n && line.p[0] != '#')
			return str_has(line, STR("\t"));
	return false;
}

/* Names the first line with bytes of no encoding. */
static void check_encoding(struct reading *r, const struct decoded *d)
{
	struct str text = d->text, line;

	if (d->undecodable == 0)
		return;
	for (r->start = 1; str_cut(&text, '\n', &line); r->start++)
		if (str_has(line, STR("\xef\xbf\xbd")))
			break;
	diag(r->sheet->file, r->start, "bytes that are not %s", d->encoding);
	r->status = -1;
}

int sheet_load(struct sheet *s, const char *path)
{
	struct buf bytes = BUF_INIT, room = BUF_INIT;
	struct reading r = {.sheet = s, .status = 0};
	struct charsets charsets = CHARSETS_INIT;
	struct decoded d;

	*s = (struct sheet){.file = strcmp(path, "-") == 0 ? "<stdin>" : path};
	r.status = input_slurp_file(path, &bytes);
	if (r.status == 0) {
		decode(&charsets, buf_str(&bytes), NULL, &room, &d);
		check_encoding(&r, &d);
		r.tabs = has_tabs(d.text);
		if (r.tabs)
			read_tabs(&r, d.text);
		else
			read_commas(&r, d.text);
		if (s->columns == 0) {
			diag(s->file, 0, "empty input: no header line");
			r.status = -1;
		}
	}
	charsets_free(&charsets);
	buf_free(&bytes);
	buf_free(&room);
	free(r.field);
	return r.status;
}

void sheet_free(struct sheet *s)
{
	free(s->name);
	free(s->cell);
	free(s->line);
	pool_free(&s->pool);
	*s = (struct sheet){.file = NULL};
}

size_t sheet_column(const struct sheet *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->columns; i++)
		if (str_is(s->name[i], name))
			return i;
	return SHEET_NONE;
}

size_t sheet_need(const struct sheet *s, const char *name, int *failed)
{
	size_t at = sheet_column(s, name);

	if (at == SHEET_NONE) {
		diag(s->file, 1, "the header names no column \"%s\"", name);
		*failed = -1;
	}
	return at;
}

struct str sheet_get(const struct sheet *s, size_t row, size_t column)
{
	return column == SHEET_NONE ? STR_EMPTY : s->cell[row * s->columns + column];
}
