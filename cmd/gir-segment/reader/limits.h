/* limits: how much a reader takes of one file, so that no file costs more than bounded time and
 * memory, whatever its bytes are. Real reports stay far below all of these.
 */
#ifndef GIR_LIMITS_H
#define GIR_LIMITS_H

enum {
	LIMIT_UNPACKED = 64 << 20,  /* bytes that a packed document may unpack to, */
	LIMIT_RATIO = 200,          /* and how many times its own size, */
	LIMIT_RATIO_FROM = 1 << 20, /* beyond so many bytes */
	LIMIT_PARTS = 10000,        /* members of a packed document */
	LIMIT_NESTING = 256,        /* elements within elements */
	LIMIT_COLUMNS = 64,         /* of a table: what lies beyond is left out */
	LIMIT_ROWS = 4096,          /* likewise */
	LIMIT_CELLS = 200000,       /* of all tables of a document */
	LIMIT_PAGES = 400,          /* of a document with placed text */
	LIMIT_SECONDS = 120,        /* for the programs that take one apart, */
	LIMIT_OCR_SECONDS = 900,    /* or recognise its characters */
	LIMIT_PICTURES = 40,        /* of them in which characters are recognised */
	LIMIT_WORDS = 400000,       /* placed on them: what lies beyond is left out, and told */
	LIMIT_RULINGS = 50000,      /* straight lines of a page: a picture has more, */
	LIMIT_LINES = 1000,         /* and when those that continue each other are one */
	LIMIT_MEMBERS = 1000000,    /* of an archive of reports */
	LIMIT_SKIPPED = 1 << 30     /* bytes of an archive's member that are unpacked to pass it */
};

#endif
