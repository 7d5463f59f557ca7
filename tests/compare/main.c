/* gir-compare: what the programs read against what gir-generate wrote.
 *
 * Reads META (one line a report), TRUTH (its official cells) and CELLS (the stream of gir-tables),
 * all in the same order of reports, and prints a table, a line a layout:
 *   certain  cells of which the text still tells;  right  of these, those with state and value
 * right wrong    numbers in state num that are not the truth: there must be none year .. form
 * reports in which that fact is right Exit status 1 when a bound is broken: wrong > 0, right < 99 %
 * (or the percentage given) in a layout, a fact < 99 % overall.
 */
#include <stdio.h>
#include <stdlib.h>

#include "common/cells.h"
#include "common/diag.h"
#include "common/fold.h"
#include "common/options.h"
#include "common/pool.h"
#include "common/tsv.h"

const char program_name[] = "gir-compare";

enum { MAX_CELLS = 600, MAX_LAYOUTS = 40, FACTS = 5 };
static const char *const fact_names[FACTS] = {"year", "region", "org", "scope", "form"};

struct cell {
	struct str table, row, col, value, state, raw, line;
	bool certain;
};

/* A report as one of the streams has it. */
struct side {
	struct tsv tsv;
	size_t at_doc, at_fact[FACTS], at_table, at_row, at_col, at_value, at_state, at_raw,
		at_line, at_certain;
	bool more; /* a line is at hand */
	struct pool pool;
	struct str fact[FACTS];
	struct cell cell[MAX_CELLS];
	size_t n;
};

struct tally {
	struct str layout;
	size_t reports, certain, right, wrong, missing, fact[FACTS], shown;
	size_t stated, found, invented;
};

struct run {
	struct side truth, cells;
	struct tsv meta;
	size_t meta_doc, meta_layout, meta_noise, meta_fact[FACTS];
	struct tally tally[MAX_LAYOUTS];
	size_t layouts, examples;
	double right; /* percent of the certain cells; 0: as is usual */
	struct pool pool;
	struct fold *fold;
};

static const struct option_def option_defs[] = {
	{'v', "examples", "N", "show up to N cells that are not right, a layout"},
	{'r', "right", "PERCENT", "how many of the certain cells must be right, in each layout"},
};

static size_t need(struct tsv *t, const char *name, int *failed)
{
	return tsv_need(t, name, failed);
}

static void open_side(struct side *s, const char *path, bool truth)
{
	int failed = 0;
	size_t i;

	if (tsv_open(&s->tsv, path) != 0)
		exit(EXIT_TROUBLE);
	s->at_doc = need(&s->tsv, "doc", &failed);
	for (i = 0; i < FACTS; i++)
		s->at_fact[i] = need(&s->tsv, fact_names[i], &failed);
	s->at_table = need(&s->tsv, "table", &failed);
	s->at_row = need(&s->tsv, "row", &failed);
	s->at_col = need(&s->tsv, "col", &failed);
	s->at_value = need(&s->tsv, "value", &failed);
	s->at_state = need(&s->tsv, "state", &failed);
	s->at_raw = truth ? s->at_state : need(&s->tsv, "raw", &failed);
	s->at_line = truth ? s->at_state : need(&s->tsv, "line", &failed);
	s->at_certain = truth ? need(&s->tsv, "certain", &failed) : s->at_state;
	if (failed)
		exit(EXIT_TROUBLE);
	s->more = tsv_next(&s->tsv) == 1;
}

static bool in_text(const struct cell *c)
{
	return str_is(c->table, "text");
}

static void keep_cell(struct side *s)
{
	const struct str *f = s->tsv.field;
	struct cell *c = &s->cell[s->n];

	if (str_is(f[s->at_table], "doc") || s->n == MAX_CELLS)
		return;
	*c = (struct cell){
		.table = pool_dup(&s->pool, f[s->at_table]),
		.row = pool_dup(&s->pool, f[s->at_row]),
		.col = pool_dup(&s->pool, f[s->at_col]),
		.value = pool_dup(&s->pool, f[s->at_value]),
		.state = pool_dup(&s->pool, f[s->at_state]),
		.raw = pool_dup(&s->pool, f[s->at_raw]),
		.line = pool_dup(&s->pool, f[s->at_line]),
		.certain = str_is(f[s->at_certain], "y"),
	};
	s->n++;
}

/* Takes the lines of `doc`; nothing where the stream has another report next. */
static void take(struct side *s, struct str doc)
{
	size_t i;

	pool_clear(&s->pool);
	s->n = 0;
	for (i = 0; i < FACTS; i++)
		s->fact[i] = STR_EMPTY;
	while (s->more && str_eq(s->tsv.field[s->at_doc], doc)) {
		for (i = 0; i < FACTS; i++)
			s->fact[i] = pool_dup(&s->pool, s->tsv.field[s->at_fact[i]]);
		keep_cell(s);
		s->more = tsv_next(&s->tsv) == 1;
	}
}

