/* succession: one name for a division that got another code when it was renamed.
 *
 * The division table has no links between rows, so a successor is recognised: in the same parent,
 * a row begins in the year in which another ends (or in the next), under the same name but for its
 * kind (太谷县, then 太谷区). Where a division ends there in those years without such a successor,
 * something was merged or divided, whose figures are not comparable, and nothing is recognised.
 */
#ifndef GIR_CHECK_SUCCESSION_H
#define GIR_CHECK_SUCCESSION_H

#include "common/divisions.h"

/* The last code of the division that has `code` in `year` (0: any); `code` itself where it is not
 * known, or has no other. */
struct str succession_last(const struct divisions *all, struct str code, int year);

#endif
