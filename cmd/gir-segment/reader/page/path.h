/* path: drawn paths to the ruling lines that they show.
 */
#ifndef GIR_PATH_H
#define GIR_PATH_H

#include "cmd/gir-segment/reader/page/page.h"

/* x' = a x + c y + e, y' = b x + d y + f. */
struct matrix {
	double a, b, c, d, e, f;
};

#define MATRIX_UNIT ((struct matrix){1, 0, 0, 1, 0, 0})

/* First `inner`, then `outer`. */
struct matrix matrix_join(const struct matrix *outer, const struct matrix *inner);
void matrix_apply(const struct matrix *m, double *x, double *y);
/* Reads six numbers. */
bool matrix_read(struct str s, struct matrix *m);

/* A path while it is drawn: path_begin first, path_end at last. */
struct path {
	struct page *page;
	struct matrix to_page; /* from the path's coordinates */
	bool stroked, filled;
	double width;         /* of the stroke */
	double x, y, x0, y0;  /* where the pen is, where the subpath began: on the page */
	struct box box, last; /* around the subpath, and the one before */
	size_t points, lasts; /* how many they have */
	bool curved;          /* the path is no polygon: then it shows no line at all */
	size_t across, down;  /* lines that the page had before the path */
};

/* Coordinates are put onto the page by `to_page`; `width` is that of the stroke. */
void path_begin(struct path *p, struct page *page, const struct matrix *to_page, double width);
void path_move(struct path *p, double x, double y);
void path_line(struct path *p, double x, double y);
/* The pen goes to the end of a curve. */
void path_curve(struct path *p, double x, double y);
void path_close(struct path *p);
void path_end(struct path *p);

#endif
