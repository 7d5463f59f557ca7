/* gir-report: the first byte says of which stream the lines are; those behind a line "%%%" are
 * findings. Pages go nowhere, but none may have markup that is not ours. */
#include <stdlib.h>

#include "cmd/gir-report/site.h"
#include "tests/fuzz/fuzz.h"

int site_put_file(struct site *s, struct str path, struct str bytes);

/* Instead of site.c's and gnuplot.c's own. */
#define site_put site_put_file
#include "cmd/gir-report/site.c" // NOLINT(bugprone-suspicious-include)
#undef site_put
#define main program_main
#include "cmd/gir-report/main.c" // NOLINT(bugprone-suspicious-include)
#undef main

static const char cells_header[] =
	"doc\tyear\tregion\torg\tscope\tform\ttable\trow\tcol\tvalue\tstate\traw\tline\tverdict\n";
static const char sums_header[] =
	"level\tregion\tname\tyear\ttable\trow\tcol\treports\tcells\tsum\tclean\tmin\tmax\tflagged"
	"\tmissing\n";
static const char *const headers[] = {
	cells_header,
	sums_header,
	"level\tregion\tname\tyear\tindicator\tnumerator\tdenominator\tvalue\n",
};
enum { STREAMS = sizeof headers / sizeof *headers + 1 };
static const char findings_header[] =
	"doc\tyear\tregion\torg\trule\tseverity\ttable\trow\tcol\texpected\tactual\tline\tmessage"
	"\tmessage_zh\tsuspect\trepair\tcause\n";

int gnuplot_run(struct gnuplot *g, int dir, struct str settings, struct str script)
{
	(void)g;
	(void)dir;
	(void)settings;
	(void)script;
	return 1;
}

int gnuplot_close(struct gnuplot *g)
{
	(void)g;
	return 0;
}

static size_t count(struct str s, struct str what)
{
	size_t n = 0, at = 0;

	while ((at = str_find(s, what, at)) != STR_NONE) {
		at += what.n;
		n++;
	}
	return n;
}

static void check_path(struct str path)
{
	size_t i;

	if (path.n == 0 || path.p[0] == '/' || path.n > 3000)
		abort();
	for (i = 0; i < path.n; i++)
		if ((unsigned char)path.p[i] <= ' ' || path.p[i] == 0x7f ||
		    (path.p[i] == '.' && (i == 0 || path.p[i - 1] == '/')) ||
		    strchr("<>\"'&%?#\\:", path.p[i]))
			abort();
}

int site_put(struct site *s, struct str path, struct str bytes)
{
	(void)s;
	check_path(path);
	if (str_ends(path, STR(".html")) &&
	    (count(bytes, STR("<script")) != 1 || count(bytes, STR("<img")) != 0 ||
	     count(bytes, STR("<body>")) != 1 || count(bytes, STR("</html>")) != 1 ||
	     memchr(bytes.p, '\0', bytes.n)))
		abort();
	return 0;
}

/* What is loaded once; the settings and the inputs differ. */
static struct maker *maker_of(void)
{
	static struct maker m;
	/* Nothing can be written or removed there. */
	const struct settings settings = {.dir = "/proc/self",
					  .source = {.dir = "."},
					  .kinds = KIND_REPORT | KIND_REGION | KIND_FRONT};
	struct inputs none = {.n = 0};

	if (m.site.dir)
		return &m;
	if (maker_init(&m, &settings, &none) != 0)
		abort();
	return &m;
}

static void forget(struct maker *m)
{
	findings_free(&m->findings);
	m->findings = (struct findings){.v = NULL};
	areas_free(&m->areas);
	areas_init(&m->areas, &m->divisions, &m->figures);
	report_clear(&m->report);
}

static void read_stream(struct maker *m, struct str header, struct str lines)
{
	static struct buf stream;
	struct inputs inputs;
	char path[64], *operands[] = {path, NULL};

	buf_clear(&stream);
	buf_put(&stream, header);
	buf_put(&stream, lines);
	memcpy(path, fuzz_file(buf_str(&stream)), sizeof path);
	if (inputs_open(&inputs, operands) != 0)
		abort();
	(void)read_input(m, &inputs.v[0], true);
	inputs_close(&inputs);
}

/* The header of a list of pages, the figures' columns with it. */
static struct str list_header(const struct maker *m)
{
	static struct buf header;
	size_t i;

	if (header.n > 0)
		return buf_str(&header);
	for (i = 0; i < PAGE_COLUMNS + m->figures.n; i++) {
		if (i > 0)
			buf_putc(&header, '\t');
		buf_put(&header, i < PAGE_COLUMNS ? str_of(page_column_names[i])
						  : m->figures.v[i - PAGE_COLUMNS].id);
	}
	buf_putc(&header, '\n');
	return buf_str(&header);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str lines = {(const char *)data, size};
	struct maker *m = maker_of();
	size_t choice, at;

	if (size == 0)
		return 0;
	choice = (unsigned char)(data[0] - '0') % STREAMS;
	lines = str_from(lines, 1);
	fuzz_output();
	forget(m);
	at = str_find(lines, STR("\n%%%\n"), 0);
	if (at != STR_NONE) {
		read_stream(m, str_of(findings_header), str_from(lines, at + 5));
		lines = str_sub(lines, 0, at + 1);
	}
	read_stream(m, choice + 1 < STREAMS ? str_of(headers[choice]) : list_header(m), lines);
	(void)put_areas(m);
	return 0;
}
