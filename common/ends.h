/* ends: where fields and lines end, looked for many bytes at a time.
 *
 * In a mask the lowest bit is the first byte's. SSE2 is there on every x86-64; other machines take
 * eight bytes at a time in an ordinary register.
 */
#ifndef GIR_ENDS_H
#define GIR_ENDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct ends {
	uint64_t fields; /* tabs and line feeds */
	uint64_t lines;  /* line feeds */
};

enum { ENDS_BLOCK = 16 };

#ifdef __SSE2__
/* Of the ENDS_BLOCK bytes from `p` on. */
static inline struct ends ends_in(const char *p)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i tabs = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t'));
	__m128i feeds = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));

	return (struct ends){(uint64_t)_mm_movemask_epi8(_mm_or_si128(tabs, feeds)),
			     (uint64_t)_mm_movemask_epi8(feeds)};
}
#else
/* In x a byte sought is 0, and only then neither its high bit nor a carry from its low bits is set.
 * The product has the high bits of all eight side by side at its top. */
static inline uint64_t ends_of_eight(uint64_t bytes, uint64_t sought)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fU;
	uint64_t x = bytes ^ sought;

	return ~(((x & low) + low) | x | low) * 0x0002040810204081U >> 56;
}

static inline struct ends ends_in(const char *p)
{
	struct ends e = {0, 0};
	uint64_t bytes;
	int i;

	for (i = ENDS_BLOCK - 8; i >= 0; i -= 8) {
		memcpy(&bytes, p + i, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		bytes = __builtin_bswap64(bytes);
#endif
		e.fields = e.fields << 8 | ends_of_eight(bytes, 0x0909090909090909U);
		e.lines = e.lines << 8 | ends_of_eight(bytes, 0x0a0a0a0a0a0a0a0aU);
	}
	e.fields |= e.lines;
	return e;
}
#endif

/* Of twice as many bytes. */
static inline struct ends ends_in_two(const char *p)
{
	struct ends near = ends_in(p), far = ends_in(p + ENDS_BLOCK);

	return (struct ends){near.fields | far.fields << ENDS_BLOCK,
			     near.lines | far.lines << ENDS_BLOCK};
}

/* The fields of the first line: up to its line feed, or all where there is none. */
static inline uint64_t ends_of_line(struct ends e)
{
	return e.fields & (e.lines ^ (e.lines - 1));
}

enum { ENDS_NEAR = 2 * ENDS_BLOCK, ENDS_MOST = 8 };

/* Where each of the last `n` fields of a line ends, up to ENDS_MOST of them, in ENDS_NEAR bytes of
 * text. False where the line ends behind these, or has another count of fields. */
static inline bool ends_near(const char *text, size_t *end, size_t n)
{
	struct ends ends = ends_in_two(text);
	/* Fields that are missing end behind what is looked at. */
	uint64_t left = ends_of_line(ends) | (((uint64_t)1 << ENDS_MOST) - 1) << ENDS_NEAR;
	size_t i;

	for (i = 0; i < n; i++) {
		end[i] = (size_t)__builtin_ctzll(left);
		left &= left - 1;
	}
	return ends.lines && end[n - 1] == (size_t)__builtin_ctzll(ends.lines);
}

#endif
