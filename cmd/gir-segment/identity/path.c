#include "cmd/gir-segment/identity/path.h"

#include "cmd/gir-segment/identity/folded.h"
#include "common/decode.h"
#include "common/utf8.h"
#include "common/year.h"

static bool all_digits(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

/* A file's name without what follows its last point. */
static struct str without_extension(struct str s)
{
	size_t i;

	for (i = s.n; i > 1; i--)
		if (s.p[i - 1] == '.' && s.n - i <= 8)
			return str_sub(s, 0, i - 1);
	return s;
}

/* Behind the numbers, years and marks before a name. */
static size_t name_start(struct str s)
{
	static const char marks[] = "0123456789-_.,()+ ";
	size_t i = 0, end;

	while (i < s.n) {
		if (year_at(s, i, &end))
			i = end;
		else if (memchr(marks, s.p[i], sizeof marks - 1))
			i++;
		else
			break;
	}
	return i;
}

/* A short name must be all there is, or stand before an organ's. */
static bool is_sure(const struct gazetteer *g, struct str s, const struct place *place)
{
	struct str rest = str_from(s, place->end);
	size_t end = 0;

	if (place->full || rest.n == 0)
		return true;
	while (end < rest.n && !memchr("0123456789-_.()", rest.p[end], 15))
		end++;
	return words_end(&g->words, WORD_ORGAN, str_sub(rest, 0, end)) > 0;
}

/* Reads one component as the continuation of what the outer ones named. */
static void read_component(const struct gazetteer *g, struct str s, int year, struct place *out)
{
	struct place next, inner;
	size_t at;

	if (s.n == 6 && all_digits(s)) {
		if (place_of_code(g, s, year, &next))
			*out = next;
		return;
	}
	at = name_start(s);
	if (place_of_stem(g, str_from(s, at), year, out, &next)) {
		*out = next;
		return;
	}
	if (!place_read(g, s, at, year, &next) || !is_sure(g, s, &next))
		return;
	inner = next;
	if (out->named)
		place_within(&inner, out);
	*out = inner.n + inner.stale_n > 0 ? inner : next;
}

/* Paths are bytes; names in another encoding than UTF-8 are read in theirs. */
static struct str readable(struct str doc, struct buf *room)
{
	struct charsets charsets = CHARSETS_INIT;
	struct decoded d;

	if (utf8_valid(doc) == doc.n)
		return doc;
	decode(&charsets, doc, NULL, room, &d);
	charsets_free(&charsets);
	return d.text;
}

/* Cuts the next component off; the name of an archive is parted from its member's by '!'. */
static bool next_component(struct str *rest, struct str *piece)
{
	size_t i;

	for (i = 0; rest->p && i < rest->n && rest->p[i] != '/' && rest->p[i] != '!'; i++)
		;
	return str_cut(rest, rest->p && i < rest->n ? rest->p[i] : '/', piece);
}

bool path_read(const struct gazetteer *g, struct str doc, int year, struct place *out)
{
	struct folded text = {.cap = 0};
	struct buf room = BUF_INIT;
	struct str rest = readable(doc, &room), piece;

	*out = (struct place){.named = false};
	while (next_component(&rest, &piece)) {
		if (!rest.p)
			piece = without_extension(piece);
		folded_set(&text, g->fold, piece);
		read_component(g, folded_str(&text), year, out);
	}
	folded_free(&text);
	buf_free(&room);
	return out->named;
}

void path_mentions(const struct gazetteer *g, struct str doc, struct mentions *m)
{
	struct folded text = {.cap = 0};
	struct buf room = BUF_INIT;
	struct str rest = readable(doc, &room), piece;

	while (next_component(&rest, &piece)) {
		folded_set(&text, g->fold, piece);
		if (piece.n >= 6 && all_digits(str_sub(piece, 0, 6)) &&
		    divisions_find(g->divisions, str_sub(piece, 0, 6), 0))
			mentions_add_code(piece, m);
		mentions_add(g, folded_str(&text), true, m);
	}
	folded_free(&text);
	buf_free(&room);
}
