/* reader: the bytes of a file to lines of text and cells of tables, whatever its format.
 *
 * Each format has a reader of its own (readers.h); nobody behind this knows which one ran.
 */
#ifndef GIR_READER_READER_H
#define GIR_READER_READER_H

#include "cmd/gir-segment/reader/words.h"
#include "cmd/gir-segment/text.h"
#include "common/buf.h"
#include "common/charset.h"
#include "common/output.h"
#include "common/pool.h"

/* What a reader made of a file. Its strings live in the file's bytes, in `room`, `converted` or
 * `pool`, until the next file is read. */
struct reading {
	struct text text;
	struct buf room;
	struct buf converted; /* the file as a converter wrote it anew */
	struct pool pool;
	unsigned convert_seconds; /* that a converter may take; 0: as many as usual */
	bool ocr;                 /* characters are recognised in pictures */
	const char *name;         /* of the file, for messages */
	const char *format;       /* as the stream names it: static storage */
	const char *encoding;     /* static storage; NULL where the format has none of its own */
	size_t undecodable;       /* bytes that could not be decoded */
	struct charsets charsets;
	struct page_words *words; /* those of web pages; NULL before the first one */
};

/* Once, before anything is read: libraries out of memory end the program, as gir itself does
 * (alloc.h), and never leave half of a file behind that would pass for whole. */
void reader_init(void);

/* Reads the bytes of a file whose format is `format` (format.h). False where they hold no text that
 * could be read; r->format then says why (common/data/reasons.tsv). */
bool reader_read(struct reading *r, const char *format, struct str bytes, const char *name);
void reader_free(struct reading *r);

/* Writes a table of the formats: whether they can be read here, and by what. */
void reader_formats(struct output *out);

#endif
