#include "cmd/gir-segment/reader/page/fonts.h"

/* The last columns of a line: encoding, embedded, subset, to Unicode, and the object: two numbers,
 * or [none]. What stands before them, names and types, may have blanks in it. */
enum { ENCODING, EMBEDDED, SUBSET, UNICODE, COLUMNS };

static struct str take_last(struct str *line)
{
	size_t end;
	struct str word;

	*line = str_trim(*line);
	for (end = line->n; end > 0 && line->p[end - 1] != ' '; end--)
		;
	word = str_from(*line, end);
	line->n = end;
	return word;
}

static bool last_columns(struct str line, struct str column[COLUMNS])
{
	size_t i = COLUMNS;

	if (!str_is(take_last(&line), "[none]"))
		(void)take_last(&line);
	while (i-- > 0) {
		column[i] = take_last(&line);
		if (column[i].n == 0)
			return false;
	}
	return true;
}

static bool is_own_order(struct str encoding)
{
	return str_is(encoding, "Custom") || str_is(encoding, "Builtin") ||
	       str_starts(encoding, STR("Identity"));
}

bool fonts_are_guessed(struct str table)
{
	struct str line, c[COLUMNS];

	while (table.p && str_cut(&table, '\n', &line))
		if (last_columns(line, c) && str_is(c[UNICODE], "no") &&
		    str_is(c[EMBEDDED], "yes") && is_own_order(c[ENCODING]))
			return true;
	return false;
}
