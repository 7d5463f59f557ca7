/* docx_count: the numbers of a list in the notation that its format names (ECMA-376, 17.18.59).
 */
#ifndef GIR_DOCX_COUNT_H
#define GIR_DOCX_COUNT_H

#include "common/buf.h"

enum docx_notation {
	NOTATION_DECIMAL,
	NOTATION_DECIMAL_ZERO,
	NOTATION_FULL_WIDTH,
	NOTATION_CIRCLE,
	NOTATION_FULL_STOP,
	NOTATION_BRACKET,
	NOTATION_DASH,
	NOTATION_CHINESE,
	NOTATION_CHINESE_DIGITS,
	NOTATION_CHINESE_FORMAL,
	NOTATION_CHINESE_FORMAL_TRADITIONAL,
	NOTATION_CHINESE_CIRCLE,
	NOTATION_STEMS,
	NOTATION_BRANCHES,
	NOTATION_UPPER_ROMAN,
	NOTATION_LOWER_ROMAN,
	NOTATION_UPPER_LETTER,
	NOTATION_LOWER_LETTER,
	NOTATION_BULLET,
	NOTATION_NONE
};

/* Decimal where the format is not known. */
enum docx_notation docx_notation_named(struct str name);
/* Appends v >= 0; decimal where the notation does not reach so far. */
void docx_count(enum docx_notation notation, int v, struct buf *to);

#endif
