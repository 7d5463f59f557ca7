#include "cmd/gir-check/overview.h"

void overview_begin(struct output *to)
{
	output_put(to, STR("doc\tyear\tregion\torg\tscope\tform\tformat\tencoding\tcells\terrors\t"
			   "warnings\n"));
}

/* The text of a fact; empty without it. */
static struct str fact_text(const struct report *r, enum fact fact)
{
	const struct entry *e = report_fact(r, fact);

	return e ? e->raw : STR_EMPTY;
}

static size_t count_numbers(const struct report *r)
{
	size_t i, n = 0;

	for (i = 0; r->form && i < r->form->cell_count; i++)
		n += r->slot[i].num;
	return n;
}

/* Fields of the stream are escaped there already, and stay as they are. */
void overview_put(const struct check *c, const struct report *r, const size_t *before)
{
	struct output *to = c->overview;

	output_put(to, r->keys);
	output_tabbed(to, fact_text(r, FACT_FORMAT));
	output_tabbed(to, fact_text(r, FACT_ENCODING));
	output_size(to, count_numbers(r));
	output_putc(to, '\t');
	output_size(to, c->found[SEVERITY_ERROR] - before[SEVERITY_ERROR]);
	output_putc(to, '\t');
	output_size(to, c->found[SEVERITY_WARNING] - before[SEVERITY_WARNING]);
	output_putc(to, '\n');
}
