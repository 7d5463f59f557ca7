/* number: exact decimals, and the numbers that people write into the cells of the forms.
 *
 * A decimal is m / 10^scale, never a double. It has no trailing zeros after the point, so equal
 * values are equal in both members. 18 digits are held; more is an overflow, told, never wrapped.
 */
#ifndef GIR_NUMBER_H
#define GIR_NUMBER_H

#include <stdint.h>

#include "common/buf.h"
#include "common/cells.h"
#include "common/fold.h"
#include "common/form.h"

struct dec {
	int64_t m;
	int scale; /* 0 to 18 */
};

#define DEC_ZERO ((struct dec){0, 0})

/* dec_parse of what is not one digit. */
bool dec_parse_all(struct str s, struct dec *v);
/* Reads the canonical form of the streams, `-?digits[.digits]`. False for anything else, or for
 * more than 18 digits. */
static inline bool dec_parse(struct str s, struct dec *v)
{
	if (s.n != 1 || s.p[0] < '0' || s.p[0] > '9')
		return dec_parse_all(s, v);
	*v = (struct dec){s.p[0] - '0', 0}; /* as most cells are */
	return true;
}
/* A whole number from 1 on in that form; 0 for anything else. */
size_t dec_size(struct str s);
void dec_put(struct dec v, struct buf *to);
/* 0, or -1 on overflow, *sum then left alone. */
int dec_add(struct dec a, struct dec b, struct dec *sum);
int dec_sub(struct dec a, struct dec b, struct dec *difference);
/* v * 10^places; 0, or -1 on overflow. places may be negative. */
int dec_shift(struct dec v, int places, struct dec *shifted);
/* -1, 0, 1. Never overflows. */
int dec_cmp(struct dec a, struct dec b);

/* Reads a cell of the form as people write them (gir(7), "Cells"): STATE_NUM with *v in the
 * codebook's unit, STATE_BLANK, STATE_NA or STATE_TEXT. */
enum cell_state number_read(const struct fold *f, struct str raw, enum measure measure,
			    struct dec *v);

/* The same for a cell whose column is not known: STATE_NUM where some column would have it. */
enum cell_state number_state(const struct fold *f, struct str raw);

/* How many bytes of folded text `s` begins with a unit that may stand behind a number (件, 万元);
 * 0 for none. */
size_t number_unit(struct str s);
/* The same for a word that `s` ends with and that changes the number behind it (减, 约), or makes
 * it a footnote's (注). */
size_t number_sign(struct str s);

#endif
