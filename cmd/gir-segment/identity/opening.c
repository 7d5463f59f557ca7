#include "cmd/gir-segment/identity/opening.h"

#include "cmd/gir-segment/identity/report_words.h"
#include "common/utf8.h"

enum { OPENING_BYTES = 6000, OPENING_LINES = 40 };

/* Copies `text` without the titles of documents that it cites, 《…》 and <…>, and without
 * (以下简称…). */
static void without_citations(const struct folded *text, struct folded *to)
{
	struct str s = folded_str(text);
	size_t i = 0, from, depth = 0;

	folded_clear(to);
	while (i < s.n) {
		from = i;
		if (str_starts(str_from(s, i), STR("(以下"))) {
			size_t close = str_find(s, STR(")"), i);

			i = close == STR_NONE ? s.n : close + 1;
			continue;
		}
		switch (utf8_next(s, &i)) {
		case '<':
		case 0x300a: /* 《 */
			depth++;
			break;
		case '>':
		case 0x300b: /* 》 */
			depth -= depth > 0;
			break;
		default:
			if (depth == 0)
				folded_append(to, text, from, i);
		}
	}
}

/* Behind the last verb of s that presents something, which begins at *verb; STR_NONE for none. */
static size_t after_verb(const struct words *w, struct str s, size_t *verb)
{
	size_t i, n, after = STR_NONE;

	for (i = 0; i < s.n; utf8_next(s, &i)) {
		n = words_start(w, WORD_VERB, str_from(s, i));
		if (n == 0)
			continue;
		after = i + n;
		*verb = i;
	}
	return after;
}

/* Behind the last mark before byte `at`. */
static size_t clause_start(struct str s, size_t at)
{
	size_t i = at, from;

	while (i > 0) {
		size_t next;

		from = i - 1;
		while (from > 0 && (s.p[from] & 0xc0) == 0x80)
			from--;
		next = from;
		switch (utf8_next(s, &next)) {
		case ',':
		case ';':
		case ':':
		case 0x3001: /* 、 */
		case 0x3002: /* 。 */
			return i;
		default:
			i = from;
		}
	}
	return 0;
}

static bool read_presented(const struct gazetteer *g, const struct folded *text, struct str source,
			   int year, struct pool *pool, struct naming *out)
{
	struct folded phrase = {.cap = 0};
	struct str s = folded_str(text);
	struct report_words words;
	size_t at = 0;
	bool found = false;

	while (!found && report_words_find(&g->words, s, at, &words)) {
		size_t start = clause_start(s, words.begin);
		size_t verb = 0,
		       name = after_verb(&g->words, str_sub(s, start, words.begin), &verb);

		at = words.end;
		if (words.notice || name == STR_NONE)
			continue;
		if (start + name < words.begin)
			phrase_of(text, start + name, words.begin, &phrase);
		else if (str_starts(str_from(s, start + verb), STR("编制了"))) /* 审计局编制了… */
			phrase_of(text, start, start + verb, &phrase);
		else
			continue;
		if (words_start(&g->words, WORD_OPENER, folded_str(&phrase)))
			continue;
		found = naming_read(g, &phrase, source, year, is_traditional(g->fold, source), pool,
				    out) &&
			out->org.n;
	}
	folded_free(&phrase);
	return found;
}

/* Who compiled the report is the one who reports, unless it is an office of his. */
static bool is_office(struct str name)
{
	return str_has(name, STR("办公室")) || str_has(name, STR("党政")) ||
	       str_has(name, STR("综合"));
}

/* 本报告由…编制; from the offset behind 由. */
static bool read_author_at(const struct gazetteer *g, const struct folded *text, struct str source,
			   size_t at, int year, struct pool *pool, struct naming *out)
{
	static const struct str ends[] = {{"编制", 6}, {"根据", 6}, {"按照", 6}, {"撰写", 6},
					  {"依据", 6}, {"结合", 6}, {"编写", 6}, {"汇总", 6}};
	struct folded phrase = {.cap = 0};
	struct str clause = folded_str(text);
	size_t i, end = STR_NONE, stop = str_find(clause, STR("。"), at);
	bool found = false;

	clause = str_sub(clause, at, stop);
	for (i = 0; i < sizeof ends / sizeof *ends; i++) {
		stop = str_find(clause, ends[i], 0);
		end = stop < end ? stop : end;
	}
	if (end < 120 && (str_has(clause, STR("编")) || str_has(clause, STR("撰写")))) {
		phrase_of(text, at, at + end, &phrase);
		found = !is_office(folded_str(&phrase)) &&
			naming_read(g, &phrase, source, year, is_traditional(g->fold, source), pool,
				    out) &&
			out->org.n;
	}
	folded_free(&phrase);
	return found;
}

static bool read_author(const struct gazetteer *g, const struct folded *text, struct str source,
			int year, struct pool *pool, struct naming *out)
{
	static const struct str starts[] = {{"报告由", 9}, {"年报由", 9}, {",由", 4}};
	size_t i, at;

	for (i = 0; i < sizeof starts / sizeof *starts; i++) {
		at = str_find(folded_str(text), starts[i], 0);
		if (at != STR_NONE &&
		    read_author_at(g, text, source, at + starts[i].n, year, pool, out))
			return true;
	}
	return false;
}

/* 编制单位：审计局, on a line of its own. */
static bool read_label(const struct gazetteer *g, const struct folded *text, struct str source,
		       int year, struct pool *pool, struct naming *out)
{
	struct folded phrase = {.cap = 0};
	struct str s = folded_str(text);
	size_t n = words_start(&g->words, WORD_REPORTER, s);
	bool found = false;

	if (n > 0 && str_starts(str_from(s, n), STR(":"))) {
		phrase_of(text, n + 1, s.n, &phrase);
		found = naming_read(g, &phrase, source, year, is_traditional(g->fold, source), pool,
				    out) &&
			out->org.n;
	}
	folded_free(&phrase);
	return found;
}

bool opening_find(const struct gazetteer *g, const struct identity_source *in, size_t from,
		  size_t to, int year, struct pool *pool, struct naming *out)
{
	struct folded line = {.cap = 0}, text = {.cap = 0};
	bool found = false;
	size_t i;

	if (to > from + OPENING_LINES)
		from = to - OPENING_LINES;
	for (i = from; i < to && !found; i++) {
		struct str source = str_sub(identity_line(in, i), 0, OPENING_BYTES);

		folded_set(&line, g->fold, source);
		without_citations(&line, &text);
		found = read_label(g, &text, source, year, pool, out) ||
			read_presented(g, &text, source, year, pool, out) ||
			read_author(g, &text, source, year, pool, out);
	}
	folded_free(&line);
	folded_free(&text);
	return found;
}
