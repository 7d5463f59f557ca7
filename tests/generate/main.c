/* gir-generate: writes reports with known truth into a directory.
 *
 * DIR/reports/... the reports; DIR/truth.tsv every official cell, with the column `certain`;
 * DIR/meta.tsv what is to be found about each report; DIR/list the reports' paths.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "common/diag.h"
#include "common/options.h"
#include "common/output.h"
#include "tests/generate/formats.h"

const char program_name[] = "gir-generate";

const char *const layout_names[LAYOUT_COUNT] = {
	"word",  "tabs",      "pipes",    "bars", "bar-lines", "paragraphs", "glued",
	"dedup", "no-tables", "one-line", "page", "spaces",    "flat"};
const char *const format_names[FORMAT_COUNT] = {
	"text", "html", "html-word", "html-site", "docx", "pdf", "pdf-half", "pdf-bare", "ofd"};

struct run {
	size_t count, seed;
	enum layout layout; /* LAYOUT_COUNT: all in turn */
	enum format format; /* FORMAT_COUNT: all but text in turn */
	int noise;          /* -1: all in turn */
	const char *directory;
	struct forms forms;
	struct divisions divisions;
	struct encoder *encoder;
	struct output truth, meta, list;
};

static const struct option_def option_defs[] = {
	{'n', "count", "N", "how many reports (100)"},
	{'s', "seed", "SEED", "the seed (1)"},
	{'l', "layout", "LAYOUT", "one layout only, or all"},
	{'F', "format", "FORMAT", "what the reports of layout word are printed as, or all (text)"},
	{'x', "noise", "LEVEL", "0 clean, 1 spellings, 2 damage, 3 heavy damage (all in turn)"},
};

static size_t number_of(const char *arg)
{
	char *end;
	unsigned long v = strtoul(arg, &end, 10);

	if (*arg == '\0' || *end != '\0')
		die("not a number: %s", arg);
	return v;
}

static enum layout layout_of(const char *arg)
{
	enum layout layout = LAYOUT_WORD;

	while (layout < LAYOUT_COUNT && !str_is(str_of(arg), layout_names[layout]))
		layout++;
	if (layout == LAYOUT_COUNT && !str_is(str_of(arg), "all"))
		die("no such layout: %s", arg);
	return layout;
}

static enum format format_of_name(const char *arg)
{
	enum format format = FORMAT_TEXT;

	while (format < FORMAT_COUNT && !str_is(str_of(arg), format_names[format]))
		format++;
	if (format == FORMAT_COUNT && !str_is(str_of(arg), "all"))
		die("no such format: %s", arg);
	return format;
}

static void read_options(struct run *run, int argc, char **argv)
{
	struct options o;
	const char *arg;
	int key, first;

	options_init(&o, "DIR", "Writes reports with known truth into DIR.", option_defs,
		     COUNT_OF(option_defs));
	while ((key = options_next(&o, argc, argv, &arg, &first)) != -1) {
		if (key == 'n')
			run->count = number_of(arg);
		else if (key == 's')
			run->seed = number_of(arg);
		else if (key == 'l')
			run->layout = layout_of(arg);
		else if (key == 'F')
			run->format = format_of_name(arg);
		else
			run->noise = (int)number_of(arg);
	}
	if (first != argc - 1)
		die("needs one directory");
	if (run->format != FORMAT_TEXT)
		run->layout = LAYOUT_WORD;
	run->directory = argv[first];
	options_free(&o);
}

static void make_directory(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST) {
		diag_errno(path, "cannot make directory");
		exit(EXIT_TROUBLE);
	}
}

/* Opens DIR/name for writing, with the directories on the way. */
static void create(const struct run *run, struct str name, struct output *out, struct buf *path)
{
	size_t i, from;

	buf_clear(path);
	say(path, "%s/", run->directory);
	from = path->n;
	buf_put(path, name);
	buf_putc(path, '\0');
	for (i = from; i < path->n; i++) {
		if (path->p[i] != '/')
			continue;
		path->p[i] = '\0';
		make_directory(path->p);
		path->p[i] = '/';
	}
	if (output_open(out, path->p) != 0) {
		diag_errno(path->p, "cannot write");
		exit(EXIT_TROUBLE);
	}
}

static void close_or_die(struct output *out)
{
	if (output_close(out) != 0)
		exit(EXIT_TROUBLE);
}

