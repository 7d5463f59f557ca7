/* prose: the figures that a report states in its running text (gir(7), table text).
 *
 * Reads one paragraph at a time, sentence by sentence, in time linear in its length and in memory
 * bounded by the longest sentence it still reads. Precision comes first: a number that could mean
 * something else is left out, one whose meaning is clear but whose value is not gets `sure` false.
 * The phrases are data: prose.tsv over the word classes of prose-words.tsv.
 */
#ifndef GIR_PROSE_H
#define GIR_PROSE_H

#include "common/fold.h"
#include "common/number.h"

struct prose_figure {
	struct str row; /* "requests.new", ... */
	struct str col; /* "stated", or the item's name for disclosed.part */
	bool sure;
	bool area; /* said of a whole area (全区): the report's own only if it is on that area */
	struct dec value;
	struct str raw; /* the clause it was read from, source text */
	size_t line;
};

struct prose; /* compiled patterns, and room to work in: one reader at a time */

/* `fold` must outlive what is returned. */
struct prose *prose_new(const struct fold *fold);
void prose_free(struct prose *p);

/* Reads the figures of one paragraph (a para block of section 0, 1, 5 or 6), whose first line is
 * `line`, and calls emit for each. A disclosed.total with an enumeration is at once followed by its
 * disclosed.part figures, and comes again before a second enumeration. `year` is the report's, 0
 * if unknown. The slices of a figure are valid during the call of emit only. */
void prose_read(const struct prose *p, struct str paragraph, int section, size_t line, int year,
		void (*emit)(void *ctx, const struct prose_figure *), void *ctx);

#endif
