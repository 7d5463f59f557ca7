/* sorted: lines in the order of their bytes, as a table of sums has them behind its header. Those
 * that begin alike are found without reading the others. */
#ifndef GIR_SORTED_H
#define GIR_SORTED_H

#include "common/str.h"

/* Where the line behind the one at `from` begins. */
size_t line_end(struct str s, size_t from);
/* Where the line that `at` is in begins, not before `from`. */
size_t line_start(struct str s, size_t from, size_t at);
/* The lines from `from` on that begin with the prefix; all of them where it is empty. Where there
 * are none, an empty string at the place where they would be. */
struct str sorted_run(struct str s, size_t from, struct str prefix);

#endif
