/* inputs: the streams that pages are made from, told apart by their headers.
 *
 * All are opened before one is read, because what is said about reports must be known before their
 * pages are made, whatever the order of the operands.
 */
#ifndef GIR_REPORT_INPUTS_H
#define GIR_REPORT_INPUTS_H

#include "common/tsv.h"

enum input_kind { INPUT_CELLS, INPUT_FINDINGS, INPUT_PAGES, INPUT_SUMS, INPUT_RATES, INPUT_KINDS };

struct input_file {
	enum input_kind kind;
	struct tsv tsv;
};

struct inputs {
	struct input_file *v;
	size_t n;
};

/* Opens the operands, NULL behind them; without any, standard input. 0, or -1 after a message. */
int inputs_open(struct inputs *in, char **operands);
bool inputs_have(const struct inputs *in, enum input_kind kind);
void inputs_close(struct inputs *in);

#endif
