#include "cmd/gir-report/front/counts.h"

#include <stdlib.h>

#include "common/alloc.h"

static struct count *count_of(struct counts *c, struct str word)
{
	size_t known = c->words.n, at = intern_add(&c->words, word);

	if (at == known) {
		c->v = grow(c->v, &c->cap, at + 1, sizeof *c->v);
		c->v[at] = (struct count){.word = c->words.v[at]};
		c->n++;
	}
	return &c->v[at];
}

static int by_frequency(const void *a, const void *b)
{
	const struct count *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return str_cmp(x->word, y->word);
}

static void sort(struct counts *c)
{
	if (c->n)
		qsort(c->v, c->n, sizeof *c->v, by_frequency);
}

/* The n of "rule*n", 1 without it. */
static size_t times_of(struct str *rule)
{
	struct str times = *rule;
	struct dec v;

	if (!str_cut(&times, '*', rule) || !times.p)
		return 1;
	return dec_parse(times, &v) && v.scale == 0 && v.m > 0 ? (size_t)v.m : 1;
}

static void add_rule(struct counts *c, const struct areas *a, const struct top *t, size_t area,
		     struct str rule)
{
	size_t times = times_of(&rule);
	struct count *v = count_of(c, rule);

	if (!v->by_area)
		v->by_area = xcalloc(t->n + 1, sizeof *v->by_area);
	v->n += times;
	v->reports++;
	for (; area != AREA_NONE; area = a->v[area].parent)
		if (t->of[area] != AREA_NONE)
			v->by_area[t->of[area]] += times;
}

void counts_rules(struct counts *c, const struct areas *a, const struct top *t)
{
	size_t i;

	*c = (struct counts){.v = NULL};
	for (i = 0; i < a->listed_n; i++) {
		struct str rest = a->listed[i].rules, rule;

		while (rest.n && str_cut(&rest, ' ', &rule))
			add_rule(c, a, t, a->listed[i].area, rule);
	}
	sort(c);
}

static struct str word_of(const struct listed *r, enum words which)
{
	switch (which) {
	case WORDS_FORMATS:
		return r->format;
	case WORDS_ENCODINGS:
		return r->encoding;
	case WORDS_LAYOUTS:
		return r->layout;
	default:
		return r->form;
	}
}

void counts_words(struct counts *c, const struct areas *a, enum words which)
{
	size_t i;

	*c = (struct counts){.v = NULL};
	for (i = 0; i < a->listed_n; i++) {
		struct count *v = count_of(c, word_of(&a->listed[i], which));

		v->n++;
		v->reports++;
	}
	sort(c);
}

void counts_free(struct counts *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		free(c->v[i].by_area);
	free(c->v);
	intern_free(&c->words);
}
