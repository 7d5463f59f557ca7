/* rulings: straight pieces of lines put together to the lines that a reader sees.
 *
 * A line of a table may be drawn twice, as one piece a cell, as dashes, or as two lines close to
 * each other. All of that is one line here.
 */
#ifndef GIR_RULINGS_H
#define GIR_RULINGS_H

#include "cmd/gir-segment/reader/page/page.h"

/* Points that a line may stop short of one that it meets, or run beyond it. */
extern const double RULING_REACH;

/* Puts together what continues each other; sorted by place. Where more than LIMIT_LINES remain, it
 * is a picture, and none does. */
void rulings_merge(struct rulings *r);

#endif
