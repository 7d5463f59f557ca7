#include "cmd/gir-report/area/tally.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/number.h"

const char *const words_names[WORDS_COUNT] = {"rules", "formats", "encodings", "layouts", "forms"};
const char *const tally_names[TALLY_COUNTS] = {
	"reports", "whole", "formless", "needing", "cells", "unsure", "errors", "warnings", "notes",
};

static struct tallied *find(struct tally *t, enum words which, size_t word)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->v[i].which == which && t->v[i].word == word)
			return &t->v[i];
	t->v = grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n] = (struct tallied){.which = which, .word = word};
	return &t->v[t->n++];
}

static void add(struct tally *t, struct intern *words, enum words which, struct str word, size_t n,
		size_t reports)
{
	struct tallied *v = find(t, which, intern_add(words, word));

	v->n += n;
	v->reports += reports;
}

/* A form may have a blank in its name, which would end the word in a field. */
void tally_word(struct tally *t, struct intern *words, enum words which, struct str word)
{
	struct buf room = BUF_INIT;
	struct str piece;

	if (word.n == 0 || !memchr(word.p, ' ', word.n)) {
		add(t, words, which, word, 1, 1);
		return;
	}
	while (str_cut(&word, ' ', &piece)) {
		buf_put(&room, piece);
		if (word.p)
			buf_put(&room, STR("\\x20"));
	}
	add(t, words, which, buf_str(&room), 1, 1);
	buf_free(&room);
}

/* The n of "rule*n", 1 without it. */
static size_t times_of(struct str *rule)
{
	struct str times = *rule;

	return str_cut(&times, '*', rule) && times.p && dec_size(times) > 0 ? dec_size(times) : 1;
}

void tally_rules(struct tally *t, struct intern *words, struct str rules)
{
	struct str rule;

	while (rules.n && str_cut(&rules, ' ', &rule)) {
		size_t times = times_of(&rule);

		add(t, words, WORDS_RULES, rule, times, 1);
	}
}

void tally_sum(struct tally *to, const struct tally *more)
{
	int i;

	for (i = 0; i < TALLY_COUNTS; i++)
		to->count[i] += more->count[i];
}

void tally_free(struct tally *t)
{
	free(t->v);
}

/* ---- as a field ---- */

void tally_put(const struct tally *t, const struct intern *words, enum words which, struct buf *to)
{
	size_t start = to->n, i;

	for (i = 0; i < t->n; i++) {
		if (t->v[i].which != which)
			continue;
		if (to->n > start)
			buf_putc(to, ' ');
		buf_put(to, words->v[t->v[i].word]);
		buf_putc(to, '*');
		buf_put_size(to, t->v[i].n);
		buf_putc(to, '/');
		buf_put_size(to, t->v[i].reports);
	}
}

/* Cuts off what is behind the last `sep`. */
static struct str cut_end(struct str *s, char sep)
{
	size_t at = s->n;
	struct str end = STR_EMPTY;

	while (at > 0 && s->p[at - 1] != sep)
		at--;
	if (at > 0) {
		end = str_from(*s, at);
		*s = str_sub(*s, 0, at - 1);
	}
	return end;
}

void tally_take(struct tally *t, struct intern *words, enum words which, struct str field)
{
	struct str word;

	while (field.n && str_cut(&field, ' ', &word)) {
		size_t reports = dec_size(cut_end(&word, '/')), n = dec_size(cut_end(&word, '*'));

		if (n > 0)
			add(t, words, which, word, n, reports);
	}
}
