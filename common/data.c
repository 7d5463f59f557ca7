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
	while (d->rest.n > 0) {
		const char *feed = memchr(d->rest.p, '\n', d->rest.n);

		d->row = str_sub(d->rest, 0, feed ? (size_t)(feed - d->rest.p) : d->rest.n);
		d->rest = str_from(d->rest, d->row.n + 1);
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

/* `s` behind its next tab; s.p is NULL where there is none. */
static struct str behind_tab(struct str s)
{
	const char *tab = s.n ? memchr(s.p, '\t', s.n) : NULL;

	return tab ? str_from(s, (size_t)(tab - s.p) + 1) : (struct str){NULL, 0};
}

struct str data_get(const struct data *d, const char *column)
{
	struct str name = d->columns, field = d->row;
	size_t n = strlen(column);
	const char *tab;

	while (!str_starts(name, (struct str){column, n}) || (name.n > n && name.p[n] != '\t')) {
		name = behind_tab(name);
		field = behind_tab(field);
		if (!name.p || !field.p)
			return STR_EMPTY;
	}
	tab = field.n ? memchr(field.p, '\t', field.n) : NULL;
	return tab ? str_sub(field, 0, (size_t)(tab - field.p)) : field;
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
