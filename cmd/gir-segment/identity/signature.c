#include "cmd/gir-segment/identity/signature.h"

#include "cmd/gir-segment/identity/report_words.h"
#include "cmd/gir-segment/identity/title.h"
#include "common/year.h"

enum {
	SHORT = 135,       /* bytes of a signature's line */
	PAGE_LINES = 300,  /* of the page, before and behind the report */
	PAGE_BYTES = 1500, /* of each of them */
	REACH = 400        /* lines below the last heading in which a signature may stand */
};

struct signer {
	const struct gazetteer *g;
	const struct identity_source *in;
	struct pool *pool;
	int year;
	struct folded text, phrase;
};

/* Where a date that ends the text begins; STR_NONE for none. */
static size_t date_at_end(struct str s, struct date *date)
{
	size_t i, end;

	for (i = 0; i < s.n; i++)
		if (year_may_start(s, i) && date_read(str_from(s, i), date, &end) &&
		    s.n - i - end <= strlen("印发") &&
		    (i == 0 || s.p[i - 1] < '0' || s.p[i - 1] > '9'))
			return i;
	return STR_NONE;
}

/* Reads the name on the first `n` bytes of the folded line. */
static bool read_name(struct signer *r, size_t n, struct str source, struct naming *out)
{
	const struct words *w = &r->g->words;
	struct str s = str_sub(folded_str(&r->text), 0, n);
	size_t label = str_find(s, STR(":"), 0), from = 0;

	if (label != STR_NONE) {
		if (!words_has(w, WORD_REPORTER, str_sub(s, 0, label)))
			return false;
		from = label + 1;
	}
	if (is_chrome(w, s) || str_has(s, STR("。")) || str_has(s, STR(",")))
		return false;
	phrase_of(&r->text, from, s.n, &r->phrase);
	return r->phrase.text.n == s.n - from &&
	       naming_read(r->g, &r->phrase, source, r->year, is_traditional(r->g->fold, source),
			   r->pool, out) &&
	       out->org.n;
}

/* Reads line i: a name, a date, or both. False where it is neither. */
static bool read_line(struct signer *r, size_t i, struct signature *out)
{
	struct str line = str_trim(identity_line(r->in, i)), s;
	size_t date;

	*out = (struct signature){.source = line};
	folded_clear(&r->text);
	if (line.n == 0 || line.n > 2 * SHORT)
		return false;
	folded_set(&r->text, r->g->fold, line);
	s = folded_str(&r->text);
	if (s.n == 0 || s.n > SHORT)
		return false;
	date = date_at_end(s, &out->date);
	if (date == STR_NONE)
		out->date = (struct date){.year = 0};
	if (date == STR_NONE || date > 0)
		if (!read_name(r, date == STR_NONE ? s.n : date, line, &out->name) &&
		    !(date != STR_NONE && date <= 2)) {
			out->name = (struct naming){.org = STR_EMPTY};
			out->date = (struct date){.year = 0};
		}
	return out->name.org.n || out->date.year;
}

/* The nearest line with anything on it, above or below. */
static bool beside(struct signer *r, size_t i, bool above, struct signature *out)
{
	size_t k;

	for (k = 0; k < 4; k++) {
		if (above ? i <= r->in->last_section + 1 : i + 1 >= r->in->lines)
			return false;
		i = above ? i - 1 : i + 1;
		if (str_trim(identity_line(r->in, i)).n)
			return read_line(r, i, out);
	}
	return false;
}

static void look(struct signer *r, struct signature *out)
{
	size_t from = r->in->last_section + 1, to = r->in->lines, i;
	struct signature here, other, last = {.date = {.year = 0}};
	bool closing = false;

	to = to - from > REACH ? from + REACH : to;
	for (i = from; i < to; i++) {
		if (!str_trim(identity_line(r->in, i)).n)
			continue;
		if (!read_line(r, i, &here) && is_chrome(&r->g->words, folded_str(&r->text)))
			continue;
		closing = here.name.org.n > 0;
		if (closing)
			last = here;
		if (here.date.year == 0)
			continue;
		*out = here;
		if (!here.name.org.n && beside(r, i, true, &other) && !other.date.year)
			out->name = other.name;
		if (!out->name.org.n && beside(r, i, false, &other) && !other.date.year)
			out->name = other.name;
		return;
	}
	if (closing) /* nothing stands below the name */
		*out = last;
}

