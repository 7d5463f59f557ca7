/* signature: who signed the report and when, below its last section; else what the page says.
 */
#ifndef GIR_SIGNATURE_H
#define GIR_SIGNATURE_H

#include "cmd/gir-segment/identity/date.h"
#include "cmd/gir-segment/identity/identity.h"
#include "cmd/gir-segment/identity/naming.h"

struct signature {
	struct naming name; /* name.org empty: not signed */
	struct date date;   /* date.year 0: none */
	struct str source;  /* the line of the name */
};

/* A name counts that stands beside a date, or that closes the report. */
void signature_find(const struct gazetteer *g, const struct identity_source *in, int year,
		    struct pool *pool, struct signature *out);

/* A date that ends one of the lines from `from`, short ones, up to four of them: under a title.
 * False for none. */
bool head_date_find(const struct gazetteer *g, const struct identity_source *in, size_t from,
		    struct date *date);

/* 发布日期：2024-01-10 and the like, on the page around the report. False for none. */
bool page_date_find(const struct gazetteer *g, const struct identity_source *in, struct date *date);

/* The date that the head of a web page says. False for none. */
bool head_says_date(const struct gazetteer *g, const struct identity_source *in, struct date *date);

#endif
