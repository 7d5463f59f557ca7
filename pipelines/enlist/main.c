/* enlist: the list of the pages of a shard, which gir-report has left in .work/tmp/pages.SHARD,
 * gets its place.
 *
 *	enlist SHARD
 *
 * Runs in OUT. The list becomes .work/pages/SHARD.tsv; what of it is of an area goes to
 * .work/area/AREA/pages/SHARD.tsv, left alone where it would be the same. Where the list before has
 * other pages, .work/unswept tells that some may be in no list. .work/paged/SHARD comes last.
 */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/area.h"
#include "common/diag.h"
#include "common/path.h"
#include "common/renew.h"
#include "common/standard.h"
#include "common/tsv.h"

const char program_name[] = "enlist";

struct enlist {
	const char *shard;
	struct buf part[AREAS]; /* of the list, by area; empty where it has none of its reports */
	struct buf path, tmp;   /* room */
};

/* The table of a list and where its pages stand. 0, or -1 after a message. */
static int open_list(struct tsv *t, const char *path, size_t *page)
{
	int failed = 0;

	if (tsv_open(t, path) != 0)
		return -1;
	*page = tsv_need(t, "page", &failed);
	if (failed)
		tsv_close(t);
	return failed;
}

static int read_list(struct enlist *e)
{
	size_t page, region;
	int got = -1, failed = 0;
	struct tsv t;

	if (open_list(&t, e->tmp.p, &page) != 0)
		return -1;
	region = tsv_need(&t, "region", &failed);
	while (!failed && (got = tsv_next(&t)) > 0) {
		struct buf *part = &e->part[area_of(t.field[region])];

		if (part->n == 0) {
			buf_put(part, t.header);
			buf_putc(part, '\n');
		}
		buf_put(part, t.line);
		buf_putc(part, '\n');
	}
	if (got < 0 || t.bad_lines > 0)
		failed = -1;
	tsv_close(&t);
	return failed;
}

/* Whether both lists have the same pages, in *same. 0, or -1 after a message. */
static int compare(struct tsv *a, size_t page_a, struct tsv *b, size_t page_b, bool *same)
{
	int x, y;

	do {
		x = tsv_next(a);
		y = tsv_next(b);
		*same = x == y && (x <= 0 || str_eq(a->field[page_a], b->field[page_b]));
	} while (*same && x > 0);
	return x < 0 || y < 0 ? -1 : 0;
}

/* Marks pages that the list before had; without one there are none. */
static int look_back(struct enlist *e)
{
	const char *old = PATH(&e->path, ".work/pages/", e->shard, ".tsv");
	struct tsv now, then;
	size_t page, page_then;
	bool same = true;
	int status = -1;

	if (access(old, F_OK) != 0)
		return 0;
	if (open_list(&now, e->tmp.p, &page) != 0)
		return -1;
	if (open_list(&then, old, &page_then) == 0) {
		status = compare(&now, page, &then, page_then, &same);
		tsv_close(&then);
	}
	tsv_close(&now);
	return status == 0 && !same ? stamp(".work/unswept") : status;
}

static int put_part(struct enlist *e, size_t area)
{
	char room[3];
	const char *name = area_name(area, room);
	struct buf tmp = BUF_INIT;
	int status = -1;

	(void)PATH(&e->path, ".work/area/", name, "/pages");
	if (mkdir(e->path.p, 0777) == 0 || errno == EEXIST)
		status = renew_text(
			buf_str(&e->part[area]), PATH(&tmp, e->tmp.p, ".", name),
			PATH(&e->path, ".work/area/", name, "/pages/", e->shard, ".tsv"));
	else
		diag_errno(e->path.p, "cannot create");
	buf_free(&tmp);
	return status;
}

static int put_parts(struct enlist *e)
{
	size_t i;

	for (i = 0; i < AREAS; i++)
		if (e->part[i].n > 0 && put_part(e, i) != 0)
			return -1;
	return 0;
}

static void enlist_free(struct enlist *e)
{
	size_t i;

	for (i = 0; i < AREAS; i++)
		buf_free(&e->part[i]);
	buf_free(&e->path);
	buf_free(&e->tmp);
}

int main(int argc, char **argv)
{
	struct enlist e = {.shard = argc == 2 ? argv[1] : NULL};
	int status;

	standard_streams();
	if (!e.shard)
		die("usage: enlist SHARD");
	(void)PATH(&e.tmp, ".work/tmp/pages.", e.shard);
	status = read_list(&e) == 0 && look_back(&e) == 0 && put_parts(&e) == 0 &&
				 put_in_place(e.tmp.p, PATH(&e.path, ".work/pages/", e.shard,
							    ".tsv")) == 0 &&
				 stamp(PATH(&e.path, ".work/paged/", e.shard)) == 0
			 ? EXIT_DONE
			 : EXIT_TROUBLE;
	enlist_free(&e);
	return status;
}
