/* decode: the bytes of a report to UTF-8.
 *
 * UTF-8, UTF-16 either way (each with or without BOM), GB18030 (so GBK and GB2312) and Big5. The
 * encoding is found from the bytes: whichever reading gives the most usual characters
 * (data/usual.tsv) and the fewest faults. A declared charset only settles a tie.
 */
#ifndef GIR_DECODE_H
#define GIR_DECODE_H

#include "common/buf.h"
#include "common/charset.h"

struct decoded {
	struct str text;      /* valid UTF-8 without BOM; in `bytes` or in `room` */
	const char *encoding; /* utf-8, utf-16le, utf-16be, gb18030, big5 */
	size_t undecodable;   /* bytes that could not be decoded; U+FFFD stands for them */
};

/* Text that is valid UTF-8 stays where it is; any other is written to `room`, cleared first.
 * `declared` is the charset that the source claims, or NULL. Linear in the size. */
void decode(struct charsets *c, struct str bytes, const char *declared, struct buf *room,
	    struct decoded *out);

/* True for bytes that are no text in any of the encodings. Looks at the first 64 KB. */
bool looks_binary(struct charsets *c, struct str bytes);

/* Both: false for bytes that look binary, which are not decoded. */
bool decode_text(struct charsets *c, struct str bytes, struct buf *room, struct decoded *out);

#endif
