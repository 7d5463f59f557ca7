/* digest: a stream of what the rules that compare reports need, a line a report (--digest).
 *
 * The columns are those of the cells up to `form`, then `numbers`: the cells of the form in its
 * order, apart by spaces, each as
 *
 *	VALUE[@LINES][*TIMES]    a number; LINES down from the number before (0); so many of them
 *	-[*TIMES]                no number
 *
 * It has a fiftieth of the cells' bytes and takes as little of their time to read.
 */
#ifndef GIR_CHECK_DIGEST_H
#define GIR_CHECK_DIGEST_H

#include "cmd/gir-check/history.h"
#include "common/output.h"

void digest_begin(struct output *to);
/* Writes a sealed report that has a form. */
void digest_put(struct output *to, const struct report *r);

/* Whether the stream is a digest. */
bool digest_wants(const struct tsv *t);
/* Enters its reports into the history, if there is one. 0, or -1 after messages. */
int digest_read(struct tsv *t, const struct forms *forms, struct history *history);

#endif
