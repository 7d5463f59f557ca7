/* buf: a growing run of bytes.
 *
 * Start from BUF_INIT (or zeroes); the buffer owns p, released by buf_free. A slice taken with
 * buf_str is valid until the next call that adds to the buffer.
 */
#ifndef GIR_BUF_H
#define GIR_BUF_H

#include "common/str.h"

struct buf {
	char *p;
	size_t n, cap;
};

#define BUF_INIT ((struct buf){NULL, 0, 0})

/* buf_reserve, where the room does not do. */
void buf_widen(struct buf *b, size_t more);

/* Room for `more` bytes behind what is there; the caller may write them at p + n. */
static inline void buf_reserve(struct buf *b, size_t more)
{
	if (more > b->cap - b->n)
		buf_widen(b, more);
}

static inline void buf_put(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	buf_reserve(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

static inline void buf_putc(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->p[b->n++] = c;
}

void buf_put_cp(struct buf *b, uint32_t cp);
/* A decimal number. */
void buf_put_size(struct buf *b, size_t v);
void buf_free(struct buf *b);

static inline void buf_clear(struct buf *b)
{
	b->n = 0;
}

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->p ? b->p : "", b->n};
}

#endif
