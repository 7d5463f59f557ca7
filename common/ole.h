/* ole: what is in an OLE compound file ([MS-CFB]), the container of Word, Excel and PowerPoint
 * files up to 2003 and of those of WPS Office.
 */
#ifndef GIR_OLE_H
#define GIR_OLE_H

#include "common/str.h"

/* doc, wps (a Word file as WPS Office writes it), doc-encrypted, xls, ppt, docx-encrypted (any new
 * Office file under a password); ole where none of these is found. Static storage. */
const char *ole_format(struct str bytes);

#endif
