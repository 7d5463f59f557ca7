/* severity: how bad a finding is, the worst first (gir(7), "Findings").
 */
#ifndef GIR_SEVERITY_H
#define GIR_SEVERITY_H

#include "common/str.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITY_COUNT };
extern const char *const severity_names[SEVERITY_COUNT];

/* SEVERITY_COUNT for a word that is none. */
enum severity severity_of(struct str s);

#endif
