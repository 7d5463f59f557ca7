#include "cmd/gir-segment/reader/archive/unpack.h"

#include <errno.h>

#include "common/diag.h"

/* libarchive turns names from UTF-8 and UTF-16 into the locale's charset, and loses what that does
 * not have; the locale of the user must not matter. */
static locale_t utf8_locale(void)
{
	static const char *const names[] = {"C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"};
	locale_t found = (locale_t)0;
	size_t i;

	for (i = 0; !found && i < sizeof names / sizeof *names; i++) {
		errno = 0;
		found = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
		if (!found && errno == ENOMEM)
			die("out of memory");
	}
	return found;
}

void unpack_init(struct unpack *u)
{
	*u = (struct unpack){.archive = archive_read_new(), .ours = utf8_locale()};
	if (!u->archive)
		die("out of memory");
	if (u->ours)
		u->theirs = uselocale(u->ours);
	errno = 0;
}

void unpack_free(struct unpack *u)
{
	archive_read_free(u->archive);
	if (u->ours) {
		uselocale(u->theirs);
		freelocale(u->ours);
	}
	*u = (struct unpack){.archive = NULL};
}

/* libarchive does not always say that memory is what it lacks, and may go on with another format
 * where that of the archive could not be looked at; but errno tells. */
static bool is_starved(const struct unpack *u)
{
	return errno == ENOMEM || archive_errno(u->archive) == ENOMEM;
}

enum unpack_end unpack_next(struct unpack *u)
{
	int status = u->ended ? ARCHIVE_EOF : ARCHIVE_RETRY;

	u->entry = NULL;
	while (status == ARCHIVE_RETRY)
		status = archive_read_next_header(u->archive, &u->entry);
	u->starved |= is_starved(u);
	/* A warning is about times, modes or a name's charset, which are of no matter here. */
	if ((status == ARCHIVE_OK || status == ARCHIVE_WARN) && !u->starved)
		return UNPACK_DONE;
	u->ended = true;
	u->entry = NULL;
	return status == ARCHIVE_EOF && !u->starved ? UNPACK_DONE : UNPACK_DAMAGED;
}

struct str unpack_name(const struct unpack *u)
{
	const char *name = archive_entry_pathname(u->entry);

	return name ? str_of(name) : STR_EMPTY;
}

bool unpack_is_file(const struct unpack *u)
{
	return archive_entry_filetype(u->entry) == AE_IFREG && !archive_entry_hardlink(u->entry);
}

enum unpack_end unpack_data(struct unpack *u, size_t limit, struct buf *to)
{
	const void *block;
	size_t n;
	la_int64_t at;
	int status;

	if (archive_entry_is_encrypted(u->entry))
		return UNPACK_ENCRYPTED;
	if (archive_entry_size_is_set(u->entry) && archive_entry_size(u->entry) > (la_int64_t)limit)
		return UNPACK_LARGE;
	errno = 0;
	while ((status = archive_read_data_block(u->archive, &block, &n, &at)) == ARCHIVE_OK) {
		if (n > limit)
			return UNPACK_LARGE;
		limit -= n;
		buf_put(to, (struct str){block, n});
	}
	/* What does not agree with its checksum or size is a warning, and damaged all the same. */
	if (status == ARCHIVE_EOF)
		return UNPACK_DONE;
	u->starved |= is_starved(u);
	u->ended = status == ARCHIVE_FATAL;
	return UNPACK_DAMAGED;
}
