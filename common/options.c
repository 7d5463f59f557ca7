#define _GNU_SOURCE /* getopt_long */
#include "common/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/version.h"

enum { HELP = OPTION_LONG + 1000, VERSION };

static const struct option_def standard[] = {
	{HELP, "help", NULL, "print this help and exit"},
	{VERSION, "version", NULL, "print the version and exit"},
};
enum { STANDARD = sizeof standard / sizeof standard[0] };

static void add_long(struct options *o, size_t at, const struct option_def *d)
{
	o->longs[at] = (struct option){
		.name = d->name,
		.has_arg = d->arg ? required_argument : no_argument,
		.val = d->key,
	};
}

void options_init(struct options *o, const char *synopsis, const char *purpose,
		  const struct option_def *defs, size_t count)
{
	size_t i, n = 0;

	*o = (struct options){synopsis, purpose, defs, count, NULL, NULL};
	o->letters = xcalloc(2 * count + 1, 1);
	o->longs = xcalloc(count + STANDARD + 1, sizeof *o->longs);
	for (i = 0; i < count; i++) {
		add_long(o, i, &defs[i]);
		if (defs[i].key >= OPTION_LONG)
			continue;
		o->letters[n++] = (char)defs[i].key;
		if (defs[i].arg)
			o->letters[n++] = ':';
	}
	for (i = 0; i < STANDARD; i++)
		add_long(o, count + i, &standard[i]);
}

static void print_option(const struct option_def *d)
{
	char left[64];
	char letter[] = {d->key < OPTION_LONG ? '-' : ' ',
			 d->key < OPTION_LONG ? (char)d->key : ' ',
			 d->key < OPTION_LONG ? ',' : ' ', '\0'};

	snprintf(left, sizeof left, "%s --%s%s%s", letter, d->name, d->arg ? "=" : "",
		 d->arg ? d->arg : "");
	printf("  %-28s %s\n", left, d->help);
}

static _Noreturn void print_help(const struct options *o)
{
	size_t i;

	printf("usage: %s %s\n\n%s\n\n", program_name, o->synopsis, o->purpose);
	for (i = 0; i < o->count; i++)
		print_option(&o->defs[i]);
	for (i = 0; i < STANDARD; i++)
		print_option(&standard[i]);
	printf("\nThe reference is %s(1); the streams are in gir(7).\n", program_name);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		diag_errno("<stdout>", "cannot write");
		exit(EXIT_TROUBLE);
	}
	exit(EXIT_DONE);
}

static _Noreturn void print_version(void)
{
	printf("%s %s\n", program_name, GIR_VERSION);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		diag_errno("<stdout>", "cannot write");
		exit(EXIT_TROUBLE);
	}
	exit(EXIT_DONE);
}

int options_next(struct options *o, int argc, char **argv, const char **arg, int *first)
{
	int key = getopt_long(argc, argv, o->letters, o->longs, NULL);

	*arg = optarg;
	*first = optind;
	if (key == HELP)
		print_help(o);
	if (key == VERSION)
		print_version();
	if (key == '?') {
		fprintf(stderr, "usage: %s %s (--help tells more)\n", program_name, o->synopsis);
		exit(EXIT_TROUBLE);
	}
	return key;
}

void options_free(struct options *o)
{
	free(o->letters);
	free(o->longs);
}
