/* diag: messages on standard error, all of one shape: `gir-tables: FILE:LINE: what is wrong`.
 *
 * Control bytes and bytes that are not UTF-8 are shown as \r, \x1b ..., so that evidence quoted
 * from a hostile file cannot drive a terminal.
 */
#ifndef GIR_DIAG_H
#define GIR_DIAG_H

#include <stddef.h>

#include "common/str.h"

/* Exit statuses of every filter. */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

/* The program's name; each main.c defines it. */
extern const char program_name[];

#define DIAG_FORMAT(f, a) __attribute__((format(printf, f, a)))

/* `file` may be NULL (no place), `line` 0 (no line). */
void diag(const char *file, size_t line, const char *format, ...) DIAG_FORMAT(3, 4);
/* The same, followed by ": " and the words for errno. */
void diag_errno(const char *file, const char *format, ...) DIAG_FORMAT(2, 3);
/* A message, then exit status 2. */
_Noreturn void die(const char *format, ...) DIAG_FORMAT(1, 2);

#endif
