#include "cmd/gir-report/kinds.h"

#include "common/diag.h"

static const struct {
	const char *name;
	unsigned kind;
} kinds[] = {{"report", KIND_REPORT}, {"region", KIND_REGION}, {"front", KIND_FRONT}};

static unsigned kind_or_die(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(name, kinds[i].name))
			return kinds[i].kind;
	die("-p %.*s: what is wanted is report, region or front", STR_ARG(name));
}

unsigned kinds_or_die(const char *list)
{
	struct str rest = str_of(list), name;
	unsigned found = 0;

	while (str_cut(&rest, ',', &name))
		found |= kind_or_die(name);
	return found;
}

unsigned kinds_of(const struct inputs *in)
{
	unsigned found = 0;

	if (inputs_have(in, INPUT_CELLS) || !inputs_have(in, INPUT_SUMS))
		found |= KIND_REPORT;
	if (inputs_have(in, INPUT_SUMS))
		found |= KIND_REGION | KIND_FRONT;
	return found;
}

const char *province_or_die(const char *s)
{
	if (strcmp(s, "-") != 0 && (strlen(s) != 2 || strspn(s, "0123456789") != 2))
		die("--province %s: what is wanted is two digits, or -", s);
	return s;
}
