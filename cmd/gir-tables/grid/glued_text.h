/* glued_text: how a glued cell's text is folded before it is cut.
 *
 * As labels are, but what belongs to numbers stays: spaces that part them, signs, points, and every
 * other mark beside a digit that is no mere separator (5%, >5, 5（注）). The mark behind a label's
 * number is '.', and that number stands without brackets: 5.属于国家秘密, 三不予公开.
 */
#ifndef GIR_GLUED_TEXT_H
#define GIR_GLUED_TEXT_H

#include "common/fold.h"

/* Appends `text` folded. */
void glued_fold(const struct fold *f, struct str text, struct buf *to);

/* Where the brackets that open at `at` are closed again, not too far on; `at` for none. */
size_t gloss_end(struct str s, size_t at);

static inline bool is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

size_t skip_spaces(struct str s, size_t at);

/* Whether `s` is a numeral that labels are numbered with: 三. */
bool is_numeral(struct str s);

#endif
