/* copy: bytes of a file to another one, or into a pipe, without a detour where the system can. */
#ifndef GIR_COPY_H
#define GIR_COPY_H

#include <stddef.h>

/* Copies the bytes from `from` to `to` of the open file `fd`, called `path`, to where `out` stands.
 * 0, or -1 after a message. */
int copy_bytes(int fd, const char *path, size_t from, size_t to, int out, const char *out_path);

#endif
