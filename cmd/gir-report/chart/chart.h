/* chart: the figures of an area that belong together, by year, as stacked columns.
 *
 * A chart NAME.svg is kept with the script that draws it, NAME.gp, and is drawn again when that
 * changes.
 */
#ifndef GIR_REPORT_CHART_H
#define GIR_REPORT_CHART_H

#include "cmd/gir-report/chart/gnuplot.h"
#include "cmd/gir-report/grid.h"

struct charts {
	struct site *site;
	bool none; /* are wanted */
	struct gnuplot gnuplot;
};

/* The figures of the chart `name` (site-figures.tsv) of an area, under a heading: the picture,
 * where it can be drawn, and its legend. `base` is the path of its page without ".html", `below`
 * the id of the table that has its numbers. Nothing where there are none. 0, or -1 after a message.
 */
int chart_put(struct charts *c, struct page *p, const struct areas *a, const struct area *v,
	      const char *name, struct str base, const char *below);

/* The figures of a chart as a table, a line a year, with the id `t-NAME`. */
void chart_table(struct page *p, const struct areas *a, const struct area *v, const char *name);

int charts_close(struct charts *c);

#endif
