/* identity: who reports, on which year, from where (gir(7), "Who and where").
 *
 * From a report's logical lines to its title, year, organ, region, date and scope. What is in
 * doubt is left empty (0 for the year): a wrong region or organ spoils the sums, an empty one is
 * a finding. Linear in the text; the finder itself is read-only and may be shared by threads.
 */
#ifndef GIR_IDENTITY_H
#define GIR_IDENTITY_H

#include "cmd/gir-segment/sections.h"
#include "common/divisions.h"
#include "common/fold.h"
#include "common/pool.h"

struct identity_source {
	struct str doc; /* the path, unescaped, as the streams name it */
	int year; /* known beforehand, for which divisions there were; 0: as the report says */
	const struct piece *piece; /* a logical line each */
	size_t lines;
	size_t first_section; /* index of the line of the first section's heading; lines: none */
	size_t last_section;  /* of the last section's, below which the signature stands */
};

/* The text of line i; a page's number parts no signature from its date. */
static inline struct str identity_line(const struct identity_source *in, size_t i)
{
	return in->piece[i].page_number ? STR_EMPTY : piece_text(&in->piece[i]);
}

/* The same, or what the page says in its place. */
static inline struct str identity_shown(const struct identity_source *in, size_t i)
{
	struct str outside = in->piece[i].source->outside;

	return outside.n ? outside : identity_line(in, i);
}

struct identity {
	struct str title;            /* the source's own text, blanks squeezed, lines joined */
	size_t title_from, title_to; /* the lines it stands on, [from, to); equal: none */
	int year;                    /* 0: not found */
	struct str org;              /* canonical name, simplified characters */
	struct str region;           /* six digits */
	struct str published;        /* YYYY-MM-DD */
	bool consolidated;           /* scope region: a report of a whole area */
};

struct identity_finder;

/* Builds the index of names. `fold` and `divisions` must outlive the finder. */
struct identity_finder *identity_new(const struct fold *fold, const struct divisions *divisions);
void identity_free(struct identity_finder *finder);

/* Fills *out; what is not found is empty. Its text lives in `pool`. */
void identity_find(const struct identity_finder *finder, const struct identity_source *source,
		   struct pool *pool, struct identity *out);

#endif
