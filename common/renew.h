/* renew: a file in the place of another, which stays where it would be the same: what hangs on a
 * file that keeps its time need not be made anew. */
#ifndef GIR_RENEW_H
#define GIR_RENEW_H

/* Puts `from` in the place of `to`, or takes it away where both are the same. 0, or -1 after a
 * message. */
int renew(const char *from, const char *to);
/* The same without a look at what is there. */
int put_in_place(const char *from, const char *to);

#endif
