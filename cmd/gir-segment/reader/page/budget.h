/* budget: the time that all programs together may take for one document.
 */
#ifndef GIR_BUDGET_H
#define GIR_BUDGET_H

#include "cmd/gir-segment/reader/process.h"

struct budget {
	long long end; /* seconds of the monotonic clock */
};

/* So many seconds from now on. */
struct budget budget_of(unsigned seconds);
/* process_run with the time that is left, if it is less than the limit's; PROCESS_LATE where none
 * is.
 */
enum process_end budget_run(const struct budget *b, const char *const *argv, const char *directory,
			    const struct process_limits *limits, struct buf *out);

#endif
