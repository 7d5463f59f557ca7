/* settle: puts what a shard has left in .work/tmp into its places.
 *
 *	settle SHARD
 *
 * Runs in OUT. What would be the same stays as it is, but for the cells, which are much to
 * compare and no table hangs on. The index (index.h) is made here, and at last .work/made/SHARD.
 */
#include <unistd.h>

#include "common/buf.h"
#include "common/diag.h"
#include "common/renew.h"
#include "common/standard.h"
#include "pipelines/settle/index.h"

const char program_name[] = "settle";

static const struct place {
	const char *from, *directory, *ending;
} places[] = {
	{"findings", ".work/findings/", ".tsv"}, {"sums", ".work/sums/", ".tsv"},
	{"panel", ".work/panel/", ".csv"},       {"reports", ".work/reports/", ".tsv"},
	{"digest", ".work/digests/", ".tsv"},    {"index", ".work/index/", ""},
};

static const char *join(struct buf *path, const char *a, const char *b, const char *c)
{
	buf_clear(path);
	buf_put(path, str_of(a));
	buf_put(path, str_of(b));
	buf_put(path, str_of(c));
	buf_putc(path, '\0');
	return path->p;
}

/* What the filters have left: .work/tmp/SHARD.WHAT */
static const char *made(struct buf *path, const char *shard, const char *what)
{
	join(path, ".work/tmp/", shard, ".");
	path->n--;
	buf_put(path, str_of(what));
	buf_putc(path, '\0');
	return path->p;
}

static int make_index(const char *shard)
{
	struct buf path[3] = {BUF_INIT, BUF_INIT, BUF_INIT};
	int status = index_write(made(&path[0], shard, "index"), made(&path[1], shard, "sums"),
				 made(&path[2], shard, "digest"));
	size_t i;

	for (i = 0; i < 3; i++)
		buf_free(&path[i]);
	return status;
}

static int put_files(const char *shard)
{
	struct buf from = BUF_INIT, to = BUF_INIT;
	int status = 0;
	size_t i;

	for (i = 0; status == 0 && i < sizeof places / sizeof *places; i++)
		status = renew(made(&from, shard, places[i].from),
			       join(&to, places[i].directory, shard, places[i].ending));
	if (status == 0)
		status = put_in_place(made(&from, shard, "cells"),
				      join(&to, "cells/", shard, ".tsv"));
	buf_free(&from);
	buf_free(&to);
	return status;
}

static int remove_file(const char *path)
{
	if (unlink(path) == 0)
		return 0;
	diag_errno(path, "cannot remove");
	return -1;
}

/* The list that gir-segment has read is of no more use. */
static int finish(const char *shard)
{
	struct buf path = BUF_INIT;
	int status = remove_file(made(&path, shard, "paths"));

	if (status == 0)
		status = stamp(join(&path, ".work/made/", shard, ""));
	buf_free(&path);
	return status;
}

int main(int argc, char **argv)
{
	standard_streams();
	if (argc != 2)
		die("usage: settle SHARD");
	if (make_index(argv[1]) != 0 || put_files(argv[1]) != 0 || finish(argv[1]) != 0)
		return EXIT_TROUBLE;
	return EXIT_DONE;
}