static const struct cell *find(const struct side *s, const struct cell *like, size_t hint)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct cell *c = &s->cell[(hint + i) % s->n];

		if (str_eq(c->row, like->row) && str_eq(c->col, like->col) &&
		    str_eq(c->table, like->table))
			return c;
	}
	return NULL;
}

static bool same(const struct cell *a, const struct cell *b)
{
	return str_eq(a->state, b->state) &&
	       (!str_is(a->state, "num") || str_eq(a->value, b->value));
}

static void show(struct run *run, struct tally *t, const char *what, const struct cell *want,
		 const struct cell *got)
{
	const struct cell none = {0};
	const struct cell *g = got ? got : &none, *w = want ? want : &none;
	const struct cell *name = want ? want : got;

	if (t->shown++ >= run->examples)
		return;
	printf("%s: %.*s: noise %.*s: %.*s: %.*s/%.*s/%.*s: want %.*s %.*s%s, got %.*s %.*s "
	       "\"%.*s\" "
	       "line %.*s\n",
	       what, STR_ARG(t->layout), STR_ARG(run->meta.field[run->meta_noise]),
	       STR_ARG(run->meta.field[run->meta_doc]), STR_ARG(name->table), STR_ARG(name->row),
	       STR_ARG(name->col), STR_ARG(w->state), STR_ARG(w->value), w->certain ? "" : " (n)",
	       STR_ARG(g->state), STR_ARG(g->value), STR_ARG(g->raw), STR_ARG(g->line));
}

/* Zero requests may be read as new or as received ones; of parts only the numbers are compared. */
static bool same_stated(const struct cell *a, const struct cell *b)
{
	bool zero = str_is(a->value, "0") && str_starts(a->row, STR("requests.")) &&
		    str_starts(b->row, STR("requests."));

	return in_text(a) && in_text(b) && (zero || str_eq(a->row, b->row)) &&
	       str_eq(a->value, b->value) && str_is(b->state, "num") && str_is(a->state, "num");
}

static bool has_stated(const struct side *s, const struct cell *like)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (same_stated(like, &s->cell[i]))
			return true;
	return false;
}

static void compare_text(struct run *run, struct tally *t)
{
	size_t i;

	for (i = 0; i < run->truth.n; i++) {
		const struct cell *want = &run->truth.cell[i];

		if (!in_text(want) || !want->certain)
			continue;
		t->stated++;
		if (has_stated(&run->cells, want))
			t->found++;
		else
			show(run, t, "not found", want, NULL);
	}
	for (i = 0; i < run->cells.n; i++) {
		const struct cell *got = &run->cells.cell[i];

		if (!in_text(got) || !str_is(got->state, "num") || has_stated(&run->truth, got))
			continue;
		t->invented++;
		show(run, t, "INVENTED", NULL, got);
	}
}

static void compare_cells(struct run *run, struct tally *t)
{
	size_t i;

	for (i = 0; i < run->truth.n; i++) {
		const struct cell *want = &run->truth.cell[i];
		const struct cell *got = in_text(want) ? NULL : find(&run->cells, want, i);
		bool right = got && same(want, got);

		if (in_text(want))
			continue;
		t->certain += want->certain;
		t->right += want->certain && right;
		if (got && str_is(got->state, "num") && !right) {
			t->wrong++;
			show(run, t, "WRONG", want, got);
		} else if (want->certain && !right) {
			show(run, t, "not right", want, got);
		}
	}
	for (i = 0; i < run->cells.n; i++) {
		const struct cell *got = &run->cells.cell[i];

		if (!in_text(got) && str_is(got->state, "num") && !find(&run->truth, got, i)) {
			t->wrong++;
			show(run, t, "WRONG", NULL, got);
		}
	}
}

