/* A file through gir-segment, and what must hold of each reader's text. */
#include <stdlib.h>

#include "cmd/gir-segment/report.h"
#include "common/diag.h"
#include "tests/fuzz/fuzz.h"

const char program_name[] = "fuzz";

static void must(bool holds, const char *what, size_t line)
{
	if (holds)
		return;
	diag("input", line, "%s", what);
	abort();
}

/* Whether cell `b` comes behind `a`: in a later table, or in row-major order. */
static bool in_order(const struct text_cell *a, const struct text_cell *b)
{
	if (a->table != b->table)
		return a->table < b->table;
	return a->row < b->row || (a->row == b->row && a->col + a->cols <= b->col);
}

void fuzz_check(const struct text *t)
{
	struct text_cell last = {0, 0, 0, 0, 0};
	size_t i;

	for (i = 0; i < t->n; i++) {
		const struct text_line *line = &t->line[i];

		must(line->s.p && (line->outside.p || !line->outside.n), "a line is NULL", i);
		must(line->box < t->boxes, "a line in no box", i);
		if (!line->cell.table)
			continue;
		must(line->cell.row && line->cell.col, "a cell at 0", i);
		must(line->cell.rows && line->cell.cols, "a cell of no size", i);
		must(in_order(&last, &line->cell), "cells out of order", i);
		last = line->cell;
	}
	for (i = 1; i < t->boxes; i++) {
		must(t->box[i].parent < i, "a box before its parent", i);
		must(t->box[i].end <= t->n, "a box beyond the end", i);
	}
}

void fuzz_segment(struct str bytes)
{
	static struct segmenter segmenter;
	static struct output out;

	fuzz_output();
	if (!segmenter.fold) {
		if (setenv("PATH", "/nonexistent", 1) != 0) /* no converters */
			abort();
		output_use(&out, 1, "<stdout>");
		segmenter_init(&segmenter, &out);
	}
	segmenter_read(&segmenter, fuzz_file(bytes), STR("宁波市/330211 report.txt"));
	fuzz_check(&segmenter.reading.text);
	output_flush(&out);
}
