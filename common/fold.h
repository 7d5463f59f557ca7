/* fold: one spelling for comparing what people write in many.
 *
 * Full width becomes ASCII, every kind of space a space, dashes '-', quotation marks '"',
 * brackets '(' and ')', traditional and compatibility ideographs simplified ones
 * (data/characters.tsv). Only comparisons see folded text; streams carry the source's own.
 */
#ifndef GIR_FOLD_H
#define GIR_FOLD_H

#include <stdint.h>

#include "common/buf.h"

struct fold {
	uint16_t to[0x10000];
};

/* Fills the table from the embedded data; it owns nothing else. */
void fold_init(struct fold *f);

/* A code point folded; ' ' for every space, invisible characters included. */
static inline uint32_t fold_cp(const struct fold *f, uint32_t cp)
{
	return cp < 0x10000 ? f->to[cp] : cp;
}

/* Appends `s` folded. */
void fold_text(const struct fold *f, struct str s, struct buf *to);

/* Appends `s` as a label is compared: folded, and without spaces, punctuation and brackets. */
void fold_label(const struct fold *f, struct str s, struct buf *to);
/* The same, but no further than until `to` holds more than `enough` bytes: whether a text is a
 * short one does not take all of a long one. */
void fold_label_start(const struct fold *f, struct str s, size_t enough, struct buf *to);

/* The first code point of what fold_label appends; 0 for none. */
uint32_t fold_label_first(const struct fold *f, struct str s);

#endif
