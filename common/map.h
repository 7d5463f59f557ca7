/* map: the bytes of a file as they lie in memory. The file must not be made shorter meanwhile.
 */
#ifndef GIR_MAP_H
#define GIR_MAP_H

#include "common/str.h"

/* Maps an open file for reading. 0, or -1 with errno set. */
int map_open(int fd, struct str *bytes);
/* The same of a file by its path. */
int map_path(const char *path, struct str *bytes);
void map_close(struct str bytes);

#endif
