/* declared: the charset that a page of HTML declares, in a <meta> or its XML prolog.
 */
#ifndef GIR_HTML_DECLARED_H
#define GIR_HTML_DECLARED_H

#include "common/str.h"

enum { DECLARED = 32 }; /* bytes of a name, NUL included */

/* False where none is. */
bool declared_charset(struct str page, char name[DECLARED]);

#endif
