#include "cmd/gir-segment/reader/members.h"

#include "common/diag.h"

#ifdef GIR_LIBARCHIVE
#include "cmd/gir-segment/reader/archive/archive.h"
#endif

const char *members_read(const struct members_source *from, member_fn *each, void *context)
{
#ifdef GIR_LIBARCHIVE
	return archive_read_members(from, each, context);
#else
	(void)each, (void)context;
	diag(from->name, 0, "this is an archive, and gir was built without libarchive");
	return "zip-unsupported";
#endif
}
