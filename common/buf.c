#include "common/buf.h"

#include <stdint.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/utf8.h"

void buf_widen(struct buf *b, size_t more)
{
	if (more > SIZE_MAX - b->n)
		die("out of memory");
	b->p = grow(b->p, &b->cap, b->n + more, 1);
}

void buf_put_cp(struct buf *b, uint32_t cp)
{
	buf_reserve(b, 4);
	b->n += utf8_write(b->p + b->n, cp);
}

void buf_put_size(struct buf *b, size_t v)
{
	size_t n = 1, rest, i;

	for (rest = v; rest >= 10; rest /= 10)
		n++;
	buf_reserve(b, n);
	for (i = b->n + n; i > b->n; v /= 10)
		b->p[--i] = (char)('0' + v % 10);
	b->n += n;
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = BUF_INIT;
}
