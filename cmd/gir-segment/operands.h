/* operands: the names of the reports to read, from the command line and from lists.
 */
#ifndef GIR_OPERANDS_H
#define GIR_OPERANDS_H

#include "common/str.h"

/* What to do with each name; returns 0, or -1 to have the exit status say trouble. */
typedef int operand_fn(void *context, const char *path);

/* Calls `each` for every name in the list at `path` ("-": standard input), one a line, or
 * NUL-separated. Empty names are skipped. -1 if the list cannot be read or any call returned it. */
int operands_from_list(const char *path, bool nul, operand_fn *each, void *context);

/* The name a report bears in the streams: `path` relative to `dir` where it lies below it (both
 * taken as they are spelt, but for "./" and doubled slashes). Points into `path`. */
struct str operand_name(const char *path, const char *dir);

#endif
