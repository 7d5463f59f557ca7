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

bool blocks_read(const struct tsv *t, const struct blocks_columns *c, struct block *b)
{
	struct str kind = t->field[c->kind], line = t->field[c->line], sect = t->field[c->sect];

	b->kind = blocks_kind(kind);
	b->pos = t->field[c->pos];
	b->text = t->field[c->text];
	if (b->kind == BLOCK_KINDS) {
		diag(t->file, t->in.line, "\"%.*s\" is no kind of block", STR_ARG(kind));
	} else if (!blocks_number(line, &b->line)) {
		diag(t->file, t->in.line, "\"%.*s\" is no number of a line", STR_ARG(line));
	} else if (sect.n != 1 || !blocks_section(sect.p[0])) {
		diag(t->file, t->in.line, "\"%.*s\" is no section", STR_ARG(sect));
	} else {
		b->section = sect.p[0] - '0';
		return true;
	}
	return false;
}
