#include "cmd/gir-check/history.h"

#include <stdlib.h>

#include "common/alloc.h"

/* A packed cell is a byte, two bits of it what is there, six the lines since the last cell that is
 * a number; what does not fit follows as numbers of seven bits a byte. So a zero takes one byte. */
enum { NO_NUMBER, ZERO, COUNT, DECIMAL };
enum { FAR = 63 };

static void put_varint(struct buf *b, uint64_t v)
{
	while (v >= 0x80) {
		buf_putc(b, (char)((v & 0x7f) | 0x80));
		v >>= 7;
	}
	buf_putc(b, (char)v);
}

static uint64_t get_varint(const char **p)
{
	uint64_t v = 0;
	int shift = 0;

	for (;; shift += 7) {
		unsigned char c = (unsigned char)*(*p)++;

		v |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80)
			return v;
	}
}

static int kind_of(struct dec v)
{
	return v.m == 0 ? ZERO : v.m > 0 && v.scale == 0 ? COUNT : DECIMAL;
}

static size_t line_number(struct str s)
{
	struct dec v;

	return dec_parse(s, &v) && v.scale == 0 && v.m > 0 ? (size_t)v.m : 0;
}

static void pack_number(struct buf *b, struct dec v, size_t line, size_t *last)
{
	int kind = kind_of(v);
	bool near = line >= *last && line - *last < FAR;

	buf_putc(b, (char)(kind << 6 | (near ? (int)(line - *last) : FAR)));
	if (!near)
		put_varint(b, line);
	*last = line;
	if (kind == DECIMAL) {
		buf_putc(b, (char)v.scale);
		buf_putc(b, v.m < 0 ? 1 : 0);
	}
	if (kind >= COUNT)
		put_varint(b, v.m < 0 ? 0 - (uint64_t)v.m : (uint64_t)v.m);
}

void history_pack(struct buf *b, const struct held *cell, size_t *last)
{
	if (cell->num)
		pack_number(b, cell->value, cell->line, last);
	else
		buf_putc(b, NO_NUMBER);
}

struct held history_held(const struct report *r, size_t cell)
{
	const struct slot *s = &r->slot[cell];

	if (!s->num)
		return (struct held){.num = false};
	return (struct held){true, s->value, line_number(r->v[s->entry].at)};
}

static struct held unpack_number(const char **p, size_t *last)
{
	unsigned char c = (unsigned char)*(*p)++;
	struct held h = {.num = c >> 6 != NO_NUMBER};
	bool negative = false;

	if (!h.num)
		return h;
	*last = (c & FAR) == FAR ? (size_t)get_varint(p) : *last + (c & FAR);
	h.line = *last;
	if (c >> 6 == DECIMAL) {
		h.value.scale = (unsigned char)*(*p)++;
		negative = *(*p)++ != 0;
	}
	if (c >> 6 >= COUNT)
		h.value.m = (int64_t)get_varint(p);
	if (negative)
		h.value.m = -h.value.m;
	return h;
}

void history_unpack(const struct past *p, struct held *to)
{
	const char *at = p->cells.p;
	size_t i, last = 0;

	for (i = 0; p->form && i < p->form->cell_count; i++)
		to[i] = unpack_number(&at, &last);
}

bool history_wants(const struct history *h, struct str region)
{
	if (h->province.n == 0)
		return true;
	if (str_is(h->province, "-"))
		return region.n == 0;
	return str_starts(region, h->province);
}

static void keep(struct history *h, const struct report *r, struct str packed)
{
	struct past p = {
		.doc = pool_dup(&h->pool, r->doc),
		.region = intern_add(&h->names, r->region),
		.org = intern_add(&h->names, r->org),
		.scope = intern_add(&h->names, r->scope),
		.year = r->year_number,
		.consolidated = str_is(r->scope, "region"),
		.form = r->form,
		.same = h->n,
		.last = STR_NONE,
	};

	p.unit = p.org;
	p.home = p.region;
	p.year_text = history_name(h, intern_add(&h->names, r->year));
	p.cells = pool_dup(&h->pool, packed);
	h->v = grow(h->v, &h->cap, h->n + 1, sizeof *h->v);
	h->v[h->n++] = p;
}

void history_take(struct history *h, const struct report *r, struct str packed)
{
	h->years[r->year_number] = true;
	if (history_wants(h, r->region))
		keep(h, r, packed);
}

void history_add(struct history *h, const struct report *r)
{
	size_t i, last = 0;

	buf_clear(&h->room);
	for (i = 0; history_wants(h, r->region) && r->form && i < r->form->cell_count; i++) {
		struct held cell = history_held(r, i);

		history_pack(&h->room, &cell, &last);
	}
	history_take(h, r, buf_str(&h->room));
}

void history_free(struct history *h)
{
	free(h->v);
	intern_free(&h->names);
	pool_free(&h->pool);
	buf_free(&h->room);
}
