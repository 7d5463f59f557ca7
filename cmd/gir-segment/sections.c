#include "cmd/gir-segment/sections.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"
#include "common/pool.h"
#include "common/utf8.h"

/* How much a sign of a heading weighs: the surer outweighs any number of doubtful ones nearby. */
enum { WEIGHT_EXACT = 8, WEIGHT_WORD = 6, WEIGHT_INSIDE = 5, WEIGHT_ALONE = 3, WEIGHT_DIGIT = 2 };

enum { MARK = 3 };            /* bytes of ；and the like */
enum { HEADING_LIMIT = 180 }; /* bytes; a longer line is no heading as a whole */

/* What a label may be by its first character; the labels of section k have bit k. */
enum { OPENS_ALONE = 1, OPENS_ANCHOR = 1 << (SECTIONS + 1), OPENS_LABEL = OPENS_ANCHOR - 2 };
enum { OPENINGS = 1024 }; /* characters are told apart by their last bits */

/* A list of words, folded as labels are. */
struct words {
	struct str *v;
	size_t n, cap;
};

struct section_rules {
	const struct fold *fold;
	struct pool pool;
	uint8_t opens[OPENINGS]; /* few lines begin like any of these words, */
	bool closes[256];        /* and rows of figures end with another byte */
	struct words labels[SECTIONS + 1], words[SECTIONS + 1], alone[SECTIONS + 1],
		anchor[SECTIONS + 1];
};

/* A place that may be a heading. */
struct candidate {
	size_t line, from, to; /* bytes of the line */
	int section, weight;
	size_t before; /* the candidate that precedes it in its chain, or STR_NONE */
	bool bare;     /* another follows at once */
};

struct candidates {
	struct candidate *v;
	size_t n, cap;
};

static void load_words(struct section_rules *r, struct words *w, struct str list)
{
	struct buf folded = BUF_INIT;
	struct str word;

	while (list.n && str_cut(&list, '|', &word)) {
		buf_clear(&folded);
		fold_label(r->fold, word, &folded);
		w->v = grow(w->v, &w->cap, w->n + 1, sizeof *w->v);
		w->v[w->n++] = pool_dup(&r->pool, buf_str(&folded));
	}
	buf_free(&folded);
}

static void mark_openings(struct section_rules *r, const struct words *w, int as)
{
	size_t i, at;

	for (i = 0; i < w->n; i++) {
		at = 0;
		r->opens[utf8_next(w->v[i], &at) % OPENINGS] |= (uint8_t)as;
		r->closes[(unsigned char)w->v[i].p[w->v[i].n - 1]] = true;
	}
}

struct section_rules *section_rules_new(const struct fold *fold)
{
	struct section_rules *r = xcalloc(1, sizeof *r);
	struct data d;

	r->fold = fold;
	if (data_open(&d, "headings.tsv", data_text("headings.tsv")) != 0)
		die("headings.tsv: cannot be read");
	while (data_next(&d)) {
		struct str number = data_get(&d, "section");
		int k = number.n == 1 ? number.p[0] - '0' : 0;

		if (k < 1 || k > SECTIONS)
			die("headings.tsv:%zu: a section is 1 to 6", d.line);
		load_words(r, &r->labels[k], data_get(&d, "labels"));
		load_words(r, &r->words[k], data_get(&d, "words"));
		load_words(r, &r->alone[k], data_get(&d, "alone"));
		load_words(r, &r->anchor[k], data_get(&d, "anchor"));
		mark_openings(r, &r->labels[k], 1 << k);
		mark_openings(r, &r->alone[k], OPENS_ALONE);
		mark_openings(r, &r->anchor[k], OPENS_ANCHOR);
	}
	return r;
}

void section_rules_free(struct section_rules *r)
{
	int k;

	for (k = 0; k <= SECTIONS; k++) {
		free(r->labels[k].v);
		free(r->words[k].v);
		free(r->alone[k].v);
		free(r->anchor[k].v);
	}
	pool_free(&r->pool);
	free(r);
}

static bool is_one_of(const struct words *w, struct str s)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (str_eq(w->v[i], s))
			return true;
	return false;
}

static bool holds_one_of(const struct words *w, struct str s)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (str_has(s, w->v[i]))
			return true;
	return false;
}

