/* package: the parts of a document that is a zip (DOCX, OFD), by name, in memory.
 *
 * Source: PKWARE APPNOTE; names as in ECMA-376 part 2 (Open Packaging Conventions): compared
 * without regard to case, with or without a slash in front.
 */
#ifndef GIR_PACKAGE_H
#define GIR_PACKAGE_H

#include "common/buf.h"

struct package_part {
	struct buf name; /* no slash in front, '/' between folders */
	struct buf bytes;
};

struct package {
	struct package_part *part; /* only those that are whole, in the order of the package */
	size_t n, cap;
	bool damaged;   /* something is cut off or does not agree with its checksum */
	bool encrypted; /* some part is */
};

/* Whether the part of that name is wanted: others are passed over. */
typedef bool package_wants(struct str name);

/* Unpacks all parts that are wanted (wants NULL: all). False where it unpacks to more than
 * limits.h allows; nothing is kept then. What is damaged is left out, and said in p->damaged; where
 * memory is lacking, everything is, for half a package may read as another document.
 * package_free in any case. */
bool package_open(struct package *p, struct str bytes, package_wants *wants);
/* The bytes of a part, valid until package_free; false where there is none of that name. Of two
 * parts of one name the last counts. */
bool package_part(const struct package *p, struct str name, struct str *bytes);
void package_free(struct package *p);

/* The name that a relationship or path `target` has in the package, seen from the part `from` (""
 * for the root): "../a.xml" and "/b/c.xml" resolved. NUL-terminated in to->p; cleared first. */
void package_resolve(struct str from, struct str target, struct buf *to);

#endif
