/* standard: the three standard streams, before anything is opened.
 *
 * Where one of them is closed, the next file that is opened would get its number, and what is meant
 * for standard output or for messages would go into that file.
 */
#ifndef GIR_STANDARD_H
#define GIR_STANDARD_H

/* Puts something in the place of each standard stream that is closed, on which reads and writes
 * fail; and has a write beyond the limit on the size of files fail as well (EFBIG) instead of
 * ending the program without a word. Before anything is opened. */
void standard_streams(void);

#endif
