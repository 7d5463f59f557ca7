#include "cmd/gir-tables/blocks.h"

#include "common/diag.h"

int blocks_columns_find(const struct tsv *t, struct blocks_columns *c)
{
	int failed = 0;

	c->doc = tsv_need(t, "doc", &failed);
	c->line = tsv_need(t, "line", &failed);
	c->sect = tsv_need(t, "sect", &failed);
	c->kind = tsv_need(t, "kind", &failed);
	c->pos = tsv_need(t, "pos", &failed);
	c->text = tsv_need(t, "text", &failed);
	c->usual = str_is(t->header, "doc\tline\tsect\tkind\tpos\ttext");
	return failed;
}

static bool is_kind(struct str s)
{
	static const char *const kinds[] = {"cell", "para", "other", "meta", "head", "title"};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(s, kinds[i]))
			return true;
	return false;
}

/* At most as many digits as size_of reads. */
static bool is_number(struct str s)
{
	size_t i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		;
	return i == s.n && i <= 18;
}

bool blocks_valid(const struct tsv *t, const struct blocks_columns *c)
{
	struct str kind = t->field[c->kind], line = t->field[c->line], sect = t->field[c->sect];

	if (!is_kind(kind))
		diag(t->file, t->in.line, "\"%.*s\" is no kind of block", STR_ARG(kind));
	else if (!is_number(line))
		diag(t->file, t->in.line, "\"%.*s\" is no number of a line", STR_ARG(line));
	else if (sect.n != 1 || sect.p[0] < '0' || sect.p[0] > '0' + SECTIONS)
		diag(t->file, t->in.line, "\"%.*s\" is no section", STR_ARG(sect));
	else
		return true;
	return false;
}

/* Most lines are of the report at hand: its name begins them. */
static bool take_line(struct tsv *t, const struct report *r, const struct blocks_columns *c)
{
	struct str ahead = input_ahead(&t->in), doc = r->doc;

	if (c->doc != 0 || !doc.p || ahead.n <= doc.n || ahead.p[doc.n] != '\t' ||
	    !str_starts(ahead, doc) || str_is(doc, "doc") || !tsv_take(t, doc.n + 1, 1))
		return false;
	t->field[0] = str_sub(ahead, 0, doc.n);
	return true;
}

int blocks_next(struct tsv *t, const struct report *r, const struct blocks_columns *c, bool *ends)
{
	bool same = take_line(t, r, c);
	int got = same ? 1 : tsv_next(t);

	*ends = false;
	if (got <= 0 || !r->doc.p)
		return got;
	/* The meta line `format` is the first of every report, so the same name twice in a row is
	 * told. */
	*ends = !(same || str_eq(r->doc, t->field[c->doc])) ||
		(r->format.n && str_is(t->field[c->kind], "meta") &&
		 str_is(t->field[c->pos], "format"));
	return got;
}