/* The value of a numeral 一 to 六, else 0. */
static int numeral(uint32_t cp)
{
	switch (cp) {
	case 0x4e00:
		return 1;
	case 0x4e8c:
		return 2;
	case 0x4e09:
		return 3;
	case 0x56db:
		return 4;
	case 0x4e94:
		return 5;
	case 0x516d:
		return 6;
	default:
		return 0;
	}
}

static bool is_numeral_mark(uint32_t cp)
{
	return cp == 0x3001 || cp == '.' || cp == ',' || cp == ':' || cp == 0xff0c;
}

/* What stands before the text of a heading line. */
enum { NUMERAL_LOST = -1 };

struct numbering {
	int value;      /* 0: none */
	bool digit;     /* 1. instead of 一、 */
	bool bracket;   /* （一）: a sub-heading */
	size_t end;     /* where the text begins */
	uint32_t first; /* the first character, folded; 0 for none */
};

/* The next character from *at on that is no blank, folded; *at becomes its place, *end that behind
 * it. 0 where there is none. */
static uint32_t next_mark(const struct fold *f, struct str s, size_t *at, size_t *end)
{
	uint32_t cp;

	while (*at < s.n && (s.p[*at] == ' ' || s.p[*at] == '\t')) /* as most are */
		++*at;
	for (*end = *at; *at < s.n; *at = *end) {
		cp = fold_cp(f, utf8_next(s, end));
		if (cp != ' ' && cp != '#' && cp != '*')
			return cp;
	}
	return 0;
}

static struct numbering read_numbering(const struct fold *f, struct str s)
{
	struct numbering n = {.value = 0};
	size_t at, end;

	n.first = next_mark(f, s, &n.end, &end);
	if (n.end == s.n)
		return n;
	if (n.first == '(') {
		n.bracket = true;
		return n;
	}
	if (is_numeral_mark(n.first)) { /* 、主动公开...: the numeral was lost */
		n.value = NUMERAL_LOST;
		n.end = end;
		return n;
	}
	n.digit = n.first >= '1' && n.first <= '6';
	n.value = n.digit          ? (int)(n.first - '0')
		  : n.first == '-' ? 1 /* a dash is often written for 一 */
				   : numeral(n.first);
	at = end;
	if (n.value && is_numeral_mark(next_mark(f, s, &at, &end)))
		n.end = end;
	else
		n = (struct numbering){.end = n.end, .first = n.first};
	return n;
}

static void add(struct candidates *c, struct candidate v)
{
	c->v = grow(c->v, &c->cap, c->n + 1, sizeof *c->v);
	c->v[c->n++] = v;
}

/* The weight of a whole line as the heading of section k, 0 for none. */
static int weigh_line(const struct section_rules *r, int k, const struct numbering *n,
		      struct str folded)
{
	if (n->value == k && is_one_of(&r->labels[k], folded))
		return n->digit ? WEIGHT_DIGIT : WEIGHT_EXACT;
	if (n->value == k && !n->digit && holds_one_of(&r->words[k], folded))
		return WEIGHT_WORD;
	if (n->value == 0 && is_one_of(&r->alone[k], folded))
		return WEIGHT_ALONE;
	if (n->value == NUMERAL_LOST && is_one_of(&r->labels[k], folded))
		return WEIGHT_ALONE;
	return 0;
}

/* What the words are that begin as `text` does; `first` is its first character, 0 where that is not
 * known. */
static int openings(const struct section_rules *r, struct str text, uint32_t first)
{
	/* Marks are skipped, but most texts begin with a digit or an ideograph. */
	if (!(first >= '0' && first <= '9') && !(first >= 0x4e00 && first < 0xa000))
		first = fold_label_first(r->fold, text);
	return first ? r->opens[first % OPENINGS] : 0;
}

/* Whether a line may be a heading, by its number and the first character behind it. */
static bool may_be_heading(const struct section_rules *r, const struct text_line *l,
			   const struct numbering *n)
{
	int as = n->value == 0 ? OPENS_ALONE : n->value > 0 ? 1 << n->value : OPENS_LABEL;
	char last = l->s.p[l->s.n - 1];

	/* A cell must be just what the form prints. */
	if (n->bracket || (l->cell.table && (n->value <= 0 || n->digit)))
		return false;
	if (n->value > 0 && !n->digit && !l->cell.table) /* a word will do, wherever it stands */
		return true;
	if (last >= '0' && last <= '9' && !r->closes[(unsigned char)last])
		return false;
	return openings(r, str_from(l->s, n->end), n->value ? 0 : n->first) & as;
}

