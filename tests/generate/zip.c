/* zip: packed files written through libarchive into memory. */
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "tests/generate/formats.h"

struct zip {
	struct archive *archive;
};

static la_ssize_t write_bytes(struct archive *a, void *to, const void *bytes, size_t n)
{
	(void)a;
	buf_put(to, (struct str){bytes, n});
	return (la_ssize_t)n;
}

static void need_ok(struct zip *z, int status)
{
	if (status != ARCHIVE_OK)
		die("zip: %s", archive_error_string(z->archive));
}

struct zip *zip_new(struct buf *to)
{
	struct zip *z = xcalloc(1, sizeof *z);

	z->archive = archive_write_new();
	if (!z->archive)
		die("zip: no memory");
	need_ok(z, archive_write_set_format_zip(z->archive));
	need_ok(z, archive_write_set_bytes_in_last_block(z->archive, 1));
	need_ok(z, archive_write_open(z->archive, to, NULL, write_bytes, NULL));
	return z;
}

void zip_add(struct zip *z, const char *name, struct str content)
{
	struct archive_entry *entry = archive_entry_new();

	if (!entry)
		die("zip: no memory");
	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, (la_int64_t)content.n);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	archive_entry_set_mtime(entry, 1704067200, 0);
	need_ok(z, archive_write_header(z->archive, entry));
	if (archive_write_data(z->archive, content.p, content.n) != (la_ssize_t)content.n)
		die("zip: %s", archive_error_string(z->archive));
	archive_entry_free(entry);
}

void zip_end(struct zip *z)
{
	need_ok(z, archive_write_close(z->archive));
	archive_write_free(z->archive);
	free(z);
}
