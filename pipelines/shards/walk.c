#define _DEFAULT_SOURCE /* fts */
#include <errno.h>
#include <fts.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "pipelines/shards/shards.h"

static void add(struct walk *w, const FTSENT *e, const struct stat *st)
{
	struct report_file f = {.path = pool_dup(&w->pool, str_of(e->fts_path))};

	f.hash = str_hash(f.path);
	if (st) {
		f.modified = st->st_mtim;
		f.changed = st->st_ctim;
		f.size = (long long)st->st_size;
	}
	w->v = grow(w->v, &w->cap, w->n + 1, sizeof *w->v);
	w->v[w->n++] = f;
}

/* manifest.tsv, roster.csv ... at the top speak about reports and are none. */
static bool is_about_reports(const FTSENT *e)
{
	static const char *const names[] = {"manifest.tsv", "manifest.csv", "roster.tsv",
					    "roster.csv"};
	size_t i;

	for (i = 0; e->fts_level == 1 && i < sizeof names / sizeof *names; i++)
		if (strcmp(e->fts_name, names[i]) == 0)
			return true;
	return false;
}

static void add_link(struct walk *w, const FTSENT *e)
{
	struct stat st;

	if (stat(e->fts_accpath, &st) != 0)
		add(w, e, NULL); /* gir-segment will tell that it leads nowhere */
	else if (S_ISREG(st.st_mode))
		add(w, e, &st);
	else
		diag(e->fts_path, 0, "left out: a link that leads to no regular file");
}

static void take(struct walk *w, FTS *tree, FTSENT *e, const struct stat *out)
{
	if (e->fts_level > 0 && e->fts_name[0] == '.') {
		(void)fts_set(tree, e, FTS_SKIP);
		return;
	}
	switch (e->fts_info) {
	case FTS_D:
		if (e->fts_statp->st_dev == out->st_dev && e->fts_statp->st_ino == out->st_ino)
			(void)fts_set(tree, e, FTS_SKIP);
		break;
	case FTS_DP:
		break;
	case FTS_F:
		if (!is_about_reports(e))
			add(w, e, e->fts_statp);
		break;
	case FTS_SL:
	case FTS_SLNONE:
		if (!is_about_reports(e))
			add_link(w, e);
		break;
	case FTS_DNR:
	case FTS_ERR:
	case FTS_NS:
		errno = e->fts_errno;
		diag_errno(e->fts_path, "cannot be searched");
		add(w, e, NULL);
		break;
	default:
		diag(e->fts_path, 0, "left out: no regular file");
	}
}

/* Whether the corpus cannot be told from what was found: a directory that is closed to us is a
 * finding, but not one for which memory or descriptors were lacking. */
static bool is_lost(const FTSENT *e)
{
	int error = e->fts_errno;

	if (e->fts_info != FTS_DNR && e->fts_info != FTS_ERR && e->fts_info != FTS_NS)
		return false;
	return e->fts_level == FTS_ROOTLEVEL || error == ENOMEM || error == EMFILE ||
	       error == ENFILE;
}

int walk_corpus(struct walk *w, const struct stat *out)
{
	static char here[] = ".";
	char *roots[] = {here, NULL};
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	FTSENT *e;

	*w = (struct walk){.v = NULL};
	if (!tree) {
		diag_errno(NULL, "cannot search the corpus");
		return -1;
	}
	while ((errno = 0, e = fts_read(tree))) {
		if (is_lost(e)) {
			errno = e->fts_errno;
			break;
		}
		take(w, tree, e, out);
	}
	if (errno != 0) {
		diag_errno(NULL, "cannot search the corpus");
		(void)fts_close(tree);
		return -1;
	}
	(void)fts_close(tree);
	return 0;
}

void walk_free(struct walk *w)
{
	free(w->v);
	pool_free(&w->pool);
}
