/* grid: tables of figures for comparing, and what stands in their cells.
 *
 * A table scrolls in a box of its own where it is too wide. In one that can be sorted (data/gir.js)
 * a cell whose text is more than its value has the value in data-v.
 */
#ifndef GIR_REPORT_GRID_H
#define GIR_REPORT_GRID_H

#include "cmd/gir-report/area/areas.h"
#include "cmd/gir-report/page.h"

/* The box, the table, its caption, and its row of heads, which grid_body ends. */
void grid_begin(struct page *p, const char *id, bool sortable, struct phrase caption);
void grid_head(struct page *p, struct phrase text);
/* The head of a column that has no order. */
void grid_head_plain(struct page *p, struct phrase text);
void grid_body(struct page *p);
void grid_end(struct page *p);

/* A section's heading, "h-ID"; grid_section_end closes it. */
void grid_section(struct page *p, const char *id, struct phrase heading);
void grid_section_end(struct page *p);
/* A paragraph of a class, or of none: "". */
void grid_note(struct page *p, const char *class, struct phrase text);

/* Cells. A number of 0 may be left out. */
void grid_size(struct page *p, size_t n);
/* A decimal of a stream, a dash where it is empty. */
void grid_number(struct page *p, struct str field);
/* A sum, marked where it is not complete; NULL for none. */
void grid_amount(struct page *p, const struct amount *a);
/* A rate of a stream as per cent with two decimals, marked where it is not of all reports. */
void grid_rate(struct page *p, struct str field, bool whole);
/* The change between two sums, either NULL for none; marked where one of them is not complete. */
void grid_change(struct page *p, const struct amount *now, const struct amount *then);

/* A row's head: a rule of gir-check, in words, and how grave it is. */
void grid_rule(struct page *p, struct str rule);

/* A year in words. */
struct phrase grid_year(const struct page *p, int year, struct buf *room);
/* A link to the area's page with its name in that year. */
void grid_area_link(struct page *p, struct str code, int year);
/* The sum of a figure in a year, of all of the area or of its own organs; NULL for none. */
const struct amount *grid_figure(const struct area_year *y, size_t figure, bool own);

#endif
