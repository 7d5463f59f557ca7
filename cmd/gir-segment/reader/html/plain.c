#include "cmd/gir-segment/reader/html/plain.h"

enum {
	SMALL = 64 * 1024, /* bytes of a page that costs little, whatever its tags are */
	ATTRIBUTES = 1024
};

static bool is_control(char c)
{
	return (unsigned char)c < ' ' && c != '\t' && c != '\n' && c != '\r';
}

/* Whether one of eight bytes may be less than a blank and is no line feed. */
static bool may_control(const char *p)
{
	const uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
	uint64_t v, feeds;

	memcpy(&v, p, sizeof v);
	feeds = v ^ '\n' * ones;
	feeds = (feeds - ones) & ~feeds & tops;
	return ((v - ' ' * ones) & ~v & tops & ~feeds) != 0;
}

/* Whether `s` has control bytes, or a CR that is a line's end alone. */
static bool is_odd(struct str s)
{
	size_t i, k;

	for (i = 0; i < s.n; i = k) {
		k = i + 8;
		if (k <= s.n && !may_control(s.p + i))
			continue;
		for (; i < k && i < s.n; i++)
			if (is_control(s.p[i]) ||
			    (s.p[i] == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n')))
				return true;
	}
	return false;
}

/* The end of the tag that begins at `i`: the bracket that ends it, or the next one. *names: where
 * its attribute ATTRIBUTES + 1 begins, or STR_NONE. */
static size_t tag_end(struct str s, size_t i, size_t *names)
{
	size_t count = 0;
	bool gap = false;
	char quote = 0;

	*names = STR_NONE;
	for (i++; i < s.n; i++) {
		char c = s.p[i];

		if (quote) {
			quote = c == quote ? 0 : quote;
		} else if (c == '<' || c == '>') {
			break;
		} else if (c == '"' || c == '\'') {
			quote = c;
			gap = true;
		} else if (c == ' ' || c == '/' || (c >= '\t' && c <= '\r')) {
			gap = true;
		} else if (gap) {
			gap = false;
			if (++count == ATTRIBUTES + 1)
				*names = i;
		}
	}
	return i;
}

static bool starts_tag(struct str s, size_t i, const char *name)
{
	size_t k;

	for (k = 0; name[k]; k++)
		if (i + k >= s.n || (s.p[i + k] | 0x20) != (name[k] | 0x20))
			return false;
	return true;
}

/* The next tag at or behind `i`, or STR_NONE; scripts, style sheets and comments hold none. */
static size_t next_tag(struct str s, size_t i)
{
	for (i = str_find(s, STR("<"), i); i != STR_NONE; i = str_find(s, STR("<"), i + 1)) {
		char c = i + 1 < s.n ? (char)(s.p[i + 1] | 0x20) : 0;

		if (starts_tag(s, i, "<!--"))
			i = str_find(s, STR("-->"), i + 2);
		else if (starts_tag(s, i, "<script") || starts_tag(s, i, "<style"))
			i = str_find(s, STR("</"), i);
		else if (c >= 'a' && c <= 'z')
			return i;
		if (i == STR_NONE)
			return i;
	}
	return i;
}

/* Whether some tag may have more than ATTRIBUTES. */
static bool is_crowded(struct str s)
{
	size_t i = s.n < SMALL ? STR_NONE : next_tag(s, 0), names;

	while (i < s.n) {
		i = tag_end(s, i, &names);
		if (names != STR_NONE)
			return true;
		i = next_tag(s, i);
	}
	return false;
}

/* Takes out the attributes of a tag that has more than anybody writes: the parser compares each
 * with all others. */
static void thin_out(struct buf *room)
{
	struct str s = buf_str(room);
	size_t i = s.n < SMALL ? STR_NONE : next_tag(s, 0), names;

	while (i < s.n) {
		i = tag_end(s, i, &names);
		for (; names < i; names++)
			if (room->p[names] != '\n')
				room->p[names] = ' ';
		i = next_tag(s, i);
	}
}

/* The next <![ at or behind `i`, or STR_NONE. */
static size_t next_mark(struct str s, size_t i)
{
	const char *p;

	for (i++; i < s.n && (p = memchr(s.p + i, '!', s.n - i)); i++) {
		i = (size_t)(p - s.p);
		if (p[-1] == '<' && i + 1 < s.n && p[1] == '[')
			return i - 1;
	}
	return STR_NONE;
}

/* Word's <![if ...]> and <![endif]>, which browsers pass over, become comments. */
static void pass_over(struct buf *room)
{
	static const struct str open = {"<!--", 4}, close = {"-->", 3};
	struct str s = buf_str(room);
	size_t i, k, end;

	for (i = next_mark(s, 0); i != STR_NONE; i = next_mark(s, end)) {
		end = str_find(s, STR(">"), i);
		if (end == STR_NONE)
			break;
		end++;
		for (k = i; k < end; k++)
			room->p[k] = room->p[k] == '\n' ? '\n' : ' ';
		if (end - i < open.n + close.n)
			continue;
		memcpy(room->p + i, open.p, open.n);
		memcpy(room->p + end - close.n, close.p, close.n);
	}
}

/* Blanks for control bytes, LF for a CR that is a line's end alone. */
static void make_even(struct buf *room)
{
	size_t i;

	for (i = 0; i < room->n; i++) {
		if (is_control(room->p[i]))
			room->p[i] = ' ';
		else if (room->p[i] == '\r' && (i + 1 == room->n || room->p[i + 1] != '\n'))
			room->p[i] = '\n';
	}
}

struct str plain_text(struct str s, struct buf *room)
{
	bool odd = is_odd(s);

	if (!odd && !is_crowded(s) && next_mark(s, 0) == STR_NONE)
		return s;
	if (s.p != room->p) {
		buf_clear(room);
		buf_put(room, s);
	}
	if (odd)
		make_even(room);
	pass_over(room);
	thin_out(room);
	return buf_str(room);
}
