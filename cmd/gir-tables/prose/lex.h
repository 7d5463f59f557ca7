/* prose_lex: sentences cut into tokens: words of known classes, numbers with units, years, marks.
 *
 * A sentence ends at 。！？ or with its paragraph. One of more than SENTENCE_LIMIT characters is no
 * prose: it is passed over, so that the room for a sentence is fixed. The lexer owns its arrays.
 */
#ifndef GIR_PROSE_LEX_H
#define GIR_PROSE_LEX_H

#include "cmd/gir-tables/prose/words.h"
#include "common/fold.h"
#include "common/number.h"

enum { SENTENCE_LIMIT = 16384 };

/* A character of the sentence; spaces are left out. */
struct glyph {
	uint32_t from, to; /* bytes of the sentence */
	uint32_t breaks;   /* line feeds before it in the sentence */
	bool spaced;       /* a space stands before it */
};

struct token {
	enum word_class class;
	enum word_unit unit;         /* of a number */
	uint32_t from, to;           /* glyphs */
	uint32_t partner;            /* of a bracket: the other one's token */
	uint32_t clause, clause_end; /* first token of its clause, the one behind its last */
	bool approximate;            /* of a number */
	struct dec value;
};

struct lexer {
	const struct fold *fold;
	const struct words *words;
	struct str sentence; /* source text */
	size_t line;         /* of its first character */
	uint32_t *cp;        /* folded, one a glyph */
	struct glyph *glyphs;
	size_t glyph_count;
	struct token *tokens;
	size_t count;
	uint32_t *open;          /* brackets that wait for their partners */
	bool ended;              /* the sentence ends with its mark, not with the paragraph */
	bool tokens_of_interest; /* something that could state a figure is among them */
};

void lexer_init(struct lexer *x, const struct fold *fold, const struct words *words);
void lexer_free(struct lexer *x);

/* Cuts the next sentence off *rest, of which *line is the first line, into x->tokens; false at the
 * end. A sentence too long has no tokens. */
bool lexer_next(struct lexer *x, struct str *rest, size_t *line, int year);

/* The source text of tokens from..to-1, and the line it begins on. */
struct str lexer_text(const struct lexer *x, size_t from, size_t to);
size_t lexer_line(const struct lexer *x, size_t token);

/* 零 to 九, 两, 十, 百, 千. */
static inline bool lexer_is_numeral(uint32_t cp)
{
	switch (cp) {
	case 0x96f6:
	case 0x4e00:
	case 0x4e8c:
	case 0x4e09:
	case 0x56db:
	case 0x4e94:
	case 0x516d:
	case 0x4e03:
	case 0x516b:
	case 0x4e5d:
	case 0x4e24:
	case 0x5341:
	case 0x767e:
	case 0x5343:
		return true;
	default:
		return false;
	}
}

/* Reads a number at glyph `at`, in digits or Chinese characters, into *t: a number, a year or text.
 * False where none stands there. (prose_number.c) */
bool lexer_number(const struct lexer *x, size_t at, int year, struct token *t);

#endif
