/* furniture: lines of the page around a report: breadcrumbs, buttons, footers.
 *
 * The words are data (common/data/chrome.tsv). What is found stays in the stream as kind `other`.
 */
#ifndef GIR_FURNITURE_H
#define GIR_FURNITURE_H

#include "common/str.h"

struct furniture;

struct furniture *furniture_new(void);
void furniture_free(struct furniture *f);
/* Whether a word that may stand anywhere in its line is in the text. */
bool furniture_stands(const struct furniture *f, struct str text);
/* `stands`: whether such a word may be in the line. */
bool furniture_is(const struct furniture *f, struct str line, bool stands);

#endif
