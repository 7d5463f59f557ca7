/* opening: the sentence in which a report presents itself.
 *
 * 特向社会公布鄞州区投资促进中心2023年度政府信息公开工作年度报告; 本报告由…编制.
 */
#ifndef GIR_OPENING_H
#define GIR_OPENING_H

#include "cmd/gir-segment/identity/identity.h"
#include "cmd/gir-segment/identity/naming.h"

/* Looks through lines [from, to) for whose report it is. False where no sentence says so. */
bool opening_find(const struct gazetteer *g, const struct identity_source *in, size_t from,
		  size_t to, int year, struct pool *pool, struct naming *out);

#endif
