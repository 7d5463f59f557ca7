/* across: deals what the rules that compare reports have found in an area to the shards that hold
 * the reports.
 *
 *	across AREA
 *
 * Runs in OUT. Of .work/area/AREA/cross.tsv each shard of the area's list gets what is about its
 * reports, in their order (.work/reports/SHARD.tsv): .work/area/AREA/cross/SHARD.tsv, left alone
 * where it would be the same. What is about no report stays with the area. What there is, and in
 * pages/, of shards that have nothing more of the area goes. .work/area/AREA/crossed comes last.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/intern.h"
#include "common/map.h"
#include "common/path.h"
#include "common/renew.h"
#include "common/sorted.h"
#include "common/standard.h"

const char program_name[] = "across";

struct across {
	const char *area;
	struct intern shards, docs;
	struct buf *found; /* the lines about each of docs */
	size_t cap;
	struct buf header, text, path, tmp; /* the others: room */
};

/* The path comes first in both tables. */
static struct str doc_of(struct str line)
{
	struct str doc = STR_EMPTY;

	(void)str_cut(&line, '\t', &doc);
	return doc;
}

static int map_table(const char *path, struct str *table)
{
	if (map_path(path, table) == 0)
		return 0;
	diag_errno(path, "cannot read");
	return -1;
}

static void add_finding(struct across *x, struct str line)
{
	size_t known = x->docs.n, at = intern_add(&x->docs, doc_of(line));

	if (at == known) {
		x->found = grow(x->found, &x->cap, at + 1, sizeof *x->found);
		x->found[at] = BUF_INIT;
	}
	buf_put(&x->found[at], line);
}

static int read_findings(struct across *x)
{
	struct str table;
	size_t at, end;

	if (map_table(PATH(&x->path, ".work/area/", x->area, "/cross.tsv"), &table) != 0)
		return -1;
	end = line_end(table, 0);
	buf_put(&x->header, str_sub(table, 0, end));
	for (at = end; at < table.n; at = end) {
		end = line_end(table, at);
		if (table.p[at] != '\t')
			add_finding(x, str_sub(table, at, end));
	}
	map_close(table);
	return 0;
}

/* A line is a shard with a hash, or tells something else. */
static int read_list(struct across *x)
{
	struct str list, rest, line, shard;

	if (map_table(PATH(&x->path, ".work/area/", x->area, "/list"), &list) != 0)
		return -1;
	for (rest = list; str_cut(&rest, '\n', &line);)
		if (str_cut(&line, '\t', &shard) && line.p)
			(void)intern_add(&x->shards, shard);
	map_close(list);
	return 0;
}

static int deal(struct across *x, const char *shard)
{
	struct str reports;
	size_t at, end, doc;

	if (map_table(PATH(&x->path, ".work/reports/", shard, ".tsv"), &reports) != 0)
		return -1;
	buf_clear(&x->text);
	buf_put(&x->text, buf_str(&x->header));
	for (at = line_end(reports, 0); at < reports.n; at = end) {
		end = line_end(reports, at);
		doc = intern_find(&x->docs, doc_of(str_sub(reports, at, end)));
		if (doc != STR_NONE)
			buf_put(&x->text, buf_str(&x->found[doc]));
	}
	map_close(reports);
	return renew_text(buf_str(&x->text), PATH(&x->tmp, ".work/tmp/across.", x->area),
			  PATH(&x->path, ".work/area/", x->area, "/cross/", shard, ".tsv"));
}

static int deal_all(struct across *x)
{
	struct buf shard = BUF_INIT;
	int status = 0;
	size_t i;

	for (i = 0; status == 0 && i < x->shards.n; i++) {
		buf_clear(&shard);
		buf_put(&shard, x->shards.v[i]);
		buf_putc(&shard, '\0');
		status = deal(x, shard.p);
	}
	buf_free(&shard);
	return status;
}

/* ---- the directories of what shards and the area have of each other ---- */

static bool is_of_shard(const struct across *x, struct str name)
{
	return str_ends(name, STR(".tsv")) &&
	       intern_find(&x->shards, str_sub(name, 0, name.n - 4)) != STR_NONE;
}

/* Removes what is of no shard. */
static int sweep(const struct across *x, const char *directory)
{
	DIR *d = opendir(directory);
	struct dirent *e;
	int status = 0;

	if (!d) {
		diag_errno(directory, "cannot search");
		return -1;
	}
	while ((errno = 0, e = readdir(d))) {
		if (e->d_name[0] == '.' || is_of_shard(x, str_of(e->d_name)))
			continue;
		if (unlinkat(dirfd(d), e->d_name, 0) != 0) {
			diag_errno(directory, "cannot remove %s", e->d_name);
			status = -1;
		}
	}
	if (errno != 0) {
		diag_errno(directory, "cannot search");
		status = -1;
	}
	(void)closedir(d);
	return status;
}

static int tidy(struct across *x)
{
	static const char *const parts[] = {"/cross", "/pages"};
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *path = PATH(&x->path, ".work/area/", x->area, parts[i]);

		if (mkdir(path, 0777) != 0 && errno != EEXIST) {
			diag_errno(path, "cannot create");
			return -1;
		}
		if (sweep(x, path) != 0)
			return -1;
	}
	return 0;
}

static void across_free(struct across *x)
{
	size_t i;

	for (i = 0; i < x->docs.n; i++)
		buf_free(&x->found[i]);
	free(x->found);
	intern_free(&x->docs);
	intern_free(&x->shards);
	buf_free(&x->header);
	buf_free(&x->text);
	buf_free(&x->path);
	buf_free(&x->tmp);
}

int main(int argc, char **argv)
{
	struct across x = {.area = argc == 2 ? argv[1] : NULL};
	int status;

	standard_streams();
	if (!x.area)
		die("usage: across AREA");
	status = read_list(&x) == 0 && tidy(&x) == 0 && read_findings(&x) == 0 &&
				 deal_all(&x) == 0 &&
				 stamp(PATH(&x.path, ".work/area/", x.area, "/crossed")) == 0
			 ? EXIT_DONE
			 : EXIT_TROUBLE;
	across_free(&x);
	return status;
}
