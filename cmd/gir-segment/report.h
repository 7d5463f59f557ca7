/* report: one raw report from its bytes to its blocks.
 */
#ifndef GIR_REPORT_H
#define GIR_REPORT_H

#include "cmd/gir-segment/blocks.h"
#include "cmd/gir-segment/furniture.h"
#include "cmd/gir-segment/identity/identity.h"
#include "cmd/gir-segment/manifest.h"
#include "cmd/gir-segment/reader/reader.h"
#include "cmd/gir-segment/sections.h"
#include "cmd/gir-segment/source.h"

/* What is the same for all reports, and room that each report uses anew. */
struct segmenter {
	struct fold *fold;
	struct divisions divisions;
	struct section_rules *rules;
	struct identity_finder *finder;
	struct furniture *furniture;
	struct manifest manifest; /* empty without -m */
	struct blocks blocks;
	struct source source;
	struct buf name; /* of the member of an archive that is being read */
	struct reading reading;
	struct pieces pieces;
	struct pool pool;
	bool furniture_stands; /* whether lines may hold furniture not at their start only */
	size_t table;          /* of the reader, whose cell was written last */
};

void segmenter_init(struct segmenter *s, struct output *out);
void segmenter_free(struct segmenter *s);

/* Reads the report at `path`, or the reports in the archive there, and writes their blocks under
 * the name `doc`, those of an archive as DOC!MEMBER. A report that cannot be read gets a message,
 * and blocks that say so. 0, or -1 where it could not be read. */
int segmenter_read(struct segmenter *s, const char *path, struct str doc);

#endif
