#define _DEFAULT_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/input.h"
#include "common/output.h"
#include "pipelines/shards/shards.h"

/* Whether the file at `path` below `out` holds just `text`. */
static bool holds(int out, const char *path, struct str text)
{
	struct buf old = BUF_INIT;
	int fd = openat(out, path, O_RDONLY | O_CLOEXEC);
	bool same;

	if (fd < 0)
		return false;
	same = input_slurp(fd, &old) == 0 && str_eq(buf_str(&old), text);
	close(fd);
	buf_free(&old);
	return same;
}

/* Writes `text` to `path` below `out` by way of a temporary file, unless it is there already. */
static int write_if_new(int out, const char *path, struct str text)
{
	static const char tmp[] = ".work/tmp/list";
	struct output o;
	int fd;

	if (holds(out, path, text))
		return 0;
	fd = openat(out, tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0) {
		diag_errno(tmp, "cannot create");
		return -1;
	}
	output_use(&o, fd, tmp);
	output_put(&o, text);
	if (output_close(&o) != 0)
		return -1;
	if (renameat(out, tmp, out, path) == 0)
		return 0;
	diag_errno(path, "cannot create");
	return -1;
}

/* A report's path, and what tells that it changed; both end with NUL. */
static void put_report(struct buf *b, const struct report_file *f)
{
	char facts[128];
	int n = snprintf(facts, sizeof facts, "%lld %lld.%09ld %lld.%09ld", f->size,
			 (long long)f->modified.tv_sec, f->modified.tv_nsec,
			 (long long)f->changed.tv_sec, f->changed.tv_nsec);

	buf_put(b, f->path);
	buf_putc(b, '\0');
	buf_put(b, (struct str){facts, (size_t)n});
	buf_putc(b, '\0');
}

static int write_list(const struct shard *s, const struct walk *w, int out)
{
	struct buf text = BUF_INIT, path = BUF_INIT;
	size_t i;
	int status;

	for (i = 0; i < s->n; i++)
		put_report(&text, &w->v[s->first + i]);
	buf_put(&path, STR(".work/list/"));
	buf_put(&path, s->name);
	buf_putc(&path, '\0');
	status = write_if_new(out, path.p, buf_str(&text));
	buf_free(&text);
	buf_free(&path);
	return status;
}

static int write_names(const struct shards *s, int out)
{
	struct buf text = BUF_INIT;
	size_t i;
	int status;

	for (i = 0; i < s->n; i++) {
		buf_put(&text, s->v[i].name);
		buf_putc(&text, '\n');
	}
	status = write_if_new(out, ".work/shards", buf_str(&text));
	buf_free(&text);
	return status;
}

/* Whether `name` may be that of a shard's file: small letters and digits, and `ending`. *shard is
 * the part before. */
static bool is_shard_file(struct str name, struct str ending, struct str *shard)
{
	size_t i;

	if (!str_ends(name, ending))
		return false;
	*shard = str_sub(name, 0, name.n - ending.n);
	for (i = 0; i < shard->n; i++)
		if (!(shard->p[i] >= '0' && shard->p[i] <= '9') &&
		    !(shard->p[i] >= 'a' && shard->p[i] <= 'z'))
			return false;
	return shard->n > 0;
}

/* Removes from `dir` below `out` the files of shards that are no more; all files where `s` is NULL.
 */
static int sweep(int out, const char *dir, struct str ending, const struct shards *s)
{
	int fd = openat(out, dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), status = 0;
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;
	struct str shard;

	if (!d) {
		diag_errno(dir, "cannot search");
		return -1;
	}
	while ((errno = 0, e = readdir(d))) {
		struct str name = str_of(e->d_name);

		if (str_is(name, ".") || str_is(name, ".."))
			continue;
		if (s && (!is_shard_file(name, ending, &shard) || shards_has(s, shard)))
			continue;
		if (unlinkat(fd, e->d_name, 0) != 0) {
			diag_errno(dir, "cannot remove %s", e->d_name);
			status = -1;
		}
	}
	if (errno != 0) {
		diag_errno(dir, "cannot search");
		status = -1;
	}
	closedir(d);
	return status;
}

/* Where a shard's files are and how their names end. They are made together, by pipelines/shard. */
static const struct part {
	const char *directory, *ending;
} parts[] = {
	{"cells", ".tsv"},         {".work/findings", ".tsv"}, {".work/sums", ".tsv"},
	{".work/digests", ".tsv"}, {".work/panel", ".csv"},    {".work/reports", ".tsv"},
	{".work/index", ""},       {".work/made", ""},
};
enum { PARTS = sizeof parts / sizeof *parts };

static void part_path(struct buf *path, const struct part *part, struct str shard)
{
	buf_clear(path);
	buf_put(path, str_of(part->directory));
	buf_putc(path, '/');
	buf_put(path, shard);
	buf_put(path, str_of(part->ending));
	buf_putc(path, '\0');
}

/* The last of a shard's files to be made stands for all in shards.mk: where another is missing, it
 * goes. */
static int remove_incomplete(const struct shards *s, int out)
{
	struct buf path = BUF_INIT;
	size_t i, p;

	for (i = 0; i < s->n; i++) {
		bool complete = true;

		for (p = 0; p < PARTS; p++) {
			part_path(&path, &parts[p], s->v[i].name);
			complete = complete && faccessat(out, path.p, F_OK, 0) == 0;
		}
		if (!complete && unlinkat(out, path.p, 0) != 0 && errno != ENOENT) {
			diag_errno(path.p, "cannot remove");
			buf_free(&path);
			return -1;
		}
	}
	buf_free(&path);
	return 0;
}

static int make_directory(int out, const char *path)
{
	if (mkdirat(out, path, 0777) == 0 || errno == EEXIST)
		return 0;
	diag_errno(path, "cannot create");
	return -1;
}

int lists_write(const struct shards *s, const struct walk *w, int out)
{
	size_t i;

	if (make_directory(out, ".work/list") != 0 || make_directory(out, ".work/tmp") != 0 ||
	    sweep(out, ".work/tmp", STR(""), NULL) != 0)
		return -1;
	for (i = 0; i < s->n; i++)
		if (write_list(&s->v[i], w, out) != 0)
			return -1;
	if (sweep(out, ".work/list", STR(""), s) != 0)
		return -1;
	for (i = 0; i < PARTS; i++)
		if (make_directory(out, parts[i].directory) != 0 ||
		    sweep(out, parts[i].directory, str_of(parts[i].ending), s) != 0)
			return -1;
	return remove_incomplete(s, out) != 0 ? -1 : write_names(s, out);
}
