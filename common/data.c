#include "common/data.h"

#include "common/diag.h"

struct str data_text(const char *name)
{
	size_t i;

	for (i = 0; i < embedded_count; i++)
		if (strcmp(embedded_files[i].name, name) == 0)
			return embedded_files[i].text;
	die("no data file \"%s\" was compiled in", name);
}

bool data_next(struct data *d)
{
	while (str_cut(&d->rest, '\n', &d->row)) {
		d->line++;
		if (str_ends(d->row, STR("\r")))
			d->row.n--;
		if (d->row.n && d->row.p[0] != '#')
			return true;
	}
	return false;
}

int data_open(struct data *d, const char *name, struct str text)
{
	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_from(text, 3);
	*d = (struct data){.name = name, .rest = text};
	if (!data_next(d)) {
		diag(name, 0, "no header line");
		return -1;
	}
	d->columns = d->row;
	return 0;
}

struct str data_get(const struct data *d, const char *column)
{
	struct str names = d->columns, fields = d->row, name, field;

	while (str_cut(&names, '\t', &name) && str_cut(&fields, '\t', &field))
		if (str_is(name, column))
			return field;
	return STR_EMPTY;
}

void data_fields(const struct data *d, struct str *field, size_t count)
{
	const char *p = d->row.p, *end = p + d->row.n, *at;
	size_t i;

	for (i = 0; i < count; i++) {
		for (at = p; p < end && *p != '\t'; p++) /* fields are short */
			;
		field[i] = (struct str){at, (size_t)(p - at)};
		p += p < end;
	}
}
