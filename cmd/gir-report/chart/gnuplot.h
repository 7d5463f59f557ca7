/* gnuplot: one child that draws pictures, started when the first is wanted.
 *
 * It is told numbers only. It works in the site's directory; without the program there are no
 * pictures, which is told once.
 */
#ifndef GIR_REPORT_GNUPLOT_H
#define GIR_REPORT_GNUPLOT_H

#include <signal.h>
#include <sys/types.h>

#include "common/buf.h"

enum gnuplot_state { GNUPLOT_IDLE, GNUPLOT_RUNS, GNUPLOT_LACKS, GNUPLOT_FAILED };

struct gnuplot {
	enum gnuplot_state state;
	pid_t pid;
	int to, from;          /* its input and output */
	struct sigaction pipe; /* what SIGPIPE did before */
};

#define GNUPLOT_INIT ((struct gnuplot){.to = -1, .from = -1})

/* Runs a script in `dir`, and returns when all of it is done, once before the first the settings,
 * which must be the same each time: 0; 1 where there is no gnuplot, and -1 where it fails, both
 * after one message for all scripts. */
int gnuplot_run(struct gnuplot *g, int dir, struct str settings, struct str script);
/* Ends it. 0, or -1 where it has failed. */
int gnuplot_close(struct gnuplot *g);

#endif
