/* blocks: the stream that gir-segment writes (gir(7), "Blocks"), line by line.
 */
#ifndef GIR_BLOCKS_H
#define GIR_BLOCKS_H

#include "common/ends.h"
#include "common/tsv.h"

enum { SECTIONS = 6 };

enum block_kind {
	BLOCK_CELL,
	BLOCK_PARA,
	BLOCK_HEAD,
	BLOCK_META,
	BLOCK_REST, /* title, other */
	BLOCK_KINDS
};

struct block {
	enum block_kind kind;
	int section;
	size_t line;
	struct str pos, text; /* as they stand in the stream */
};

/* The columns of a blocks stream. */
struct blocks_columns {
	size_t doc, line, sect, kind, pos, text;
	bool usual; /* they are all that there are, and in this order */
};

/* 0, or -1 after a message for each column that is missing. */
int blocks_columns_find(const struct tsv *t, struct blocks_columns *c);

/* The line at hand. False after a message where it is no block: of a kind that there is not, or
 * without numbers where they belong. */
bool blocks_read(const struct tsv *t, const struct blocks_columns *c, struct block *b);

/* Whether the block is the first of a report: the meta line `format`. */
static inline bool blocks_begin(struct block b)
{
	return b.kind == BLOCK_META && str_is(b.pos, "format");
}

/* ---- one of many lines ---- */

enum { BLOCKS_DIGITS = 18 }; /* of a line's number */

/* BLOCK_KINDS where there is no such kind. */
static inline enum block_kind blocks_kind(struct str s)
{
	if (s.n == 4 && memcmp(s.p, "cell", 4) == 0)
		return BLOCK_CELL;
	if (s.n == 4 && memcmp(s.p, "para", 4) == 0)
		return BLOCK_PARA;
	if (s.n == 4 && memcmp(s.p, "meta", 4) == 0)
		return BLOCK_META;
	if (s.n == 4 && memcmp(s.p, "head", 4) == 0)
		return BLOCK_HEAD;
	if (s.n == 5 && (memcmp(s.p, "title", 5) == 0 || memcmp(s.p, "other", 5) == 0))
		return BLOCK_REST;
	return BLOCK_KINDS;
}

/* False where it is no number that fits. */
static inline bool blocks_number(struct str s, size_t *v)
{
	size_t i;

	*v = 0;
	if (s.n > BLOCKS_DIGITS)
		return false;
	for (i = 0; i < s.n; i++) {
		unsigned digit = (unsigned)(s.p[i] - '0');

		if (digit > 9)
			return false;
		*v = *v * 10 + digit;
	}
	return true;
}

static inline bool blocks_section(char c)
{
	return c >= '0' && c <= '0' + SECTIONS;
}

/* The next tab or line feed from `from` on; STR_NONE where the bytes are over. */
static inline size_t blocks_next_in(struct str s, size_t from)
{
	for (; s.n - from >= ENDS_BLOCK; from += ENDS_BLOCK) {
		uint64_t ends = ends_in(s.p + from).fields;

		if (ends)
			return from + (size_t)__builtin_ctzll(ends);
	}
	return STR_NONE;
}

/* Takes the lowest bit from a mask of ends: where the next field ends. */
static inline size_t blocks_next_end(uint64_t *ends)
{
	size_t at = (size_t)__builtin_ctzll(*ends);

	*ends &= *ends - 1;
	return at;
}

/* blocks_read for the first line of `ahead`, where it is as nearly all lines are: of the report
 * `doc`, with the usual columns, and without a reason for a message. Its length; STR_NONE where it
 * is no such line, or not all there: tsv_next and blocks_read take it. */
static inline size_t blocks_read_ahead(struct str ahead, struct str doc, struct block *b)
{
	enum { SHORT = 2 * ENDS_BLOCK }; /* all fields but the doc and the text are */
	size_t line, sect, kind, pos, end;
	struct ends ends;
	struct str s;

	if (ahead.n < doc.n + 1 + SHORT || ahead.p[doc.n] != '\t' || !str_starts(ahead, doc))
		return STR_NONE;
	s = (struct str){ahead.p + doc.n + 1, ahead.n - doc.n - 1};
	ends = ends_in_two(s.p);
	ends.lines |= (uint64_t)1 << SHORT;
	ends.fields = ends_of_line(ends) | (uint64_t)0x1f << SHORT;
	line = blocks_next_end(&ends.fields);
	sect = blocks_next_end(&ends.fields);
	kind = blocks_next_end(&ends.fields);
	pos = blocks_next_end(&ends.fields);
	if (pos >= SHORT || s.p[pos] != '\t' || sect != line + 2 ||
	    !blocks_section(s.p[line + 1]) || !blocks_number((struct str){s.p, line}, &b->line))
		return STR_NONE;
	end = blocks_next_end(&ends.fields);
	if (end >= SHORT)
		end = blocks_next_in(s, SHORT);
	if (end == STR_NONE || s.p[end] != '\n' || s.p[end - 1] == '\r')
		return STR_NONE;
	b->section = s.p[line + 1] - '0';
	b->kind = blocks_kind((struct str){s.p + sect + 1, kind - sect - 1});
	b->pos = (struct str){s.p + kind + 1, pos - kind - 1};
	b->text = (struct str){s.p + pos + 1, end - pos - 1};
	return b->kind == BLOCK_KINDS ? STR_NONE : doc.n + 1 + end;
}

#endif
