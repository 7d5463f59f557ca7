#include "common/tsv.h"

#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/alloc.h"
#include "common/diag.h"

/* Tabs are looked for STEP bytes at a time: in their mask each byte has WIDTH bits, the first byte
 * the lowest, and the highest of these is set where it is a tab. */
#ifdef __SSE2__
enum { STEP = 16, WIDTH = 1 };

static uint64_t tabs_in(const char *p)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);

	return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')));
}
#else
enum { STEP = 8, WIDTH = 8 };

/* In x a tab is 0, and only then neither its high bit nor a carry from its low bits is set. */
static uint64_t tabs_in(const char *p)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fU;
	uint64_t x;

	memcpy(&x, p, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	x ^= 0x0909090909090909U;
	return ~(((x & low) + low) | x | low);
}
#endif

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

/* Fields are so short that calls of memchr would cost more than the bytes. The last block reaches
 * back over bytes that are done. */
size_t tsv_cut(struct str line, size_t from, struct str *field, size_t room)
{
	struct cut c = {field, 0, room, line.p + from};
	const char *p = c.start, *end = line.p + line.n;

	for (; p < end && line.n >= STEP; p += STEP) {
		size_t done = end - p < STEP ? STEP - (size_t)(end - p) : 0;
		uint64_t tabs = tabs_in(p - done) >> done * WIDTH;

		for (; tabs; tabs &= tabs - 1)
			end_field(&c, p + __builtin_ctzll(tabs) / WIDTH);
	}
	for (; p < end; p++)
		if (*p == '\t')
			end_field(&c, p);
	end_field(&c, end);
	return c.n;
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

int tsv_line(struct tsv *t)
{
	int got;

	do
		got = input_line(&t->in, &t->line);
	while (got > 0 && str_eq(t->line, t->header));
	if (got < 0)
		diag_errno(t->file, "cannot read");
	return got;
}

bool tsv_split(struct tsv *t)
{
	size_t n = tsv_cut(t->line, 0, t->field, t->columns);

	if (n == t->columns)
		return true;
	t->bad_lines++;
	diag(t->file, t->in.line, "%zu field%s, where the header names %zu%s", n, n == 1 ? "" : "s",
	     t->columns, t->line.n ? "" : " (the line is empty)");
	return false;
}

int tsv_next(struct tsv *t)
{
	int got;

	do
		got = tsv_line(t);
	while (got > 0 && !tsv_split(t));
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
