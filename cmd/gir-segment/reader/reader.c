#include "cmd/gir-segment/reader/reader.h"

#include "cmd/gir-segment/reader/readers.h"

static const struct {
	const char *format;
	bool (*read)(struct reading *r, struct str bytes);
} readers[] = {
	{"text", read_text},
};

bool reader_read(struct reading *r, const char *format, struct str bytes, const char *name)
{
	size_t i;

	text_clear(&r->text);
	buf_clear(&r->room);
	pool_clear(&r->pool);
	r->name = name;
	r->format = format;
	r->encoding = NULL;
	r->undecodable = 0;
	for (i = 0; i < sizeof readers / sizeof *readers; i++)
		if (strcmp(format, readers[i].format) == 0)
			return readers[i].read(r, bytes);
	return false;
}

void reader_free(struct reading *r)
{
	text_free(&r->text);
	buf_free(&r->room);
	pool_free(&r->pool);
}
