/* layout: how a report's table of requests stands in its file, seen from the lines that its cells
 * are on. Numbers are surest where a row has a line of its own; the other layouts are where to look
 * first when they are doubted.
 */
#ifndef GIR_REPORT_LAYOUT_H
#define GIR_REPORT_LAYOUT_H

#include "cmd/gir-report/report.h"

/* "row": a row a line; "cell": a cell a line; "run": several rows in a line; "mixed"; empty where
 * there is no such table. */
struct str layout_of(const struct report *r);

#endif
