/* archive: members_read (members.h) by libarchive.
 */
#ifndef GIR_ARCHIVE_H
#define GIR_ARCHIVE_H

#include "cmd/gir-segment/reader/members.h"

const char *archive_read_members(const struct members_source *from, member_fn *each, void *context);

#endif
