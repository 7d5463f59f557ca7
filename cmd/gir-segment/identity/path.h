/* path: the division that a report's path names.
 *
 * A directory is a division's name, whole (宁波市/镇海区/), or begins with one; a file's name may
 * begin with one; a component of six digits is a code (330211/).
 */
#ifndef GIR_PATH_H
#define GIR_PATH_H

#include "cmd/gir-segment/identity/mentions.h"

/* The division the path ends up in, from the outermost directory inwards. False for none. */
bool path_read(const struct gazetteer *g, struct str doc, int year, struct place *out);

/* Adds the provinces and prefectures that it mentions. */
void path_mentions(const struct gazetteer *g, struct str doc, struct mentions *m);

#endif
