/* site: the directory that the pages are written to.
 *
 * A page that would be the same is left alone, so that its time tells when it changed, and no page
 * is half-written under its name. Paths are relative to the directory, with '/'.
 */
#ifndef GIR_REPORT_SITE_H
#define GIR_REPORT_SITE_H

#include "common/output.h"

struct site {
	const char *dir;
	int fd;
	struct buf temporary; /* the name of the file that becomes a page, NUL behind it */
	struct buf room;
	struct output *list; /* where the names of all files that are kept go; NULL: nowhere */
	size_t written, same;
};

/* Creates the directory where it is not there. 0, or -1 after a message. */
int site_open(struct site *s, const char *dir);
void site_close(struct site *s);

/* Puts the page in its place. 0, or -1 after a message. */
int site_put(struct site *s, struct str path, struct str bytes);

/* Tells `list` of a file that is kept; site_put does so itself. */
void site_keep(const struct site *s, struct str path);

/* Whether the page is there, and whether it holds just that. `path` as for open(2). */
bool site_has(const struct site *s, const char *path);
bool site_is(struct site *s, const char *path, struct str bytes);
/* The file that somebody else has written under the name `temporary` becomes `path`, which is
 * written to meanwhile. 0, or -1 after a message. */
int site_take(struct site *s, char *path);
/* Removes a page: 1, or 0 where there is none, or -1 after a message. */
int site_remove(struct site *s, struct str path);

/* Appends the path of a report's page: the report's own, so that it stays the same for ever, with
 * `=HH` for what a file system or a link may stumble over. No two reports have one page, but that a
 * path of more than 2000 bytes ends in a hash. `doc` is bytes, not a field. */
void site_report_path(struct buf *to, struct str doc);
/* That of a region: its code, "" the unknown one. */
void site_region_path(struct buf *to, struct str region);

/* Appends "../" for every directory that `path` is in. */
void site_up(struct buf *to, struct str path);

#endif
