/* options: one table a program, from which getopt(3), --help and the completion are made.
 *
 * --help and --version are understood by every program and end it with status 0; a wrong option
 * ends it with a message and status 2.
 */
#ifndef GIR_OPTIONS_H
#define GIR_OPTIONS_H

#include <stddef.h>

#include "common/str.h"

struct option_def {
	int key;          /* the letter, or OPTION_LONG + i for an option without one */
	const char *name; /* long form */
	const char *arg;  /* what its argument is called, NULL for none */
	const char *help; /* one line */
};

enum { OPTION_LONG = 256 };

struct options {
	const char *synopsis; /* the operands: "[-f LIST] [REPORT...]" */
	const char *purpose;  /* a sentence or two for --help */
	const struct option_def *defs;
	size_t count;
	char *letters; /* built for getopt_long, with `longs` */
	struct option *longs;
};

/* Prepares the table; options_free releases it. */
void options_init(struct options *o, const char *synopsis, const char *purpose,
		  const struct option_def *defs, size_t count);
/* The next option's key, its argument in *arg; -1 when operands begin (at argv[*first]). */
int options_next(struct options *o, int argc, char **argv, const char **arg, int *first);
void options_free(struct options *o);

#endif
