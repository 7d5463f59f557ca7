/* path: words put together as the path of a file. */
#ifndef GIR_PATH_H
#define GIR_PATH_H

#include "common/buf.h"

/* The words, NULL behind them, without anything between them; in `room`, until that changes. */
const char *path_join(struct buf *room, const char *const *word);
#define PATH(room, ...) path_join(room, (const char *const[]){__VA_ARGS__, NULL})

#endif