static bool same_folded(const struct fold *f, struct str a, struct str b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool equal;

	fold_text(f, a, &x);
	fold_text(f, b, &y);
	equal = str_eq(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	return equal;
}

static void compare_facts(struct run *run, struct tally *t)
{
	size_t i;

	for (i = 0; i < FACTS; i++) {
		struct str want = run->meta.field[run->meta_fact[i]], got = run->cells.fact[i];

		if (same_folded(run->fold, want, got)) {
			t->fact[i]++;
			continue;
		}
		if (run->examples)
			printf("fact: %.*s: noise %.*s: %.*s: %s: want \"%.*s\", got \"%.*s\"\n",
			       STR_ARG(t->layout), STR_ARG(run->meta.field[run->meta_noise]),
			       STR_ARG(run->meta.field[run->meta_doc]), fact_names[i],
			       STR_ARG(want), STR_ARG(got));
	}
}

static struct tally *tally_of(struct run *run, struct str layout)
{
	size_t i;

	for (i = 0; i < run->layouts; i++)
		if (str_eq(run->tally[i].layout, layout))
			return &run->tally[i];
	if (run->layouts == MAX_LAYOUTS - 1)
		die("too many layouts");
	run->tally[i].layout = pool_dup(&run->pool, layout);
	run->layouts++;
	return &run->tally[i];
}

static void compare(struct run *run)
{
	while (tsv_next(&run->meta) == 1) {
		struct buf room = BUF_INIT;
		struct str doc = run->meta.field[run->meta_doc];
		struct tally *t = tally_of(run, run->meta.field[run->meta_layout]);

		take(&run->truth, doc);
		take(&run->cells, doc);
		t->reports++;
		if (run->cells.n == 0) {
			t->missing++;
			if (run->examples)
				printf("no cells: %.*s: %.*s\n", STR_ARG(t->layout), STR_ARG(doc));
		}
		compare_cells(run, t);
		compare_text(run, t);
		compare_facts(run, t);
		buf_free(&room);
		while (run->cells.more && run->cells.n == 0 &&
		       str_eq(run->cells.tsv.field[run->cells.at_doc], doc))
			run->cells.more = tsv_next(&run->cells.tsv) == 1;
	}
}

static void print_tally(const struct tally *t)
{
	size_t i;

	printf("%-12.*s %7zu %8zu %8zu %7.2f %6zu %6zu ", STR_ARG(t->layout), t->reports,
	       t->certain, t->right,
	       t->certain ? 100.0 * (double)t->right / (double)t->certain : 100.0, t->wrong,
	       t->missing);
	for (i = 0; i < FACTS; i++)
		printf(" %6.2f",
		       t->reports ? 100.0 * (double)t->fact[i] / (double)t->reports : 100.0);
	printf(" %7zu %7zu %8zu\n", t->stated, t->found, t->invented);
}

static void add(struct tally *sum, const struct tally *t)
{
	size_t i;

	sum->reports += t->reports;
	sum->certain += t->certain;
	sum->right += t->right;
	sum->wrong += t->wrong;
	sum->missing += t->missing;
	sum->stated += t->stated;
	sum->found += t->found;
	sum->invented += t->invented;
	for (i = 0; i < FACTS; i++)
		sum->fact[i] += t->fact[i];
}

/* A single bad report weighs more among few. */
static double bound(const struct run *run, const struct tally *t)
{
	if (run->right > 0)
		return run->right;
	return t->reports < 100 ? 95 : 99;
}

static bool report(const struct run *run)
{
	struct tally sum = {.layout = STR("all")};
	bool good = true;
	size_t i;

	printf("layout       reports  certain    right       %%  wrong   none ");
	for (i = 0; i < FACTS; i++)
		printf(" %6s", fact_names[i]);
	printf("  stated   found invented\n");
	for (i = 0; i < run->layouts; i++) {
		const struct tally *t = &run->tally[i];

		print_tally(t);
		add(&sum, t);
		good = good && t->wrong == 0 && t->invented == 0 &&
		       100.0 * (double)t->right >= (double)t->certain * bound(run, t);
	}
	print_tally(&sum);
	good = good && sum.right * 100 >= sum.certain * 99 && sum.found * 100 >= sum.stated * 99;
	for (i = 0; i < FACTS; i++)
		good = good && sum.fact[i] * 100 >= sum.reports * 99;
	return good && sum.reports > 0;
}

static void open_all(struct run *run, const char *meta, const char *truth, const char *cells)
{
	int failed = 0;
	size_t i;

	if (tsv_open(&run->meta, meta) != 0)
		exit(EXIT_TROUBLE);
	run->meta_doc = need(&run->meta, "doc", &failed);
	run->meta_layout = need(&run->meta, "layout", &failed);
	run->meta_noise = need(&run->meta, "noise", &failed);
	for (i = 0; i < FACTS; i++)
		run->meta_fact[i] = need(&run->meta, fact_names[i], &failed);
	if (failed)
		exit(EXIT_TROUBLE);
	open_side(&run->truth, truth, true);
	open_side(&run->cells, cells, false);
}

int main(int argc, char **argv)
{
	struct run *run = calloc(1, sizeof *run);
	struct options o;
	const char *arg;
	int key, first;
	bool good;

	if (!run)
		die("no memory");
	options_init(&o, "META TRUTH CELLS", "Compares what was read with what was written.",
		     option_defs, sizeof option_defs / sizeof *option_defs);
	while ((key = options_next(&o, argc, argv, &arg, &first)) != -1) {
		if (key == 'r')
			run->right = strtod(arg, NULL);
		else
			run->examples = strtoul(arg, NULL, 10);
	}
	if (argc - first != 3)
		die("needs META TRUTH CELLS");
	run->fold = malloc(sizeof *run->fold);
	if (!run->fold)
		die("no memory");
	fold_init(run->fold);
	open_all(run, argv[first], argv[first + 1], argv[first + 2]);
	compare(run);
	good = report(run);
	free(run->fold);
	free(run);
	return good ? EXIT_DONE : EXIT_FINDINGS;
}
