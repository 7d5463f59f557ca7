/* succession: the code that a division had before it was renamed.
 *
 * The division table has no links between rows, so a successor is recognised: in the same parent,
 * a row begins in the year in which another ends (or in the next), under the same name but for its
 * kind (太谷县, then 太谷区). Where a division ends there in those years without such a successor,
 * something was merged or divided, whose figures are not comparable, and nothing is recognised.
 */
#ifndef GIR_CHECK_SUCCESSION_H
#define GIR_CHECK_SUCCESSION_H

#include "common/divisions.h"

/* The code for reports of the year before `year`, or empty where it is the same or not known. */
struct str succession_before(const struct divisions *all, struct str code, int year);

#endif
