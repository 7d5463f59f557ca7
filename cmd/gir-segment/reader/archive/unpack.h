/* unpack: the members of an archive one after the other, in memory, by libarchive.
 *
 * Nothing is ever written to disk, no other program is run, and a name is nothing but a name.
 */
#ifndef GIR_UNPACK_H
#define GIR_UNPACK_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include "common/buf.h"

struct unpack {
	struct archive *archive;
	struct archive_entry *entry; /* the member at hand */
	locale_t ours, theirs;       /* the one that names are read in, and the one before */
	bool ended;                  /* no further member can be reached */
	bool starved;                /* memory was lacking, so that what is missing may be there */
};

enum unpack_end {
	UNPACK_DONE,
	UNPACK_DAMAGED,
	UNPACK_ENCRYPTED,
	UNPACK_LARGE /* more bytes than asked for */
};

/* Starts; the caller then says which formats are read, and opens u->archive. */
void unpack_init(struct unpack *u);
/* Goes to the next member: UNPACK_DONE with u->entry, NULL behind the last. UNPACK_DAMAGED ends it
 * as well. */
enum unpack_end unpack_next(struct unpack *u);
/* The name of the member at hand, as its bytes are; valid until the next one. */
struct str unpack_name(const struct unpack *u);
/* Whether it is a file, not a directory, a link or a device. */
bool unpack_is_file(const struct unpack *u);
/* Appends its bytes to `to`, at most `limit`. Call once a member. */
enum unpack_end unpack_data(struct unpack *u, size_t limit, struct buf *to);
void unpack_free(struct unpack *u);

#endif
