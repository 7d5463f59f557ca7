#include "cmd/gir-segment/reader/page/budget.h"

#include <time.h>

static long long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec;
}

struct budget budget_of(unsigned seconds)
{
	return (struct budget){now() + (long long)seconds};
}

enum process_end budget_run(const struct budget *b, const char *const *argv, const char *directory,
			    const struct process_limits *limits, struct buf *out)
{
	long long left = b->end - now();
	struct process_limits l = *limits;

	if (left <= 0)
		return PROCESS_LATE;
	if (left < (long long)l.seconds)
		l.seconds = (unsigned)left;
	return process_run(argv, directory, &l, out);
}