static void choose_form(struct report *r, const struct run *run)
{
	const struct form *old = forms_named(&run->forms, STR("2019"));
	const struct form *new = forms_named(&run->forms, STR("2021"));
	bool wrong = r->noise >= 1 && random_chance(&r->random, 8);

	r->year = 2019 + (int)random_below(&r->random, 7);
	wrong = wrong && r->year >= 2021 && r->layout != LAYOUT_NO_TABLES;
	r->form = r->year < 2021 || wrong ? old : new;
	r->other_form = r->form == old ? new : old;
	if (r->form == new && r->noise >= 3 && random_chance(&r->random, 5) &&
	    r->layout <= LAYOUT_BARS)
		r->block_other[random_below(&r->random, 3)] = true;
}

static void choose_style(struct report *r)
{
	struct random *random = &r->random;
	struct style *s = &r->style;
	unsigned n = (unsigned)r->noise;

	s->variant = (int)random_below(random, 6);
	s->markdown = r->layout == LAYOUT_TABS || (r->layout == LAYOUT_PIPES && s->variant == 3);
	if (n == 0)
		return;
	s->pad = random_chance(random, 25) ? 1 + (int)random_below(random, 5) : 0;
	s->comma = random_chance(random, 30) ? 1 + (int)random_below(random, 2) : 0;
	s->wide_digits = random_chance(random, 10);
	s->units = random_chance(random, 10);
	s->yuan = random_chance(random, 15);
	s->question = n >= 2 && random_chance(random, 4);
	s->fraction = random_chance(random, 15);
	s->half_brackets = random_chance(random, 40);
	s->wide_numbers = random_chance(random, 5);
	s->label_variants = random_chance(random, 50) && r->layout != LAYOUT_GLUED;
	s->label_spaces = random_chance(random, 25);
	s->label_breaks =
		random_chance(random, 40) && r->layout != LAYOUT_PAGE && r->layout != LAYOUT_FLAT;
	s->label_damage = n >= 2 ? n * 2 : 0;
	s->traditional = random_chance(random, 10);
	s->crlf = random_chance(random, 20);
	s->heading = random_chance(random, 40) ? (int)n : 0;
}

/* Where tables are missing, the year alone tells the form. */
static bool in_force(const struct report *r)
{
	return r->form->from <= r->year && r->year <= r->form->to;
}

/* What is missing from the text as a whole. */
static void choose_gaps(struct report *r)
{
	int table = 2 + (int)random_below(&r->random, 3);

	r->no_tables =
		r->layout == LAYOUT_NO_TABLES ||
		(r->layout == LAYOUT_ONE_LINE && random_chance(&r->random, 20) && in_force(r));
	if (r->noise < 2)
		return;
	r->title_year_gone = random_chance(&r->random, 6);
	r->title_year_bare = !r->title_year_gone && random_chance(&r->random, 6);
	r->period_damaged = !r->title_year_gone && random_chance(&r->random, 10);
	if (r->noise < 3)
		return;
	r->period_stale = !r->title_year_gone && random_chance(&r->random, 5);
	r->title_year_wide = !r->title_year_gone && random_chance(&r->random, 4);
	if (random_chance(&r->random, 6) && in_force(r))
		r->gone[table] = true;
	if (random_chance(&r->random, 6))
		r->gone[5 + random_below(&r->random, 2)] = true;
	if (random_chance(&r->random, 5) && r->layout != LAYOUT_ONE_LINE)
		r->heading_gone[1] = true;
}

static void put_line(struct output *out, const struct report *r, struct str doc, struct buf *tail)
{
	struct buf line = BUF_INIT;

	say(&line, "\t%d\t%.*s\t%.*s\t%s\t%.*s\t", r->year, STR_ARG(r->place.region),
	    STR_ARG(r->place.org), r->place.scope, STR_ARG(r->form->name));
	output_field(out, doc);
	output_put(out, buf_str(&line));
	output_put(out, buf_str(tail));
	buf_free(&line);
	buf_clear(tail);
}

static void put_truth(struct output *out, const struct report *r, struct str doc)
{
	struct buf tail = BUF_INIT;
	size_t i;

	for (i = 0; i < r->form->cell_count; i++) {
		const struct form_cell *c = &r->form->cells[i];
		const struct figure *f = &r->figure[i];

		say(&tail, "%s\t%.*s\t%.*s\t", table_names[c->table],
		    STR_ARG(r->form->rows[c->row].name), STR_ARG(r->form->columns[c->column].name));
		if (f->state == STATE_NUM)
			dec_put(f->value, &tail);
		say(&tail, "\t%s\t%c\n", cell_state_names[f->state], f->certain ? 'y' : 'n');
		put_line(out, r, doc, &tail);
	}
	for (i = 0; i < r->stated_count; i++) {
		const struct stated *s = &r->stated[i];

		say(&tail, "text\t%s\t%s\t%lld\tnum\t%c\n", s->row, s->col, s->value,
		    s->certain ? 'y' : 'n');
		put_line(out, r, doc, &tail);
	}
	buf_free(&tail);
}

