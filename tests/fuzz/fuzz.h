/* fuzz: what the fuzz targets share. Each target is a libFuzzer program (tests/fuzz/fuzz.mk) around
 * a program's own functions; what they keep from one input to the next is static.
 */
#ifndef GIR_FUZZ_H
#define GIR_FUZZ_H

#include "common/buf.h"

/* What libFuzzer calls. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* main of a program whose main.c is within a target. */
int program_main(int argc, char **argv);

/* The path of a file in memory with these bytes, good until the next call. */
const char *fuzz_file(struct str bytes);
/* Standard output is /dev/null again, whoever has closed it. */
void fuzz_output(void);

/* Reads the bytes as gir-segment reads a file, writes its blocks to nowhere, and ends the program
 * where the text of the reader is not in order (text.h). */
void fuzz_segment(struct str bytes);

/* Ends the program where a reader's text is not in order. */
struct text;
void fuzz_check(const struct text *t);

/* A zip of the members in `s`, each behind a line "%%% NAME". Cleared first. */
void fuzz_zip(struct str s, struct buf *zip);

#endif
