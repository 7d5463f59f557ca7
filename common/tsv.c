#include "common/tsv.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/ends.h"
#include "common/utf8.h"

/* What is cut off so far. */
struct cut {
	struct str *field;
	size_t n, room;
	const char *start; /* of the next field */
};

static void end_field(struct cut *c, const char *at)
{
	if (c->n < c->room)
		c->field[c->n] = (struct str){c->start, (size_t)(at - c->start)};
	c->n++;
	c->start = at + 1;
}

/* Cuts text from an offset on, up to a line feed or its end; the count of all fields there are,
 * *length being where they end. Fields are so short that calls of memchr would cost more than the
 * bytes. The last block reaches back over bytes that are done. */
static size_t cut_line(struct str text, size_t from, struct str *field, size_t room, size_t *length)
{
	struct cut c = {field, 0, room, text.p + from};
	const char *p = c.start, *end = text.p + text.n;

	for (; p < end && text.n >= ENDS_BLOCK; p += ENDS_BLOCK) {
		size_t done = end - p < ENDS_BLOCK ? ENDS_BLOCK - (size_t)(end - p) : 0;
		struct ends ends = ends_in(p - done);
		uint64_t fields;

		ends = (struct ends){ends.fields >> done, ends.lines >> done};
		for (fields = ends_of_line(ends); fields; fields &= fields - 1)
			end_field(&c, p + __builtin_ctzll(fields));
		if (ends.lines) {
			*length = (size_t)(p - text.p) + (size_t)__builtin_ctzll(ends.lines);
			return c.n;
		}
	}
	for (; p < end && *p != '\n'; p++)
		if (*p == '\t')
			end_field(&c, p);
	p = p < end ? p : end;
	end_field(&c, p);
	*length = (size_t)(p - text.p);
	return c.n;
}

/* As programs on Windows end lines; the last column would have another name and other values. */
static bool ends_in_return(struct str line)
{
	return line.n && line.p[line.n - 1] == '\r';
}

static int read_header(struct tsv *t)
{
	struct str line = STR_EMPTY, rest, piece;
	size_t cap = 0;
	int got;

	do
		got = input_line(&t->in, &line);
	while (got > 0 && str_starts(line, STR("#")));
	if (got < 0) {
		diag_errno(t->file, "cannot read");
		return -1;
	}
	if (got == 0) {
		diag(t->file, 0, "empty input: no header line");
		return -1;
	}
	if (str_starts(line, STR("\xef\xbb\xbf")))
		line = str_from(line, 3);
	if (ends_in_return(line)) {
		diag(t->file, 1, "the line ends with CR LF, where LF is wanted");
		return -1;
	}
	t->header = pool_dup(&t->pool, line);
	rest = t->header;
	while (str_cut(&rest, '\t', &piece)) {
		t->name = grow(t->name, &cap, t->columns + 1, sizeof *t->name);
		t->name[t->columns++] = piece;
	}
	t->field = xcalloc(t->columns, sizeof *t->field);
	return 0;
}

int tsv_use(struct tsv *t, struct input in)
{
	*t = (struct tsv){.in = in, .file = in.name};
	if (read_header(t) == 0)
		return 0;
	tsv_close(t);
	return -1;
}

int tsv_open(struct tsv *t, const char *path)
{
	struct input in;

	if (input_open(&in, path) != 0) {
		diag_errno(path, "cannot open");
		return -1;
	}
	return tsv_use(t, in);
}

size_t tsv_find(const struct tsv *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->columns; i++)
		if (str_is(t->name[i], name))
			return i;
	return TSV_NONE;
}

size_t tsv_may(const struct tsv *t, const char *name, int *failed)
{
	size_t at = tsv_find(t, name), i;

	for (i = at == TSV_NONE ? t->columns : at + 1; i < t->columns; i++) {
		if (!str_is(t->name[i], name))
			continue;
		diag(t->file, 1, "the header names column \"%s\" twice", name);
		*failed = -1;
		break;
	}
	return at;
}

size_t tsv_need(const struct tsv *t, const char *name, int *failed)
{
	size_t at = tsv_may(t, name, failed);

	if (at == TSV_NONE) {
		diag(t->file, 1, "the header names no column \"%s\"", name);
		*failed = -1;
	}
	return at;
}

static void tell_bad(struct tsv *t, size_t n)
{
	t->bad_lines++;
	if (n == t->columns) {
		diag(t->file, t->in.line, "the line ends with CR LF, where LF is wanted");
		return;
	}
	diag(t->file, t->in.line, "%zu field%s, where the header names %zu%s", n, n == 1 ? "" : "s",
	     t->columns, t->line.n ? "" : " (the line is empty)");
}

int tsv_next(struct tsv *t)
{
	int got;

	while ((got = input_line(&t->in, &t->line)) > 0) {
		size_t n, length;

		if (str_eq(t->line, t->header))
			continue;
		n = cut_line(t->line, 0, t->field, t->columns, &length);
		if (n == t->columns && !ends_in_return(t->line))
			return 1;
		tell_bad(t, n);
	}
	if (got < 0)
		diag_errno(t->file, "cannot read");
	return got;
}

bool tsv_take(struct tsv *t, size_t known, size_t columns)
{
	struct str ahead = input_ahead(&t->in);
	size_t rest = t->columns - columns, length;

	if (cut_line(ahead, known, t->field + columns, rest, &length) != rest ||
	    length == ahead.n || ahead.p[length - 1] == '\r')
		return false;
	t->line = input_take(&t->in, length);
	return true;
}

void tsv_close(struct tsv *t)
{
	(void)input_close(&t->in); /* nothing was written to it */
	free(t->name);
	free(t->field);
	pool_free(&t->pool);
	*t = (struct tsv){.file = NULL};
}

struct str tsv_clip(struct str field, size_t code_points)
{
	size_t end = 0, n;

	for (n = 0; end < field.n && n < code_points; n++)
		if (utf8_next(field, &end) == '\\' && end < field.n)
			(void)utf8_next(field, &end);
	return str_sub(field, 0, end);
}

struct str tsv_line_of(struct str field, size_t first, size_t line)
{
	for (; first < line; first++) {
		size_t at = str_find(field, STR("\\n"), 0);

		if (at == STR_NONE)
			return STR_EMPTY;
		field = str_from(field, at + 2);
	}
	return first > line ? STR_EMPTY : str_sub(field, 0, str_find(field, STR("\\n"), 0));
}

struct str tsv_unescape(struct str field, struct buf *room)
{
	static const char from[] = "tnr\\", to[] = "\t\n\r\\";
	const char *slash = field.n ? memchr(field.p, '\\', field.n) : NULL, *letter;

	if (!slash)
		return field;
	buf_clear(room);
	for (; slash; slash = memchr(field.p, '\\', field.n)) {
		size_t n = (size_t)(slash - field.p);

		buf_put(room, str_sub(field, 0, n));
		letter = n + 1 < field.n ? memchr(from, slash[1], sizeof from - 1) : NULL;
		buf_putc(room, letter ? to[letter - from] : '\\');
		field = str_from(field, n + (letter ? 2 : 1));
	}
	buf_put(room, field);
	return buf_str(room);
}
