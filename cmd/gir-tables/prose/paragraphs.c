#include "cmd/gir-tables/prose/paragraphs.h"

#include <uchar.h>

#include "common/utf8.h"

/* No heading is as long, and no page as narrow (characters). */
enum { SHORTEST_LINE = 24, MOST_BLANK_LINES = 3 };

static bool ends_with_one_of(struct str s, const char *const *ends, size_t n)
{
	size_t i;

	s = str_trim(s);
	for (i = 0; i < n; i++)
		if (str_ends(s, str_of(ends[i])))
			return true;
	return false;
}

static bool ends_with_mark(struct str s)
{
	static const char *const marks[] = {"。", "！", "？", "：", "!", "?", ":"};

	return ends_with_one_of(s, marks, sizeof marks / sizeof *marks);
}

static bool ends_item(struct str s)
{
	static const char *const marks[] = {"；", ";"};

	return ends_with_one_of(s, marks, sizeof marks / sizeof *marks);
}

/* Only the parts of a number can follow. */
static bool opens_list(struct str s)
{
	static const char *const words[] = {
		"其中：", "其中:", "包括：", "包括:", "分别为：", "分别为:", "分别是：", "分别是:"};

	return ends_with_one_of(s, words, sizeof words / sizeof *words);
}

enum part { PART_NONE, PART_OF_NUMBER, PART_MARK };

/* What a character is in （一）, 1., 一、 or 一是 at the beginning of a line. */
static enum part part_of(uint32_t cp)
{
	static const char32_t marks[] = U"（(）)．.、是",
			      numbers[] = U"一二三四五六七八九十0123456789 　";
	const char32_t *c;

	for (c = marks; *c; c++)
		if (*c == cp)
			return PART_MARK;
	for (c = numbers; *c; c++)
		if (*c == cp)
			return PART_OF_NUMBER;
	return PART_NONE;
}

/* Behind the last mark of those; 0 where none is there. */
static size_t ordinal_end(struct str s)
{
	size_t i = 0, end = 0;

	while (i < s.n) {
		enum part part = part_of(utf8_next(s, &i));

		if (part == PART_NONE)
			break;
		if (part == PART_MARK)
			end = i;
	}
	return end;
}

/* No character has more than four bytes. */
static bool is_as_long(struct str s, size_t characters)
{
	return s.n >= 4 * characters || (s.n >= characters && utf8_length(s) >= characters);
}

static size_t breaks_in(struct str s)
{
	const char *at;
	size_t n = 0;

	for (at = s.n ? memchr(s.p, '\n', s.n) : NULL; at; n++) {
		s = str_from(s, (size_t)(at - s.p) + 1);
		at = s.n ? memchr(s.p, '\n', s.n) : NULL;
	}
	return n;
}

/* Lines from the end of `p` to the beginning of `next`; STR_NONE where one section ends. */
static size_t lines_between(const struct passage *p, const struct passage *next)
{
	size_t end = p->line + breaks_in(p->text);

	return p->section == next->section && next->line >= end ? next->line - end : STR_NONE;
}

/* Does the line at hand go on in the next? `list`: items are told, a line each. */
static bool goes_on(const struct passage *p, const struct passage *next, bool list)
{
	bool item = ends_item(p->text);

	if (lines_between(p, next) != 1)
		return false;
	if (list && (item || opens_list(p->text)))
		return true;
	return is_as_long(p->text, SHORTEST_LINE) && !ends_with_mark(p->text) &&
	       !(item && ordinal_end(str_trim(next->text)));
}

/* （二）依申请公开情况: it says what the paragraph below is about, and no figure. */
static bool is_heading(const struct passage *p, const struct passage *next)
{
	struct str s = str_trim(p->text);
	size_t start, i, digits = 0, gap;

	if (is_as_long(s, SHORTEST_LINE) || ends_item(s)) /* as most are */
		return false;
	start = ordinal_end(s);
	gap = lines_between(p, next);
	if (start == 0 || gap == 0 || gap > MOST_BLANK_LINES)
		return false;
	for (i = start; i < s.n; i++)
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	return str_has(s, STR("年")) ? digits == 4 : digits == 0;
}

/* Appends all of v[i..end-1], its lines where they were. */
static void join(const struct passage *v, size_t i, size_t end, bool heading, struct buf *room)
{
	size_t gap;

	buf_clear(room);
	for (; i < end; i++) {
		buf_put(room, v[i].text);
		if (i + 1 == end)
			break;
		if (heading && !ends_with_mark(v[i].text))
			buf_put(room, STR("。"));
		heading = false;
		for (gap = lines_between(&v[i], &v[i + 1]); gap; gap--)
			buf_putc(room, '\n');
	}
}

struct str paragraph_next(const struct passages *all, size_t *i, struct buf *room)
{
	const struct passage *v = all->v;
	size_t start = *i, end = start + 1;
	bool heading = end < all->n && is_heading(&v[start], &v[end]), list = false;

	end += heading;
	for (; end < all->n; end++) {
		list |= opens_list(v[end - 1].text);
		if (!goes_on(&v[end - 1], &v[end], list))
			break;
	}
	*i = end;
	if (end == start + 1)
		return v[start].text;
	join(v, start, end, heading, room);
	return buf_str(room);
}