void signature_find(const struct gazetteer *g, const struct identity_source *in, int year,
		    struct pool *pool, struct signature *out)
{
	struct signer r = {.g = g, .in = in, .pool = pool, .year = year};

	*out = (struct signature){.name = {.org = STR_EMPTY}, .source = STR_EMPTY};
	if (in->last_section < in->lines)
		look(&r, out);
	folded_free(&r.text);
	folded_free(&r.phrase);
}

bool head_date_find(const struct gazetteer *g, const struct identity_source *in, size_t from,
		    struct date *date)
{
	struct folded text = {.cap = 0};
	bool found = false;
	size_t i, seen = 0;

	for (i = from; i < in->first_section && seen < 4 && !found; i++) {
		struct str line = str_trim(identity_line(in, i));

		if (line.n == 0 || line.n > 2 * SHORT)
			continue;
		seen++;
		folded_set(&text, g->fold, line);
		found = folded_str(&text).n <= SHORT &&
			date_at_end(folded_str(&text), date) != STR_NONE;
	}
	folded_free(&text);
	return found;
}

/* The date behind a label of the line, or before 发布. *open: the line ends in a label, whose date
 * stands in the cell that follows. */
static bool labelled_date(const struct words *w, struct str s, bool *open, struct date *date)
{
	size_t k, at, end;
	bool behind = *open;

	*open = s.n == 0 && behind;
	if (date_read(s, date, &end) && (behind || str_starts(str_from(s, end), STR("发布"))))
		return true;
	for (k = 0; k < w->kind[WORD_DATE].n; k++) {
		struct str label = w->kind[WORD_DATE].v[k];

		at = str_find(s, label, 0);
		if (at == STR_NONE)
			continue;
		at += label.n;
		while (at < s.n && strchr(":|)", s.p[at]) && s.p[at])
			at++;
		*open |= at == s.n;
		if (date_read(str_from(s, at), date, &end))
			return true;
	}
	return false;
}

bool page_date_find(const struct gazetteer *g, const struct identity_source *in, struct date *date)
{
	struct folded text = {.cap = 0};
	size_t first = in->first_section, i, k;
	bool found = false, open;

	for (k = 0; k < 2 && !found; k++) {
		size_t from = k == 0 ? (first > PAGE_LINES ? first - PAGE_LINES : 0)
				     : in->last_section + 1;
		size_t to = k == 0 ? first : in->lines;

		to = to > from + PAGE_LINES ? from + PAGE_LINES : to;
		for (i = from, open = false; i < to && !found; i++) {
			folded_set(&text, g->fold, str_sub(identity_shown(in, i), 0, PAGE_BYTES));
			found = labelled_date(&g->words, folded_str(&text), &open, date);
		}
	}
	folded_free(&text);
	return found;
}

bool head_says_date(const struct gazetteer *g, const struct identity_source *in, struct date *date)
{
	enum { HEAD_LINES = 32 };
	struct folded text = {.cap = 0};
	bool found = false;
	size_t i, n, end;

	for (i = 0; i < in->lines && i < HEAD_LINES && !found; i++) {
		if (in->piece[i].source->outside.n == 0)
			continue;
		n = words_start(&g->words, WORD_PAGE_DATE, in->piece[i].source->outside);
		if (n == 0)
			continue;
		folded_set(&text, g->fold, str_sub(in->piece[i].source->outside, n, SHORT));
		found = date_read(folded_str(&text), date, &end);
	}
	folded_free(&text);
	return found;
}
