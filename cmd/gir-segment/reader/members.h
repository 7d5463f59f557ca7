/* members: the reports in an archive (zip, tar, 7z ..., format_is_archive), one after the other.
 *
 * Left out are folders, links, devices, and files that systems leave behind (__MACOSX, .DS_Store).
 * Nothing is written to disk.
 */
#ifndef GIR_MEMBERS_H
#define GIR_MEMBERS_H

#include "common/str.h"

/* An archive: its first bytes, and the descriptor with all of it, or -1 where that is all. */
struct members_source {
	struct str bytes;
	int fd;
	const char *name;   /* for messages */
	const char *format; /* of format.h */
};

/* A member, valid during the call it is given to. */
struct member {
	struct str name; /* UTF-8 where it can be read; no two are alike. Empty: a file that is
			    packed by itself, without any name */
	struct str bytes;
	const char *trouble; /* NULL, or why it cannot be read: a format of reasons.tsv */
};

typedef void member_fn(void *context, const struct member *m);

/* Calls `each` for every member in the order of the archive. NULL, or what is wrong with the
 * archive, told on standard error: a format of reasons.tsv. */
const char *members_read(const struct members_source *from, member_fn *each, void *context);

#endif
