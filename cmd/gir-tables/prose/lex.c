#include "cmd/gir-tables/prose/lex.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/utf8.h"

void lexer_init(struct lexer *x, const struct fold *fold, const struct words *words)
{
	*x = (struct lexer){.fold = fold, .words = words};
	x->cp = xcalloc(SENTENCE_LIMIT, sizeof *x->cp);
	x->glyphs = xcalloc(SENTENCE_LIMIT, sizeof *x->glyphs);
	x->tokens = xcalloc(SENTENCE_LIMIT + 1, sizeof *x->tokens);
	x->open = xcalloc(SENTENCE_LIMIT, sizeof *x->open);
}

void lexer_free(struct lexer *x)
{
	free(x->cp);
	free(x->glyphs);
	free(x->tokens);
	free(x->open);
}

/* ---- glyphs ---- */

/* An ASCII '?' is a space that was damaged on the way. */
static bool ends_sentence(uint32_t cp)
{
	return cp == 0x3002 || cp == 0xff01 || cp == 0xff1f || cp == '!';
}

/* Quotation marks and marks of Markdown say nothing here. */
static bool is_silent(uint32_t cp)
{
	return cp == ' ' || cp == '?' || cp == '"' || cp == '\'' || cp == '*' || cp == '#' ||
	       cp == '_' || (cp >= 0x2460 && cp <= 0x2473); /* ① to ⑳ */
}

/* Most characters: neither ends a sentence nor is silent. */
static bool is_ideograph(uint32_t cp)
{
	return cp - 0x4e00 < 0x5200;
}

/* Takes one sentence off *rest into the glyphs. False where it was too long. */
static bool read_glyphs(struct lexer *x, struct str *rest, size_t *line)
{
	size_t i = 0, start = 0, breaks = 0, n = 0;
	bool spaced = false, fits = true, ended = false;

	x->line = *line;
	for (; i < rest->n && !ended; start = i) {
		uint32_t cp = utf8_next(*rest, &i), folded = fold_cp(x->fold, cp);

		if (!is_ideograph(cp) || !is_ideograph(folded)) {
			ended = ends_sentence(cp);
			breaks += cp == '\n';
			if (is_silent(folded)) {
				spaced |= folded == ' ';
				continue;
			}
		}
		if (n == SENTENCE_LIMIT || i > UINT32_MAX) {
			fits = false;
			continue;
		}
		x->cp[n] = ended ? ';' : folded;
		x->glyphs[n++] =
			(struct glyph){(uint32_t)start, (uint32_t)i, (uint32_t)breaks, spaced};
		spaced = false;
	}
	x->glyph_count = n;
	x->ended = ended;
	x->sentence = str_sub(*rest, 0, i);
	*rest = str_from(*rest, i);
	*line += breaks;
	return fits;
}

/* ---- tokens ---- */

/* 零 to 九, 两, 十, 百, 千 and digits. */
static bool begins_number(uint32_t cp)
{
	return lexer_is_numeral(cp) || (cp >= '0' && cp <= '9');
}

static enum word_class mark_class(uint32_t cp)
{
	switch (cp) {
	case ',':
		return WORD_COMMA;
	case ';':
	case '.':
	case '|':
		return WORD_STOP;
	case ':':
		return WORD_COLON;
	case 0x3001: /* 、 */
		return WORD_SEPARATOR;
	case '(':
		return WORD_OPENING;
	case ')':
		return WORD_CLOSING;
	default:
		return WORD_TEXT;
	}
}

/* The glyph behind a title 《...》 that begins at `at`; `at` itself where it has no end. */
static size_t skip_title(const struct lexer *x, size_t at)
{
	size_t i;

	for (i = at + 1; i < x->glyph_count; i++)
		if (x->cp[i] == 0x300b)
			return i + 1;
	return at;
}

/* The token at glyph `at`, which neither ends a run of text nor joins it yet. */
static struct token read_token(const struct lexer *x, size_t at, int year)
{
	struct token t = {.from = (uint32_t)at, .to = (uint32_t)at + 1};
	uint8_t class;
	size_t n = words_match(&x->words->classes, x->cp + at, x->glyph_count - at, &class);

	if (begins_number(x->cp[at])) {
		struct token number = t;

		if (lexer_number(x, at, year, &number) && number.to >= at + n)
			return number;
	}
	if (n) {
		t.class = class == WORD_PLAIN ? WORD_TEXT : (enum word_class) class;
		t.to = (uint32_t)(at + n);
	} else {
		t.class = mark_class(x->cp[at]);
	}
	return t;
}

/* Text that follows text is the same token. */
static void add_text(struct lexer *x, size_t from, size_t to)
{
	struct token *last = x->count ? &x->tokens[x->count - 1] : NULL;

	if (last && last->class == WORD_TEXT)
		last->to = (uint32_t)to;
	else
		x->tokens[x->count++] = (struct token){.from = (uint32_t)from, .to = (uint32_t)to};
}

