#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "tests/fuzz/fuzz.h"

static ssize_t take(struct archive *a, void *context, const void *bytes, size_t n)
{
	(void)a;
	buf_put(context, (struct str){bytes, n});
	return (ssize_t)n;
}

static void add(struct archive *zip, struct str name, struct str bytes)
{
	struct archive_entry *entry = archive_entry_new();
	char path[256];

	name = str_sub(name, 0, sizeof path - 1);
	memcpy(path, name.p, name.n);
	path[name.n] = '\0';
	archive_entry_set_pathname(entry, path);
	archive_entry_set_size(entry, (int64_t)bytes.n);
	archive_entry_set_filetype(entry, 0100000);
	if (archive_write_header(zip, entry) == ARCHIVE_OK)
		(void)archive_write_data(zip, bytes.p, bytes.n);
	archive_entry_free(entry);
}

void fuzz_zip(struct str s, struct buf *to)
{
	struct archive *zip = archive_write_new();
	struct str mark = STR("%%% ");

	buf_clear(to);
	if (!zip || archive_write_set_format_zip(zip) != ARCHIVE_OK ||
	    archive_write_set_options(zip, "zip:compression=store") != ARCHIVE_OK ||
	    archive_write_open(zip, to, NULL, take, NULL) != ARCHIVE_OK)
		abort();
	while (str_starts(s, mark)) {
		size_t end = str_find(s, STR("\n%%% "), 0);
		struct str member = str_sub(s, mark.n, end), name = STR_EMPTY;

		str_cut(&member, '\n', &name);
		add(zip, name, member.p ? member : STR_EMPTY);
		s = end == STR_NONE ? STR_EMPTY : str_from(s, end + 1);
	}
	archive_write_close(zip);
	archive_write_free(zip);
}
