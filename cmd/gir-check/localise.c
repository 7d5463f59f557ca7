/* How the search goes: a set of columns can satisfy the system only if it holds, for any row that
 * is still open, a column that is not zero there. So it takes the open row with the fewest columns
 * and tries each; a column taken is eliminated from the rest, and from what is left to explain.
 * Nothing left: the set spans the residuals, and its values can be worked out. Elimination keeps
 * integers, by cross-multiplication; rows keep their places.
 */
#include "cmd/gir-check/localise.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/str.h"

enum { WORK = 20 * 1000 * 1000 }; /* coefficients looked at in one search */

/* A column taken, reduced by those taken before it. */
struct pivot {
	size_t row;
	int64_t value; /* of the column in that row */
	int64_t *column;
};

struct search {
	const struct system *s;
	remedy_fits *fits;
	void *context;
	size_t size; /* of the sets looked for */
	size_t taken[LOCALISE_MOST], n;
	struct pivot pivot[LOCALISE_MOST];
	size_t pivots;
	int64_t *left[LOCALISE_MOST + 1]; /* the residuals, reduced by the first n pivots */
	size_t *width;                    /* how many columns each row has */
	struct remedy found;
	size_t sets;
	size_t work;
};

static int64_t magnitude(int64_t v)
{
	return v < 0 ? -v : v;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
	a = magnitude(a);
	b = magnitude(b);
	while (b) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* ---- one set: its values ---- */

/* The equations of a set, solved by elimination; the last column is the right side. */
struct solver {
	const struct search *q;
	size_t n, rank;
	int64_t row[LOCALISE_MOST][LOCALISE_MOST + 1]; /* of each pivot, one alone in its column */
	bool bound[LOCALISE_MOST];                     /* a column with a pivot */
	size_t column[LOCALISE_MOST];                  /* of each pivot */
	bool sound;                                    /* no equation contradicts the others */
	bool overflow;                                 /* a number was too large */
};

static void divide(int64_t *row, size_t n)
{
	int64_t d = 0;
	size_t i;

	for (i = 0; i < n; i++)
		d = common_divisor(d, row[i]);
	for (i = 0; i < n && d > 1; i++)
		row[i] /= d;
}

/* a * b - c * d; false where it cannot be held. */
static bool cross(int64_t a, int64_t b, int64_t c, int64_t d, int64_t *result)
{
	int64_t x, y;

	return !__builtin_mul_overflow(a, b, &x) && !__builtin_mul_overflow(c, d, &y) &&
	       !__builtin_sub_overflow(x, y, result);
}

/* row := row * other[at] - other * row[at] */
static bool eliminate(int64_t *row, const int64_t *other, size_t at, size_t n)
{
	int64_t a = other[at], b = row[at];
	size_t i;

	if (b == 0)
		return true;
	for (i = 0; i < n; i++)
		if (!cross(row[i], a, other[i], b, &row[i]))
			return false;
	divide(row, n);
	return true;
}

static void add_equation(struct solver *v, size_t number)
{
	const struct system *s = v->q->s;
	int64_t row[LOCALISE_MOST + 1];
	size_t i, p;

	for (i = 0; i < v->n; i++)
		row[i] = s->coefficient[number * s->columns + v->q->taken[i]];
	row[v->n] = -s->residual[number];
	for (p = 0; p < v->rank; p++)
		if (!eliminate(row, v->row[p], v->column[p], v->n + 1))
			v->overflow = true;
	for (i = 0; i < v->n && row[i] == 0; i++)
		;
	if (i == v->n) {
		v->sound = v->sound && row[i] == 0;
		return;
	}
	divide(row, v->n + 1);
	for (p = 0; p < v->rank; p++)
		if (!eliminate(v->row[p], row, i, v->n + 1))
			v->overflow = true;
	memcpy(v->row[v->rank], row, sizeof row);
	v->bound[i] = true;
	v->column[v->rank++] = i;
}

static struct solver solve(const struct search *q)
{
	struct solver v = {.q = q, .n = q->n, .sound = true};
	size_t i;

	for (i = 0; i < q->s->rows && v.sound && !v.overflow; i++)
		add_equation(&v, i);
	return v;
}

static bool may_be(const struct unknown *u, int64_t change)
{
	int64_t value = u->value + change;

	return value % u->step == 0 && (value >= 0 || u->negative);
}

enum answer { IMPOSSIBLE, POSSIBLE, OPEN };

/* All columns have a pivot: the values are what they are. */
static enum answer settle_values(const struct solver *v, struct remedy *r)
{
	size_t p;

	for (p = 0; p < v->rank; p++) {
		size_t i = v->column[p];
		int64_t a = v->row[p][i], b = v->row[p][v->n];

		if (b % a != 0 || !may_be(&v->q->s->unknown[v->q->taken[i]], b / a))
			return IMPOSSIBLE;
		r->change[i] = b / a;
	}
	return POSSIBLE;
}

/* Where one or more values are free, the others must be able to make up for it; it is enough to
 * know that they cannot. Each equation a.x = b is tested alone over what its values may be. */
static bool out_of_reach(const struct solver *v, size_t p)
{
	int64_t low = 0, high = 0;
	bool no_low = false, no_high = false;
	size_t i;

	for (i = 0; i < v->n; i++) {
		const struct unknown *u = &v->q->s->unknown[v->q->taken[i]];
		int64_t a = v->row[p][i];

		if (a == 0)
			continue;
		if (a > 0 || u->negative)
			no_high = true;
		if (a < 0 || u->negative)
			no_low = true;
		if (u->value > 0) {
			low -= a > 0 ? a * u->value : 0;
			high -= a < 0 ? a * u->value : 0;
		}
	}
	return (!no_low && v->row[p][v->n] < low) || (!no_high && v->row[p][v->n] > high);
}

static int64_t floor_divide(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* One value is free: the others, which follow from it, leave it a range. */
static enum answer settle_range(const struct solver *v, size_t free, struct remedy *r)
{
	const struct unknown *u = v->q->s->unknown;
	int64_t low = u[v->q->taken[free]].negative ? -LOCALISE_VALUE : -u[v->q->taken[free]].value;
	int64_t high = LOCALISE_VALUE;
	size_t p;

	for (p = 0; p < v->rank; p++) {
		const struct unknown *bound = &u[v->q->taken[v->column[p]]];
		int64_t a = v->row[p][v->column[p]], b = v->row[p][v->n];
		int64_t slope = a * v->row[p][free], room = bound->value + a * b;

		if (magnitude(a) != 1 || bound->step != 1)
			return OPEN;
		if (bound->negative)
			continue;
		if (slope > 0 && floor_divide(room, slope) < high)
			high = floor_divide(room, slope);
		if (slope < 0 && -floor_divide(room, -slope) > low)
			low = -floor_divide(room, -slope);
		if (low > high || (slope == 0 && room < 0))
			return IMPOSSIBLE;
	}
	for (p = 0; p < v->rank && low == high; p++) {
		int64_t a = v->row[p][v->column[p]];

		r->change[v->column[p]] = a * (v->row[p][v->n] - v->row[p][free] * low);
	}
	r->change[free] = low;
	return low == high ? POSSIBLE : OPEN;
}

static enum answer settle(const struct search *q, struct remedy *r)
{
	struct solver v = solve(q);
	size_t p, free = 0;

	if (v.overflow)
		return OPEN;
	if (!v.sound)
		return IMPOSSIBLE;
	if (v.rank == v.n)
		return settle_values(&v, r);
	for (p = 0; p < v.rank; p++)
		if (out_of_reach(&v, p))
			return IMPOSSIBLE;
	while (v.bound[free])
		free++;
	if (v.rank + 1 < v.n || q->s->unknown[q->taken[free]].step != 1)
		return OPEN;
	return settle_range(&v, free, r);
}

/* ---- the search ---- */

static void sort_remedy(struct remedy *r)
{
	size_t i, j;

	for (i = 1; i < r->n; i++) {
		size_t at = r->at[i];
		int64_t change = r->change[i];

		for (j = i; j > 0 && r->at[j - 1] > at; j--) {
			r->at[j] = r->at[j - 1];
			r->change[j] = r->change[j - 1];
		}
		r->at[j] = at;
		r->change[j] = change;
	}
}

static bool same_set(const struct remedy *a, const struct remedy *b)
{
	return memcmp(a->at, b->at, a->n * sizeof *a->at) == 0;
}

/* A set complete. One whose values stay open makes the answer not unique. */
static void try_set(struct search *q)
{
	struct remedy r = {.n = q->n};
	enum answer answer;

	memcpy(r.at, q->taken, q->n * sizeof *r.at);
	answer = settle(q, &r);
	if (answer == IMPOSSIBLE)
		return;
	sort_remedy(&r);
	if (answer == POSSIBLE && !q->fits(q->context, &r))
		return;
	if (q->sets > 0 && same_set(&q->found, &r))
		return;
	q->sets += answer == OPEN ? 2 : 1;
	q->found = r;
}

/* A coefficient, reduced by the first `depth` pivots. */
static int64_t reduced(const struct search *q, size_t depth, size_t row, size_t column)
{
	const struct pivot *p;
	int64_t above;

	if (depth == 0)
		return q->s->coefficient[row * q->s->columns + column];
	p = &q->pivot[depth - 1];
	above = reduced(q, depth - 1, p->row, column);
	return reduced(q, depth - 1, row, column) * p->value - (above ? above * p->column[row] : 0);
}

/* Adds a column to the set, and its pivot, if it is not a sum of those that have one. */
static void take(struct search *q, size_t column)
{
	struct pivot *p = &q->pivot[q->pivots];
	size_t rows = q->s->rows, i;

	q->taken[q->n++] = column;
	for (i = 0; i < rows; i++)
		p->column[i] = reduced(q, q->pivots, i, column);
	divide(p->column, rows);
	for (p->row = 0; p->row < rows && p->column[p->row] == 0; p->row++)
		;
	q->work += rows;
	if (p->row == rows)
		return;
	p->value = p->column[p->row];
	for (i = 0; i < rows; i++)
		if (!cross(q->left[q->pivots][i], p->value, q->left[q->pivots][p->row],
			   p->column[i], &q->left[q->pivots + 1][i]))
			q->work = WORK + 1;
	q->pivots++;
}

static void give_back(struct search *q, size_t pivots)
{
	q->n--;
	q->pivots = pivots;
}

static bool is_taken(const struct search *q, size_t column)
{
	size_t i;

	for (i = 0; i < q->n; i++)
		if (q->taken[i] == column)
			return true;
	return false;
}

static bool is_over(const struct search *q)
{
	return q->sets > 1 || q->work > WORK;
}

/* The row that is not explained yet and has the fewest columns, or STR_NONE. */
static size_t open_row(const struct search *q)
{
	const int64_t *left = q->left[q->pivots];
	size_t i, best = STR_NONE;

	for (i = 0; i < q->s->rows; i++)
		if (left[i] != 0 && (best == STR_NONE || q->width[i] < q->width[best]))
			best = i;
	return best;
}

/* Whether a column, as the last one, explains all that is left: whether it is in proportion. */
static bool explains(struct search *q, size_t open, size_t column)
{
	const int64_t *left = q->left[q->pivots];
	int64_t a = reduced(q, q->pivots, open, column);
	int64_t divisor = common_divisor(a, left[open]), times = left[open] / divisor;
	size_t i;

	a /= divisor;
	for (i = 0; i < q->s->rows; i++) {
		int64_t b = reduced(q, q->pivots, i, column), product;

		q->work++;
		if (b % a != 0 || __builtin_mul_overflow(times, b / a, &product) ||
		    product != left[i])
			break;
	}
	return i == q->s->rows;
}

/* The set explains the residuals, but a value would be none that it may be. More columns help only
 * where they leave the values a choice. */
static void pad(struct search *q, size_t from)
{
	size_t column, pivots = q->pivots;

	if (q->n == q->size) {
		if (q->pivots < q->n)
			try_set(q);
		return;
	}
	for (column = from; column < q->s->columns && !is_over(q); column++) {
		if (is_taken(q, column))
			continue;
		take(q, column);
		pad(q, column + 1);
		give_back(q, pivots);
	}
}

static void extend(struct search *q)
{
	size_t row = open_row(q), column, pivots = q->pivots;

	if (row == STR_NONE && q->n == q->size)
		try_set(q);
	else if (row == STR_NONE)
		pad(q, 0);
	if (row == STR_NONE || q->n == q->size)
		return;
	for (column = 0; column < q->s->columns && !is_over(q); column++) {
		q->work++;
		if (is_taken(q, column) || reduced(q, pivots, row, column) == 0 ||
		    (q->n + 1 == q->size && !explains(q, row, column)))
			continue;
		take(q, column);
		extend(q);
		give_back(q, pivots);
	}
}

/* ---- setting out ---- */

static size_t take_musts(struct search *q)
{
	size_t i, n = 0;

	for (i = 0; i < q->s->columns; i++)
		n += q->s->unknown[i].must;
	for (i = 0; i < q->s->columns && n <= LOCALISE_MOST; i++)
		if (q->s->unknown[i].must)
			take(q, i);
	return n;
}

static void prepare(struct search *q)
{
	const struct system *s = q->s;
	size_t i, j;

	for (i = 0; i < LOCALISE_MOST; i++)
		q->pivot[i].column = xcalloc(s->rows, sizeof(int64_t));
	for (i = 0; i <= LOCALISE_MOST; i++)
		q->left[i] = xcalloc(s->rows, sizeof(int64_t));
	memcpy(q->left[0], s->residual, s->rows * sizeof(int64_t));
	q->width = xcalloc(s->rows, sizeof *q->width);
	for (i = 0; i < s->rows; i++)
		for (j = 0; j < s->columns; j++)
			q->width[i] += s->coefficient[i * s->columns + j] != 0;
}

static void finish(struct search *q)
{
	size_t i;

	for (i = 0; i < LOCALISE_MOST; i++)
		free(q->pivot[i].column);
	for (i = 0; i <= LOCALISE_MOST; i++)
		free(q->left[i]);
	free(q->width);
}

bool localise(const struct system *s, remedy_fits *fits, void *context, struct remedy *found)
{
	struct search q = {.s = s, .fits = fits, .context = context};
	size_t least;

	prepare(&q);
	least = take_musts(&q);
	for (q.size = least ? least : 1; q.size <= LOCALISE_MOST && q.sets == 0; q.size++)
		if (q.work <= WORK)
			extend(&q);
	finish(&q);
	*found = q.found;
	return q.sets == 1 && q.work <= WORK;
}