static size_t add_token(struct lexer *x, struct token t)
{
	if (t.class == WORD_TEXT) {
		add_text(x, t.from, t.to);
	} else {
		x->tokens_of_interest |=
			t.class == WORD_NUMBER || t.class == WORD_NONE || t.class == WORD_ZERO;
		x->tokens[x->count++] = t;
	}
	return t.to;
}

/* Whether the character is text, whatever follows it: an ideograph that begins no word. */
static bool is_text(const struct lexer *x, uint32_t cp)
{
	return is_ideograph(cp) && !words_begin(&x->words->classes, cp) && !begins_number(cp);
}

static void read_tokens(struct lexer *x, int year)
{
	bool titles = true; /* until one has no end */
	size_t i = 0;

	while (i < x->glyph_count) {
		size_t end = i;

		while (end < x->glyph_count && is_text(x, x->cp[end]))
			end++;
		if (end == i && titles && x->cp[i] == 0x300a) {
			end = skip_title(x, i);
			titles = end > i;
		}
		if (end > i)
			add_text(x, i, end);
		else
			end = add_token(x, read_token(x, i, year));
		i = end;
	}
}

static bool ends_clause(enum word_class class)
{
	return class == WORD_COMMA || class == WORD_STOP;
}

/* 1.公告: the ordinal of an item. */
static bool is_item_mark(const struct lexer *x, size_t i)
{
	return i + 1 < x->count && x->cp[x->tokens[i].from] == '.';
}

/* A number without a unit counts only at the end of a clause: 申请数量为5，. At the end of a line
 * that has no mark it may go on in the next. */
static void drop_bare_numbers(struct lexer *x)
{
	size_t i;

	for (i = 0; i < x->count; i++) {
		struct token *t = &x->tokens[i];

		if (t->class == WORD_NUMBER && t->unit == UNIT_NO &&
		    (i + 1 == x->count || is_item_mark(x, i + 1) ||
		     (!ends_clause(t[1].class) && t[1].class != WORD_CLOSING)))
			t->class = WORD_TEXT;
	}
}

/* Marries brackets; one without a partner is passed over. */
static void pair_brackets(struct lexer *x)
{
	size_t i, depth = 0;

	for (i = 0; i < x->count; i++) {
		struct token *t = &x->tokens[i];

		if (t->class == WORD_OPENING) {
			x->open[depth++] = (uint32_t)i;
		} else if (t->class == WORD_CLOSING && depth) {
			t->partner = x->open[--depth];
			x->tokens[t->partner].partner = (uint32_t)i;
		} else if (t->class == WORD_CLOSING) {
			t->class = WORD_FILL;
		}
	}
	while (depth)
		x->tokens[x->open[--depth]].class = WORD_FILL;
}

/* Tells each token of from..to-1 its clause; what stands in brackets has clauses of its own. */
static void find_clauses(struct lexer *x, size_t from, size_t to)
{
	size_t start = from, i, j;

	for (i = from; i <= to; i++) {
		if (i < to && x->tokens[i].class == WORD_OPENING) {
			i = x->tokens[i].partner;
			continue;
		}
		if (i < to && !ends_clause(x->tokens[i].class))
			continue;
		for (j = start; j < i; j++) {
			x->tokens[j].clause = (uint32_t)start;
			x->tokens[j].clause_end = (uint32_t)i;
		}
		start = i + 1;
	}
}

static void find_all_clauses(struct lexer *x)
{
	size_t i, depth = 0;

	find_clauses(x, 0, x->count);
	for (i = 0; i < x->count; i++) {
		if (x->tokens[i].class == WORD_OPENING && depth++ == 0)
			find_clauses(x, i + 1, x->tokens[i].partner);
		else if (x->tokens[i].class == WORD_CLOSING)
			depth--;
	}
}

bool lexer_next(struct lexer *x, struct str *rest, size_t *line, int year)
{
	if (rest->n == 0)
		return false;
	x->count = 0;
	x->tokens_of_interest = false;
	if (!read_glyphs(x, rest, line))
		return true;
	read_tokens(x, year);
	drop_bare_numbers(x);
	pair_brackets(x);
	find_all_clauses(x);
	return true;
}

struct str lexer_text(const struct lexer *x, size_t from, size_t to)
{
	if (from >= to)
		return STR_EMPTY;
	return str_sub(x->sentence, x->glyphs[x->tokens[from].from].from,
		       x->glyphs[x->tokens[to - 1].to - 1].to);
}

size_t lexer_line(const struct lexer *x, size_t token)
{
	return x->line + x->glyphs[x->tokens[token].from].breaks;
}
