/* renew: a file in the place of another, which stays where it would be the same: what hangs on a
 * file that keeps its time need not be made anew. */
#ifndef GIR_RENEW_H
#define GIR_RENEW_H

#include "common/str.h"

/* Puts `from` in the place of `to`, or takes it away where both are the same. 0, or -1 after a
 * message. */
int renew(const char *from, const char *to);
/* The same of a text, by way of the file `tmp`, which is not written where the text is there. */
int renew_text(struct str text, const char *tmp, const char *to);
/* As `renew`, without a look at what is there. */
int put_in_place(const char *from, const char *to);
/* An empty file of this moment, which stands for others that are made. 0, or -1 after a message. */
int stamp(const char *path);

#endif
