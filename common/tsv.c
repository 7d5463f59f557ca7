#include "common/tsv.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

static void put_field(struct tsv *t, size_t n, const char *from, const char *to)
{
	if (n < t->columns)
		t->field[n] = (struct str){from, (size_t)(to - from)};
}

/* Eight bytes, the first one lowest, on every machine. */
static uint64_t load_word(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	w = __builtin_bswap64(w);
#endif
	return w;
}

/* The high bit of each byte that is a tab: in x such a byte is 0, and only then neither its high
 * bit nor a carry from its low bits is set. */
static uint64_t tabs_in(uint64_t w)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fU;
	uint64_t x = w ^ 0x0909090909090909U;

	return ~(((x & low) + low) | x | low);
}

/* Cuts `line` into at most t->columns fields; the count of all fields it has. Fields are so short
 * that calls of memchr would cost more than the bytes. */
static size_t split(struct tsv *t, struct str line)
{
	const char *p = line.p, *end = p + line.n, *start = p;
	size_t n = 0;

	for (; end - p >= 8; p += 8) {
		uint64_t tabs;

		for (tabs = tabs_in(load_word(p)); tabs; tabs &= tabs - 1) {
			const char *at = p + __builtin_ctzll(tabs) / 8;

			put_field(t, n++, start, at);
			start = at + 1;
		}
	}
	for (; p < end; p++) {
		if (*p != '\t')
			continue;
		put_field(t, n++, start, p);
		start = p + 1;
	}
	put_field(t, n++, start, end);
	return n;
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

size_t tsv_need(const struct tsv *t, const char *name, int *failed)
{
	size_t at = tsv_find(t, name);

	if (at == TSV_NONE) {
		diag(t->file, 1, "the header names no column \"%s\"", name);
		*failed = -1;
	}
	return at;
}

int tsv_next(struct tsv *t)
{
	int got;

	while ((got = input_line(&t->in, &t->line)) > 0) {
		size_t n;

		if (str_eq(t->line, t->header))
			continue;
		n = split(t, t->line);
		if (n == t->columns)
			return 1;
		t->bad_lines++;
		diag(t->file, t->in.line, "%zu field%s, where the header names %zu%s", n,
		     n == 1 ? "" : "s", t->columns, t->line.n ? "" : " (the line is empty)");
	}
	if (got < 0)
		diag_errno(t->file, "cannot read");
	return got;
}

void tsv_close(struct tsv *t)
{
	(void)input_close(&t->in); /* nothing was written to it */
	free(t->name);
	free(t->field);
	pool_free(&t->pool);
	*t = (struct tsv){.file = NULL};
}

struct str tsv_unescape(struct str field, struct buf *room)
{
	size_t i;

	if (field.n == 0 || !memchr(field.p, '\\', field.n))
		return field;
	buf_clear(room);
	for (i = 0; i < field.n; i++) {
		char c = field.p[i];

		if (c == '\\' && i + 1 < field.n) {
			static const char from[] = "tnr\\", to[] = "\t\n\r\\";
			const char *at = memchr(from, field.p[i + 1], sizeof from - 1);

			if (at) {
				c = to[at - from];
				i++;
			}
		}
		buf_putc(room, c);
	}
	return buf_str(room);
}
