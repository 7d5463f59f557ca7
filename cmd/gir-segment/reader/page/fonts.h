/* fonts: whether a PDF says which characters its fonts show.
 */
#ifndef GIR_FONTS_H
#define GIR_FONTS_H

#include "common/str.h"

/* Whether the table that pdffonts printed has a font whose characters can only be guessed: one that
 * the file brings along, in an order of its own, without a map to Unicode. Its digits may come out
 * as other digits, which nobody could see. */
bool fonts_are_guessed(struct str table);

#endif
