/* process: another program, run apart, with limits on its time, its memory and what it writes.
 *
 * Tools that may not be linked (poppler, LibreOffice, antiword: GPL) or are too large to be trusted
 * with foreign bytes in here run as children, in a directory of their own, in a process group that
 * is killed as a whole. What goes wrong here, and not in the program or with its document, ends
 * gir-segment with a message and status 2.
 */
#ifndef GIR_PROCESS_H
#define GIR_PROCESS_H

#include "common/buf.h"

struct process_limits {
	unsigned seconds; /* by the clock */
	size_t memory;    /* bytes of address space a process may have; 0: any */
	size_t output;    /* bytes of its standard output, and of any file that it writes */
};

enum process_end {
	PROCESS_DONE,    /* ended with status 0 */
	PROCESS_MISSING, /* there is no such program */
	PROCESS_FAILED,  /* ended otherwise */
	PROCESS_LATE,    /* killed: too slow */
	PROCESS_LARGE    /* killed: wrote too much */
};

/* Runs argv[0], looked for in PATH, in `directory`. Its standard input is empty, its messages are
 * dropped, its standard output is appended to `out`. */
enum process_end process_run(const char *const *argv, const char *directory,
			     const struct process_limits *limits, struct buf *out);

/* Appends the path of the first program of `names` (a|b|c) that is in PATH; false where none is. */
bool process_find(const char *names, struct buf *path);
/* Whether a program of that name is in PATH. */
bool process_exists(const char *name);

/* A temporary directory: gir-XXXXXX in TMPDIR, else in /tmp. It stays where the program is killed,
 * or ends for want of memory or of what this file needs. */
struct scratch {
	struct buf path; /* NUL-terminated in path.p */
};

void scratch_make(struct scratch *s);
/* Makes a directory in it. */
void scratch_directory(const struct scratch *s, const char *name);
/* Writes a file into it. */
void scratch_write(const struct scratch *s, const char *name, struct str bytes);
/* Appends the file to `to`; false where it is not there, or larger than `limit`. */
bool scratch_read(const struct scratch *s, const char *name, size_t limit, struct buf *to);
/* Removes the file, if it is there. */
void scratch_drop(const struct scratch *s, const char *name);
/* Removes it with all that is in it. */
void scratch_remove(struct scratch *s);

#endif
