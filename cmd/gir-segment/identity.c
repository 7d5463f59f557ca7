#include "cmd/gir-segment/identity.h"

#include <stdlib.h>

#include "common/alloc.h"

struct identity_finder {
	const struct fold *fold;
	const struct divisions *divisions;
};

struct identity_finder *identity_new(const struct fold *fold, const struct divisions *divisions)
{
	struct identity_finder *finder = xmalloc(sizeof *finder);

	*finder = (struct identity_finder){fold, divisions};
	return finder;
}

void identity_free(struct identity_finder *finder)
{
	free(finder);
}

void identity_find(const struct identity_finder *finder, const struct identity_source *source,
		   struct pool *pool, struct identity *out)
{
	(void)finder;
	(void)source;
	(void)pool;
	*out = (struct identity){
		.title = STR_EMPTY, .org = STR_EMPTY, .region = STR_EMPTY, .published = STR_EMPTY};
}
