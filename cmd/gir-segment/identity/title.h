/* title: finds the report's title among the lines before its first section.
 *
 * A title says what the document is (政府信息公开工作年度报告, in any wording) and mostly whose and
 * of which year; it may be broken over three lines, repeated, and stand among the page's menus and
 * the titles of other reports. Each candidate is weighed; of equal ones the last counts.
 */
#ifndef GIR_TITLE_H
#define GIR_TITLE_H

#include "cmd/gir-segment/identity/identity.h"
#include "cmd/gir-segment/identity/naming.h"

struct title {
	struct str text;      /* as the source has it, on one line; empty: none found */
	struct str source;    /* the lines it stands on, joined by line feeds */
	size_t from, to;      /* those lines */
	struct folded phrase; /* what names the organ, a folding of `source` */
	bool traditional;
	bool report; /* it is a report's; else only the text's first line */
	int year;    /* that a report's names; 0: none */
};

/* Fills *title, whose text lives in `pool`; title_free releases the rest. */
void title_find(const struct gazetteer *g, const struct identity_source *source, struct pool *pool,
		struct title *title);
/* The same from what the head of a web page says, of a site's title only the part that is the
 * report's. It stands on no line. */
void title_of_page(const struct gazetteer *g, const struct identity_source *in, struct pool *pool,
		   struct title *title);
void title_free(struct title *title);

/* Whether a line is page furniture, by the words in it. */
bool is_chrome(const struct words *w, struct str folded);

#endif
