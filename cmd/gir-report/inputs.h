/* inputs: the streams that pages are made from, told apart by their headers.
 *
 * All headers are read before anything else, because what is said about reports must be known
 * before their pages are made, whatever the order of the operands. A file is closed again until its
 * turn comes, as there may be more of them than descriptors; a pipe is kept open.
 */
#ifndef GIR_REPORT_INPUTS_H
#define GIR_REPORT_INPUTS_H

#include "common/tsv.h"

enum input_kind {
	INPUT_CELLS,
	INPUT_FINDINGS,
	INPUT_PAGES,
	INPUT_SUMS,
	INPUT_RATES,
	INPUT_DIGEST,
	INPUT_KINDS
};

struct input_file {
	enum input_kind kind;
	const char *path; /* not owned */
	bool open;
	struct tsv tsv; /* while it is open */
};

struct inputs {
	struct input_file *v;
	size_t n;
};

/* Looks at the operands, NULL behind them; without any, at standard input. 0, or -1 after a
 * message.
 */
int inputs_open(struct inputs *in, char **operands);
/* What is behind the header of an input, once, from here to input_end. NULL after a message. */
struct tsv *input_begin(struct input_file *f);
void input_end(struct input_file *f);
bool inputs_have(const struct inputs *in, enum input_kind kind);
void inputs_close(struct inputs *in);

#endif
