#include "common/severity.h"

const char *const severity_names[SEVERITY_COUNT] = {"error", "warning", "note"};

enum severity severity_of(struct str s)
{
	enum severity v = SEVERITY_ERROR;

	while (v < SEVERITY_COUNT && !str_is(s, severity_names[v]))
		v++;
	return v;
}
