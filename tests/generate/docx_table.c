#include "tests/generate/docx.h"

/* Of one column, in twentieths of a point. */
static size_t column_width(const struct grid *g)
{
	return g->table == TABLE_ACTIVE ? 2100 : g->table == TABLE_REQUESTS ? 840 : 560;
}

static void put_properties(const struct grid *g, size_t i, size_t j, struct buf *to)
{
	const struct grid_cell *c = &g->row[i].cell[j];

	say(to, "<w:tcPr><w:tcW w:w=\"%zu\" w:type=\"dxa\"/>", column_width(g) * c->span);
	if (c->span > 1)
		say(to, "<w:gridSpan w:val=\"%zu\"/>", c->span);
	if (grid_covered(g, i, j))
		buf_put(to, i % 2 ? STR("<w:vMerge/>") : STR("<w:vMerge w:val=\"continue\"/>"));
	else if (grid_rows(g, i, j) > 1)
		buf_put(to, STR("<w:vMerge w:val=\"restart\"/>"));
	buf_put(to, STR("<w:vAlign w:val=\"center\"/></w:tcPr>"));
}

/* A label that is broken is two paragraphs, or one with a break in it. */
static void put_text(struct author *a, struct str s, struct buf *to)
{
	static const char *const centred = "<w:jc w:val=\"center\"/>";
	bool one = random_chance(&a->r->ink, 50);
	struct str line;

	if (one) {
		docx_paragraph(a, s, centred, to);
		return;
	}
	while (str_cut(&s, '\n', &line))
		docx_paragraph(a, line, centred, to);
}

static void put_cell(struct author *a, const struct grid *g, size_t i, size_t j, struct buf *to)
{
	bool control = a->controls && random_chance(&a->r->ink, 3);

	if (control)
		buf_put(to, STR("<w:sdt><w:sdtPr/><w:sdtContent>"));
	buf_put(to, STR("<w:tc>"));
	put_properties(g, i, j, to);
	if (grid_covered(g, i, j))
		buf_put(to, STR("<w:p/>"));
	else
		put_text(a, g->row[i].cell[j].text, to);
	buf_put(to, STR("</w:tc>\n"));
	if (control)
		buf_put(to, STR("</w:sdtContent></w:sdt>"));
}

/* A row of old figures that was deleted, and is still there as a change. */
static void put_deleted_row(struct author *a, const struct grid *g, struct buf *to)
{
	size_t j;

	say(to,
	    "<w:tr><w:trPr><w:del w:id=\"%zu\" w:author=\"办公室\" "
	    "w:date=\"2024-01-09T10:00:00Z\"/></w:trPr>",
	    ++a->ids);
	for (j = 0; j < g->width; j++)
		say(to,
		    "<w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:del w:id=\"%zu\" w:author=\"办公室\" "
		    "w:date=\"2024-01-09T10:00:00Z\"/></w:rPr></w:pPr><w:del w:id=\"%zu\" "
		    "w:author=\"办公室\" w:date=\"2024-01-09T10:00:00Z\"><w:r><w:delText>%zu"
		    "</w:delText></w:r></w:del></w:p></w:tc>",
		    a->ids + 1, a->ids + 2, j + 3);
	a->ids += 2;
	buf_put(to, STR("</w:tr>\n"));
}

void docx_table(struct author *a, const struct grid *g, struct buf *to)
{
	size_t deleted = a->tracked ? random_below(&a->r->ink, g->n) : g->n, i, j;

	buf_put(to, STR("<w:tbl><w:tblPr><w:tblStyle w:val=\"a3\"/><w:tblW w:w=\"8400\" "
			"w:type=\"dxa\"/><w:jc w:val=\"center\"/></w:tblPr><w:tblGrid>"));
	for (i = 0; i < g->width; i++)
		say(to, "<w:gridCol w:w=\"%zu\"/>", column_width(g));
	buf_put(to, STR("</w:tblGrid>\n"));
	for (i = 0; i < g->n; i++) {
		bool control = a->controls && random_chance(&a->r->ink, 3);

		if (i == deleted && g->row[i].row != STR_NONE)
			put_deleted_row(a, g, to);
		if (control)
			buf_put(to, STR("<w:sdt><w:sdtPr/><w:sdtContent>"));
		buf_put(to, STR("<w:tr><w:trPr><w:trHeight w:val=\"480\"/>"));
		buf_put(to, i == 0 ? STR("<w:tblHeader/></w:trPr>\n") : STR("</w:trPr>\n"));
		for (j = 0; j < g->row[i].n; j++)
			put_cell(a, g, i, j, to);
		buf_put(to, STR("</w:tr>\n"));
		if (control)
			buf_put(to, STR("</w:sdtContent></w:sdt>"));
	}
	buf_put(to, STR("</w:tbl>\n"));
}
