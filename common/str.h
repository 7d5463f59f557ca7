/* str: slices of bytes that somebody else owns.
 *
 * A slice may hold any byte, NUL included, and is never NUL-terminated. It lives as long as the
 * buffer it points into; whoever keeps text longer copies it into a pool (pool.h).
 * No function here allocates or fails.
 */
#ifndef GIR_STR_H
#define GIR_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

/* A string literal as a slice. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_EMPTY ((struct str){"", 0})
/* For "%.*s" in messages. */
#define STR_ARG(s) (int)((s).n > 4096 ? 4096 : (s).n), (s).p

static inline struct str str_of(const char *c)
{
	return (struct str){c, strlen(c)};
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_is(struct str a, const char *c)
{
	return str_eq(a, str_of(c));
}

/* The bytes from `from` up to, not including, `to`; both are clamped to the slice. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	to = to < s.n ? to : s.n;
	from = from < to ? from : to;
	return (struct str){s.p + from, to - from};
}

static inline struct str str_from(struct str s, size_t from)
{
	return str_sub(s, from, s.n);
}

/* Words of a list are told apart by a byte, the most of them, before memcmp is called. */
static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n &&
	       (prefix.n == 0 || (s.p[0] == prefix.p[0] && memcmp(s.p, prefix.p, prefix.n) == 0));
}

static inline bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	       (suffix.n == 0 || (s.p[s.n - 1] == suffix.p[suffix.n - 1] &&
				  memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0));
}

/* Byte-wise order, as of strcmp in the C locale. */
int str_cmp(struct str a, struct str b);

/* The offset of the first `needle` at or after `from`, or STR_NONE. An empty needle is found at
 * once. */
#define STR_NONE SIZE_MAX
size_t str_find(struct str s, struct str needle, size_t from);
static inline bool str_has(struct str s, struct str needle)
{
	return s.n >= needle.n && str_find(s, needle, 0) != STR_NONE;
}

/* str_trim of what may have blanks. */
struct str str_trim_blanks(struct str s);
/* Without ASCII blanks (space, tab, CR, LF, FF, VT) at both ends. */
static inline struct str str_trim(struct str s)
{
	if (s.n && (unsigned char)s.p[0] > ' ' && (unsigned char)s.p[s.n - 1] > ' ')
		return s; /* as most are */
	return str_trim_blanks(s);
}

/* Cuts the next piece of `rest` at `sep`; false once nothing is left. "a,,b" has three pieces,
 * "" has one, empty, the first time only (rest.p becomes NULL at the end). */
bool str_cut(struct str *rest, char sep, struct str *piece);

/* A 64-bit hash for tables; the same on every machine. */
uint64_t str_hash(struct str s);

#endif
