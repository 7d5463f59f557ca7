/* renew: files that change only where what is in them does, and are never seen half written.
 */
#ifndef GIR_RENEW_H
#define GIR_RENEW_H

#include "common/str.h"

/* Puts `text` into the file `path` by way of the file `tmp`, both below the directory `dir` (or
 * AT_FDCWD), unless it holds just that. 0, or -1 after a message. */
int renew(int dir, const char *path, const char *tmp, struct str text);

#endif
