#include "cmd/gir-agg/indicators.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"
#include "common/input.h"

enum { MOST_PLACES = 9 };

static int fault(const struct data *d, const char *what)
{
	diag(d->name, d->line, "%s: \"%.*s\"", what, STR_ARG(d->row));
	return -1;
}

static size_t find_cell(const struct intern *cells, struct str name)
{
	struct buf tabs = BUF_INIT;
	size_t i, at;

	for (i = 0; i < name.n; i++)
		buf_putc(&tabs, name.p[i] == '/' ? '\t' : name.p[i]);
	at = intern_find(cells, buf_str(&tabs));
	buf_free(&tabs);
	return at;
}

/* table/row/col+table/row/col-... */
static void read_expression(struct expression *e, struct str s, const struct intern *cells)
{
	size_t i, from = 0;

	for (i = 0; i <= s.n; i++) {
		struct term t = {.minus = from > 0 && s.p[from - 1] == '-'};
		struct str name = str_sub(s, from, i);

		if (i < s.n && s.p[i] != '+' && s.p[i] != '-')
			continue;
		from = i + 1;
		if (name.n && name.p[0] == '#') {
			t.count = true;
			name = str_from(name, 1);
		}
		t.cell = find_cell(cells, name);
		e->v = grow(e->v, &e->cap, e->n + 1, sizeof *e->v);
		e->v[e->n++] = t;
	}
}

static int read_indicator(struct indicators *l, const struct data *d, const struct intern *cells)
{
	struct indicator new = {.id = data_get(d, "id")};
	struct str n = data_get(d, "numerator"), m = data_get(d, "denominator");
	struct dec places;

	if (new.id.n == 0 || n.n == 0 || m.n == 0)
		return fault(d, "an indicator needs id, numerator and denominator");
	if (!dec_parse(data_get(d, "factor"), &new.factor) || new.factor.scale)
		return fault(d, "factor is no whole number");
	if (!dec_parse(data_get(d, "places"), &places) || places.scale || places.m < 0 ||
	    places.m > MOST_PLACES)
		return fault(d, "places is no number from 0 to 9");
	new.places = (int)places.m;
	read_expression(&new.numerator, n, cells);
	read_expression(&new.denominator, m, cells);
	l->v = grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	l->v[l->n++] = new;
	return 0;
}

int indicators_load(struct indicators *l, const char *path, const struct intern *cells)
{
	static const char embedded[] = "indicators.tsv";
	struct data d;

	*l = (struct indicators){.v = NULL};
	if (path && input_slurp_file(path, &l->text) != 0)
		return -1;
	if (data_open(&d, path ? path : embedded, path ? buf_str(&l->text) : data_text(embedded)) !=
	    0)
		return -1;
	while (data_next(&d))
		if (read_indicator(l, &d, cells) != 0)
			return -1;
	return 0;
}

void indicators_free(struct indicators *l)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		free(l->v[i].numerator.v);
		free(l->v[i].denominator.v);
	}
	free(l->v);
	buf_free(&l->text);
}

enum quantity indicator_sum(const struct expression *e, const struct group *g, struct dec *v)
{
	size_t i;

	*v = DEC_ZERO;
	for (i = 0; i < e->n; i++) {
		const struct term *t = &e->v[i];
		struct acc a = group_acc(g, t->cell);
		struct dec one;

		if (!acc_has_sum(&a))
			return QUANTITY_UNKNOWN;
		one = t->count ? (struct dec){(int64_t)a.cells, 0} : acc_dec(&a, a.sum);
		if ((t->minus ? dec_sub(*v, one, v) : dec_add(*v, one, v)) != 0)
			return QUANTITY_OVERFLOW;
	}
	return QUANTITY_KNOWN;
}

/* Long division: n / d to `places` decimals, half away from zero. d > 0, both below 10^18, so that
 * ten times a remainder fits. */
static bool divide(uint64_t n, uint64_t d, int places, uint64_t *quotient)
{
	uint64_t q = n / d, rest = n % d;
	int i;

	for (i = 0; i < places; i++) {
		rest *= 10;
		if (__builtin_mul_overflow(q, 10, &q) || __builtin_add_overflow(q, rest / d, &q))
			return false;
		rest %= d;
	}
	if (rest >= d - rest)
		q++;
	*quotient = q;
	return q <= INT64_MAX;
}

enum quantity indicator_rate(const struct indicator *i, struct dec n, struct dec d, struct dec *v)
{
	int scale = n.scale > d.scale ? n.scale : d.scale;
	struct dec up, down;
	uint64_t q;

	if (d.m == 0)
		return QUANTITY_UNKNOWN;
	if (dec_shift((struct dec){n.m, 0}, scale - n.scale, &up) != 0 ||
	    dec_shift((struct dec){d.m, 0}, scale - d.scale, &down) != 0 ||
	    __builtin_mul_overflow(up.m, i->factor.m, &up.m) || up.m == INT64_MIN ||
	    down.m > 1000000000000000000 || down.m < -1000000000000000000 ||
	    !divide((uint64_t)(up.m < 0 ? -up.m : up.m), (uint64_t)(down.m < 0 ? -down.m : down.m),
		    i->places, &q))
		return QUANTITY_OVERFLOW;
	*v = (struct dec){(up.m < 0) != (down.m < 0) ? -(int64_t)q : (int64_t)q, i->places};
	(void)dec_shift(*v, 0, v); /* drops trailing zeros; by no place nothing overflows */
	return QUANTITY_KNOWN;
}
