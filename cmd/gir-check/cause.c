/* cause: what may have happened to a cell, told from what stands there and what should. */
#include "cmd/gir-check/suspect.h"

const char *const cause_names[CAUSE_COUNT] = {
	[CAUSE_NONE] = "",
	[CAUSE_SIGN] = "sign",
	[CAUSE_SWAPPED] = "digits-swapped",
	[CAUSE_LOST] = "digit-lost",
	[CAUSE_DOUBLED] = "digit-doubled",
	[CAUSE_SHIFTED] = "column-shifted",
	[CAUSE_TOTAL] = "total-not-updated",
};

struct digits {
	struct buf actual, repair;
};

/* Two neighbouring digits stand in each other's place. */
static bool is_swapped(struct str a, struct str b)
{
	size_t i = 0;

	if (a.n != b.n)
		return false;
	while (i < a.n && a.p[i] == b.p[i])
		i++;
	return i + 1 < a.n && a.p[i] == b.p[i + 1] && a.p[i + 1] == b.p[i] &&
	       str_eq(str_from(a, i + 2), str_from(b, i + 2));
}

/* Where the longer text has one byte more than the shorter, its place; else STR_NONE. */
static size_t extra_digit(struct str longer, struct str shorter)
{
	size_t i = 0;

	if (longer.n != shorter.n + 1)
		return STR_NONE;
	while (i < shorter.n && longer.p[i] == shorter.p[i])
		i++;
	return str_eq(str_from(longer, i + 1), str_from(shorter, i)) ? i : STR_NONE;
}

/* `i` is the last place where the digit may have come in, so its twin stands before it. */
static bool is_doubled(struct str actual, struct str repair)
{
	size_t i = extra_digit(actual, repair);

	return i != STR_NONE && i > 0 && actual.p[i] == actual.p[i - 1];
}

static enum cause cause_of_digits(struct str actual, struct str repair)
{
	if (is_swapped(actual, repair))
		return CAUSE_SWAPPED;
	if (extra_digit(repair, actual) != STR_NONE)
		return CAUSE_LOST;
	return is_doubled(actual, repair) ? CAUSE_DOUBLED : CAUSE_NONE;
}

static enum cause cause_of_value(struct dec actual, struct dec repair)
{
	struct digits d = {BUF_INIT, BUF_INIT};
	enum cause cause = CAUSE_NONE;

	if (actual.scale == repair.scale && actual.m == -repair.m)
		return CAUSE_SIGN;
	if (actual.m > 0 && repair.m >= 0 && actual.scale == repair.scale) {
		dec_put(actual, &d.actual);
		dec_put(repair, &d.repair);
		cause = cause_of_digits(buf_str(&d.actual), buf_str(&d.repair));
	}
	buf_free(&d.actual);
	buf_free(&d.repair);
	return cause;
}

/* Whether the cell stands alone in some sum, against two or more. */
static bool is_total(const struct sums *sums, size_t cell)
{
	size_t i, m;

	for (i = 0; i < sums->n; i++) {
		const struct sum *s = &sums->v[i];
		int sign = 0, other = 0;

		for (m = s->first; m < s->first + s->count; m++) {
			if (sums->member[m].cell == cell)
				sign += sums->member[m].sign;
			else
				other += sums->member[m].sign;
		}
		if (s->count > 2 && (sign == 1 || sign == -1) &&
		    other == -sign * ((int)s->count - 1))
			return true;
	}
	return false;
}

static struct dec value_of(const struct report *r, const struct blame *v)
{
	return r->slot[v->cell].value;
}

/* The cells stand side by side in one row, and the values are right but for their places: all one
 * column further, the last (or first) at the other end. */
static bool is_shifted(const struct report *r, const struct blame *v, size_t n)
{
	size_t i, right = 0, left = 0;

	for (i = 1; i < n; i++)
		if (v[i].cell != v[i - 1].cell + 1 ||
		    r->form->cells[v[i].cell].row != r->form->cells[v[0].cell].row)
			return false;
	for (i = 0; i < n; i++) {
		right += dec_cmp(value_of(r, &v[(i + 1) % n]), v[i].repair) == 0;
		left += dec_cmp(value_of(r, &v[i]), v[(i + 1) % n].repair) == 0;
	}
	return n > 1 && (right == n || left == n);
}

void causes_guess(const struct report *r, const struct sums *sums, struct blame *v, size_t n)
{
	bool shifted = is_shifted(r, v, n);
	size_t i;

	for (i = 0; i < n; i++) {
		v[i].cause =
			shifted ? CAUSE_SHIFTED : cause_of_value(value_of(r, &v[i]), v[i].repair);
		if (v[i].cause == CAUSE_NONE && is_total(sums, v[i].cell))
			v[i].cause = CAUSE_TOTAL;
	}
}
