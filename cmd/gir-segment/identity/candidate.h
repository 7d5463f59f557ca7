/* candidate: weighs whether some lines are a report's title, read as one.
 */
#ifndef GIR_CANDIDATE_H
#define GIR_CANDIDATE_H

#include "cmd/gir-segment/identity/identity.h"
#include "cmd/gir-segment/identity/naming.h"

enum {
	TITLE_BYTES = 1500, /* of a line that are looked at; a title is at its start */
	PHRASE_BYTES = 180  /* the longest name of an organ, and the longest part of a title */
};

struct candidate {
	size_t from, to;   /* lines */
	struct str source; /* their text, joined by line feeds */
	size_t split; /* where a line of it begins that may hold the organ's name, as weighed */
	size_t start, end;    /* of the title in the folded source */
	struct str title;     /* and in the source */
	struct folded phrase; /* what names the organ in it; candidate_free releases it */
	int score, year;
	uint64_t key; /* of the name and the year */
	uint64_t org; /* of the organ's name */
	bool named;   /* an organ or a place */
	bool torn;    /* what stands before the words is no name */
};

/* The room in which candidates are read. */
struct weighing {
	const struct gazetteer *g;
	struct pool *pool;
	bool sections;        /* the text has a report's */
	struct folded text;   /* the source of the one weighed last, */
	struct folded phrase; /* and what names the organ in it */
};

/* Reads c->source as a title: of several in it the best. A line that begins at byte `split` of it
 * may hold the organ's name. False where there is no title. */
bool candidate_weigh(struct weighing *w, struct candidate *c, size_t split);
void candidate_free(struct candidate *c);

/* Weighs the title on the lines [c->from, c->to) and takes in the lines above and below that it is
 * broken over. False where there is none. */
bool candidate_widen(struct weighing *w, const struct identity_source *in, struct candidate *c);

/* What a short line may be a title's part as; PART_TORN: as the beginning of a name. */
enum part { PART_NONE, PART_YEAR, PART_NAME, PART_PLACE, PART_TOPIC, PART_TORN };
enum part part_of(const struct weighing *w, struct str line);

bool has_sentence(struct str folded);

#endif
