/* DOC, WPS, RTF and ODT: LibreOffice makes DOCX of them.
 *
 * antiword and catdoc are not asked: they leave out rows of tables with merged cells, as the
 * official ones are, without a word.
 *
 * Each document has a directory and a profile of its own. Starting over costs LibreOffice a tenth
 * of the second that it needs anyway, and nothing of one document can reach the next.
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include <stdlib.h>

#include "cmd/gir-segment/reader/limits.h"
#include "cmd/gir-segment/reader/process.h"
#include "cmd/gir-segment/reader/readers.h"
#include "common/data.h"
#include "common/diag.h"

enum { SECONDS = 60 };           /* of a conversion, without --convert-seconds */
#define MEMORY ((size_t)4 << 30) /* address space, most of which LibreOffice does not touch */

/* A format, and what the stream calls it where it could not be read. */
struct kind {
	const char *format, *file, *unconverted, *failed, *late;
};

#define KIND(f, suffix)                                                         \
	{                                                                       \
		f, "document." suffix, f "-unconverted", f "-failed", f "-late" \
	}
static const struct kind kinds[] = {
	KIND("doc", "doc"),
	KIND("wps", "doc"),
	KIND("rtf", "rtf"),
	KIND("odt", "odt"),
};

static const struct kind *kind_of(const char *format)
{
	size_t i = 0;

	while (strcmp(kinds[i].format, format) != 0)
		i++;
	return &kinds[i];
}

/* ---- the profile ---- */

static void put_setting(struct buf *to, const struct data *d)
{
	buf_put(to, STR("<item oor:path=\""));
	buf_put(to, data_get(d, "path"));
	buf_put(to, STR("\"><prop oor:name=\""));
	buf_put(to, data_get(d, "name"));
	buf_put(to, STR("\" oor:op=\"fuse\"><value>"));
	buf_put(to, data_get(d, "value"));
	buf_put(to, STR("</value></prop></item>\n"));
}

/* The settings as LibreOffice keeps them. */
static void write_profile(const struct scratch *s)
{
	struct buf xcu = BUF_INIT;
	struct data d;

	if (data_open(&d, "office.tsv", data_text("office.tsv")) != 0)
		die("office.tsv: cannot be read");
	buf_put(&xcu, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items"
			  " xmlns:oor=\"http://openoffice.org/2001/registry\">\n"));
	while (data_next(&d))
		put_setting(&xcu, &d);
	buf_put(&xcu, STR("</oor:items>\n"));
	scratch_directory(s, "profile");
	scratch_directory(s, "profile/user");
	scratch_write(s, "profile/user/registrymodifications.xcu", buf_str(&xcu));
	buf_free(&xcu);
}

/* A path as an address; bytes that are special there are escaped. */
static void put_address(struct buf *to, struct str path)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t i;

	buf_put(to, STR("file://"));
	for (i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if ((c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
			buf_putc(to, path.p[i]);
		} else {
			buf_putc(to, '%');
			buf_putc(to, hex[c >> 4]);
			buf_putc(to, hex[c & 15]);
		}
	}
}

/* ---- the conversion ---- */

/* Runs the program on `name` in the directory, whose path is `path`; out/document.docx is then in
 * it. What it writes elsewhere goes there, too, and no locale changes what it reads. */
static enum process_end run_office(const char *program, const char *path, const char *name,
				   unsigned seconds)
{
	const struct process_limits limits = {seconds ? seconds : SECONDS, MEMORY, LIMIT_UNPACKED};
	struct buf temporary = BUF_INIT, profile = BUF_INIT, said = BUF_INIT;
	enum process_end end;

	buf_put(&temporary, STR("TMPDIR="));
	buf_put(&temporary, str_of(path));
	buf_putc(&temporary, '\0');
	buf_put(&profile, STR("-env:UserInstallation="));
	put_address(&profile, str_of(path));
	buf_put(&profile, STR("/profile"));
	buf_putc(&profile, '\0');
	end = process_run((const char *const[]){"env", "LC_ALL=C.UTF-8", temporary.p, program,
						profile.p, "--headless", "--norestore",
						"--convert-to", "docx", "--outdir", "out", name,
						NULL},
			  path, &limits, &said);
	buf_free(&temporary);
	buf_free(&profile);
	buf_free(&said);
	return end;
}

/* Writes the document into the directory and runs the program. */
static enum process_end run_in(const struct scratch *s, const char *program,
			       const struct kind *kind, struct str bytes, unsigned seconds)
{
	char *path = realpath(s->path.p, NULL);
	enum process_end end;

	if (!path) {
		diag_errno(s->path.p, "cannot find the temporary directory");
		return PROCESS_FAILED;
	}
	scratch_write(s, kind->file, bytes);
	write_profile(s);
	end = run_office(program, path, kind->file, seconds);
	free(path);
	return end;
}

/* The document as DOCX, in r->converted. */
static enum process_end convert(struct reading *r, const struct kind *kind, struct str bytes)
{
	enum process_end end = PROCESS_MISSING;
	struct buf program = BUF_INIT;
	struct scratch s;

	buf_clear(&r->converted);
	if (process_find(OFFICE, &program)) {
		buf_putc(&program, '\0');
		scratch_make(&s);
		end = run_in(&s, program.p, kind, bytes, r->convert_seconds);
		if (end == PROCESS_DONE &&
		    !scratch_read(&s, "out/document.docx", LIMIT_UNPACKED, &r->converted))
			end = PROCESS_FAILED;
		scratch_remove(&s);
	}
	buf_free(&program);
	return end;
}

bool read_converted(struct reading *r, struct str bytes)
{
	const struct kind *kind = kind_of(r->format);
	enum process_end end = convert(r, kind, bytes);

	if (end == PROCESS_DONE && read_docx(r, buf_str(&r->converted))) {
		r->format = kind->format;
		return true;
	}
	if (end == PROCESS_MISSING) {
		diag(r->name, 0, "this is %s, and needs LibreOffice (soffice) to be read",
		     kind->format);
		r->format = kind->unconverted;
	} else if (end == PROCESS_LATE) {
		diag(r->name, 0, "LibreOffice took too long (--convert-seconds gives it more)");
		r->format = kind->late;
	} else {
		diag(r->name, 0, "LibreOffice cannot convert it");
		r->format = kind->failed;
	}
	return false;
}