/* A sentence is no heading, whatever it starts with. */
static bool is_sentence(struct str s)
{
	size_t stop = str_find(s, STR("。"), 0);

	return stop != STR_NONE && str_trim(str_from(s, stop + 3)).n > 0;
}

static bool whole_line(const struct section_rules *r, const struct text_line *l, size_t index,
		       struct buf *room, struct candidates *found)
{
	struct numbering n;
	int k;

	if (l->s.n == 0 || l->s.n > HEADING_LIMIT)
		return false;
	n = read_numbering(r->fold, l->s);
	if (!may_be_heading(r, l, &n) || is_sentence(l->s))
		return false;
	buf_clear(room);
	fold_label(r->fold, str_from(l->s, n.end), room);
	for (k = 1; k <= SECTIONS; k++) {
		int weight = weigh_line(r, k, &n, buf_str(room));

		if (!weight || (l->cell.table && weight < WEIGHT_EXACT))
			continue;
		add(found, (struct candidate){index, 0, l->s.n, k, weight, STR_NONE, false});
		return true;
	}
	return false;
}

/* Where a label of section k that starts at `from` ends in `s`, blanks and marks skipped; 0 for
 * none. */
static size_t label_end(const struct section_rules *r, int k, struct str s, size_t from)
{
	size_t best = 0, w;

	for (w = 0; w < r->labels[k].n; w++) {
		struct str label = r->labels[k].v[w];
		size_t i = from, j = 0;

		while (i < s.n && j < label.n) {
			uint32_t cp = fold_cp(r->fold, utf8_next(s, &i));

			if (cp == ' ' || cp == 0x3001)
				continue;
			if (cp != utf8_next(label, &j))
				break;
			if (j == label.n && i > best)
				best = i;
		}
	}
	return best;
}

/* What may stand before a heading inside a line: the end of a sentence, a blank, a cell's bar. */
static bool ends_text(uint32_t cp)
{
	switch (cp) {
	case 0:
	case ' ':
	case '|':
	case ')':
	case '"':
	case ';':
	case ':':
	case '!':
	case '?':
	case '*':
	case '#':
	case 0x3002: /* 。 */
		return true;
	default:
		return false;
	}
}

/* Adds the heading at s.p[at], and returns where it ends; `at` for none. */
static size_t heading_at(const struct section_rules *r, struct str s, size_t at, size_t index,
			 struct candidates *found)
{
	size_t mark = at, end;
	int k = numeral(fold_cp(r->fold, utf8_next(s, &mark)));

	if (!k || !is_numeral_mark(next_mark(r->fold, s, &mark, &end)))
		return at;
	end = label_end(r, k, s, end);
	if (!end)
		return at;
	add(found, (struct candidate){index, at, end, k, WEIGHT_INSIDE, STR_NONE, false});
	return end;
}

static bool is_ascii(char c)
{
	return ((unsigned char)c & 0x80) == 0;
}

/* Behind the ASCII that begins at `i`: eight bytes at a time, as tables are full of blanks. */
static size_t skip_ascii(struct str s, size_t i)
{
	uint64_t eight;

	for (; s.n - i >= sizeof eight; i += sizeof eight) {
		memcpy(&eight, s.p + i, sizeof eight);
		if (eight & 0x8080808080808080U)
			break;
	}
	while (i < s.n && is_ascii(s.p[i]))
		i++;
	return i;
}

/* Behind the ideographs that begin at `i`: in UTF-8 three bytes each, and one of these first. */
static size_t skip_ideographs(struct str s, size_t i)
{
	while (i + 2 < s.n && (unsigned char)(s.p[i] - '\xe4') <= 0xe9 - 0xe4)
		i += 3;
	return i;
}

/* A heading begins with no ASCII, and what may stand before it is no ideograph. */
static void inside_line(const struct section_rules *r, const struct text_line *l, size_t index,
			struct candidates *found)
{
	struct str s = l->s;
	size_t i = 0, from;
	bool ended = true;

