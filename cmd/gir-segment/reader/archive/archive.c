#include "cmd/gir-segment/reader/archive/archive.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/gir-segment/reader/archive/unpack.h"
#include "cmd/gir-segment/reader/limits.h"
#include "common/decode.h"
#include "common/diag.h"
#include "common/intern.h"
#include "common/utf8.h"

enum { BLOCK = 65536 };

/* An archive that comes through a pipe: what was read of it already, then the pipe. */
struct stream {
	struct str head;
	int fd;
	char block[BLOCK];
};

struct run {
	const struct members_source *from;
	struct unpack unpack;
	struct stream stream;
	member_fn *each;
	void *context;
	struct intern names; /* that members had */
	struct buf name, room, bytes;
	struct charsets charsets; /* of names */
	size_t members;
	uint64_t packed, unpacked; /* bytes; packed is 0 where it is not known beforehand */
};

/* ---- opening ---- */

static la_ssize_t read_stream(struct archive *a, void *context, const void **block)
{
	struct stream *s = context;
	ssize_t n;

	if (s->head.n > 0) {
		struct str head = s->head;

		s->head = STR_EMPTY;
		*block = head.p;
		return (la_ssize_t)head.n;
	}
	do
		n = read(s->fd, s->block, sizeof s->block);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		archive_set_error(a, errno, "cannot read");
	*block = s->block;
	return n;
}

/* The formats and packings that are read here, without any other program. */
static void support(struct archive *a, const char *format)
{
	archive_read_support_format_zip(a);
	archive_read_support_format_tar(a);
	archive_read_support_format_7zip(a);
	archive_read_support_format_rar(a);
	archive_read_support_format_rar5(a);
	if (strcmp(format, "zip") == 0)
		return;
	archive_read_support_filter_gzip(a);
	archive_read_support_filter_bzip2(a);
	archive_read_support_filter_xz(a);
	archive_read_support_filter_zstd(a);
	/* What is packed without being an archive is a single file. */
	if (strcmp(format, "gzip") == 0 || strcmp(format, "bzip2") == 0 ||
	    strcmp(format, "xz") == 0 || strcmp(format, "zstd") == 0)
		archive_read_support_format_raw(a);
}

static int open_archive(struct run *run)
{
	const struct members_source *from = run->from;
	struct archive *a = run->unpack.archive;
	struct stat st;

	support(a, from->format);
	if (from->fd < 0) {
		run->packed = from->bytes.n;
		return archive_read_open_memory(a, from->bytes.p, from->bytes.n);
	}
	if (fstat(from->fd, &st) == 0 && S_ISREG(st.st_mode) && lseek(from->fd, 0, SEEK_SET) == 0) {
		run->packed = (uint64_t)st.st_size;
		return archive_read_open_fd(a, from->fd, BLOCK);
	}
	run->stream.head = from->bytes;
	run->stream.fd = from->fd;
	return archive_read_open(a, &run->stream, NULL, read_stream, NULL);
}

/* ---- names ---- */

static struct str last_step(struct str path)
{
	size_t at = path.n;

	while (at > 0 && path.p[at - 1] != '/')
		at--;
	return str_from(path, at);
}

/* What systems and programs leave among the files. */
static bool is_left_behind(struct str path)
{
	struct str last = last_step(path);

	return str_starts(path, STR("__MACOSX/")) || str_has(path, STR("/__MACOSX/")) ||
	       str_starts(last, STR(".")) || str_starts(last, STR("~$")) ||
	       str_is(last, "Thumbs.db") || str_is(last, "desktop.ini") || last.n == 0;
}

/* The name of the member at hand. Names have no charset of their own in many archives; those whose
 * charset cannot be told stay bytes. */
static struct str read_name(struct run *run)
{
	struct str raw = unpack_name(&run->unpack);
	struct decoded d = {raw, NULL, 0};
	size_t i;

	if (utf8_valid(raw) != raw.n)
		decode(&run->charsets, raw, "gbk", &run->room, &d);
	buf_clear(&run->name);
	buf_put(&run->name, d.undecodable ? raw : d.text);
	if (!str_has(buf_str(&run->name), STR("/")) && !d.undecodable)
		for (i = 0; i < run->name.n; i++)
			if (run->name.p[i] == '\\')
				run->name.p[i] = '/';
	return buf_str(&run->name);
}

/* The second file of one name is told from the first by #2 behind it. */
static struct str distinct(struct run *run, struct str name)
{
	size_t n, length = name.n;

	for (n = 2; intern_find(&run->names, buf_str(&run->name)) != STR_NONE; n++) {
		run->name.n = length;
		buf_putc(&run->name, '#');
		buf_put_size(&run->name, n);
	}
	(void)intern_add(&run->names, buf_str(&run->name));
	return buf_str(&run->name);
}

/* ---- members ---- */

/* Counts what the member at hand took, or would have. False where the archive unpacks to far more
 * than reports do. */
static bool count_bytes(struct run *run, uint64_t taken)
{
	uint64_t packed = run->packed;

	run->unpacked += taken;
	if (packed == 0)
		packed = (uint64_t)archive_filter_bytes(run->unpack.archive, -1);
	return run->unpacked <= LIMIT_SKIPPED || run->unpacked / LIMIT_RATIO <= packed;
}

