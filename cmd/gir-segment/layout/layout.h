/* layout: cuts the lines under a heading into the cells of its table.
 *
 * Plain text has lost the table's grid; what is left of it depends on who extracted the text. The
 * layouts (gir(7), "Layouts") are told apart from the marks in the lines: tabs, bars, runs of
 * spaces, or none. Rows whose ends the layout marks become rows of cells; where it marks none,
 * each cell stands in a row of its own, and gir-tables decides what belongs together.
 */
#ifndef GIR_LAYOUT_H
#define GIR_LAYOUT_H

#include "cmd/gir-segment/blocks.h"
#include "cmd/gir-segment/sections.h"
#include "common/fold.h"

/* Writes the pieces as cells, and the sentences between them as paragraphs. The pieces are one
 * section's, or what follows the anchor of a table whose heading is lost. */
void layout_cut(const struct fold *fold, const struct piece *piece, size_t count,
		struct blocks *out);

#endif