	while (i < s.n) {
		from = i;
		if (is_ascii(s.p[i])) {
			i = skip_ascii(s, i);
			ended = ends_text(fold_cp(r->fold, (unsigned char)s.p[i - 1]));
			continue;
		}
		if (ended)
			i = heading_at(r, s, i, index, found);
		ended = false;
		if (i == from)
			i = skip_ideographs(s, i);
		if (i == from)
			ended = ends_text(fold_cp(r->fold, utf8_next(s, &i)));
	}
}

/* Whether nothing but blanks stands between two candidates. */
static bool is_adjacent(const struct text *text, const struct candidate *a,
			const struct candidate *b)
{
	size_t l;

	if (a->line == b->line) /* a mark between entries is no text */
		return str_trim(str_sub(text->line[a->line].s, a->to, b->from)).n <= MARK;
	for (l = a->line + 1; l < b->line; l++)
		if (str_trim(text->line[l].s).n)
			return false;
	return str_trim(str_from(text->line[a->line].s, a->to)).n == 0;
}

/* A heading right before another is an entry of a list of contents, or heads a section without
 * text: a quarter as good. */
static void weigh_contents(const struct text *text, struct candidates *c)
{
	size_t i;

	for (i = 0; i + 1 < c->n; i++)
		if (is_adjacent(text, &c->v[i], &c->v[i + 1])) {
			c->v[i].weight = (c->v[i].weight + 3) / 4;
			c->v[i].bare = true;
		}
}

/* Headings that make a report: so many different sections, so many of them with text. */
enum { REPORT_SECTIONS = 3, REPORT_TEXTS = 2 };

/* How many of the sections in `seen` the candidates from `i` on head again. */
static size_t sections_again(const struct candidates *c, size_t i, unsigned seen)
{
	size_t again = 0;

	for (; i < c->n; i++) {
		unsigned bit = 1U << c->v[i].section;

		again += (seen & bit) != 0;
		seen &= ~bit;
	}
	return again;
}

/* How many candidates are the first report's: up to the next 一 behind headings that make a report,
 * if the same headings come again. A list of contents, whose headings have no text, is a part of
 * its report. */
static size_t first_report(const struct candidates *c)
{
	unsigned seen = 0;
	size_t i, sections = 0, texts = 0;

	for (i = 0; i < c->n; i++) {
		unsigned bit = 1U << c->v[i].section;

		if (c->v[i].section == 1 && (seen & bit) && sections >= REPORT_SECTIONS &&
		    texts >= REPORT_TEXTS && sections_again(c, i, seen) >= REPORT_SECTIONS)
			break;
		sections += !(seen & bit);
		texts += !c->v[i].bare;
		seen |= bit;
	}
	return i;
}

/* The heaviest chain of candidates with rising sections; marks it by `before` and returns its last
 * member, or STR_NONE. best[k] is the end of the best chain that ends in section k so far. */
static size_t best_chain(struct candidates *c)
{
	size_t best[SECTIONS + 1], i;
	int weight[SECTIONS + 1] = {0}, k, top = 0;

	for (k = 0; k <= SECTIONS; k++)
		best[k] = STR_NONE;
	for (i = 0; i < c->n; i++) {
		struct candidate *v = &c->v[i];
		int from = 0;

		for (k = 1; k < v->section; k++)
			if (best[k] != STR_NONE && weight[k] >= weight[from])
				from = k;
		v->before = best[from];
		if (weight[from] + v->weight > weight[v->section]) {
			weight[v->section] = weight[from] + v->weight;
			best[v->section] = i;
		}
	}
	for (k = 1; k <= SECTIONS; k++)
		if (weight[k] > weight[top])
			top = k;
	return best[top];
}

/* Adds a piece of the line, for which there is room. */
static inline void add_piece(struct pieces *p, const struct text_line *line, struct str s,
			     int section, bool heading)
{
	p->v[p->n++] = (struct piece){.s = s,
				      .source = line,
				      .number = line->number,
				      .heading = heading,
				      .section = section};
}

/* Cuts the lines at the chosen headings, given in order. */
static void cut(const struct text *text, const struct candidate *const *chosen, size_t count,
		struct pieces *pieces)
{
	size_t l, c, from, next = count ? chosen[0]->line : text->n;
	int section = 0;