/* Leaves the rest of a member that is too large. What is compressed must be unpacked to be passed,
 * so that this has an end, too; false there. */
static bool pass_member(struct run *run)
{
	struct archive *a = run->unpack.archive;
	const void *block;
	size_t n;
	la_int64_t at;
	uint64_t passed = 0;
	bool zip = (archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;

	if (archive_entry_size_is_set(run->unpack.entry)) {
		uint64_t size = (uint64_t)archive_entry_size(run->unpack.entry);

		return zip || (size <= LIMIT_SKIPPED && count_bytes(run, size));
	}
	while (archive_read_data_block(a, &block, &n, &at) == ARCHIVE_OK) {
		passed += n;
		if (passed > LIMIT_SKIPPED)
			return false;
	}
	return count_bytes(run, passed);
}

static const char *trouble_of(enum unpack_end end)
{
	switch (end) {
	case UNPACK_DAMAGED:
		return "zip-damaged";
	case UNPACK_ENCRYPTED:
		return "zip-encrypted";
	case UNPACK_LARGE:
		return "zip-bomb";
	default:
		return NULL;
	}
}

static const char *error_of(const struct run *run)
{
	const char *error = archive_error_string(run->unpack.archive);

	if (run->unpack.starved)
		return "out of memory";
	return error ? error : "cannot be unpacked";
}

static void tell(const struct run *run, struct str name, enum unpack_end end)
{
	const char *error = error_of(run);

	if (end == UNPACK_LARGE)
		diag(run->from->name, 0, "%.*s: unpacks to more than %d MB", STR_ARG(name),
		     LIMIT_UNPACKED >> 20);
	else if (end == UNPACK_ENCRYPTED)
		diag(run->from->name, 0, "%.*s: encrypted", STR_ARG(name));
	else
		diag(run->from->name, 0, "%.*s: damaged: %s", STR_ARG(name), error);
}

/* Reads the member at hand. NULL, or why the archive cannot be read on. */
static const char *read_member(struct run *run)
{
	bool single = archive_format(run->unpack.archive) == ARCHIVE_FORMAT_RAW;
	struct str name = single ? STR_EMPTY : read_name(run);
	struct member m;
	enum unpack_end end;
	bool fits = true;

	if (!unpack_is_file(&run->unpack) || (!single && is_left_behind(name)))
		return NULL;
	if (++run->members > LIMIT_MEMBERS)
		return "zip-bomb";
	buf_clear(&run->bytes);
	end = unpack_data(&run->unpack, LIMIT_UNPACKED, &run->bytes);
	if (end != UNPACK_DONE) {
		tell(run, name, end);
		buf_clear(&run->bytes);
	}
	if (end == UNPACK_LARGE)
		fits = pass_member(run);
	else
		fits = count_bytes(run, run->bytes.n);
	if (!single)
		name = distinct(run, name);
	m = (struct member){name, buf_str(&run->bytes), trouble_of(end)};
	run->each(run->context, &m);
	if (!fits)
		return "zip-bomb";
	return run->unpack.ended ? "zip-damaged" : NULL;
}

/* Why the archive itself cannot be read, or be read on. */
static const char *damage(struct run *run)
{
	const char *error = error_of(run);

	/* libarchive 3.6 must not be asked before it knows the format. */
	if (archive_format(run->unpack.archive) != 0 &&
	    archive_read_has_encrypted_entries(run->unpack.archive) > 0) {
		diag(run->from->name, 0, "encrypted");
		return "zip-encrypted";
	}
	diag(run->from->name, 0, "damaged archive: %s", error);
	return "zip-damaged";
}

/* Whether what says that it is packed is not: the reader of single files takes anything. */
static bool is_unpacked(const struct run *run)
{
	return archive_format(run->unpack.archive) == ARCHIVE_FORMAT_RAW &&
	       archive_filter_count(run->unpack.archive) < 2;
}

/* A zip without its directory was cut off, though between two members. */
static bool is_cut(const struct members_source *from)
{
	size_t tail = from->bytes.n > BLOCK * 2 ? from->bytes.n - BLOCK * 2 : 0;

	return from->fd < 0 && strcmp(from->format, "zip") == 0 &&
	       !str_has(str_from(from->bytes, tail), STR("PK\5\6"));
}

static const char *read_all(struct run *run)
{
	const char *trouble;

	if (open_archive(run) != ARCHIVE_OK)
		return damage(run);
	while (unpack_next(&run->unpack) == UNPACK_DONE) {
		if (run->unpack.entry ? is_unpacked(run) : is_cut(run->from))
			return damage(run);
		if (!run->unpack.entry)
			return run->members > 0 ? NULL : "zip";
		trouble = read_member(run);
		if (!trouble)
			continue;
		if (strcmp(trouble, "zip-bomb") == 0)
			diag(run->from->name, 0,
			     "unpacks to far more than reports do: not read on");
		return trouble;
	}
	return damage(run);
}

const char *archive_read_members(const struct members_source *from, member_fn *each, void *context)
{
	struct run run = {.from = from, .each = each, .context = context};
	const char *trouble;

	unpack_init(&run.unpack);
	trouble = read_all(&run);
	unpack_free(&run.unpack);
	intern_free(&run.names);
	buf_free(&run.name);
	buf_free(&run.room);
	buf_free(&run.bytes);
	charsets_free(&run.charsets);
	return trouble;
}
