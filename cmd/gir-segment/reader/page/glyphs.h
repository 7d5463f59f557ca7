/* glyphs: what the characters of a word are, as far as their places tell something.
 */
#ifndef GIR_GLYPHS_H
#define GIR_GLYPHS_H

#include "common/str.h"

/* Characters, combining marks and blanks among them. */
size_t glyphs_count(struct str s);
/* Columns of a fixed-width font: an ideograph takes two. At least 1. */
size_t glyphs_width(struct str s);
/* How many have no meaning: of private use, or the replacement character, which is what a font
 * without a map to Unicode gives. */
size_t glyphs_unmapped(struct str s);
/* Without blanks of any kind at both ends. */
struct str glyphs_trim(struct str s);

/* Whether it begins, or ends, with a digit of either width. */
bool glyphs_digit_first(struct str s);
bool glyphs_digit_last(struct str s);
/* Whether there is a digit, and nothing but digits and the marks inside numbers. */
bool glyphs_is_number(struct str s);
bool glyphs_has_digit(struct str s);
/* Whether it begins, or ends, with a Latin letter. */
bool glyphs_latin_first(struct str s);
bool glyphs_latin_last(struct str s);

/* Whether the character is a blank of any kind. */
bool glyph_is_blank(uint32_t cp);

#endif
