#include "cmd/gir-segment/manifest.h"

#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"

static bool is_digits(struct str s, size_t count)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 0 || s.n == count;
}

static int check_row(const struct manifest *m, size_t row)
{
	struct str scope = sheet_get(&m->sheet, row, m->scope);
	const char *wrong = NULL;

	if (!is_digits(sheet_get(&m->sheet, row, m->year), 4))
		wrong = "year is not four digits";
	else if (!is_digits(sheet_get(&m->sheet, row, m->region), 6))
		wrong = "region is not six digits";
	else if (scope.n && !str_is(scope, "organ") && !str_is(scope, "region"))
		wrong = "scope is neither organ nor region";
	if (!wrong)
		return 0;
	diag(m->sheet.file, m->sheet.line[row], "%s", wrong);
	return -1;
}

/* The slot of `doc`: where it is, or the free one where it would go. */
static size_t find_slot(const struct manifest *m, struct str doc)
{
	size_t at = (size_t)str_hash(doc) & (m->slots - 1);

	while (m->slot[at] != m->sheet.rows &&
	       !str_eq(sheet_get(&m->sheet, m->slot[at], m->doc), doc))
		at = (at + 1) & (m->slots - 1);
	return at;
}

int manifest_load(struct manifest *m, const char *path)
{
	size_t row, i;
	int status;

	*m = (struct manifest){.slots = 16};
	status = sheet_load(&m->sheet, path);
	if (status == 0)
		m->doc = sheet_need(&m->sheet, "doc", &status);
	if (status != 0)
		return -1;
	m->year = sheet_column(&m->sheet, "year");
	m->region = sheet_column(&m->sheet, "region");
	m->org = sheet_column(&m->sheet, "org");
	m->scope = sheet_column(&m->sheet, "scope");
	while (m->slots < 2 * m->sheet.rows)
		m->slots *= 2;
	m->slot = xcalloc(m->slots, sizeof *m->slot);
	for (i = 0; i < m->slots; i++)
		m->slot[i] = m->sheet.rows;
	for (row = 0; row < m->sheet.rows; row++) {
		if (check_row(m, row) != 0)
			status = -1;
		m->slot[find_slot(m, sheet_get(&m->sheet, row, m->doc))] = row;
	}
	return status;
}

void manifest_free(struct manifest *m)
{
	sheet_free(&m->sheet);
	free(m->slot);
}

struct manifest_facts manifest_find(const struct manifest *m, struct str doc)
{
	size_t row;

	if (m->sheet.rows == 0)
		return (struct manifest_facts){STR_EMPTY, STR_EMPTY, STR_EMPTY, STR_EMPTY};
	row = m->slot[find_slot(m, doc)];
	if (row == m->sheet.rows)
		return (struct manifest_facts){STR_EMPTY, STR_EMPTY, STR_EMPTY, STR_EMPTY};
	return (struct manifest_facts){
		sheet_get(&m->sheet, row, m->year), sheet_get(&m->sheet, row, m->region),
		sheet_get(&m->sheet, row, m->org), sheet_get(&m->sheet, row, m->scope)};
}
