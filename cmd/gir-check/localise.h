/* localise: the smallest set of unknowns whose change satisfies a system of equations.
 *
 * The principle is that of I. P. Fellegi and D. Holt, "A systematic approach to automatic edit and
 * imputation", Journal of the American Statistical Association 71 (1976): change as few values as
 * possible so that every edit rule holds. The search is exact for sets of up to LOCALISE_MOST.
 */
#ifndef GIR_CHECK_LOCALISE_H
#define GIR_CHECK_LOCALISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LOCALISE_MOST = 3 };

/* Larger numbers than these are not searched, so that nothing can overflow. */
#define LOCALISE_COEFFICIENT 4
#define LOCALISE_VALUE ((int64_t)1 << 40)

struct unknown {
	int64_t value;
	int64_t step;  /* the repaired value is a multiple of it */
	bool negative; /* and may be negative */
	bool must;     /* the value is none that it may be */
};

/* coefficient * change = -residual, for each row. The caller owns the arrays. */
struct system {
	size_t rows, columns;
	const int *coefficient; /* [row * columns + column] */
	const int64_t *residual;
	const struct unknown *unknown;
};

/* Which columns to change, ascending, and by how much. */
struct remedy {
	size_t n;
	size_t at[LOCALISE_MOST];
	int64_t change[LOCALISE_MOST];
};

/* Whether a remedy breaks no other rule. */
typedef bool remedy_fits(void *context, const struct remedy *r);

/* True where there is a smallest set, one alone, and its values are determined. False too where the
 * search would take too long: a system that no form has. */
bool localise(const struct system *s, remedy_fits *fits, void *context, struct remedy *found);

#endif
