/* kinds: what pages are to be made.
 */
#ifndef GIR_REPORT_KINDS_H
#define GIR_REPORT_KINDS_H

#include "cmd/gir-report/inputs.h"

enum { KIND_REPORT = 1, KIND_REGION = 2, KIND_FRONT = 4 };

/* The kinds of a list set apart by commas. */
unsigned kinds_or_die(const char *list);
/* Those that the inputs are enough for: reports need cells, the others sums. */
unsigned kinds_of(const struct inputs *in);
const char *province_or_die(const char *code);

#endif
