/* gir-segment: raw reports in, blocks out (gir-segment(1)). */
#include <unistd.h>

#include "cmd/gir-segment/operands.h"
#include "cmd/gir-segment/report.h"
#include "common/diag.h"
#include "common/options.h"
#include "common/standard.h"

const char program_name[] = "gir-segment";

enum { OPTION_FORMATS = OPTION_LONG, OPTION_SECONDS, OPTION_OCR };

static const struct option_def option_defs[] = {
	{'f', "files", "LIST", "read the names of reports from LIST, one a line (- is stdin)"},
	{'0', "null", NULL, "names in LIST end with NUL instead of a line feed"},
	{'m', "manifest", "FILE",
	 "facts known beforehand: TSV or CSV with doc, year, region, org, scope"},
	{'C', "directory", "DIR", "name reports relative to DIR"},
	{'k', "keep-going", NULL, "a report that cannot be read is told, and the status stays 0"},
	{OPTION_SECONDS, "convert-seconds", "N", "give LibreOffice N seconds a document (60)"},
	{OPTION_OCR, "ocr", NULL, "recognise the characters of scanned reports (slow, doubtful)"},
	{OPTION_FORMATS, "formats", NULL, "print the formats, whether they can be read, by what"},
};

struct settings {
	const char *list, *manifest, *directory;
	unsigned convert_seconds; /* 0 without the option */
	bool null, keep_going, ocr, formats;
};

static const char synopsis[] = "[-0] [-f LIST] [-m MANIFEST] [-C DIR] [OPTION...] [--] [REPORT...]";
static const char purpose[] =
	"Cuts reports on government information disclosure into blocks: sections, paragraphs and\n"
	"table cells, with title, year, organ and region. Without operands it reads one report "
	"from\n"
	"standard input.";

static unsigned seconds_or_die(const char *s)
{
	unsigned v = 0;
	size_t i;

	for (i = 0; s[i] >= '0' && s[i] <= '9' && i < 6; i++)
		v = v * 10 + (unsigned)(s[i] - '0');
	if (s[i] || v == 0)
		die("--convert-seconds %s: a number from 1 to 999999 is wanted", s);
	return v;
}

static void read_options(struct settings *set, int argc, char **argv, int *first)
{
	struct options o;
	const char *arg;
	int key;

	options_init(&o, synopsis, purpose, option_defs, sizeof option_defs / sizeof *option_defs);
	while ((key = options_next(&o, argc, argv, &arg, first)) != -1) {
		if (key == 'f')
			set->list = arg;
		else if (key == '0')
			set->null = true;
		else if (key == 'm')
			set->manifest = arg;
		else if (key == 'C')
			set->directory = arg;
		else if (key == 'k')
			set->keep_going = true;
		else if (key == OPTION_SECONDS)
			set->convert_seconds = seconds_or_die(arg);
		else if (key == OPTION_OCR)
			set->ocr = true;
		else if (key == OPTION_FORMATS)
			set->formats = true;
	}
	options_free(&o);
}

struct run {
	struct segmenter segmenter;
	const char *directory;
	bool keep_going;
};

static int read_one(void *context, const char *path)
{
	struct run *run = context;
	int status = segmenter_read(&run->segmenter, path, operand_name(path, run->directory));

	return run->keep_going ? 0 : status;
}

static int read_all(struct run *run, const struct settings *set, char **operand)
{
	int status = 0;

	blocks_header(&run->segmenter.blocks);
	if (set->list)
		status = operands_from_list(set->list, set->null, read_one, run);
	else if (!*operand)
		status = read_one(run, "-");
	for (; *operand; operand++)
		if (read_one(run, *operand) != 0)
			status = -1;
	return status;
}

/* 0, or -1 after a message. */
static int segment(const struct settings *set, char **operand, struct output *out)
{
	struct run run = {.directory = set->directory, .keep_going = set->keep_going};
	int status = 0;

	segmenter_init(&run.segmenter, out);
	run.segmenter.reading.convert_seconds = set->convert_seconds;
	run.segmenter.reading.ocr = set->ocr;
	if (set->manifest)
		status = manifest_load(&run.segmenter.manifest, set->manifest);
	if (status == 0)
		status = read_all(&run, set, operand);
	segmenter_free(&run.segmenter);
	return status;
}

int main(int argc, char **argv)
{
	struct settings set = {.list = NULL};
	struct output out;
	int first, status = 0;

	standard_streams();
	read_options(&set, argc, argv, &first);
	output_use(&out, STDOUT_FILENO, "<stdout>");
	if (set.formats)
		reader_formats(&out);
	else
		status = segment(&set, argv + first, &out);
	if (output_close(&out) != 0)
		status = -1;
	return status == 0 ? EXIT_DONE : EXIT_TROUBLE;
}
