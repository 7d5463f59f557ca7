#include "cmd/gir-tables/prose/paragraphs.h"

#include "common/utf8.h"

/* No heading is as long, and no page as narrow (characters). */
enum { SHORTEST_LINE = 24 };

static bool ends_with_mark(struct str s)
{
	static const char *const marks[] = {"。", "！", "？", "；", "：", "!", "?", ";", ":"};
	size_t i;

	s = str_trim(s);
	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_ends(s, str_of(marks[i])))
			return true;
	return false;
}

static size_t breaks_in(struct str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

static bool goes_on(const struct passage *p, const struct passage *next)
{
	return p->section == next->section && next->line == p->line + breaks_in(p->text) + 1 &&
	       utf8_length(p->text) >= SHORTEST_LINE && !ends_with_mark(p->text);
}

struct str paragraph_next(const struct passages *all, size_t *i, struct buf *room)
{
	const struct passage *p = &all->v[*i];
	size_t end = *i + 1;

	while (end < all->n && goes_on(&all->v[end - 1], &all->v[end]))
		end++;
	if (end == *i + 1) {
		*i = end;
		return p->text;
	}
	buf_clear(room);
	for (; *i < end; (*i)++) {
		if (room->n)
			buf_putc(room, '\n');
		buf_put(room, all->v[*i].text);
	}
	return buf_str(room);
}