	/* A heading, and what stands before it on its line, besides each line's end. */
	pieces->v = grow(pieces->v, &pieces->cap, text->n + 2 * count, sizeof *pieces->v);
	for (l = c = 0; l < text->n; l++) {
		const struct text_line *line = &text->line[l];
		struct str s = line->s;

		for (from = 0; l == next; next = ++c < count ? chosen[c]->line : text->n) {
			if (str_trim(str_sub(s, from, chosen[c]->from)).n)
				add_piece(pieces, line, str_sub(s, from, chosen[c]->from), section,
					  false);
			section = chosen[c]->section;
			add_piece(pieces, line, str_sub(s, chosen[c]->from, chosen[c]->to), section,
				  true);
			from = chosen[c]->to;
		}
		if (from == 0 || str_trim(str_from(s, from)).n)
			add_piece(pieces, line, str_from(s, from), section, false);
		pieces->v[pieces->n - 1].page_number = line->page_number;
	}
}

/* The line behind the innermost box that holds all headings: what follows is the page's. */
static size_t box_end(const struct text *text, const struct candidate *const *chosen, size_t count)
{
	size_t box = count ? text->line[chosen[0]->line].box : 0, i;

	for (i = 1; i < count; i++)
		box = text_common(text, box, text->line[chosen[i]->line].box);
	return count < REPORT_SECTIONS ? text->n : text->box[box].end;
}

/* The first piece of the line or of those behind it. */
static size_t first_piece(const struct pieces *pieces, const struct text_line *line)
{
	size_t i;

	for (i = pieces->n; i > 0 && pieces->v[i - 1].source >= line; i--)
		;
	return i;
}

void sections_find(const struct section_rules *r, const struct text *text, struct pieces *pieces)
{
	struct candidates found = {NULL, 0, 0};
	const struct candidate *chosen[SECTIONS];
	struct buf room = BUF_INIT;
	size_t i, at, end, all, count = 0;

	for (i = 0; i < text->n; i++) {
		const struct text_line *l = &text->line[i];

		/* Most lines are figures and blanks, of which no heading consists. */
		if (skip_ascii(l->s, 0) == l->s.n)
			continue;
		if (!whole_line(r, l, i, &room, &found) && !l->cell.table)
			inside_line(r, l, i, &found);
	}
	weigh_contents(text, &found);
	all = found.n;
	found.n = first_report(&found);
	end = found.n < all ? found.v[found.n].line : text->n;
	at = best_chain(&found);
	for (; at != STR_NONE; at = found.v[at].before)
		chosen[count++] = &found.v[at];
	for (i = 0; i < count / 2; i++) {
		const struct candidate *swap = chosen[i];

		chosen[i] = chosen[count - 1 - i];
		chosen[count - 1 - i] = swap;
	}
	memset(pieces->found, 0, sizeof pieces->found);
	for (i = 0; i < count; i++)
		pieces->found[chosen[i]->section] = true;
	pieces->n = 0;
	cut(text, chosen, count, pieces);
	pieces->report = first_piece(pieces, text->line + end);
	end = box_end(text, chosen, count) < end ? box_end(text, chosen, count) : end;
	pieces->inside = first_piece(pieces, text->line + end);
	buf_free(&room);
	free(found.v);
}

struct str piece_cut_bars(struct str s)
{
	s = str_trim(s);
	while (s.n && (s.p[s.n - 1] == '|' || s.p[s.n - 1] == ' '))
		s.n--;
	while (s.n && (s.p[0] == '|' || s.p[0] == ' ')) {
		s.p++;
		s.n--;
	}
	return s;
}

void pieces_free(struct pieces *p)
{
	free(p->v);
	*p = (struct pieces){.v = NULL};
}

int section_anchor(const struct section_rules *r, struct str line)
{
	struct buf folded = BUF_INIT;
	int k, found = 0;

	if (line.n > HEADING_LIMIT || !(openings(r, line, 0) & OPENS_ANCHOR))
		return 0;
	fold_label(r->fold, line, &folded);
	for (k = 1; k <= SECTIONS && !found && folded.n; k++)
		if (is_one_of(&r->anchor[k], buf_str(&folded)))
			found = k;
	buf_free(&folded);
	return found;
}
