/* layouts: the cutters behind layout_cut, one a layout family, and what they share.
 */
#ifndef GIR_LAYOUTS_H
#define GIR_LAYOUTS_H

#include "cmd/gir-segment/layout/layout.h"

/* tabs.c */
void layout_tab_cells(const struct fold *f, const struct piece *p, size_t n, struct blocks *out);
void layout_tab_rows(const struct fold *f, const struct piece *p, size_t n, struct blocks *out);
/* bars.c */
void layout_bar_rows(const struct fold *f, const struct piece *p, size_t n, struct blocks *out);
void layout_bar_cells(const struct fold *f, const struct piece *p, size_t n, struct blocks *out);
/* spaces.c */
void layout_spaces(const struct fold *f, const struct piece *p, size_t n, struct blocks *out);
/* One line without tabs and bars, as layout_spaces cuts it. */
void layout_plain_line(const struct fold *f, const struct piece *p, struct blocks *out);

/* Nothing but spaces of any kind. */
bool layout_is_blank(const struct fold *f, struct str s);
/* Running text, not a cell. */
bool layout_is_sentence(struct str s);

#endif