static void put_meta(struct output *out, const struct report *r, struct str doc,
		     const char *encoding)
{
	struct buf line = BUF_INIT;

	output_field(out, doc);
	say(&line, "\t%d\t%.*s\t%.*s\t%s\t%.*s\t%s\t%s\t%d\n", r->year, STR_ARG(r->place.region),
	    STR_ARG(r->place.org), r->place.scope, STR_ARG(r->form->name), encoding,
	    r->format == FORMAT_TEXT ? layout_names[r->layout] : format_names[r->format], r->noise);
	output_put(out, buf_str(&line));
	buf_free(&line);
}

static void write_report(struct run *run, struct report *r)
{
	struct buf text = BUF_INIT, bytes = BUF_INIT, path = BUF_INIT;
	struct str doc = place_file(r);
	struct blocks blocks = {0};
	struct output out;
	const char *encoding;

	document_print(r, &text);
	if (r->format == FORMAT_TEXT) {
		encoding = encode(run->encoder, r, buf_str(&text), &bytes);
	} else {
		blocks_cut(r, buf_str(&text), &blocks);
		encoding = format_print(run->encoder, r, &blocks, &bytes);
		blocks_free(&blocks);
	}
	create(run, report_text(r, "reports/%.*s", STR_ARG(doc)), &out, &path);
	output_put(&out, buf_str(&bytes));
	close_or_die(&out);
	put_truth(&run->truth, r, doc);
	put_meta(&run->meta, r, doc, encoding);
	output_put(&run->list, doc);
	output_putc(&run->list, '\n');
	buf_free(&text);
	buf_free(&bytes);
	buf_free(&path);
}

static void generate(struct run *run, size_t number, struct pool *pool)
{
	struct report *r = pool_alloc(pool, sizeof *r);

	memset(r, 0, sizeof *r);
	r->number = number;
	r->pool = pool;
	r->random.state = run->seed * 1000003 + number;
	random_next(&r->random);
	r->format = run->format < FORMAT_COUNT ? run->format
					       : 1 + (enum format)(number % (FORMAT_COUNT - 1));
	r->ink.state = r->random.state + r->format;
	r->layout =
		run->layout == LAYOUT_COUNT ? (enum layout)(number % LAYOUT_COUNT) : run->layout;
	r->noise = run->noise >= 0 ? run->noise : (int)(number / LAYOUT_COUNT % 4);
	choose_form(r, run);
	choose_style(r);
	choose_gaps(r);
	place_choose(r, &run->divisions);
	figures_invent(r);
	values_spell(r);
	write_report(run, r);
}

static void begin(struct run *run)
{
	struct buf path = BUF_INIT;

	if (forms_load(&run->forms, NULL) != 0)
		exit(EXIT_TROUBLE);
	divisions_load(&run->divisions);
	run->encoder = encoder_new();
	make_directory(run->directory);
	create(run, STR("truth.tsv"), &run->truth, &path);
	create(run, STR("meta.tsv"), &run->meta, &path);
	create(run, STR("list"), &run->list, &path);
	output_put(&run->truth,
		   STR("doc\tyear\tregion\torg\tscope\tform\ttable\trow\tcol\tvalue\tstate"
		       "\tcertain\n"));
	output_put(&run->meta,
		   STR("doc\tyear\tregion\torg\tscope\tform\tencoding\tlayout\tnoise\n"));
	buf_free(&path);
}

int main(int argc, char **argv)
{
	struct run run = {.count = 100,
			  .seed = 1,
			  .layout = LAYOUT_COUNT,
			  .format = FORMAT_TEXT,
			  .noise = -1};
	struct pool pool = POOL_INIT;
	size_t i;

	read_options(&run, argc, argv);
	begin(&run);
	for (i = 0; i < run.count; i++) {
		generate(&run, i, &pool);
		pool_clear(&pool);
	}
	close_or_die(&run.truth);
	close_or_die(&run.meta);
	close_or_die(&run.list);
	pool_free(&pool);
	encoder_free(run.encoder);
	divisions_free(&run.divisions);
	forms_free(&run.forms);
	return EXIT_DONE;
}
