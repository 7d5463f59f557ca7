/* glued: cells in which labels and numbers stand in one piece: 规章000行政规范性文件141414.
 *
 * Such a text is cut at the labels that it holds; digits between them are an ITEM_GLUED, whose
 * place is certain only where each column must have one digit (place.h). Numbers that spaces part
 * are values of their own.
 */
#ifndef GIR_GLUED_H
#define GIR_GLUED_H

#include "cmd/gir-tables/grid/reader.h"

/* Puts the items that the cell is cut into. False where it is no such text. */
bool glued_cut(struct reader *r, const struct token *t);

#endif
